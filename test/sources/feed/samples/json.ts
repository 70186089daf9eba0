import { type Sample } from '../documents.ts';

function json(feed: object, version = 'https://jsonfeed.org/version/1.1'): string {
  return JSON.stringify({ version, ...feed });
}

/** What JSON Feed 1.0 and 1.1 may hold. */
export const jsonSamples: readonly Sample[] = [
  {
    what: 'what a feed says of itself',
    document: json({
      title: 'Notes',
      home_page_url: 'https://notes.example/',
      feed_url: 'https://notes.example/feed.json',
      language: 'de-AT',
      hubs: [
        { type: 'WebSub', url: 'https://hub.example/' },
        { type: 'rssCloud', url: 'https://cloud.example/' },
      ],
    }),
    feed: {
      title: 'Notes',
      url: 'https://notes.example/',
      language: 'de-AT',
      self: 'https://notes.example/feed.json',
      hubs: ['https://hub.example/'],
      readEvery: undefined,
      items: [],
    },
  },
  {
    what: 'an item with everything',
    document: json({
      items: [
        {
          id: ' notes-1 ',
          url: '/1',
          title: 'R&D < "x"',
          content_html: '<p>A</p><p>B</p>',
          summary: '1 < 2',
          date_published: '2026-11-23T08:15:00Z',
          date_modified: '2026-11-24T08:15:00Z',
          authors: [{ name: 'Mara Quill' }],
          tags: ['port', 'sea'],
          banner_image: 'https://p.example/b.jpg',
        },
      ],
    }),
    items: [
      {
        id: 'notes-1',
        guid: 'notes-1',
        url: 'https://gazette.example/1',
        title: 'R&D < "x"',
        content: 'A\n\nB',
        summary: '1 < 2',
        publishedAt: new Date('2026-11-23T08:15:00Z'),
        updatedAt: new Date('2026-11-24T08:15:00Z'),
        authors: ['Mara Quill'],
        categories: ['port', 'sea'],
        image: 'https://p.example/b.jpg',
      },
    ],
  },
  {
    what: 'version 1.0, with its one author',
    document: json(
      { author: { name: 'Mara Quill' }, items: [{ id: '1' }, { id: '2', author: { name: 'Jonas Kai' } }] },
      'https://jsonfeed.org/version/1',
    ),
    items: [{ authors: ['Mara Quill'] }, { authors: ['Jonas Kai'] }],
  },
  {
    what: 'what is not as it should be',
    document: json({
      title: 5,
      items: [
        {
          id: 7,
          author: 'Mara Quill',
          tags: 'port',
          attachments: [{ url: 'https://p.example/a.jpg' }],
          image: {},
          title: null,
        },
        'nothing',
        null,
        { id: 'https://notes.example/2', URL: true, Title: 'T' },
      ],
    }),
    feed: { title: '5' },
    items: [
      {
        id: '7',
        guid: '7',
        authors: ['Mara Quill'],
        categories: ['port'],
        image: 'https://p.example/a.jpg',
        title: '',
      },
      { title: '' },
      { title: '' },
      { url: 'https://notes.example/2', title: 'T' },
    ],
  },
  {
    what: 'a title in which tags are to be read',
    document: json({ items: [{ id: '1', title: 'How <b>bold</b> works &amp; why' }] }),
    items: [{ title: 'How <b>bold</b> works & why' }],
  },
  {
    what: 'lines that break inside of a string, commas too many and words after the end',
    document: '{"title":"Notes","items":[{"id":"1","title":"Night\nferry",},]}\n<!-- cached -->',
    items: [{ id: '1', title: 'Night ferry' }],
  },
  {
    what: 'a feed that doesn’t say it is one',
    document: '{"title":"Notes","items":[{"id":"1"}]}',
    items: [{ id: '1' }],
  },
  {
    what: 'a feed behind a byte order mark',
    document: `\uFEFF${json({ title: 'Notes' })}`,
    feed: { title: 'Notes' },
  },
];

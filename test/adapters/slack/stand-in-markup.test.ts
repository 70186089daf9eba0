import { describe, expect, test } from 'vitest';
import { readMrkdwn } from './stand-in/reader/mrkdwn.ts';
import { openHarbour } from './stand-in-bot.ts';

const names = (id: string) => ({ U1: 'Ada', C1: 'news' })[id] ?? id;
const read = (text: string) => readMrkdwn(text, names);
const kinds = (text: string) => read(text).marks.map(({ kind, text }) => `${kind}: ${text}`);

describe('mrkdwn', () => {
  test.each([
    ['*bold* and _italic_', ['bold: bold', 'italic: italic']],
    ['~gone~ `code *not bold*`', ['strike: gone', 'code: code *not bold*']],
    ['*_both_*', ['bold: both', 'italic: both']],
    ['(*bold*), "_italic_"!', ['bold: bold', 'italic: italic']],
    ['```a *b*```', ['code: a *b*']],
    ['> quoted', ['quote: quoted']],
    ['&gt; quoted too', ['quote: quoted too']],
    ['<https://harbour.example?a=1&amp;b=2|Harbour>', ['link: Harbour']],
    ['See https://harbour.example/a.', ['link: https://harbour.example/a']],
    [':wave: hello', ['emoji: :wave:']],
    ['<@U1> in <#C1>', ['mention: @Ada', 'mention: #news']],
    ['<!subteam^S1|@editors>', ['mention: @editors']],
    ['<!date^1785744000^{date_short} {time}|then>', ['date: 2026-08-03 08:00']],
  ])('%s takes effect', (text, marks) => {
    expect(kinds(text)).toEqual(marks);
  });

  test.each([
    '2 * 3 * 4',
    'snake_case_name',
    '* not bold*',
    '*not bold *',
    'a*b*c',
    '5 &lt; 6 &amp;&amp; 7 &gt; 6',
    '&lt;!channel&gt; &lt;@U1&gt;',
    '<ferry>',
    'at 10:30:45',
    '*one\ntwo*',
  ])('%s is only words', (text) => {
    expect(kinds(text)).toEqual([]);
  });

  test('words are read with their entities resolved', () => {
    expect(read('R&amp;D &lt;b&gt; &amp;amp;').text).toBe('R&D <b> &amp;');
  });

  test('a link leads somewhere, and a date has words to fall back on', () => {
    expect(read('<https://harbour.example|a|b>').marks).toEqual([
      { kind: 'link', text: 'a|b', to: 'https://harbour.example' },
    ]);
    expect(read('<!date^0^{date}|long ago>').marks).toMatchObject([{ kind: 'date', to: 'long ago' }]);
  });

  test('who is notified is told', () => {
    expect(read('<!channel> <!here> <@U1> <!subteam^S1>').pings).toEqual(['@channel', '@here', 'U1', 'S1']);
    expect(read('@channel @here').pings).toEqual([]);
  });
});

test('blocks are read as they stand, and a ping in them or in the text alone is kept', async () => {
  await using harbour = await openHarbour();
  const { slack, channel, ada } = harbour;
  const post = async (args: object) => harbour.ask('chat.postMessage', { channel: channel.id, ...args });
  await post({
    text: 'Ferries',
    metadata: { event_type: 'delivery', event_payload: { key: 'a' } },
    unfurl_links: false,
    blocks: [
      { type: 'header', text: { type: 'plain_text', text: 'Ferries *today* :wave:' } },
      {
        type: 'section',
        text: { type: 'mrkdwn', text: '*Three* sail' },
        accessory: { type: 'image', image_url: 'https://harbour.example/a.png', alt_text: 'A ferry' },
      },
      {
        type: 'rich_text',
        elements: [
          {
            type: 'rich_text_quote',
            elements: [{ type: 'text', text: 'They *sail* <!channel>', style: { italic: true } }],
          },
          {
            type: 'rich_text_list',
            style: 'ordered',
            elements: [
              {
                type: 'rich_text_section',
                elements: [{ type: 'link', url: 'https://a.example', text: 'A' }],
              },
              { type: 'rich_text_section', elements: [{ type: 'text', text: 'B' }] },
            ],
          },
        ],
      },
      {
        type: 'context',
        elements: [
          { type: 'mrkdwn', text: 'Harbour' },
          { type: 'plain_text', text: 'en' },
        ],
      },
    ],
  });
  const [seen] = slack.visible(channel);
  expect(seen?.text.split('\n')).toEqual([
    'Ferries *today* :wave:',
    'Three sail',
    'They *sail* <!channel>',
    '1. A',
    '2. B',
    'Harbour en',
  ]);
  expect(seen?.marks.map(({ kind }) => kind)).toEqual([
    'heading',
    'emoji',
    'bold',
    'quote',
    'italic',
    'list',
    'link',
  ]);
  expect(seen).toMatchObject({
    fallback: 'Ferries',
    images: [{ alt: 'A ferry' }],
    metadata: { event_payload: { key: 'a' } },
    unfurlLinks: false,
    pings: [],
  });
  expect(slack.pings).toEqual([]);

  await post({ text: `<@${ada.id}>, look`, blocks: [{ type: 'divider' }] });
  await post({ text: 'Look', blocks: [{ type: 'section', text: { type: 'mrkdwn', text: '<!here> look' } }] });
  expect(slack.pings.map(({ pings }) => pings)).toEqual([[ada.id], ['@here']]);
  expect(slack.violations).toEqual([]);
});

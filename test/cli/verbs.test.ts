import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { everyStory } from '../../src/cli/stories.ts';
import { createTranslations } from '../../src/translations.ts';
import { library } from '../commands/library.ts';
import { article } from '../contracts/article-store.ts';
import { createFakeArticleStore } from '../fakes/article-store.ts';
import { folder, jsonl, json as jsonOf, kiosk as run, newFolder, t, write } from './kiosk.ts';

/** The store most verbs are tried on. */
const data = newFolder();
const empty = { data: newFolder() };

interface Parts {
  readonly data?: string;
  readonly input?: string;
}

const kiosk = (typed: readonly string[], parts: Parts = {}) => run(typed, { data, ...parts });
const json = (typed: readonly string[], parts: Parts = {}) => jsonOf(typed, { data, ...parts });

beforeAll(() => kiosk(['import', write('library.jsonl', jsonl(...library))]));
afterAll(() => rmSync(folder, { recursive: true }));

describe('kiosk ask', () => {
  const [, , , , bread] = library;
  const sentence = 'A baker from Kelso won the national bread contest with a rye loaf.';
  const found = {
    article: 'bakery',
    url: bread.url,
    source: bread.source,
    language: 'en',
    sentence,
    start: 0,
    end: sentence.length,
    score: expect.any(Number),
  };

  test('answers in the shape that scripts rely on', async () => {
    const [answer] = await json(['ask', 'Who', 'won', 'with', 'a', 'rye', 'loaf?', '--limit', '1', '--json']);
    expect(answer).toEqual({
      language: 'en',
      answered: true,
      text: [
        t('replies.ask.found', { count: 1 }),
        '',
        bread.title,
        `“${sentence}”`,
        'The Ferry Post · May 5, 2026',
        bread.url,
      ].join('\n'),
      evidence: [found],
    });
  });

  test('answers each line under its id; bad ones do not stop the rest', async () => {
    const answers = await json(['ask', '--batch', '-'], {
      input: jsonl(
        { id: 1, question: 'rye loaf' },
        '{"id": 2, "question": ',
        { id: 'c', question: 'zyzzyva', language: 'de' },
        { id: 'd' },
        '',
        { id: 'e', question: 'Mirabel', in: ['fr'], language: 'fr' },
        { id: 'f', question: 'Mirabel', in: ['nl'] },
        { id: 'g', question: 'volcano lava ash eruption Kelso' },
      ),
    });
    expect(answers).toEqual([
      {
        id: 1,
        language: 'en',
        answered: true,
        text: expect.any(String),
        evidence: expect.arrayContaining([found]),
      },
      { id: null, error: t('cli.batch.notJson') },
      {
        id: 'c',
        language: 'de',
        answered: false,
        text: createTranslations().translate('de')('replies.ask.nothing'),
        evidence: [],
      },
      { id: 'd', error: t('cli.batch.field', { field: 'question' }) },
      expect.objectContaining({
        id: 'e',
        language: 'fr',
        answered: true,
        evidence: [expect.objectContaining({ article: 'bridge-jetee', language: 'fr' })],
      }),
      { id: 'f', error: t('cli.batch.field', { field: 'in.0' }) },
      expect.objectContaining({ id: 'g', answered: false, evidence: [found] }),
    ]);
  });

  test('searches the languages of --in, speaks the one of --language, keeps to --limit', async () => {
    const [answer] = await json(['ask', 'Mirabel Varnholm', '--in', 'en,de', '--language', 'de', '--json']);
    expect(answer).toMatchObject({ language: 'de', text: expect.stringContaining('Quellen schreiben') });
    const languages = (JSON.stringify(answer).match(/"language":"\w+","sentence"/g) ?? []).toSorted();
    expect(new Set(languages)).toEqual(new Set(['"language":"de","sentence"', '"language":"en","sentence"']));
    const [two] = await json(['ask', 'Mirabel Varnholm', '--limit', '2', '--json']);
    expect(two).toMatchObject({ evidence: [expect.anything(), expect.anything()] });
    expect(JSON.stringify(two).match(/"article"/g)).toHaveLength(2);
  });

  test('says with --explain why, to people and programs', async () => {
    const [answer] = await json(['ask', 'Who won with a rye loaf?', '--limit', '1', '--explain', '--json']);
    expect(answer).toMatchObject({
      evidence: [
        {
          why: {
            enough: expect.any(Number),
            words: expect.arrayContaining([expect.objectContaining({ word: 'rye' })]),
          },
        },
      ],
    });
    const { stdout } = await kiosk(['ask', 'Who won with a rye loaf?', '--explain', '--language', 'de']);
    expect(stdout).toContain('Warum dieser Satz?');
    expect(stdout).toMatch(/• rye · im Satz selbst · \d+\u00A0%/);
    expect((await kiosk(['ask', 'rye loaf'])).stdout).not.toContain(t('replies.why.title'));
  });

  test('shows people the text alone, and an empty store is no failure', async () => {
    const { status, stdout } = await kiosk(['ask', 'rye loaf']);
    expect(status).toBe(0);
    expect(stdout).toContain(`“${sentence}”`);
    expect(await kiosk(['ask', 'rye loaf'], empty)).toEqual({
      status: 0,
      stdout: `${t('replies.ask.nothing')}\n`,
      stderr: '',
    });
  });

  test.each([
    [['ask']],
    [['ask', 'Who?', '--limit', '11']],
    [['ask', 'Who?', '--in', 'nl']],
    [['ask', 'Who?', '--batch', '-']],
    [['ask', 'Who?', '--colour']],
  ])('%j is wrong usage', async (typed) => {
    const { status, stdout, stderr } = await kiosk(typed);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain('kiosk ask --help');
  });

  test('a batch that is not there fails', async () => {
    const file = join(folder, 'nowhere.jsonl');
    const { status, stderr } = await kiosk(['ask', '--batch', file]);
    expect({ status, stderr }).toEqual({ status: 1, stderr: `${t('cli.file.missing', { file })}\n` });
  });
});

function at(hour: number): Date {
  return new Date(Date.UTC(2026, 4, 1, hour));
}

describe('kiosk stories', () => {
  test('lists them newest first, in the shape that scripts rely on', async () => {
    expect(await json(['stories', '--json'])).toEqual([
      {
        story: 'bakery',
        title: 'Rye loaf wins national bread contest',
        language: 'en',
        articles: ['bakery'],
        sources: ['The Ferry Post'],
        updatedAt: '2026-05-05T08:00:00.000Z',
      },
      {
        story: 'bridge-post',
        title: 'Tanker rams Varnholm bridge, two crew members hurt',
        language: 'en',
        articles: ['bridge-post', 'bridge-wire', 'bridge-jetee', 'bridge-mole'],
        sources: ['The Ferry Post', 'Strait Wire', 'La Jetée', 'Die Mole'],
        updatedAt: '2026-05-04T16:00:00.000Z',
      },
      {
        story: 'schach',
        title: 'Schülerin gewinnt Schachturnier in Odrau',
        language: 'de',
        articles: ['schach'],
        sources: ['Die Mole'],
        updatedAt: '2026-05-03T08:00:00.000Z',
      },
    ]);
    expect((await kiosk(['stories', '--all'])).stdout.split('\n')[0]).toBe(
      '2026-05-05 08:00  Rye loaf wins national bread contest  (The Ferry Post)',
    );
  });

  test('says that there are none', async () => {
    expect((await kiosk(['stories'], empty)).stdout).toBe(`${t('replies.nothingRead')}\n`);
    expect(await json(['stories', '--json'], empty)).toEqual([]);
  });

  test('every one is listed once, newest first, however few are asked for at a time', async () => {
    const store = createFakeArticleStore();
    await store.add([
      ...Array.from({ length: 23 }, (_, index) => article({ id: `s${index}`, publishedAt: at(index) })),
      // As many of one moment as make several pages, and a story whose oldest article is the oldest of all.
      ...Array.from({ length: 9 }, (_, index) => article({ id: `same${index}`, publishedAt: at(5) })),
      article({ id: 'old', publishedAt: at(-50) }),
    ]);
    await store.assign([{ article: 'old', story: 's22' }]);
    const every = (await store.stories({ limit: 1000 })).map(({ id }) => id);
    expect(every).toHaveLength(32);
    for (const size of [1, 2, 3, 7, 32, 500]) {
      const listed: string[] = [];
      for await (const { id } of everyStory(store, size)) listed.push(id);
      expect(listed).toEqual(every);
    }
  });
});

describe('kiosk summarize', () => {
  const text = library[0].text;

  test('sums a stored story up, by its id, by words, or the newest', async () => {
    const [byId] = await json(['summarize', 'bridge-post', '--sentences', '2', '--json']);
    expect(byId).toEqual({
      story: 'bridge-post',
      title: 'Tanker rams Varnholm bridge, two crew members hurt',
      language: 'en',
      sentences: [expect.any(String), expect.any(String)],
    });
    expect(await json(['summarize', 'the', 'Varnholm', 'bridge', '--sentences', '2', '--json'])).toEqual([
      byId,
    ]);
    expect(await json(['summarize', '--json'])).toEqual([expect.objectContaining({ story: 'bakery' })]);
    const [french] = await json(['summarize', 'bridge-post', '--language', 'fr', '--json']);
    expect(french).toMatchObject({ language: 'fr' });
  });

  test('sums a file up', async () => {
    const file = write('report.txt', `Tanker rams bridge\n\n${text}\n`);
    const [summary] = await json(['summarize', file, '--sentences', '2', '--json']);
    expect(summary).toEqual({
      title: 'Tanker rams bridge',
      language: 'en',
      sentences: [expect.any(String), expect.any(String)],
    });
    const { stdout } = await kiosk(['summarize', file, '--sentences', '1']);
    expect(text).toContain(stdout.trim());
  });

  test('sums each line up under its id; bad ones do not stop the rest', async () => {
    const summaries = await json(['summarize', '--batch', '-', '--sentences', '1'], {
      input: jsonl(
        { id: 'a', title: 'Tanker rams bridge', text },
        { id: 'b', text: 7 },
        { id: 'c', title: '', text: '0123 4567' },
        { id: 'd', text: 'Ein Satz. Noch einer.', language: 'de' },
      ),
    });
    expect(summaries).toEqual([
      { id: 'a', language: 'en', sentences: [expect.any(String)] },
      { id: 'b', error: t('cli.batch.field', { field: 'text' }) },
      { id: 'c', error: t('cli.summarize.unknownLanguage') },
      { id: 'd', language: 'de', sentences: [expect.any(String)] },
    ]);
  });

  test('fails where there is nothing to sum up', async () => {
    const words = 'zyzzyva';
    expect(await kiosk(['summarize', words])).toEqual({
      status: 1,
      stdout: '',
      stderr: `${t('errors.noStory', { words })}\n`,
    });
    expect(await kiosk(['summarize'], empty)).toMatchObject({
      status: 1,
      stderr: `${t('replies.nothingRead')}\n`,
    });
    expect((await kiosk(['summarize', 'x', '--sentences', '0'])).status).toBe(2);
  });
});

describe('kiosk read', () => {
  const url = 'https://paper.example/news/bridge';
  const page = `<!doctype html><html lang="en"><head><title>Bridge closed</title>
    <meta property="article:published_time" content="2026-01-04T08:00:00Z"><meta name="author" content="Ann Lee">
    <link rel="alternate" type="application/rss+xml" title="All news" href="/rss"></head>
    <body><article><h1>Bridge closed</h1>${library[0].text
      .split('. ')
      .map((sentence) => `<p>${sentence}.</p>`)
      .join('')}</article></body></html>`;
  const feed = `<?xml version="1.0"?><rss version="2.0"><channel><title>The Paper</title><link>https://paper.example/</link>
    <language>en</language><item><guid>g1</guid><title>Bridge closed</title><link>https://paper.example/b</link>
    <description>Nobody knows why.</description><pubDate>Mon, 04 May 2026 08:00:00 GMT</pubDate></item></channel></rss>`;
  const item = {
    id: 'g1',
    url: 'https://paper.example/b',
    title: 'Bridge closed',
    summary: 'Nobody knows why.',
    content: expect.any(String),
    publishedAt: '2026-05-04T08:00:00.000Z',
    updatedAt: null,
    authors: [],
    categories: [],
    image: null,
  };
  const seen = {
    kind: 'article',
    title: 'Bridge closed',
    text: expect.stringContaining('rammed the Varnholm bridge'),
    language: 'en',
    publishedAt: '2026-01-04T08:00:00.000Z',
    updatedAt: null,
    authors: ['Ann Lee'],
    image: null,
    url,
    how: { extractor: 'readability', publishedAt: 'meta', updatedAt: null },
    feeds: [{ url: 'https://paper.example/rss', title: 'All news' }],
  };

  test('shows an article and a feed in the shapes that scripts rely on', async () => {
    expect(await json(['read', write('page.html', page), '--url', url, '--json'])).toEqual([seen]);
    expect(
      await json(['read', write('feed.xml', feed), '--url', 'https://paper.example/rss', '--json']),
    ).toEqual([{ kind: 'feed', title: 'The Paper', url: expect.any(String), language: 'en', items: [item] }]);
  });

  test('shows people the text', async () => {
    const { status, stdout } = await kiosk(['read', write('page.html', page), '--url', url]);
    expect(status).toBe(0);
    const lines = stdout.trimEnd().split('\n');
    expect(lines.slice(0, 5)).toEqual([
      'Bridge closed',
      url,
      '2026-01-04T08:00:00.000Z · English · Ann Lee',
      `${t('cli.read.extractor.readability')} · ${t('cli.read.date.meta')}`,
      '',
    ]);
    expect(lines.slice(-4)).toEqual([
      '',
      t('cli.read.feeds', { count: 1 }),
      '• All news',
      '  https://paper.example/rss',
    ]);
  });

  test('takes the language a plain text says it is in', async () => {
    const file = write('note.txt', 'Language: fr\nTitle: Avis\n\n« The bridge is closed » : avis affiché.\n');
    expect(await json(['read', file, '--json'])).toMatchObject([{ title: 'Avis', language: 'fr' }]);
    expect(await json(['summarize', file, '--json'])).toMatchObject([{ title: 'Avis', language: 'fr' }]);
  });

  test('shows each line’s file under its id; bad ones do not stop the rest', async () => {
    const missing = join(folder, 'nowhere.html');
    const notice = write(
      'wall.html',
      '<html><body><p>Please subscribe to continue reading.</p></body></html>',
    );
    const shown = await json(['read', '--batch', '-'], {
      input: jsonl(
        { id: 1, file: write('page.html', page), url },
        { id: 2, file: missing },
        { id: 3 },
        { id: 4, file: write('feed.xml', feed) },
        { id: 5, file: notice },
        { id: 6, file: folder },
      ),
    });
    expect(shown).toEqual([
      { id: 1, ...seen },
      { id: 2, error: t('cli.file.missing', { file: missing }) },
      { id: 3, error: t('cli.batch.field', { field: 'file' }) },
      { id: 4, kind: 'feed', title: 'The Paper', url: expect.any(String), language: 'en', items: [item] },
      { id: 5, kind: 'notice', reason: 'sources.notice.paywall', title: '', feeds: [] },
      { id: 6, error: t('cli.file.folder', { file: folder }) },
    ]);
  });

  test('fails where there is no such file or address, and wants exactly one', async () => {
    const file = join(folder, 'nowhere.html');
    expect(await kiosk(['read', file])).toEqual({
      status: 1,
      stdout: '',
      stderr: `${t('cli.file.missing', { file })}\n`,
    });
    // Addresses of this machine are not read unless allowed.
    expect(await kiosk(['read', 'http://127.0.0.1:9/'])).toMatchObject({ status: 1, stdout: '' });
    expect((await kiosk(['read'])).status).toBe(2);
    expect((await kiosk(['read', 'a', 'b'])).status).toBe(2);
  });
});

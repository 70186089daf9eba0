import { expect, it, onTestFinished } from 'vitest';
import { createDocumentReader } from '../src/document-reader.ts';
import { directReader } from '../src/sources/index.ts';
import { fixture } from './sources/fixture.ts';

/** A reader that is closed after the test. */
function open(limits: Parameters<typeof createDocumentReader>[0] = {}) {
  const reader = createDocumentReader(limits);
  onTestFinished(() => reader.close());
  return reader;
}

const document = (name: string) => ({ bytes: new Uint8Array(fixture(name)), url: 'https://paper.example/' });

it('reads in its thread what is read without one', async () => {
  const reader = open();
  for (const name of ['rss2.xml', 'page-en.html', 'consent-de.html', 'note.txt']) {
    expect(await reader.read(document(name))).toEqual(await directReader.read(document(name)));
  }
  const followed = { name: 'Gazette', language: 'en' } as const;
  const news = await reader.news(document('atom.xml'), followed, undefined);
  expect(news).toEqual(await directReader.news(document('atom.xml'), followed, undefined));
  expect((await reader.news(document('atom.xml'), followed, news.memory)).fresh).toEqual([]);
});

it('says what is wrong with a document, and goes on', async () => {
  const reader = open();
  const broken = reader.news(document('page-en.html'), { name: 'Gazette' }, undefined);
  const good = reader.read(document('rss2.xml'));
  await expect(broken).rejects.toMatchObject({ name: 'UserError', key: 'sources.notFeed' });
  expect((await good).kind).toBe('feed');
});

it('gives up a document that takes longer than it may', async () => {
  // Starting the thread alone takes longer.
  await expect(open({ milliseconds: 5 }).read(document('page-en.html'))).rejects.toMatchObject({
    key: 'sources.tooComplex',
  });
});

it('gives up a document that takes more memory than it may, and reads those around it', async () => {
  const reader = open({ heap: 32 });
  const trap = { bytes: Buffer.from('<p>word '.repeat(700_000)), url: 'https://paper.example/trap' };
  const [before, broken, ...after] = await Promise.allSettled([
    reader.read(document('rss2.xml')),
    reader.read(trap),
    ...['atom.xml', 'page-en.html', 'feed.json'].map((name) => reader.read(document(name))),
  ]);
  expect(before).toMatchObject({ value: { kind: 'feed' } });
  expect(broken).toMatchObject({ reason: { key: 'sources.tooComplex' } });
  expect(after).toMatchObject([
    { value: { kind: 'feed' } },
    { value: { kind: 'article' } },
    { value: { kind: 'feed' } },
  ]);
});

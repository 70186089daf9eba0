import { expect, it, onTestFinished } from 'vitest';
import { createDocumentReader } from '../src/document-reader.ts';
import { directReader } from '../src/sources/index.ts';
import { fixture } from './sources/fixture.ts';

/** A reader that is closed after the test. */
function open(milliseconds?: number) {
  const reader = createDocumentReader(milliseconds === undefined ? {} : { milliseconds });
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
  await expect(open(5).read(document('page-en.html'))).rejects.toMatchObject({ key: 'sources.tooComplex' });
});

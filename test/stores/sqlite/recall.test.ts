import { expect, it } from 'vitest';
import type { Concept } from '../../../src/stories/store.ts';
import { openStore } from '../../../src/stores/index.ts';
import { article } from '../../contracts/article-store.ts';
import { createFolder } from './open.ts';

const day = (number: number) => new Date(Date.UTC(2026, 0, number));
const concepts = (...terms: string[]): readonly Concept[] => terms.map((term) => ({ terms: [term] }));

it('reads no more postings than its budget: rarest first, common words only from the newest articles', async () => {
  const store = await openStore({ directory: await createFolder() });
  const many = Array.from({ length: 600 }, (_, index) =>
    article({ id: `${index}`, text: index === 7 ? 'Comet. Harbour.' : 'Harbour.', publishedAt: day(index) }),
  );
  await store.articles.add(many);
  const found = async (limit: number, parts: { concepts: readonly Concept[]; to?: Date }) => {
    const { candidates, frequencies } = await store.articles.candidates({ language: 'en', limit, ...parts });
    expect(frequencies.get('harbour')).toBe(600);
    return candidates.map(({ article }) => article.id);
  };
  // 250 postings for each candidate that is wanted: 600 are too many for two of them.
  expect(await found(1, { concepts: concepts('harbour', 'comet') })).toEqual(['7']);
  expect(await found(2, { concepts: concepts('harbour', 'comet') })).toEqual(['7', '599']);
  expect(await found(2, { concepts: concepts('harbour') })).toEqual(['599', '598']);
  expect(await found(2, { concepts: concepts('harbour', 'comet'), to: day(100) })).toEqual(['7', '99']);
  expect(await found(2, { concepts: concepts('harbour', 'comet'), to: day(5) })).toEqual(['4', '3']);
  await store.close();
});

it('ranks an article higher whose title holds the word', async () => {
  const store = await openStore({ directory: await createFolder() });
  const filler = 'Rain fell on the old town. '.repeat(3);
  await store.articles.add([
    article({ id: 'text', title: 'Rain', text: `${filler}A comet.` }),
    article({ id: 'title', title: 'Comet', text: `${filler}A rain.` }),
    ...Array.from({ length: 9 }, (_, index) => article({ id: `${index}`, text: filler })),
  ]);
  const { candidates } = await store.articles.candidates({
    language: 'en',
    concepts: concepts('comet'),
    limit: 5,
  });
  expect(candidates.map(({ article }) => article.id)).toEqual(['title', 'text']);
  await store.close();
});

it('stores a text of ten megabytes whole, and finds it by its beginning', async () => {
  const store = await openStore({ directory: await createFolder() });
  const text = `Comet. ${'harbour ferry bridge '.repeat(500_000)}`;
  expect(await store.articles.add([article({ id: 'long', text }), article({ id: 'short' })])).toMatchObject([
    { id: 'long', outcome: 'new' },
    { id: 'short', outcome: 'new' },
  ]);
  const { candidates } = await store.articles.candidates({
    language: 'en',
    concepts: concepts('comet'),
    limit: 5,
  });
  expect(candidates.map(({ article }) => article.id)).toEqual(['long']);
  const [stored] = await store.articles.articles(['long']);
  expect(stored?.article.text === text).toBe(true);
  await store.close();
});

it('replaces text that is no valid Unicode and keeps what is odd', async () => {
  const store = await openStore({ directory: await createFolder() });
  const text = 'Half \ud83d a pair, a \0 zero, \u202e turned. Comet.';
  const odd = article({ id: 'odd', text, title: '\0' });
  await store.articles.add([odd]);
  expect(await store.articles.add([odd])).toMatchObject([{ id: 'odd', outcome: 'known' }]);
  const [kept] = await store.articles.articles(['odd']);
  expect(kept?.article.text).toBe(text.toWellFormed());
  expect(kept?.article.title).toBe('\0');
  await store.close();
});

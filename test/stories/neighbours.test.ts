import { describe, expect, test } from 'vitest';
import { createGlossary } from '../../src/language/index.ts';
import type { NewArticle } from '../../src/stories/article.ts';
import { createNeighbours } from '../../src/stories/neighbours.ts';
import { article } from '../contracts/article-store.ts';
import { createFakeArticleStore } from '../fakes/article-store.ts';
import { at, bridge, others } from './events.ts';

const glossary = createGlossary(
  'bridge pont Brücke|tanker pétrolier Tanker|ram heurter rammen|rudder gouvernail Ruder|crew équipage Mannschaft|captain capitaine Kapitän|fog brouillard Nebel|harbour port Hafen'
    .split('|')
    .map((line) => line.split(' '))
    .map(([en = '', fr = '', de = '']) => ({ en: [en], fr: [fr], de: [de] })),
);

/** The neighbours of the first of some articles among other news, closest first. */
async function neighbours(first: NewArticle, ...rest: readonly NewArticle[]): Promise<readonly string[]> {
  const store = createFakeArticleStore();
  await store.add([...others, first, ...rest]);
  const [found] = await createNeighbours({ store, glossary, turn: async () => {} })([first.id]);
  return found?.neighbours.map(({ id }) => id) ?? [];
}

const told = (id: string, language: 'en' | 'fr' | 'de', text: string, days = 0) =>
  article({ id, language, title: '', text, publishedAt: at(days) });
const english = told(
  'en',
  'en',
  'A tanker rammed the bridge in fog; its captain, rudder and crew left the harbour.',
);
const french = told(
  'fr',
  'fr',
  'Un pétrolier heurte le pont dans le brouillard : capitaine, gouvernail, équipage et port.',
);
const german = told('de', 'de', 'Ein Tanker rammt die Brücke im Nebel: Kapitän, Ruder, Mannschaft, Hafen.');

describe('the neighbours of an article', () => {
  test('are found in other languages by what those call its words, though they share none', async () => {
    expect((await neighbours(english, french, german)).toSorted()).toEqual(['de', 'fr']);
    expect((await neighbours(french, english, german)).toSorted()).toEqual(['de', 'en']);
    expect((await neighbours(german, english, french)).toSorted()).toEqual(['en', 'fr']);
  });

  test('are found by names, though its own language takes a part of them for an ending', async () => {
    const names = 'Varnholm Regina Angela Monica Verena Roberta Andrea Martina';
    const [one, other] = [told('en', 'en', names), told('fr', 'fr', names)];
    expect(await neighbours(other, one)).toEqual(['en']);
  });

  test('are none that share a name and little else', async () => {
    const chess = told(
      'chess',
      'fr',
      'Varnholm et Tarrow jouent aux échecs contre deux enfants de la région.',
    );
    expect(await neighbours(bridge.post, chess)).toEqual([]);
  });

  test('come with the closest first, and none is its own', async () => {
    const half = told(
      'half',
      'en',
      'A tanker rammed the bridge in fog. Bread was baked in Kelso for the market.',
      0.1,
    );
    const same = told('same', 'en', english.text, 0.2);
    expect(await neighbours(english, half, same)).toEqual(['same', 'half']);
    expect(await neighbours(english)).toEqual([]);
  });

  test('are none of an article that says nothing, or isn’t stored', async () => {
    expect(await neighbours(told('empty', 'en', 'It is so.'), english)).toEqual([]);
    const store = createFakeArticleStore();
    expect(await createNeighbours({ store, glossary, turn: async () => {} })(['nowhere'])).toEqual([]);
  });
});

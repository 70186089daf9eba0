import { describe, expect, it } from 'vitest';
import { createTopicIndex, isTelling } from '../../src/delivery/topics.ts';
import type { LanguageTag } from '../../src/language/language.ts';
import { article } from '../contracts/article-store.ts';
import { createFakeArticleStore } from '../fakes/article-store.ts';

/** Articles by their ids: language, title and, where it matters, text. */
type Papers = Readonly<Record<string, readonly [LanguageTag, string, string?]>>;

async function open(papers: Papers) {
  const store = createFakeArticleStore();
  await store.add(
    Object.entries(papers).map(([id, [language, title, text = 'Filler here.']]) =>
      article({ id, language, title, text }),
    ),
  );
  const index = createTopicIndex(store.compounds);
  for (const stored of await store.articles(Object.keys(papers))) index.add(stored);
  return {
    index,
    find: async (topic: string) => [...(await index.fit(topic)).keys()].toSorted(),
  };
}

describe('a topic is found', () => {
  it.each([
    ['flood', ['de-none', 'en-flooded', 'en-floods']],
    ['floods', ['de-none', 'en-flooded', 'en-floods']],
    ['élections', ['fr-election', 'fr-elections']],
    ['election', ['en-election', 'fr-election', 'fr-elections']],
    ['Wahlen', ['de-wahl']],
  ])('by its stems, in each language: %s', async (topic, expected) => {
    const { find } = await open({
      'en-floods': ['en', 'Floods close the valley road'],
      'en-flooded': ['en', 'Cellars flooded in Kelso'],
      'en-election': ['en', 'Mayor wins the elections'],
      'fr-election': ['fr', 'L’élection du maire est annulée'],
      'fr-elections': ['fr', 'Les élections auront lieu en mai'],
      'de-wahl': ['de', 'Die Wahl wird wiederholt'],
      'de-none': ['de', 'Flood heißt eine neue Oper'],
      'en-other': ['en', 'Rye loaf wins bread contest'],
    });
    expect(await find(topic)).toEqual(expected);
  });

  it('in the compounds that hold it', async () => {
    const { find } = await open({
      strike: ['de', 'Bahnstreik beginnt am Montag'],
      train: ['de', 'Die Bahn baut eine neue Strecke'],
      lane: ['de', 'Streik der Lehrer geht weiter'],
      other: ['de', 'Regen fällt auf die Hügel'],
    });
    expect(await find('Bahn')).toEqual(['strike', 'train']);
    expect(await find('Streik')).toEqual(['lane', 'strike']);
  });

  it('across languages where it is a name, whatever little words its own language puts before it', async () => {
    const { find } = await open({
      en: ['en', 'Thieves rob the Louvre'],
      fr: ['fr', 'Vol au Louvre'],
      de: ['de', 'Einbruch im Louvre'],
      other: ['fr', 'Le pont est fermé'],
    });
    for (const topic of ['Louvre', 'the Louvre', 'le Louvre', 'der Louvre', 'LOUVRE'])
      expect([topic, await find(topic)]).toEqual([topic, ['de', 'en', 'fr']]);
  });

  it('where all its words are in the title or in one sentence, or some in the title and the others in the opening', async () => {
    const far = Array.from({ length: 12 }, (_, index) => `Sentence ${index} says little.`).join(' ');
    const { index } = await open({
      title: ['en', 'Harbour bridge closed'],
      sentence: ['en', 'Traffic jams', 'Cars wait. The bridge over the harbour is closed.'],
      between: ['en', 'Bridge closed', 'Nobody knows why. The harbour is quiet.'],
      apart: ['en', 'Traffic jams', 'The bridge is closed. The harbour is quiet.'],
      half: ['en', 'Harbour is busy', 'Ships come and go.'],
      late: ['en', 'Traffic jams', `${far} The bridge over the harbour is closed.`],
    });
    const fit = await index.fit('harbour bridge');
    expect([...fit.keys()].toSorted()).toEqual(['between', 'sentence', 'title']);
    const [title = 0, sentence = 0, between = 0] = ['title', 'sentence', 'between'].map((id) => fit.get(id));
    expect(title).toBeGreaterThan(sentence);
    expect(sentence).toBeGreaterThan(between);
    expect([title <= 1, between > 0]).toEqual([true, true]);
  });

  it('nowhere before anything was read, and nowhere for words that say nothing', async () => {
    const { find } = await open({});
    expect(await find('flood')).toEqual([]);
    const { find: findOf } = await open({ one: ['en', 'Of the and'] });
    expect(await findOf('of the')).toEqual([]);
  });
});

it('tells topics from words that nothing could be found by', () => {
  expect(['flood', 'Wahl', 'été', '2026', 'A380'].map(isTelling)).toEqual([true, true, true, true, true]);
  expect(['', '  ', '!?', '…'].map(isTelling)).toEqual([false, false, false, false]);
});

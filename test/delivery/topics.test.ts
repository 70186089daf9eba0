import { describe, expect, it } from 'vitest';
import { createTopicIndex, isTelling } from '../../src/delivery/topics.ts';
import type { LanguageTag } from '../../src/language/language.ts';
import { article } from '../contracts/article-store.ts';
import { createFakeArticleStore } from '../fakes/article-store.ts';
import { dictionary } from './room.ts';

/** Articles by their ids: language, title and, where it matters, text. */
type Papers = Readonly<Record<string, readonly [LanguageTag, string, string?]>>;

async function open(papers: Papers) {
  const store = createFakeArticleStore();
  await store.add(
    Object.entries(papers).map(([id, [language, title, text = 'Filler here.']]) =>
      article({ id, language, title, text }),
    ),
  );
  const index = createTopicIndex(store.compounds, dictionary);
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
    ['élections', ['de-wahl', 'en-election', 'fr-election', 'fr-elections']],
    ['election', ['de-wahl', 'en-election', 'fr-election', 'fr-elections']],
    ['Wahlen', ['de-wahl', 'en-election', 'fr-election', 'fr-elections']],
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

  it.each([
    ['Streik', ['de-streik', 'en-strike', 'fr-greve']],
    ['grèves', ['de-streik', 'en-strike', 'fr-greve']],
    ['Klimawandel', ['de-klima', 'en-climate', 'fr-climat']],
    ['climate change', ['de-klima', 'en-climate', 'fr-climat']],
    ['Krieg in der Ukraine', ['de-krieg', 'en-war', 'fr-guerre']],
    ['Ukraine war', ['de-krieg', 'en-war', 'fr-guerre']],
    ['enfants', ['de-kinder', 'en-children']],
    ['Macron Wahlkampf', ['en-macron']],
  ])('across languages by what it is surely called there: %s', async (topic, expected) => {
    const { find } = await open({
      'de-streik': ['de', 'Der Streik der Busfahrer dauert an'],
      'en-strike': ['en', 'Bus drivers go on strike'],
      'en-struck': ['en', 'Tree struck by lightning'],
      'fr-greve': ['fr', 'La grève des chauffeurs continue'],
      'de-klima': ['de', 'Bericht zum Klimawandel'],
      'en-climate': ['en', 'Report on climate change'],
      'en-climates': ['en', 'A warm week', 'Mild is the climate. The mayor wants to change the rules.'],
      'fr-climat': ['fr', 'Un rapport sur le changement climatique'],
      'de-krieg': ['de', 'Der Krieg in der Ukraine dauert an'],
      'de-ukraine': ['de', 'Die Ukraine wählt'],
      'en-war': ['en', 'The war in Ukraine goes on'],
      'en-ukraine': ['en', 'Ukraine votes'],
      'fr-guerre': ['fr', 'La guerre en Ukraine continue'],
      'fr-gare': ['fr', 'Une gare pour la banlieue'],
      'de-kinder': ['de', 'Das Kind wird gefunden'],
      'en-children': ['en', 'School children sing'],
      'en-macron': ['en', 'Macron opens his election campaign'],
      'en-other': ['en', 'Macron opens a campaign for forests'],
    });
    expect(await find(topic)).toEqual(expected);
  });

  it.each([
    ['Preis', ['de-preis']],
    ['Zug', ['de-zug', 'fr-train']],
    ['Brand', ['de-brand', 'en-brand']],
    ['Rat', ['de-rat']],
    ['Union', ['de-union']],
    ['war', ['en-war']],
    ['power', ['en-power']],
  ])('not by what it may be called there, where that means much else: %s', async (topic, expected) => {
    const { find } = await open({
      'de-preis': ['de', 'Der Preis der Freiheit'],
      'en-price': ['en', 'The price of bread'],
      'en-award': ['en', 'An award for the baker'],
      'de-zug': ['de', 'Ein Zug steht still'],
      'fr-train': ['fr', 'Un train s’arrête'],
      'en-train': ['en', 'Nurses train for a year'],
      'de-brand': ['de', 'Brand in der Mühle'],
      'en-brand': ['en', 'A brand of soap'],
      'en-fire': ['en', 'Soldiers fire into the air'],
      'en-power': ['en', 'Power to the people'],
      'de-rat': ['de', 'Der Rat tagt'],
      'en-council': ['en', 'The council meets'],
      'de-union': ['de', 'Die Union streitet'],
      'de-gewerkschaft': ['de', 'Die Gewerkschaft streikt'],
      'de-ratten': ['de', 'Eine Ratte im Keller'],
      'en-war': ['en', 'War returns'],
      'de-war': ['de', 'So war der Sommer'],
      'de-strom': ['de', 'Der Strom fällt aus'],
      'de-macht': ['de', 'Die Macht der Bilder'],
    });
    expect(await find(topic)).toEqual(expected);
  });

  it('in titles alone by what may mean something else as well', async () => {
    const { find } = await open({
      stolen: ['fr', 'Vol de bijoux au musée'],
      flown: ['fr', 'Panne à l’aéroport', 'Un vol sur deux est annulé.'],
      robbed: ['de', 'Einbruch im Museum', 'Der Diebstahl dauerte vier Minuten.'],
      president: ['en', 'Bridge opens', 'The president came, too.'],
    });
    expect(await find('theft')).toEqual(['robbed', 'stolen']);
    expect(await find('Präsident')).toEqual(['president']);
  });

  it('in compounds of what it is called, and by the parts of its own', async () => {
    const { find } = await open({
      vote: ['de', 'Landtagswahl im Herbst'],
      state: ['de', 'Der Landtag tagt'],
      other: ['de', 'Die Wahl fällt aus'],
      oil: ['en', 'The price of oil rises'],
      bread: ['en', 'The price of bread rises'],
    });
    expect(await find('elections')).toEqual(['other', 'vote']);
    expect(await find('Ölpreis')).toEqual(['oil']);
  });

  it('by its capitals where it is spelt like a word without a topic', async () => {
    const { find } = await open({
      'en-it': ['en', 'Cities save on IT'],
      'en-pronoun': ['en', 'It rains, and it pours'],
      'en-shout': ['en', 'IT IS OVER'],
      'en-cities': ['en', 'Cities grow'],
      'de-cities': ['de', 'Städte wachsen'],
      'de-it': ['de', 'Städte sparen an der IT'],
      'en-who': ['en', 'Mayor meets the WHO', 'Nobody knows why.'],
      'en-whom': ['en', 'Who meets the mayor?'],
      'en-us': ['en', 'Trade with the US grows'],
      'en-pronouns': ['en', 'Let us trade'],
      'fr-us': ['fr', 'Les US votent'],
    });
    expect(await find('IT')).toEqual(['de-it', 'en-it']);
    expect(await find('cities IT')).toEqual(['de-it', 'en-it']);
    expect(await find('WHO')).toEqual(['en-who']);
    expect(await find('US')).toEqual(['en-us', 'fr-us']);
    expect(await find('THE MAYOR AND US')).toEqual([]);
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

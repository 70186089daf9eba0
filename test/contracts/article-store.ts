import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { terms } from '../../src/language/index.ts';
import type { LanguageTag } from '../../src/language/language.ts';
import type { NewArticle } from '../../src/stories/article.ts';
import type { ArticleStore, TermQuery } from '../../src/stories/store.ts';

/** A store that was opened for one test, empty. */
export interface OpenedArticleStore {
  readonly store: ArticleStore;
  close(): Promise<void>;
}

/** An article for a test; what isn't said doesn't matter. */
export function article(parts: Partial<NewArticle> & { readonly id: string }): NewArticle {
  return {
    url: `https://paper.example/${parts.id}`,
    source: 'The Paper',
    language: 'en',
    title: 'Untitled',
    text: 'Nothing much happened.',
    publishedAt: new Date('2026-05-04T08:00:00Z'),
    authors: [],
    arrivedAt: new Date('2026-05-04T09:00:00Z'),
    news: false,
    complete: true,
    ...parts,
  };
}

/** Asks for articles with these words, each a concept of its own. */
export function about(words: string, parts: Partial<TermQuery> = {}): TermQuery {
  const language: LanguageTag = parts.language ?? 'en';
  return {
    language,
    concepts: terms(words, language).map((term) => ({ terms: [term] })),
    limit: 10,
    ...parts,
  };
}

/** Long enough to be told from others by its words. */
const report =
  'It has been closed since the flood, which took away two of its piers in one night, and the town has slowly got used to the long way round. The new bridge will cost 14 million, paid out of the reserve, and should carry its first cars before the winter after next, the mayor said.';

function withoutNames({ names: _names, ...rest }: NewArticle): Omit<NewArticle, 'names'> {
  return rest;
}

/** A moment of one minute, from its seconds. */
const at = (time: string) => new Date(`2026-05-04T08:00:${time}Z`);
const day = (number: number) => new Date(Date.UTC(2026, 4, number));

/** What every store of articles must do. */
export function articleStoreContract(name: string, open: () => Promise<OpenedArticleStore>): void {
  describe(`${name} keeps articles`, () => {
    let opened: OpenedArticleStore;
    let store: ArticleStore;
    beforeEach(async () => {
      opened = await open();
      store = opened.store;
    });
    afterEach(() => opened.close());

    const found = async (query: TermQuery) =>
      (await store.candidates(query)).candidates.map(({ article }) => article.id);

    it('gives an article back as it was stored', async () => {
      const stored = article({
        id: 'bridge',
        title: 'Bridge closed',
        text: 'The bridge is closed.\nNobody knows why.',
        authors: ['Ann Lee', 'Bo Park'],
        image: 'https://paper.example/bridge.jpg',
        publishedAt: new Date('2026-05-04T08:00:00.123Z'),
      });
      expect(await store.add([stored])).toMatchObject([{ id: 'bridge', outcome: 'new' }]);
      const [kept] = await store.articles(['bridge']);
      expect(kept?.article).toEqual({ ...stored, revision: 1 });
      expect(kept?.story).toBe('bridge');
    });

    it('says of an article whether its story was assigned, also when it comes again', async () => {
      expect(await store.add([article({ id: 'a' })])).toMatchObject([{ assigned: false }]);
      expect(await store.add([article({ id: 'a' })])).toMatchObject([{ outcome: 'known', assigned: false }]);
      await store.assign([{ article: 'a', story: 'a' }]);
      expect(await store.add([article({ id: 'a' })])).toMatchObject([{ outcome: 'known', assigned: true }]);
      const revised = article({ id: 'a', text: 'The mayor has stepped down after all.' });
      expect(await store.add([revised])).toMatchObject([{ outcome: 'revised', assigned: true }]);
    });

    it('gives articles in the order of the ids and leaves unknown ones out', async () => {
      await store.add([article({ id: 'a' }), article({ id: 'b' }), article({ id: 'c' })]);
      const kept = await store.articles(['c', 'x', 'a', 'c']);
      expect(kept.map(({ article }) => article.id)).toEqual(['c', 'a', 'c']);
    });

    it('analyses sentences at the places where they stand', async () => {
      const text = 'The harbour froze. Ships waited for spring.';
      await store.add([article({ id: 'a', title: 'Frozen harbour', text })]);
      const [kept] = await store.articles(['a']);
      const sentences = kept?.analysis.sentences ?? [];
      expect(sentences.map(({ start, end }) => text.slice(start, end))).toEqual([
        'The harbour froze.',
        'Ships waited for spring.',
      ]);
      expect(sentences.map(({ terms }) => terms)).toEqual(['harbour froze', 'ship wait spring']);
      expect(kept?.analysis.title).toBe('frozen harbour');
    });

    it('knows an article it has, also within one call', async () => {
      const same = article({ id: 'a' });
      expect((await store.add([same, same])).map(({ outcome }) => outcome)).toEqual(['new', 'known']);
      expect(await store.add([same])).toMatchObject([{ id: 'a', outcome: 'known' }]);
      expect((await store.candidates(about('happened'))).total).toBe(1);
    });

    it('takes over a new address, source or image of a known article', async () => {
      await store.add([article({ id: 'a' })]);
      const moved = article({
        id: 'a',
        url: 'https://paper.example/moved',
        source: 'Paper',
        authors: ['Cy'],
        image: 'https://paper.example/a.png',
      });
      expect(await store.add([moved])).toMatchObject([{ id: 'a', outcome: 'known' }]);
      expect((await store.articles(['a']))[0]?.article).toEqual({ ...moved, revision: 1 });
    });

    it('revises an article whose text or title changed, in its place in time and its story', async () => {
      await store.add([article({ id: 'a', text: 'The mayor resigned.' })]);
      await store.assign([{ article: 'a', story: 'town' }]);
      const revised = article({
        id: 'a',
        text: 'The mayor stays.',
        publishedAt: new Date('2026-05-06T08:00:00Z'),
      });
      expect(await store.add([revised])).toMatchObject([{ id: 'a', outcome: 'revised' }]);
      const [kept] = await store.articles(['a']);
      const publishedAt = new Date('2026-05-04T08:00:00Z');
      expect(kept?.article).toEqual({ ...revised, revision: 2, publishedAt });
      expect(kept?.story).toBe('town');
      expect(await store.add([{ ...revised, title: 'Mayor' }])).toMatchObject([
        { id: 'a', outcome: 'revised' },
      ]);
      expect((await store.articles(['a']))[0]?.article.revision).toBe(3);
    });

    it('finds a revised article by its new words only, and counts it once', async () => {
      await store.add([article({ id: 'a', text: 'The mayor resigned.' }), article({ id: 'b' })]);
      await store.add([article({ id: 'a', text: 'The mayor stays in the harbour.' })]);
      expect(await found(about('resigned'))).toEqual([]);
      expect(await found(about('harbour'))).toEqual(['a']);
      const { total, frequencies, meanLength } = await store.candidates(about('resigned harbour mayor'));
      expect(total).toBe(2);
      expect([...frequencies]).toEqual([
        ['resign', 0],
        ['harbour', 1],
        ['mayor', 1],
      ]);
      expect(meanLength).toBe(
        (terms('Untitled The mayor stays in the harbour.', 'en').length +
          terms('Untitled Nothing much happened.', 'en').length) /
          2,
      );
    });

    it('knows an article by any of its names, and keeps the address and the source it came from first', async () => {
      const first = article({ id: 'a', names: ['guid'], text: 'The mayor resigned.', authors: ['Ann Lee'] });
      await store.add([first]);
      const moved = {
        ...first,
        id: 'b',
        names: ['canonical', 'guid'],
        url: 'https://paper.example/moved',
        authors: [],
      };
      expect(await store.add([moved])).toMatchObject([{ id: 'a', outcome: 'known' }]);
      const again = {
        ...moved,
        id: 'canonical',
        names: [],
        text: 'The mayor stays.',
        image: 'https://paper.example/i.png',
      };
      expect(await store.add([again])).toMatchObject([{ id: 'a', outcome: 'revised' }]);
      expect((await store.articles(['b', 'canonical'])).map(({ article }) => article)).toEqual(
        Array.from({ length: 2 }, () => ({
          ...withoutNames(first),
          text: 'The mayor stays.',
          image: 'https://paper.example/i.png',
          revision: 2,
        })),
      );
      expect((await store.stories({ ids: ['canonical'], limit: 9 })).map(({ id }) => id)).toEqual(['a']);
      expect((await store.candidates(about('mayor'))).total).toBe(1);
    });

    it('lets the id alone decide where no names are given', async () => {
      await store.add([article({ id: 'a', names: ['guid'] }), article({ id: 'guid' })]);
      expect((await store.stories({ limit: 9 })).map(({ id }) => id).toSorted()).toEqual(['a', 'guid']);
    });

    it('takes the same words in another section of one paper for the same article', async () => {
      const text = `The council of Eastmere voted on Tuesday to rebuild the old bridge. ${report}`;
      const politics = article({
        id: 'politics',
        names: [],
        url: 'https://www.paper.example/politics/1',
        text,
      });
      await store.add([politics]);
      const copy = { ...politics, id: 'local', url: 'https://local.paper.example/bridge' };
      const edited = { ...copy, id: 'edited', text: text.replace('slowly', 'quickly') };
      expect(await store.add([copy, edited])).toMatchObject([
        { id: 'politics', outcome: 'known' },
        { id: 'politics', outcome: 'known' },
      ]);
      const others = [
        { ...copy, id: 'elsewhere', url: 'https://other.example/bridge' },
        { ...copy, id: 'figures', text: text.replace('14 million', '15 million') },
        { ...copy, id: 'later', publishedAt: day(9) },
        { ...copy, id: 'short', text: 'The council voted.' },
        { ...copy, id: 'short-2', text: 'The council voted.' },
      ];
      expect((await store.add(others)).map(({ id, outcome }) => `${id} ${outcome}`)).toEqual(
        others.map(({ id }) => `${id} new`),
      );
      // The copy is known by its address from now on, whatever it says.
      expect(await store.add([{ ...copy, text: 'We took this down.' }])).toMatchObject([
        { id: 'politics', outcome: 'revised' },
      ]);
    });

    it('completes what it knows in part, and never cuts it again', async () => {
      const part = article({ id: 'a', text: 'The mayor…', complete: false });
      await store.add([part]);
      expect(await store.add([{ ...part, text: 'The mayor of…' }])).toMatchObject([{ outcome: 'revised' }]);
      const whole = { ...part, text: 'The mayor of Eastmere resigned.', complete: true };
      expect(await store.add([whole])).toMatchObject([{ outcome: 'completed', assigned: false }]);
      expect(await store.add([{ ...part, title: 'Cut' }])).toMatchObject([{ outcome: 'known' }]);
      const [kept] = await store.articles(['a']);
      expect(kept?.article).toMatchObject({
        text: whole.text,
        title: 'Untitled',
        complete: true,
        revision: 2,
      });
      expect(await found(about('Eastmere'))).toEqual(['a']);
    });

    it('keeps when an article arrived, whether as news, and how it was corrected', async () => {
      const corrected = article({
        id: 'a',
        correction: 'Correction: it was Monday.',
        news: true,
        arrivedAt: at('10'),
      });
      await store.add([corrected]);
      await store.add([{ ...corrected, arrivedAt: at('20'), news: false }]);
      expect((await store.articles(['a']))[0]?.article).toEqual({ ...corrected, revision: 1 });
      const { correction: _, ...without } = corrected;
      await store.add([{ ...without, text: 'Rewritten.', arrivedAt: at('30') }]);
      const [kept] = await store.articles(['a']);
      expect(kept?.article).toMatchObject({ arrivedAt: at('10'), news: true });
      expect(kept?.article).not.toHaveProperty('correction');
    });

    it('tells the stories with news since a time', async () => {
      await store.add([
        article({ id: 'old', arrivedAt: at('10'), news: true }),
        article({ id: 'backlog', arrivedAt: at('30') }),
        article({ id: 'fresh', arrivedAt: at('30'), news: true }),
      ]);
      const ids = async (newsSince: Date, limit = 9) =>
        (await store.stories({ newsSince, limit })).map(({ id }) => id);
      expect(await ids(at('20'))).toEqual(['fresh']);
      expect((await ids(at('10'))).toSorted()).toEqual(['fresh', 'old']);
      await store.assign([{ article: 'backlog', story: 'fresh' }]);
      const [story] = await store.stories({ newsSince: at('20'), limit: 9 });
      expect(story?.articles.map(({ id }) => id).toSorted()).toEqual(['backlog', 'fresh']);
      expect(await store.stories({ newsSince: at('20'), ids: ['old'], limit: 9 })).toEqual([]);
    });

    it('moves an article whose language was corrected', async () => {
      await store.add([article({ id: 'a', text: 'Festival in Hamburg.' })]);
      expect(
        await store.add([article({ id: 'a', text: 'Festival in Hamburg.', language: 'de' })]),
      ).toMatchObject([{ id: 'a', outcome: 'known' }]);
      expect(await found(about('Hamburg'))).toEqual([]);
      expect(await found(about('Hamburg', { language: 'de' }))).toEqual(['a']);
      expect((await store.candidates(about('Hamburg'))).total).toBe(0);
    });

    it('finds the articles of one language that hold a concept, the most telling first', async () => {
      await store.add([
        article({ id: 'both', text: 'The volcano erupted near the town.' }),
        article({ id: 'town', text: 'The town has a fair.' }),
        article({ id: 'fair', text: 'A town and its other town.' }),
        article({ id: 'none', text: 'Rain.' }),
        article({ id: 'de', text: 'Volcano town.', language: 'de' }),
      ]);
      const ids = await found(about('volcano town'));
      expect(ids[0]).toBe('both');
      expect(ids.toSorted()).toEqual(['both', 'fair', 'town']);
      expect(await found(about('volcano town', { limit: 1 }))).toEqual(['both']);
      expect(await found({ ...about(''), concepts: [{ terms: ['volcano', 'rain'] }] })).toHaveLength(2);
    });

    it('has no candidates without concepts, words or articles', async () => {
      const empty = await store.candidates(about('volcano'));
      expect(empty).toEqual({
        total: 0,
        meanLength: 0,
        frequencies: new Map([['volcano', 0]]),
        candidates: [],
      });
      await store.add([article({ id: 'a' })]);
      expect(await found(about(''))).toEqual([]);
      expect(await found(about('volcano'))).toEqual([]);
      expect(await found({ ...about(''), concepts: [{ terms: [] }] })).toEqual([]);
      expect(await found(about('happened', { limit: 0 }))).toEqual([]);
    });

    it('keeps to a period, its start included and its end not, to the millisecond', async () => {
      await store.add([
        article({ id: 'before', publishedAt: at('00.499') }),
        article({ id: 'start', publishedAt: at('00.500') }),
        article({ id: 'end', publishedAt: at('01.000') }),
        article({ id: 'ancient', publishedAt: new Date('1955-01-01') }),
        article({ id: 'distant', publishedAt: new Date('3000-01-01') }),
      ]);
      const period = { from: at('00.500'), to: at('01.000') };
      expect(await found(about('happened', period))).toEqual(['start']);
      expect((await found(about('happened', { from: at('00.500') }))).toSorted()).toEqual([
        'distant',
        'end',
        'start',
      ]);
      expect((await found(about('happened', { to: at('00.500') }))).toSorted()).toEqual([
        'ancient',
        'before',
      ]);
      expect(await found(about('happened', { to: new Date('1960-01-01') }))).toEqual(['ancient']);
      expect(
        await found(about('happened', { from: new Date('2600-01-01'), to: new Date('3001-01-01') })),
      ).toEqual(['distant']);
      expect((await store.stories({ ...period, limit: 9 })).map(({ id }) => id)).toEqual(['start']);
    });

    it('takes every term literally', async () => {
      await store.add([article({ id: 'a', text: 'Not a near miss or a title.' })]);
      const hostile = [
        '"',
        '*',
        'miss*',
        'NOT',
        'a OR miss',
        'title:miss',
        '^miss',
        "'); DROP TABLE",
        '\0',
        'mi\0ss',
        '',
      ];
      expect(await found({ ...about(''), concepts: hostile.map((term) => ({ terms: [term] })) })).toEqual([]);
      expect(await found({ ...about(''), concepts: [{ terms: [...hostile, 'miss'] }] })).toEqual(['a']);
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.string({ unit: 'binary', maxLength: 8 }), { maxLength: 5 }),
          async (terms) => {
            const { frequencies } = await store.candidates({ ...about(''), concepts: [{ terms }] });
            expect([...frequencies.keys()]).toEqual([...new Set(terms)]);
          },
        ),
        { numRuns: 60, seed: 4 },
      );
    });

    it('finds again what it stored, whatever the text', async () => {
      await fc.assert(
        fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.nat(), async (text, number) => {
          const id = `any-${number}`;
          await store.add([article({ id, text })]);
          const [kept] = await store.articles([id]);
          expect(kept?.article.text).toBe(text);
          const own = [...new Set(kept?.analysis.sentences.flatMap(({ terms }) => terms.split(' ')))];
          const concepts = own.filter((term) => term !== '').map((term) => ({ terms: [term] }));
          const { candidates, frequencies } = await store.candidates({ ...about(''), concepts, limit: 1000 });
          expect(candidates.some(({ article }) => article.id === id)).toBe(concepts.length > 0);
          expect([...frequencies.values()].every((frequency) => frequency > 0)).toBe(true);
        }),
        { numRuns: 40, seed: 4 },
      );
    });

    it('tells stories newest first, each with its articles oldest first', async () => {
      await store.add([
        article({ id: 'fire-2', publishedAt: day(5), language: 'de' }),
        article({ id: 'vote', publishedAt: day(4) }),
        article({ id: 'fire-1', publishedAt: day(1) }),
        article({ id: 'old', publishedAt: day(2) }),
      ]);
      await store.assign([
        { article: 'fire-1', story: 'fire' },
        { article: 'fire-2', story: 'fire' },
        { article: 'nobody', story: 'fire' },
      ]);
      const stories = await store.stories({ limit: 9 });
      expect(stories.map(({ id }) => id)).toEqual(['fire', 'vote', 'old']);
      expect(stories[0]?.articles.map(({ id }) => id)).toEqual(['fire-1', 'fire-2']);
      expect(stories[0]?.lead.id).toBe('fire-1');
      expect(stories[0]?.updatedAt).toEqual(day(5));
      expect(stories[0]?.lead).not.toHaveProperty('text');
      const ids = async (query: Omit<Parameters<ArticleStore['stories']>[0], 'limit'>, limit = 9) =>
        (await store.stories({ ...query, limit })).map(({ id }) => id);
      expect(await ids({}, 2)).toEqual(['fire', 'vote']);
      expect(await ids({ languages: ['de'] })).toEqual(['fire']);
      expect(await ids({ languages: [] })).toEqual([]);
      expect(await ids({ from: day(2), to: day(5) })).toEqual(['vote', 'old']);
      expect(await ids({ ids: ['old', 'fire', 'gone'] })).toEqual(['fire', 'old']);
      expect(await ids({ articles: ['fire-2', 'vote', 'gone'] })).toEqual(['fire', 'vote']);
      expect(await ids({ ids: ['old'], articles: ['vote'] })).toEqual(['vote', 'old']);
      expect(await ids({ ids: [] })).toEqual([]);
    });

    it('leads from a story that went into another to that one', async () => {
      await store.add([article({ id: 'a' }), article({ id: 'b' })]);
      await store.assign([{ article: 'a', story: 'b' }]);
      expect((await store.stories({ limit: 9 })).map(({ id }) => id)).toEqual(['b']);
      expect((await store.stories({ ids: ['a'], limit: 9 })).map(({ id }) => id)).toEqual(['b']);
      expect((await store.articles(['a']))[0]?.story).toBe('b');
    });

    it('finds those that tell the story of an article, the closest first, in every language and within days', async () => {
      const told =
        'The tanker Mirabel, 183 metres long, rammed the bridge of Varnholm, said captain Elin Tarrow. Costland will pay, mayor Ansgar Loft said.';
      const retold =
        'Der Tanker Mirabel, 183 Meter lang, rammte die Brücke von Varnholm, so Kapitän Elin Tarrow. Costland zahlt, sagte Bürgermeister Ansgar Loft.';
      const later = 'Captain Tarrow of Costland and the Mirabel are back in Varnholm.';
      await store.add([
        article({ id: 'told', title: 'Mirabel rams Varnholm', text: told, publishedAt: day(4) }),
        article({ id: 'again', title: 'Mirabel rams Varnholm', text: `${told} No!`, publishedAt: day(5) }),
        article({
          id: 'de',
          language: 'de',
          title: 'Mirabel rammt Varnholm',
          text: retold,
          publishedAt: day(5),
        }),
        article({ id: 'later', title: 'Mirabel, Varnholm', text: later, publishedAt: day(6) }),
        article({ id: 'year', title: 'Mirabel rams Varnholm', text: told, publishedAt: day(40) }),
        ...['School fair', 'Rain', 'Train', 'Opera', 'Chess', 'Bread'].map((title) =>
          article({ id: title, title, text: `${title} for the town.`, publishedAt: day(4) }),
        ),
        ...['Regen', 'Zug', 'Oper', 'Schach', 'Brot'].map((title) =>
          article({ id: title, language: 'de', title, text: `${title} für alle.`, publishedAt: day(4) }),
        ),
      ]);
      await store.assign([{ article: 'again', story: 'told' }]);
      const [rain, one, ...rest] = await store.neighbours(['Rain', 'nowhere', 'told']);
      expect(rest).toEqual([]);
      expect(rain).toEqual({
        article: { id: 'Rain', language: 'en', publishedAt: day(4), story: 'Rain', assigned: false },
        neighbours: [],
      });
      expect(one?.article).toMatchObject({ id: 'told', publishedAt: day(4), story: 'told', assigned: false });
      expect(one?.neighbours.find(({ id }) => id === 'again')).toMatchObject({
        publishedAt: day(5),
        story: 'told',
        assigned: true,
      });
      expect(one?.neighbours.map(({ id }) => id).toSorted()).toEqual(['again', 'de', 'later']);
      const closeness = one?.neighbours.map((neighbour) => neighbour.closeness) ?? [];
      expect(closeness).toEqual(closeness.toSorted((some, other) => other - some));
      expect(Math.min(...closeness)).toBeGreaterThanOrEqual(1);
      expect(await store.neighbours([])).toEqual([]);
    });

    it('knows the compounds that hold a word, and the parts of one', async () => {
      await store.add([
        article({ id: '1', language: 'de', text: 'Die Daten waren in einem Leck. Das Datenleck war groß.' }),
        article({ id: '2', language: 'de', text: 'Noch ein Datenleck und der Datenschutz.' }),
        article({ id: '3', language: 'de', text: 'Der Schutz der Daten.' }),
        article({ id: '4', language: 'en', text: 'A dataset holds data.' }),
      ]);
      expect((await store.compounds('de', 'daten')).wholes).toEqual(['datenleck', 'datenschutz']);
      expect((await store.compounds('de', 'leck')).wholes).toEqual(['datenleck']);
      expect((await store.compounds('de', 'datenschutz')).parts).toEqual(['daten', 'schutz']);
      expect(await store.compounds('de', 'x%_"')).toEqual({ wholes: [], parts: [] });
      expect(await store.compounds('en', 'data')).toEqual({ wholes: [], parts: [] });
      await store.add([article({ id: '2', language: 'de', text: 'Nichts davon.' })]);
      expect((await store.compounds('de', 'daten')).wholes).toEqual(['datenleck']);
    });
  });
}

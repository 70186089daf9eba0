import { describe, expect, it } from 'vitest';
import { createTeller } from '../../src/delivery/telling.ts';
import type { Tellable } from '../../src/delivery/telling.ts';
import type { ArticleHead, NewArticle } from '../../src/stories/article.ts';
import { createFakeStore } from '../fakes/article-store.ts';
import { ferry } from './events.ts';
import { at, news, readable, translations } from './room.ts';

async function open(...articles: readonly NewArticle[]) {
  const { articles: store } = createFakeStore();
  await store.add(articles);
  const read: string[] = [];
  const teller = createTeller({
    store: {
      articles(ids) {
        read.push(...ids);
        return store.articles(ids);
      },
    },
    translate: translations.translate,
  });
  const heads: ArticleHead[] = [];
  for (const { article } of await store.articles(articles.map(({ id }) => id))) {
    const { text: _text, ...head } = article;
    heads.push(head);
  }
  const tell = (language: 'en' | 'fr' | 'de' = 'en', parts: Partial<Tellable> = {}, sentences = 1) =>
    teller.tell({ story: { id: 'story', articles: heads }, articles: heads, ...parts }, sentences, language);
  return { tell, heads, read, store };
}

const { post, wire, jetee, mole } = ferry;

/** In how many sentences an article is told where so many are wanted. */
async function count(article: NewArticle, sentences: number): Promise<number> {
  const { tell } = await open(article);
  const { blocks } = await tell('en', {}, sentences);
  return readable({ language: 'en', blocks }).split('“').length - 1;
}

describe('a story is told', () => {
  it('in sentences of one article, with its title, its link, who tells it and since when', async () => {
    const { tell } = await open(wire, post);
    const { blocks } = await tell('en');
    expect(readable({ language: 'en', blocks })).toBe(
      [
        post.title,
        '“The night ferry Mirabel ran aground off Varnholm shortly after three in the morning with 212 passengers aboard.”',
        '2 sources: Strait Wire (en), Ferry Post (en) · 2026-05-04T06:20',
        post.url,
      ].join('\n'),
    );
  });

  it.each([
    ['en', 'ferry-wire'],
    ['fr', 'ferry-jetee'],
    ['de', 'ferry-mole'],
  ] as const)('from the newest article that %s readers can read', async (language, quoted) => {
    const { tell } = await open(post, wire, jetee, mole);
    const { told, blocks } = await tell(language);
    expect(told?.quoted).toBe(quoted);
    expect(blocks[0]).toMatchObject({ kind: 'card', language });
  });

  it('from the first article where there is none in the channel’s language, quoted the way of its own', async () => {
    const { tell } = await open(jetee, mole);
    const { told, blocks } = await tell('en');
    expect(told?.quoted).toBe('ferry-jetee');
    expect(readable({ language: 'en', blocks })).toContain('« Le ferry de nuit');
    expect(readable({ language: 'en', blocks })).toContain('· FR');
    expect(blocks[0]).toMatchObject({ body: [{ language: 'fr' }], language: 'fr' });
  });

  it.each([
    ['en', '4 sources: '],
    ['fr', '4 sources : '],
    ['de', '4 Quellen: '],
  ] as const)('with small print in %s', async (language, begins) => {
    const { tell } = await open(post, wire, jetee, mole);
    const { blocks } = await tell(language);
    expect(readable({ language, blocks })).toContain(
      `${begins}Ferry Post (en), Strait Wire (en), La Jetée (fr), Die Mole (de)`,
    );
  });

  it('with one source’s name alone, in all languages that it tells it in', async () => {
    const { tell } = await open(post, { ...jetee, source: 'Ferry Post' });
    const { blocks } = await tell();
    expect(readable({ language: 'en', blocks })).toContain('\nFerry Post (en, fr) · ');
  });

  it('with the first of many sources’ names', async () => {
    const { tell } = await open(
      ...Array.from({ length: 12 }, (_, index) => news(`${index}`, { source: `S${index}` })),
    );
    const { blocks } = await tell();
    expect(readable({ language: 'en', blocks })).toContain('12 sources: S0 (en), S1 (en), ');
    expect(readable({ language: 'en', blocks })).toContain(' S7 (en), … · ');
  });

  it('as an update, as corrected, and with its picture, where it is that', async () => {
    const image = 'https://paper.example/ferry.jpg';
    const { tell } = await open({ ...post, correction: 'Corrected: 212, not 221.', image });
    const { blocks, told } = await tell('de', { isUpdate: true });
    expect(readable({ language: 'de', blocks })).toContain('Neu dazu · Ferry Post (en)');
    expect(readable({ language: 'de', blocks })).toContain(' · korrigiert');
    expect(blocks[0]).toMatchObject({ image: { url: image, alt: post.title } });
    expect(told?.isUpdate).toBe(true);
  });

  it('in as many sentences as are wanted, or as there are', async () => {
    expect([await count(post, 1), await count(post, 3)]).toEqual([1, 3]);
    expect(await count(news('short', { text: 'A ship sank. All are safe.' }), 3)).toBe(2);
  });

  it('with what it was told from', async () => {
    const { tell, heads } = await open(post, wire, jetee);
    const { told } = await tell('fr', { articles: heads.slice(1) });
    expect(told).toEqual({
      story: 'story',
      quoted: 'ferry-jetee',
      telling: ['ferry-wire', 'ferry-jetee'],
      articles: ['ferry-post', 'ferry-wire', 'ferry-jetee'].map((id) => ({
        id,
        revision: 1,
        withdrawn: false,
      })),
    });
  });

  it('as of the newest article, though an older one is quoted', async () => {
    const { tell } = await open(post, { ...mole, publishedAt: at(-3) });
    const { blocks } = await tell('en');
    expect(readable({ language: 'en', blocks })).toContain('· 2026-05-04T07:57');
  });
});

it('chooses the sentences of an article once, until it is revised', async () => {
  const { tell, read, store, heads } = await open(post, mole);
  for (const language of ['en', 'en', 'fr'] as const) await tell(language);
  expect(read).toEqual(['ferry-post']);
  await store.add([{ ...post, text: 'All is well again. The tide came.' }]);
  const [stored] = await store.articles(['ferry-post']);
  if (stored === undefined) throw new Error('no article');
  const { blocks } = await tell('en', { articles: [stored.article, ...heads.slice(1)] });
  expect(readable({ language: 'en', blocks })).toMatch(/All is well again|The tide came/);
});

it('tells of no story without articles', async () => {
  const { tell } = await open();
  await expect(tell()).rejects.toThrow('without articles');
});

import { describe, expect, test } from 'vitest';
import { summarizeStory } from '../../src/chat/story-summary.ts';
import type { LanguageTag } from '../../src/language/index.ts';
import { loadWords } from '../../src/lexicon.ts';
import type { NewArticle } from '../../src/stories/article.ts';
import { article } from '../contracts/article-store.ts';
import { createFakeArticleStore } from '../fakes/article-store.ts';
import { at, bridge } from '../stories/events.ts';

const lexicon = loadWords().lexicon;
const told = [
  { ...bridge.post, source: 'The Ferry Post' },
  { ...bridge.wire, source: 'Strait Wire' },
  { ...bridge.jetee, source: 'La Jetée' },
  { ...bridge.mole, source: 'Die Mole' },
];

/** A story's summary, and the library it is read from. */
async function sumUp(language: LanguageTag, articles: readonly NewArticle[] = told, sentences = 4) {
  const store = createFakeArticleStore();
  await store.add(articles);
  await store.assign(articles.map(({ id }) => ({ article: id, story: 'bridge' })));
  const [story] = await store.stories({ ids: ['bridge'], limit: 1 });
  if (story === undefined) throw new Error('no story');
  return summarizeStory(story, sentences, language, { articles: store, lexicon });
}

function languagesOf(summary: Awaited<ReturnType<typeof sumUp>>): readonly LanguageTag[] {
  return [...new Set(summary.map(({ article }) => article.language))];
}

describe('the summary of a story', () => {
  test.each(['en', 'fr', 'de'] as const)(
    'quotes, for readers of %s, articles in their language',
    async (tag) => {
      const summary = await sumUp(tag);
      expect(languagesOf(summary)).toEqual([tag]);
      const texts = told.filter(({ language }) => language === tag).map(({ text }) => text);
      for (const { sentence } of summary) expect(texts.some((text) => text.includes(sentence))).toBe(true);
    },
  );

  test('quotes the language of the first article where none is in the reader’s', async () => {
    expect(languagesOf(await sumUp('fr', [bridge.mole, { ...bridge.post, publishedAt: at(2) }]))).toEqual([
      'de',
    ]);
  });

  test('begins with what most say, and names those that say so in any language', async () => {
    const [first] = await sumUp('en');
    expect(first?.sentence).toMatch(/bridge|rudder/);
    expect(first?.also.length).toBeGreaterThan(1);
    const [german] = await sumUp('de');
    expect(german?.also.some(({ language }) => language !== 'de')).toBe(true);
    for (const { article, also } of await sumUp('en'))
      expect(also.map(({ id }) => id)).not.toContain(article.id);
  });

  test('reads what it may quote first, however much there is in other languages', async () => {
    const others = Array.from({ length: 30 }, (_, index) => ({
      ...bridge.mole,
      id: `mole-${index}`,
      publishedAt: at(0.1 + index / 100),
    }));
    const late = { ...bridge.post, publishedAt: at(1) };
    expect(languagesOf(await sumUp('en', [...others, late]))).toEqual(['en']);
    expect((await sumUp('de', others, 9)).every(({ also }) => also.length < 12)).toBe(true);
  });

  test('leaves out what a paper took back', async () => {
    const store = createFakeArticleStore();
    await store.add(told);
    await store.assign(told.map(({ id }) => ({ article: id, story: 'bridge' })));
    const [story] = await store.stories({ ids: ['bridge'], limit: 1 });
    if (story === undefined) throw new Error('no story');
    const articles = story.articles.map((head) =>
      head.id === 'bridge-wire' ? head : { ...head, withdrawnAt: at(1) },
    );
    const parts = { articles: store, lexicon };
    const summary = await summarizeStory({ ...story, articles }, 9, 'en', parts);
    expect(new Set(summary.map(({ article }) => article.id))).toEqual(new Set(['bridge-wire']));
    expect(summary.every(({ also }) => also.length === 0)).toBe(true);
  });

  test('of an article that says nothing is empty', async () => {
    expect(await sumUp('en', [article({ id: 'empty', title: '', text: '' })])).toEqual([]);
  });
});

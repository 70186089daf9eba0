import { describe, expect, test } from 'vitest';
import { article } from '../contracts/article-store.ts';
import { filler, library } from './library.ts';

const wire = article({
  id: 'fire-wire',
  source: 'Strait Wire',
  text: 'A fire broke out in the ferry at Kelso. Twelve people were hurt in the fire of the ferry.',
});
const post = article({
  id: 'fire-post',
  source: 'The Ferry Post',
  text: 'The ferry burned at Kelso for hours. The fire of the ferry hurt 14 people.',
});
const brand = article({
  id: 'fire-mole',
  source: 'Die Mole',
  language: 'de',
  text: 'Die Fähre brannte in Kelso. Bei dem Feuer wurden 14 Menschen verletzt.',
});

async function burnt(...articles: ReturnType<typeof article>[]) {
  const { ask, store } = await library([...articles, ...filler]);
  await store.assign(articles.map(({ id }) => ({ article: id, story: 'fire' })));
  return ask('How many people were hurt in the fire of the ferry?');
}

describe('the answer itself', () => {
  test('is marked in the sentence that gives it', async () => {
    const { evidence } = await burnt(wire);
    const [best] = evidence;
    expect(best?.sentence.slice(best.mark?.start, best.mark?.end)).toBe('Twelve');
  });

  test('is told once with its sources where they agree, in whatever language', async () => {
    const { readings } = await burnt(post, brand);
    expect(readings).toMatchObject([{ words: '14', sources: ['The Ferry Post', 'Die Mole'] }]);
  });

  test('is told with the time of the latest that gives it', async () => {
    const [later, latest] = [article({ ...post, publishedAt: new Date('2026-05-05T07:00Z') }), brand];
    const { readings } = await burnt(later, latest);
    expect(readings.map(({ at }) => at)).toEqual([later.publishedAt]);
  });

  test('is told side by side where they differ', async () => {
    const { readings } = await burnt(wire, post, brand);
    expect(readings.map(({ words }) => words).toSorted()).toEqual(['14', 'Twelve']);
  });

  test('decides between sentences that speak of as much of the question', async () => {
    const { ask } = await library([
      article({
        id: 'a',
        text: 'The lock of Kelso was built in the valley. The lock of Kelso was built in 1990.',
      }),
      ...filler,
    ]);
    expect((await ask('When was the lock of Kelso built?')).evidence[0]?.sentence).toContain('1990');
    expect((await ask('Was the lock of Kelso built?')).evidence[0]?.sentence).toContain('valley');
  });

  test('is no reading where nothing is answered', async () => {
    const { ask } = await library();
    const { answered, readings } = await ask(
      'How many volcanoes swallowed the prize of the skiing federation?',
    );
    expect({ answered, readings }).toEqual({ answered: false, readings: [] });
  });
});

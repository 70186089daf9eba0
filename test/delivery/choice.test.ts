import { describe, expect, it } from 'vitest';
import { chooseStories, lookUpTold } from '../../src/delivery/choice.ts';
import type { ToldBefore } from '../../src/delivery/choice.ts';
import type { Ranked } from '../../src/delivery/newsstand.ts';
import type { NewArticle, Story } from '../../src/stories/article.ts';
import { tells } from '../contracts/deliveries.ts';
import { bakery, chess, ferry, refloated } from './events.ts';
import { here, openRoom, posted, start } from './room.ts';

function story(id: string, ...articles: readonly NewArticle[]): Ranked {
  const heads = articles.map((article) => ({ ...article, revision: 1 }));
  const [lead] = heads;
  if (lead === undefined) throw new Error('no article');
  const told: Story = { id, lead, articles: heads, updatedAt: lead.publishedAt };
  return { story: told, articles: heads, sources: 1, score: 1 };
}

const delivery = (key: string, ...parts: readonly ReturnType<typeof tells>[]) => ({
  key,
  kind: 'digest' as const,
  channel: here,
  language: 'en' as const,
  parts,
  dueAt: start,
  notBefore: start,
});

describe('a channel was told of a story', () => {
  it('of which it was told an article, whatever story that belonged to then', async () => {
    const { ledger, outbox } = openRoom();
    await outbox.put(delivery('one', tells('old name', 'ferry-wire', 'ferry-post')), start);
    const ranked = [story('merged', chess, ferry.wire), story('other', bakery)];
    const told = await lookUpTold(ledger, [here, 'chat:2'], ranked);
    expect(
      ranked.map((each) =>
        told(here)
          .of(each)
          .map(({ id }) => id),
      ),
    ).toEqual([['ferry-wire'], []]);
    expect(ranked.map((each) => told('chat:2').of(each))).toEqual([[], []]);
    expect(told(here).number).toBeGreaterThan(0);
    expect([told('chat:2').number, told('nobody').number]).toEqual([0, 0]);
  });

  it('until what told it is given up', async () => {
    const { ledger, outbox } = openRoom();
    const ranked = story('ferry', ferry.post);
    await outbox.put(delivery('one', tells('ferry', 'ferry-post')), start);
    const claim = { platform: 'chat', owner: 'me', now: start, until: start, limit: 1 };
    await outbox.claim(claim);
    const of = async () => (await lookUpTold(ledger, [here], [ranked]))(here).of(ranked).length;
    expect(await of()).toBe(1);
    await outbox.settle('one', 'me', { state: 'failed', reason: 'refused', failure: '', at: start });
    expect(await of()).toBe(0);
    await outbox.put(delivery('two', tells('ferry', 'ferry-post')), start);
    await outbox.claim(claim);
    await outbox.settle('two', 'me', { state: 'delivered', posted: posted('1'), at: start });
    expect(await of()).toBe(1);
  });
});

/** A channel that was told some articles. */
const toldOf = (...ids: readonly string[]): ToldBefore => ({
  number: 1,
  of: ({ story }) =>
    story.articles
      .filter(({ id }) => ids.includes(id))
      .map(({ id }) => ({
        id,
        revision: 1,
        withdrawn: false,
        channel: here,
        delivery: 'd',
        story: story.id,
        at: start,
      })),
});
describe('for a digest', () => {
  const still = { newsOf: async () => [] };
  const ranked = [story('ferry', ferry.post, refloated.post), story('bakery', bakery), story('chess', chess)];

  it('the best are chosen that the channel wasn’t told of', async () => {
    const chosen = await chooseStories(ranked, 2, toldOf('ferry-post'), still);
    expect(chosen.map(({ story, isUpdate }) => [story.id, isUpdate])).toEqual([
      ['bakery', false],
      ['chess', false],
    ]);
    expect(chosen[0]?.tellingArticles.map(({ id }) => id)).toEqual(['bakery']);
    expect((await chooseStories(ranked, 1, toldOf(), still)).map(({ story }) => story.id)).toEqual(['ferry']);
    expect(await chooseStories(ranked, 9, toldOf('ferry-post', 'bakery', 'chess'), still)).toEqual([]);
  });

  it('and those that moved on, told from what is new', async () => {
    const moved = { newsOf: async ({ articles }: Ranked) => articles.slice(1) };
    const chosen = await chooseStories(ranked, 2, toldOf('ferry-post', 'bakery'), moved);
    expect(chosen.map(({ story, isUpdate }) => [story.id, isUpdate])).toEqual([
      ['ferry', true],
      ['chess', false],
    ]);
    expect(chosen[0]?.tellingArticles.map(({ id }) => id)).toEqual(['refloated-post']);
  });
});

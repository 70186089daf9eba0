import { describe, expect, it } from 'vitest';
import type { NewArticle } from '../../src/stories/article.ts';
import { createFakeStore } from '../fakes/article-store.ts';
import { createFakeAudit } from '../fakes/audit.ts';
import { currentIn } from '../fakes/ledger.ts';
import { createFakeOutbox } from '../fakes/outbox.ts';
import { createFakePlanStore } from '../fakes/plan-store.ts';
import { createFakeSourceStore } from '../fakes/source-store.ts';
import { bakery, chess, ferry, refloated } from './events.ts';
import { alerts, at, here, hours, openRoom, readable, start, subscription } from './room.ts';

type Room = ReturnType<typeof openRoom>;

const { post, wire, mole } = ferry;

/** A room whose channel was told of some articles of a ferry, and of a baker. */
async function openTold(
  articles: readonly NewArticle[] = [post, mole],
  plan = subscription({ wish: { sentences: 2 } }),
): Promise<Room> {
  const room = openRoom();
  await room.publish('ferry', ...articles);
  await room.publish('bakery', bakery);
  await room.plans.put(plan);
  await room.run();
  room.pass(30);
  return room;
}

/** Publishes an article again, as its paper changed it. */
const revise = (room: Room, article: NewArticle, parts: Partial<NewArticle>) =>
  room.articles.add([{ ...article, arrivedAt: room.clock.now, ...parts }]);
/** What readers see of a post now. */
const shown = ({ platform }: Room, index = 0): string => {
  const post = platform.posts[index];
  return post === undefined ? '' : readable(post.edits.at(-1) ?? post.message);
};
/** What was added below a story: what stands in a block of its own after its card. */
const notes = (room: Room) =>
  shown(room)
    .split('\n\n')
    .filter((block) => /^2026-\S+ · /.test(block));
const edits = async (room: Room) => (await room.find({ kinds: ['correction'] })).length;

const opening =
  'The night ferry Mirabel ran aground off Varnholm shortly after three in the morning with 212 passengers aboard.';

describe('a post is put right', () => {
  it('where its paper says that it corrected the article, in its own words', async () => {
    const room = await openTold();
    const correction = 'Correction: An earlier version misstated the number of passengers.';
    const text = `${post.text.replace('212', '221')}\n${correction}`;
    await revise(room, post, { text, correction });
    await room.run();
    expect(notes(room)).toEqual([
      '2026-05-04T08:30 · Ferry Post has corrected this article: “Correction: An earlier version misstated the number of passengers.”',
    ]);
    expect(shown(room)).toContain('with 221 passengers aboard.”');
    expect(shown(room)).toContain(' · corrected');
  });

  it('where its title is another one', async () => {
    const room = await openTold();
    await revise(room, post, { title: 'Night ferry freed off Varnholm' });
    await room.run();
    expect(notes(room)).toEqual([
      '2026-05-04T08:30 · Ferry Post has changed the title; it was “Night ferry runs aground off Varnholm with 212 aboard”',
    ]);
    expect(shown(room)).toContain('\n\nNight ferry freed off Varnholm\n');
  });

  it('where a sentence that it quotes is no longer there', async () => {
    const room = await openTold();
    expect(shown(room)).toContain(opening);
    await revise(room, post, { text: post.text.replace('212 passengers', 'hundreds') });
    await room.run();
    expect(notes(room)).toEqual(['2026-05-04T08:30 · Ferry Post has changed this article.']);
    expect(shown(room)).toContain('shortly after three in the morning with hundreds aboard.”');
  });

  it('where the article that it quotes was taken back: another one is quoted', async () => {
    const room = await openTold();
    await room.archive.withdraw('ferry-post', at(29));
    await room.run();
    expect(shown(room)).toContain('Nachtfähre läuft vor Varnholm auf Grund\n„');
    expect(shown(room)).toContain('Die Mole (de) · ');
    expect(shown(room)).not.toContain(opening);
    expect(notes(room)).toEqual([
      `2026-05-04T08:29 · Ferry Post has withdrawn this article: “${post.title}”`,
    ]);
    await revise(room, mole, { title: 'Nachtfähre ist frei' });
    room.pass(5);
    await room.run();
    expect(shown(room)).toContain('Nachtfähre ist frei\n„');
  });

  it('where another source took its article back', async () => {
    const room = await openTold();
    await room.archive.withdraw('ferry-mole', at(29));
    await room.run();
    expect(shown(room)).toContain(opening);
    expect(shown(room)).toContain('Ferry Post (en) · ');
    expect(notes(room)).toEqual([`2026-05-04T08:29 · Die Mole has withdrawn this article: „${mole.title}“`]);
  });

  it('where all took theirs back: nothing is left of the story but that', async () => {
    const room = await openTold();
    for (const id of ['ferry-post', 'ferry-mole']) await room.archive.withdraw(id, at(29));
    await room.run();
    expect(notes(room)).toHaveLength(2);
    expect(shown(room)).not.toContain(opening);
    expect(shown(room).split('\n\n')).toHaveLength(4);
    await revise(room, bakery, { title: 'Rye loaf loses' });
    room.pass(5);
    await room.run();
    const [edit] = await room.find({ kinds: ['correction'] });
    expect(edit?.delivery.key.split(':edit:')[1]).toBe('bakery@1..2');
    await revise(room, post, {});
    room.pass(5);
    await room.run();
    expect(shown(room)).toContain(opening);
  });

  it('with the rest of the digest as it was', async () => {
    const room = await openTold([post]);
    const before = shown(room).split('\n\n');
    await revise(room, post, { title: 'Night ferry freed off Varnholm' });
    await room.run();
    const after = shown(room).split('\n\n');
    expect(after.filter((block) => !before.includes(block))).toEqual([
      expect.stringContaining('Night ferry freed off Varnholm\n'),
      expect.stringContaining('has changed the title'),
    ]);
    expect(before.filter((block) => !after.includes(block))).toHaveLength(1);
    const [edit] = await room.find({ kinds: ['correction'] });
    const kinds = edit?.delivery.parts.at(-1)?.blocks.map(({ kind }) => kind);
    expect([kinds, edit?.delivery.plan, edit?.delivery.language]).toEqual([['actions'], 'daily', 'en']);
  });

  it.each([
    ['fr', '2026-05-04T08:30 · Ferry Post a modifié cet article.'],
    ['de', '2026-05-04T08:30 · Ferry Post hat diesen Artikel geändert.'],
  ] as const)('in the language of the post: %s', async (language, note) => {
    const room = await openTold([post], subscription({ language }));
    await revise(room, post, { text: post.text.replace('212 passengers', 'hundreds') });
    await room.run();
    expect(notes(room)).toEqual([note]);
  });

  it('again when it changes again, and says the same once, with its last time', async () => {
    const room = await openTold();
    await revise(room, post, { text: post.text.replace('212 passengers', 'hundreds') });
    await room.run();
    room.pass(30);
    await revise(room, post, { text: post.text.replace('212 passengers', 'two hundred') });
    await room.run();
    expect(notes(room)).toEqual(['2026-05-04T09:00 · Ferry Post has changed this article.']);
    room.pass(30);
    await revise(room, post, {
      title: 'Freed',
      text: post.text.replace('212 passengers', 'two hundred'),
    });
    await room.run();
    expect(notes(room)).toEqual([
      '2026-05-04T09:00 · Ferry Post has changed this article.',
      expect.stringContaining('2026-05-04T09:30 · Ferry Post has changed the title; it was'),
    ]);
    expect(room.platform.posts[0]?.edits).toHaveLength(3);
  });

  it('with its last notes alone where a title changes all the time', async () => {
    const room = await openTold();
    for (let index = 1; index < 7; index += 1) {
      room.pass(10);
      await revise(room, post, { title: `Live: ${index}` });
      await room.run();
    }
    expect(notes(room).map((note) => note.slice(-9))).toEqual(['“Live: 3”', '“Live: 4”', '“Live: 5”']);
  });

  it('that has not gone out yet, as soon as it has', async () => {
    const room = openRoom();
    await room.publish('ferry', post);
    await room.plans.put(subscription());
    await room.tick();
    await revise(room, post, { title: 'Night ferry freed off Varnholm' });
    room.pass(1);
    await room.run();
    expect(room.platform.attempts).toEqual(['daily:2026-05-04T08:00:00.000Z', 'edit 1']);
    expect(shown(room)).toContain('Night ferry freed off Varnholm\n');
  });

  it('that waits for the end of quiet hours, not before that', async () => {
    const room = openRoom();
    await room.publish('ferry', { ...post, arrivedAt: at(-5) }, { ...wire, arrivedAt: at(-5) });
    await room.plans.put(alerts({ quiet: { from: 0, to: 10 * 60 }, wish: { languages: ['en'] } }));
    await room.run();
    room.pass(30);
    await revise(room, wire, { title: 'Mirabel floats' });
    await room.run();
    const [edit] = await room.find({ kinds: ['correction'] });
    expect([edit?.delivery.notBefore, room.platform.attempts]).toEqual([at(120), []]);
    room.pass(90);
    await room.run();
    expect(shown(room)).toContain('Mirabel floats\n');
  });

  it('with as many sentences as it had, and marked as an update where it was one', async () => {
    const room = openRoom();
    await room.publish('ferry', { ...post, arrivedAt: at(-5) }, { ...wire, arrivedAt: at(-5) });
    await room.plans.put(alerts({ wish: { sentences: 3 } }));
    await room.run();
    room.pass(90);
    await room.publish('ferry', { ...refloated.post, publishedAt: at(89), arrivedAt: at(89) });
    await room.run();
    await room.plans.remove('alerts');
    room.pass(10);
    await revise(room, refloated.post, { title: 'Captain and mate suspended' });
    await room.run();
    expect(shown(room, 1)).toContain('What is new · Ferry Post (en)');
    expect(shown(room, 1).split('“').length - 1).toBe(4);
  });
});

describe('a post is left as it is', () => {
  it('where a revision shows nowhere in it, be it of another source', async () => {
    const room = await openTold();
    await revise(room, post, { text: `${post.text} The mayor thanked all helpers.` });
    await revise(room, mole, { title: 'Nachtfähre sitzt fest', text: 'Alles neu.' });
    await room.run();
    expect([await edits(room), await room.ledger.outdated(new Date(0), 9)]).toEqual([0, []]);
  });

  it('where a source took back what the story wasn’t told from', async () => {
    const room = openRoom();
    await room.publish('ferry', post, mole);
    await room.plans.put(subscription({ wish: { languages: ['en'] } }));
    await room.run();
    await room.archive.withdraw('ferry-mole', at(1));
    room.pass(5);
    await room.run();
    expect(await edits(room)).toBe(0);
  });

  it('where the rest of an article came that was a part before', async () => {
    const room = await openTold([{ ...post, text: 'A ferry ran aground.', complete: false }]);
    await revise(room, post, { complete: true });
    await room.run();
    expect(await edits(room)).toBe(0);
  });

  it('where its paper says of an old correction again what it said', async () => {
    const correction = 'Correction: It was the night ferry.';
    const text = `${post.text}\n${correction}`;
    const room = await openTold([{ ...post, text, correction }]);
    await revise(room, post, { text: `${text}\nMore soon.`, correction });
    await room.run();
    expect(await edits(room)).toBe(0);
  });

  it('where an article comes back that it doesn’t quote', async () => {
    const room = await openTold();
    await room.archive.withdraw('ferry-mole', at(29));
    await room.run();
    room.pass(5);
    await revise(room, mole, {});
    await room.run();
    expect(await edits(room)).toBe(1);
  });

  it('where it is two weeks old', async () => {
    const room = await openTold();
    room.pass(hours(14 * 24 + 1));
    await room.plans.remove('daily');
    await revise(room, post, { title: 'Freed' });
    await room.run();
    expect([await edits(room), await room.ledger.outdated(new Date(0), 9)]).toEqual([0, []]);
  });

  it('where it was given up', async () => {
    const room = openRoom();
    await room.publish('ferry', post);
    await room.plans.put(subscription());
    await room.tick();
    const claim = { platform: 'chat', owner: 'me', now: start, until: start, limit: 1 };
    const [claimed] = await room.outbox.claim(claim);
    const failed = { state: 'failed', reason: 'refused', failure: '', at: start } as const;
    await room.outbox.settle(claimed?.delivery.key ?? '', 'me', failed);
    await revise(room, post, { title: 'Freed' });
    room.pass(5);
    await room.run();
    expect(await edits(room)).toBe(0);
  });
});

describe('corrections', () => {
  it('come once, whichever newsrooms find them, and whenever Kiosk is started again', async () => {
    const room = await openTold();
    await revise(room, post, { title: 'Freed' });
    const other = openRoom(room);
    other.clock.now = room.clock.now;
    await Promise.all([room.tick(), other.tick()]);
    await openRoom(room).tick();
    expect(await edits(room)).toBe(1);
  });

  it('of what changes while newsrooms look leave the last state', async () => {
    const room = await openTold([post]);
    const { promise, resolve } = Promise.withResolvers<void>();
    await revise(room, post, { title: 'Freed' });
    const slow = openRoom({
      ...room,
      outbox: { ...room.outbox, putAll: (...puts) => promise.then(() => room.outbox.putAll(...puts)) },
    });
    slow.clock.now = room.clock.now;
    const looking = slow.newsroom.tick(room.clock.now);
    for (let turn = 0; turn < 99; turn += 1) await Promise.resolve();
    await revise(room, post, { title: 'Freed at last' });
    await room.tick();
    resolve();
    await looking;
    await room.run();
    expect(shown(room)).toContain('Freed at last');
  });

  it('have the same name in each newsroom', async () => {
    const keys = new Set<string>();
    for (let index = 0; index < 2; index += 1) {
      const room = await openTold();
      await revise(room, post, { title: 'Freed' });
      await room.archive.withdraw('ferry-mole', at(29));
      room.pass(index);
      await room.tick();
      for (const { delivery } of await room.find({ kinds: ['correction'] })) keys.add(delivery.key);
    }
    expect([...keys]).toEqual(['daily:2026-05-04T08:00:00.000Z:edit:ferry-mole@1..1-,ferry-post@1..2']);
  });

  it('are named by what changed since the last one alone', async () => {
    const room = await openTold();
    await revise(room, mole, { title: 'Nachtfähre sitzt fest' });
    await revise(room, bakery, { title: 'Rye loaf loses' });
    await room.tick();
    room.pass(5);
    await revise(room, post, { title: 'Freed' });
    await room.tick();
    const keys = (await room.find({ kinds: ['correction'] })).map(({ delivery }) => delivery.key);
    expect(keys.map((key) => key.split(':edit:')[1])).toEqual([
      'ferry-post@1..2',
      'bakery@1..2,ferry-mole@1..2',
    ]);
  });

  it('are looked for among what changed lately, once the last weeks were looked at', async () => {
    const room = openRoom();
    const looked: Date[] = [];
    const ledger = {
      ...room.ledger,
      async outdated(since: Date) {
        looked.push(since);
        return [];
      },
    };
    const looking = openRoom({ ...room, ledger });
    await looking.tick();
    looking.pass(1);
    await looking.tick();
    expect(looked).toEqual([at(-hours(14 * 24)), at(-10)]);
  });

  it('of others come where one post can’t be put right, even the first of many', async () => {
    const stored = createFakeStore();
    const room = openRoom({
      ...stored,
      ...createFakeOutbox(currentIn(stored)),
      archive: {
        ...stored.archive,
        versions: (id) => (id === 'bad' ? Promise.reject(new Error('no')) : stored.archive.versions(id)),
      },
      sources: createFakeSourceStore(),
      plans: createFakePlanStore(),
      audit: createFakeAudit(),
    });
    await room.publish('bad', { ...chess, id: 'bad' });
    await room.publish('ferry', post);
    for (let index = 0; index < 600; index += 1)
      await room.plans.put(
        subscription({ id: `a${index}`, channel: `chat:${index}`, wish: { topics: ['chess'] } }),
      );
    await room.plans.put(subscription({ wish: { topics: ['ferry'] } }));
    await room.tick();
    room.pass(30);
    await revise(room, { ...chess, id: 'bad' }, { title: 'Teenager loses chess title' });
    await revise(room, post, { title: 'Freed' });
    await room.tick();
    expect(await edits(room)).toBe(1);
    expect(room.faults).toHaveLength(600);
  });

  it('come to all posts that told the same, and each article is looked up once a post', async () => {
    const room = openRoom();
    await room.publish('ferry', post);
    for (let index = 0; index < 1200; index += 1)
      await room.plans.put(subscription({ id: `${index}`, channel: `chat:${index}` }));
    await room.tick();
    room.pass(30);
    await revise(room, post, { title: 'Freed' });
    await room.tick();
    const found = await room.ledger.find({ kinds: ['correction'], limit: 9999 });
    expect(found).toHaveLength(1200);
    await revise(room, post, { title: 'Freed', text: `${post.text} The mayor thanked all helpers.` });
    room.pass(30);
    await room.tick();
    expect(await room.ledger.outdated(new Date(0), 9)).toEqual([]);
  });
});

it('leaves channels alone of which nothing was told', async () => {
  const room = openRoom();
  await room.publish('ferry', post);
  await revise(room, post, { title: 'Freed' });
  await room.run();
  expect(await room.find({ channel: here })).toEqual([]);
});

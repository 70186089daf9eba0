import { expect, it } from 'vitest';
import { shareStore } from '../stores/sqlite/open.ts';
import { bakery, ferry, refloated } from './events.ts';
import { alerts, announcement, at, here, hours, news, openRoom, readable, subscription } from './room.ts';

const openStore = shareStore();

const later = (minutes: number) => ({ publishedAt: at(minutes), arrivedAt: at(minutes) });

it('lives some days over SQLite as it does in memory', async () => {
  const store = await openStore();
  const rooms = [openRoom(), openRoom(store)];
  const lives = await Promise.all(
    rooms.map(async (room) => {
      const { platform } = room;
      await room.publish('ferry', ferry.post, ferry.mole);
      await room.publish('bakery', bakery);
      await room.plans.put(subscription({ wish: { sentences: 2 } }));
      await room.plans.put(
        alerts({ channel: 'chat:2', quiet: { from: 0, to: 8 * 60 }, wish: { keywords: 'Mirabel' } }),
      );
      await room.plans.put(
        announcement({
          channel: 'chat:3',
          until: at(hours(30)),
          when: { cron: '0 8 * * *', timeZone: 'UTC' },
        }),
      );
      await room.run();
      room.pass(10);
      await room.publish('ferry', { ...ferry.wire, ...later(9) });
      await room.articles.add([{ ...ferry.post, title: 'Ferry freed', arrivedAt: at(9) }]);
      await room.run();
      room.pass(90);
      await room.publish('merged', { ...refloated.post, ...later(99) });
      const told = [ferry.post, ferry.mole, ferry.wire];
      await room.articles.assign(told.map(({ id }) => ({ article: id, story: 'merged' })));
      await room.archive.withdraw('bakery', at(99));
      await room.run();
      room.clock.now = at(hours(24));
      for (let index = 0; index < 4; index += 1)
        await room.publish(`s${index}`, news(`s${index}`, { source: `S${index}`, ...later(hours(20)) }));
      await room.run();
      room.clock.now = at(hours(55));
      await room.run();
      const acts = await room.audit.list({ limit: 99 });
      return {
        posts: platform.posts
          .map(({ key, channel, follows, message, edits }) => ({
            key,
            channel,
            isFollowing: follows !== undefined,
            said: [message, ...edits].map(readable),
          }))
          .toSorted((one, other) => (one.key < other.key ? -1 : 1)),
        plans: (await room.plans.list()).map(({ id, dueAt }) => [id, dueAt]),
        acts: acts.map(({ action, subject, details }) => [action, subject, details]),
        faults: room.faults,
      };
    }),
  );
  const [inMemory, onDisk] = lives;
  expect(onDisk).toEqual(inMemory);
  expect(inMemory?.faults).toEqual([]);
  expect(
    inMemory?.posts.map(({ channel, key, isFollowing, said }) => [
      channel,
      key.split(':')[0],
      isFollowing,
      said.length,
    ]),
  ).toEqual([
    ['chat:2', 'alert', false, 2],
    [here, 'daily', false, 3],
    [here, 'daily', false, 1],
    ['chat:3', 'notice', false, 1],
    ['chat:3', 'notice', false, 1],
    ['chat:2', 'update', true, 1],
  ]);
});

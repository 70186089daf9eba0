import { expect, test } from 'vitest';
import { createRandom } from '../../../bench/figures.ts';
import { createFakeDesk, fakeListings } from '../../fakes/desk.ts';
import { soak, timeout } from '../soak.ts';
import { openForTest } from './open.ts';

/** What Discord is asked for when something is posted or edited. */
const routes = [
  'POST /channels/:channel/messages',
  'POST /channels/:channel/messages/:message/threads',
  'POST /channels/:channel/threads',
  'PATCH /channels/:channel/messages/:message',
  'POST /users/@me/channels',
  'GET /channels/:channel/messages',
  'GET /channels/:channel',
] as const;
const faults = [
  { kind: 'rate-limited', retryAfter: 0.01 },
  { kind: 'rate-limited', retryAfter: 0.01, global: true },
  { kind: 'status', status: 502 },
  { kind: 'failed', status: 502 },
  { kind: 'dropped' },
  { kind: 'lost' },
  { kind: 'lost' },
] as const;

test(
  'whatever Discord and the way to it do, each post is there once, where it belongs, and as it was edited',
  { timeout },
  async () => {
    const pace = { postsPace: Number.POSITIVE_INFINITY };
    const { discord, adapter, kept, start } = await openForTest(pace);
    const other = await openForTest({ ...pace, discord, kept });
    const guild = discord.guild({ name: 'Harbour' });
    const rooms = Array.from({ length: 20 }, (_, index) =>
      guild.channel({ name: `news-${index}`, kind: index % 4 === 3 ? 'forum' : 'text' }),
    );
    const readers = Array.from({ length: 10 }, (_, index) => discord.user({ name: `Reader ${index}` }));
    await start(fakeListings, createFakeDesk());
    const random = createRandom(1);
    const pick = <Item>(items: readonly Item[]) => items[Math.floor(random() * items.length)];

    function hurt(): void {
      const [route, fault] = [pick(routes), pick(faults)];
      if (random() < 0.3 && route !== undefined && fault !== undefined) discord.fault(route, fault);
      if (random() < 0.02) discord.gateway.drop();
      if (random() < 0.02) discord.clock.pass(10 * 60_000);
    }

    const expected = await soak({
      adapters: [adapter, other.adapter],
      channels: rooms.map(({ id }) => `discord:${guild.id}:${id}`),
      readers: readers.map(({ id }) => `discord:${id}`),
      random,
      hurt,
    });
    const threads = rooms.flatMap((room) => discord.threads(room));
    const places = [...rooms, ...threads, ...readers.map((reader) => ({ id: reader.direct().channelId }))];
    const seen = places.flatMap(({ id }) => discord.visible(id).map(({ text }) => text));
    expect(seen.toSorted()).toEqual(expected.toSorted());
    expect(discord.pings).toEqual([]);
    expect(discord.violations).toEqual([]);
  },
);

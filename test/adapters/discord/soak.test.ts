import { expect, test } from 'vitest';
import { createRandom } from '../../../bench/figures.ts';
import { createFakeDesk, fakeListings } from '../../fakes/desk.ts';
import { postUntilThere } from '../posting.ts';
import { openForTest } from './open.ts';

/** How many posts go to how many channels; `KIOSK_SOAK_POSTS` asks for more. */
const posts = Number(process.env['KIOSK_SOAK_POSTS'] ?? 200);
const channels = 20;

test('whatever Discord and the way to it do, each post is there once', { timeout: 300_000 }, async () => {
  const { discord, adapter, start } = await openForTest();
  const guild = discord.guild({ name: 'Harbour' });
  const rooms = Array.from({ length: channels }, (_, index) => guild.channel({ name: `news-${index}` }));
  await start(fakeListings, createFakeDesk());
  const route = 'POST /channels/:channel/messages';
  const random = createRandom(1);
  const faults = [
    () => discord.fault(route, { kind: 'rate-limited', retryAfter: 0.01 }),
    () => discord.fault(route, { kind: 'rate-limited', retryAfter: 0.01, global: true }),
    () => discord.fault(route, { kind: 'status', status: 502 }),
    () => discord.fault(route, { kind: 'dropped' }),
    () => discord.fault(route, { kind: 'lost' }),
    () => discord.fault(route, { kind: 'lost' }),
    () => discord.gateway.drop(),
  ];

  async function deliver(number: number): Promise<void> {
    const room = rooms[number % channels];
    if (random() < 0.3) faults[Math.floor(random() * faults.length)]?.();
    const delivery = {
      key: `post ${number}`,
      channel: `discord:${guild.id}:${room?.id ?? ''}`,
      message: { language: 'en', blocks: [{ kind: 'text', text: `Post ${number}` }] },
    } as const;
    await postUntilThere(adapter, delivery);
  }

  await Promise.all(Array.from({ length: posts }, (_, number) => deliver(number)));
  const seen = rooms.flatMap((room) => discord.visible(room).map(({ text }) => text));
  expect(seen).toHaveLength(posts);
  expect(new Set(seen).size).toBe(posts);
  expect(discord.violations).toEqual([]);
});

import { expect, test } from 'vitest';
import { createRandom } from '../../../bench/figures.ts';
import { soak, timeout } from '../soak.ts';
import { openForTest } from './open.ts';
import { openRoom } from './room.ts';

/** What Slack is asked for when something is posted or edited. */
const methods = [
  'chat.postMessage',
  'chat.postMessage',
  'chat.update',
  'conversations.open',
  'conversations.replies',
  'conversations.history',
] as const;
const faults = [
  { kind: 'rate-limited', retryAfter: 1 },
  { kind: 'status', status: 503 },
  { kind: 'failed', status: 502 },
  { kind: 'dropped' },
  { kind: 'lost' },
  { kind: 'lost' },
] as const;

test(
  'whatever Slack and the way to it do, each post is there once, where it belongs, and as it was edited',
  { timeout },
  async () => {
    const { slack, adapter, kept, idOf } = await openRoom();
    const other = await openForTest({ slack, kept });
    const rooms = Array.from({ length: 20 }, (_, index) => slack.channel({ name: `news-${index}` }));
    const readers = Array.from({ length: 10 }, (_, index) => slack.user({ name: `Reader ${index}` }));
    const random = createRandom(1);
    const pick = <Item>(items: readonly Item[]) => items[Math.floor(random() * items.length)];

    function hurt(): void {
      const [method, fault] = [pick(methods), pick(faults)];
      if (random() < 0.3 && method !== undefined && fault !== undefined) slack.fault(method, fault);
      if (random() < 0.02) slack.clock.pass(10 * 60_000);
    }

    const expected = await soak({
      adapters: [adapter, other.adapter],
      channels: rooms.map(idOf),
      readers: readers.map(idOf),
      random,
      hurt,
    });
    const places = [...rooms, ...readers.map((reader) => ({ id: reader.direct().channelId }))];
    const seen = places.flatMap(({ id }) => slack.visible(id).map(({ text }) => text));
    expect(seen.toSorted()).toEqual(expected.toSorted());
    expect(slack.pings).toEqual([]);
    expect(slack.violations).toEqual([]);
  },
);

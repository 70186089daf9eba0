import { describe, expect, test } from 'vitest';
import { createRandom } from '../../../bench/figures.ts';
import type { Message } from '../../../src/chat/message.ts';
import { failureOf, postUntilThere } from '../posting.ts';
import { openForTest } from './open.ts';

const says = (text: string): Message => ({ language: 'en', blocks: [{ kind: 'text', text }] });
const hour = 60 * 60 * 1000;

async function openRoom(...parts: Parameters<typeof openForTest>) {
  const opened = await openForTest(...parts);
  const { slack } = opened;
  const news = slack.channel({ name: 'news' });
  const idOf = ({ id }: { readonly id: string }) => `slack:${slack.workspace.id}:${id}`;
  return { ...opened, news, idOf, channel: idOf(news) };
}

describe('a post', () => {
  test.each([
    ['whose answer is lost', { kind: 'lost' }],
    ['that never arrives', { kind: 'dropped' }],
    ['that Slack fails at', { kind: 'status', status: 503 }],
  ] as const)('%s is there once, when it is tried again hours later', async (_, fault) => {
    const { slack, adapter, channel, news } = await openRoom();
    slack.fault('chat.postMessage', fault);
    const delivery = { key: 'one', channel, message: says('The crane has come.') };
    expect(await failureOf(adapter.post(delivery))).toMatchObject({ permanent: false });
    slack.clock.pass(3 * hour);
    const posted = await adapter.post(delivery);
    expect(slack.visible(news).map(({ ts }) => ts)).toEqual([posted.id]);
    expect(slack.violations).toEqual([]);
  });

  test('that Slack asks to wait with says for how long', async () => {
    const { slack, adapter, channel } = await openRoom();
    slack.fault('chat.postMessage', { kind: 'rate-limited', retryAfter: 7 });
    const refused = await failureOf(adapter.post({ key: 'one', channel, message: says('Hello') }));
    expect(refused).toMatchObject({ permanent: false, retryAfter: 7000 });
  });

  test('joins a public channel, and is refused by a private one', async () => {
    const { slack, adapter, idOf } = await openRoom();
    const open = slack.channel({ name: 'open', bot: false });
    await adapter.post({ key: 'one', channel: idOf(open), message: says('Hello') });
    expect(slack.visible(open).map(({ text }) => text)).toEqual(['Hello']);
    const closed = slack.channel({ name: 'closed', kind: 'private', bot: false });
    const refused = await failureOf(
      adapter.post({ key: 'two', channel: idOf(closed), message: says('Hello') }),
    );
    expect(refused).toMatchObject({ permanent: true });
    const old = slack.channel({ name: 'old', archived: true });
    expect(
      await failureOf(adapter.post({ key: 'three', channel: idOf(old), message: says('Hello') })),
    ).toMatchObject({
      reason: 'archived',
    });
  });
});

test('whatever Slack and the way to it do, each post is there once', async () => {
  const { slack, adapter, idOf } = await openRoom();
  const posts = Number(process.env['KIOSK_SOAK_POSTS'] ?? 200);
  const rooms = Array.from({ length: 20 }, (_, index) => slack.channel({ name: `news-${index}` }));
  const random = createRandom(1);
  const faults = [
    { kind: 'rate-limited', retryAfter: 1 },
    { kind: 'status', status: 503 },
    { kind: 'dropped' },
    { kind: 'lost' },
    { kind: 'lost' },
  ] as const;

  async function deliver(number: number): Promise<void> {
    const room = rooms[number % rooms.length];
    const fault = faults[Math.floor(random() * faults.length)];
    if (random() < 0.3 && fault !== undefined) slack.fault('chat.postMessage', fault);
    const delivery = {
      key: `post ${number}`,
      channel: idOf({ id: room?.id ?? '' }),
      message: says(`Post ${number}`),
    };
    await postUntilThere(adapter, delivery);
  }

  await Promise.all(Array.from({ length: posts }, (_, number) => deliver(number)));
  const seen = rooms.flatMap((room) => slack.visible(room).map(({ text }) => text));
  expect(seen).toHaveLength(posts);
  expect(new Set(seen).size).toBe(posts);
  expect(slack.violations).toEqual([]);
});

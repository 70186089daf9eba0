import { expect, test } from 'vitest';
import { failureOf, postUntilThere, says } from '../posting.ts';
import { openRoom } from './room.ts';

const atOnce = 16;

/** A workspace with as many channels as are posted to at once. */
async function openChannels(...parts: Parameters<typeof openRoom>) {
  const opened = await openRoom(...parts);
  const rooms = Array.from({ length: atOnce }, (_, index) => opened.slack.channel({ name: `news-${index}` }));
  const deliveries = rooms.map((room, index) => ({
    key: `post ${index}`,
    channel: opened.idOf(room),
    message: says(`Post ${index}`),
  }));
  return { ...opened, rooms, deliveries };
}

test('posts to several channels are under way at the same time', async () => {
  const { slack, adapter, deliveries, rooms, texts } = await openChannels();
  const held = slack.fault('chat.postMessage', { kind: 'held' }, atOnce);
  const posted = Promise.all(deliveries.map((delivery) => adapter.post(delivery)));
  await slack.until(() => (held.met() === atOnce ? true : undefined));
  held.release();
  await posted;
  expect(rooms.flatMap(texts).toSorted()).toEqual(deliveries.map((_, index) => `Post ${index}`).toSorted());
});

test('a post that Slack leaves hanging ends in time, holds up no other, and is there once in the end', async () => {
  const { slack, adapter, deliveries, rooms, texts } = await openChannels({ longestPost: 600 });
  const [first, ...others] = deliveries;
  if (first === undefined) throw new Error('there are no channels');
  const held = slack.fault('chat.postMessage', { kind: 'held' });
  const failed = failureOf(adapter.post(first));
  await slack.until(() => (held.met() === 1 ? true : undefined));
  await Promise.all(others.map((delivery) => postUntilThere(adapter, delivery)));
  // What hung may still be done: a retry that came at once would not see it yet.
  expect(await failed).toMatchObject({ permanent: false, retryAfter: 30_000 });
  held.release();
  await slack.until(() => (rooms.flatMap(texts).length === atOnce ? true : undefined));
  await postUntilThere(adapter, first);
  expect(rooms.flatMap(texts)).toHaveLength(atOnce);
});

test('a post whose answer never ends does, and is there once', async () => {
  const { slack, adapter, news, channel, texts } = await openRoom({ longestPost: 600 });
  slack.fault('chat.postMessage', { kind: 'stalled' });
  const delivery = { key: 'one', channel, message: says('Hello') };
  expect(await failureOf(adapter.post(delivery))).toMatchObject({ permanent: false, retryAfter: 30_000 });
  await postUntilThere(adapter, delivery);
  expect(texts(news)).toEqual(['Hello']);
});

test('a limit of one channel holds up no other, and its end is told', async () => {
  const { slack, adapter, deliveries, rooms, texts } = await openChannels();
  slack.fault('chat.postMessage', { kind: 'rate-limited', retryAfter: 600 });
  const failures = await Promise.all(deliveries.map((delivery) => failureOf(adapter.post(delivery))));
  expect(failures.filter((failure) => failure !== undefined)).toMatchObject([
    { permanent: false, retryAfter: 600_000 },
  ]);
  expect(rooms.flatMap(texts)).toHaveLength(atOnce - 1);
});

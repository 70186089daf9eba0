import { expect, test } from 'vitest';
import { failureOf, postUntilThere, says } from '../posting.ts';
import { openServer } from './server.ts';

const atOnce = 16;

/** A server with as many channels as are posted to at once. */
async function openChannels(...parts: Parameters<typeof openServer>) {
  const opened = await openServer(...parts);
  const rooms = Array.from({ length: atOnce }, (_, index) => opened.guild.channel({ name: `news-${index}` }));
  const deliveries = rooms.map((room, index) => ({
    key: `post ${index}`,
    channel: opened.idOf(room),
    message: says(`Post ${index}`),
  }));
  return { ...opened, rooms, deliveries };
}

test('posts to several channels are under way at the same time', async () => {
  const { discord, adapter, deliveries, rooms, texts } = await openChannels();
  const held = discord.fault('POST /channels/:channel/messages', { kind: 'held' }, atOnce);
  const posted = Promise.all(deliveries.map((delivery) => adapter.post(delivery)));
  await discord.until(() => (held.met() === atOnce ? true : undefined));
  held.release();
  await posted;
  expect(rooms.flatMap(texts)).toEqual(deliveries.map((_, index) => `Post ${index}`));
});

test('a post that Discord leaves hanging ends in time, holds up no other, and is there once although it is done late', async () => {
  const { discord, adapter, deliveries, rooms, texts } = await openChannels({ longestPost: 300 });
  const [hanging] = rooms;
  const [first, ...others] = deliveries;
  if (hanging === undefined || first === undefined) throw new Error('there are no channels');
  const route = `/channels/${hanging.id}/messages`;
  const held = discord.fault(`POST ${route}`, { kind: 'held' });
  const failed = failureOf(adapter.post(first));
  await Promise.all(others.map((delivery) => postUntilThere(adapter, delivery)));
  expect(await failed).toMatchObject({ permanent: false });
  await postUntilThere(adapter, first);
  held.release();
  const sent = () => discord.requests.filter(({ method, path }) => method === 'POST' && path === route);
  await discord.until(() => (sent().length === 2 ? true : undefined));
  expect(rooms.flatMap(texts)).toHaveLength(atOnce);
});

test('a post whose answer never ends does, and is there once', async () => {
  const { discord, adapter, news, channel, texts } = await openServer({ longestPost: 300 });
  discord.fault('POST /channels/:channel/messages', { kind: 'stalled' });
  const delivery = { key: 'one', channel, message: says('Hello') };
  expect(await failureOf(adapter.post(delivery))).toMatchObject({ permanent: false });
  await postUntilThere(adapter, delivery);
  expect(texts(news)).toEqual(['Hello']);
});

test('a limit of one channel holds up no other, and its end is told', async () => {
  const { discord, adapter, deliveries, rooms, texts } = await openChannels();
  const [limited] = rooms;
  const [first, ...others] = deliveries;
  if (limited === undefined || first === undefined) throw new Error('there are no channels');
  discord.fault(`POST /channels/${limited.id}/messages`, { kind: 'rate-limited', retryAfter: 600 });
  const [failure] = await Promise.all([
    failureOf(adapter.post(first)),
    ...others.map((delivery) => adapter.post(delivery)),
  ]);
  expect(failure).toMatchObject({ permanent: false });
  expect(failure?.retryAfter).toBeGreaterThan(590_000);
  expect(rooms.flatMap(texts)).toHaveLength(others.length);
  expect(discord.requests.filter(({ status }) => status === 429)).toHaveLength(1);
});

test('a limit of everything is told, and nothing more is asked meanwhile', async () => {
  const { discord, adapter, deliveries } = await openChannels();
  const limit = { kind: 'rate-limited', retryAfter: 600, global: true } as const;
  discord.fault('POST /channels/:channel/messages', limit);
  const [first, second] = deliveries;
  if (first === undefined || second === undefined) throw new Error('there are no channels');
  for (const delivery of [first, second])
    expect((await failureOf(adapter.post(delivery)))?.retryAfter).toBeGreaterThan(590_000);
  expect(discord.requests.filter(({ status }) => status === 429)).toHaveLength(1);
});

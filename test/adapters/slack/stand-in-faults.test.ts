import { webApi } from '@slack/bolt';
import { describe, expect, test } from 'vitest';
import { openHarbour, silent } from './stand-in-bot.ts';
import type { Harbour } from './stand-in-bot.ts';

const client = ({ slack }: Harbour, retries = 0) =>
  new webApi.WebClient(slack.token(), {
    slackApiUrl: slack.slackApiUrl,
    logger: silent,
    rejectRateLimitedCalls: true,
    retryConfig: { retries, minTimeout: 1, maxTimeout: 1 },
  });

describe('Slack’s own client meets', () => {
  test('a limit, with how long to wait', async () => {
    await using harbour = await openHarbour();
    const { slack, channel } = harbour;
    slack.fault('chat.postMessage', { kind: 'rate-limited', retryAfter: 30 });
    const post = client(harbour).chat.postMessage({ channel: channel.id, text: 'Words' });
    await expect(post).rejects.toMatchObject({ retryAfter: 30 });
    expect(slack.visible(channel)).toEqual([]);
  });

  test('an outage, a refusal and a connection that ends', async () => {
    await using harbour = await openHarbour();
    const { slack, channel } = harbour;
    const post = async () => client(harbour).chat.postMessage({ channel: channel.id, text: 'Words' });
    slack.fault('*', { kind: 'status', status: 503 });
    await expect(post()).rejects.toMatchObject({ statusCode: 503 });
    slack.fault('chat.postMessage', { kind: 'refused', error: 'fatal_error' });
    await expect(post()).rejects.toMatchObject({ data: { error: 'fatal_error' } });
    slack.fault('chat.postMessage', { kind: 'dropped' });
    await expect(post()).rejects.toThrow('fetch failed');
    expect(slack.visible(channel)).toEqual([]);
    expect(slack.faultsLeft()).toEqual([]);
    await post();
    expect(slack.visible(channel)).toHaveLength(1);
    expect(slack.requests.map(({ status }) => status)).toEqual([503, 200, undefined, 200]);
  });

  test('an answer that is lost: tried again, it posts twice, and history tells by the metadata', async () => {
    await using harbour = await openHarbour();
    const { slack, channel } = harbour;
    slack.fault('chat.postMessage', { kind: 'lost' });
    const metadata = { event_type: 'delivery', event_payload: { key: 'edition:1' } };
    await client(harbour, 1).chat.postMessage({ channel: channel.id, text: 'Words', metadata });
    const { messages } = await client(harbour).conversations.history({
      channel: channel.id,
      include_all_metadata: true,
      limit: 10,
    });
    expect(messages?.map(({ metadata }) => metadata?.event_payload)).toEqual([
      { key: 'edition:1' },
      { key: 'edition:1' },
    ]);
    expect(slack.visible(channel)).toHaveLength(2);
    const without = await client(harbour).conversations.history({ channel: channel.id });
    expect(without.messages?.map(({ metadata }) => metadata)).toEqual([undefined, undefined]);
  });

  test('an answer that is held until the test lets go', async () => {
    await using harbour = await openHarbour();
    const { slack, channel } = harbour;
    const held = slack.fault('chat.postMessage', { kind: 'held' }, 5);
    const post = client(harbour).chat.postMessage({ channel: channel.id, text: 'Words' });
    await slack.until(() => (held.met() === 1 ? true : undefined));
    expect(slack.visible(channel)).toEqual([]);
    held.release();
    expect(await post).toMatchObject({ ok: true });
  });
});

test('a fault for a method that is not there can’t be ordered', async () => {
  await using harbour = await openHarbour();
  expect(() => harbour.slack.fault('chat.whisper', { kind: 'held' })).toThrow('There is no method');
});

test('history goes page by page, newest first, and replies oldest first', async () => {
  await using harbour = await openHarbour();
  const { channel, ada } = harbour;
  const reader = ada.in(channel);
  const { message } = reader.write('One');
  reader.write('Two');
  reader.write('Three');
  reader.write('Reply', { thread: message.ts });
  const { conversations } = client(harbour);
  const first = await conversations.history({ channel: channel.id, limit: 2 });
  expect(first.messages?.map(({ text }) => text)).toEqual(['Three', 'Two']);
  expect(first.has_more).toBe(true);
  const cursor = first.response_metadata?.next_cursor ?? '';
  const second = await conversations.history({ channel: channel.id, limit: 2, cursor });
  expect(second.messages).toMatchObject([{ text: 'One', reply_count: 1 }]);
  const since = await conversations.history({ channel: channel.id, oldest: message.ts });
  expect(since.messages).toHaveLength(2);
  const { messages } = await conversations.replies({ channel: channel.id, ts: message.ts });
  expect(messages?.map(({ text }) => text)).toEqual(['One', 'Reply']);
});

test('conversations are listed, opened and asked about', async () => {
  await using harbour = await openHarbour();
  const { slack, channel, ada } = harbour;
  slack.channel({ name: 'old', archived: true });
  slack.channel({ name: 'secret', kind: 'private', bot: false });
  const { conversations, users } = client(harbour);
  const { channels } = await conversations.list({ types: 'public_channel,private_channel' });
  expect(channels?.map(({ name }) => name)).toEqual(['news', 'old']);
  expect((await users.conversations({ exclude_archived: true })).channels).toMatchObject([{ name: 'news' }]);
  expect(await conversations.info({ channel: channel.id })).toMatchObject({
    channel: { name: 'news', is_member: true, is_private: false },
  });
  expect((await conversations.members({ channel: channel.id })).members).toContain(ada.id);
  expect(await conversations.open({ users: ada.id })).toMatchObject({
    channel: { id: ada.direct().channelId },
  });
  expect(slack.violations).toEqual([]);
});

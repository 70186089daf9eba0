import { describe, expect, test } from 'vitest';
import { failureOf, keptUntilPosted, says, tells } from '../posting.ts';
import { openForTest } from './open.ts';
import { hour, openServer } from './server.ts';

/** A server with a post that is there, and one that follows it. */
async function openStory(...parts: Parameters<typeof openServer>) {
  const opened = await openServer(...parts);
  const { adapter, channel } = opened;
  const first = await adapter.post({ key: 'one', channel, message: tells('The crane has come', 'Alert') });
  const next = { key: 'two', channel, message: tells('The crane lifts'), follows: first };
  return { ...opened, first, next };
}

const lifts = 'What is new\nThe crane lifts\nAll about it: The crane lifts';

describe('what follows a post', () => {
  test('goes into a thread that begins at it, and so does what follows that; nobody is pinged', async () => {
    const { discord, adapter, channel, news, first, next, texts, idOf } = await openStory();
    const second = await adapter.post(next);
    const third = { key: 'three', channel, message: says('It falls.') };
    const fourth = { key: 'four', channel, message: says('It rests.'), follows: second };
    const posted = await adapter.post({ ...third, follows: first });
    await adapter.post(fourth);
    expect(discord.threads(news)).toMatchObject([{ id: first.id, name: 'The crane lifts' }]);
    expect(second.channel).toBe(idOf({ id: first.id }));
    await adapter.edit(posted, says('It hangs.'));
    expect(texts(first.id)).toEqual([lifts, 'It hangs.', 'It rests.']);
    expect(texts(news)).toHaveLength(1);
    expect(discord.pings).toEqual([]);
    expect(discord.violations).toEqual([]);
  });

  test('goes on in the thread of a forum’s post', async () => {
    const { discord, adapter, guild, idOf, texts } = await openServer();
    const forum = guild.channel({ name: 'stories', kind: 'forum' });
    const channel = idOf(forum);
    const first = await adapter.post({ key: 'one', channel, message: tells('The crane') });
    await adapter.post({ key: 'two', channel, message: says('It lifts.'), follows: first });
    expect(discord.threads(forum)).toHaveLength(1);
    expect(texts(first.id)).toHaveLength(2);
    guild.find(first.id).remove();
    await adapter.post({ key: 'three', channel, message: says('It falls.'), follows: first });
    expect(discord.threads(forum).map(({ name }) => name)).toEqual(['It falls.']);
    expect(discord.violations).toEqual([]);
  });

  test('simply comes next where the channel is a thread', async () => {
    const { adapter, news, idOf, texts, discord } = await openServer();
    const thread = news.thread('talk');
    const channel = idOf(thread);
    const first = await adapter.post({ key: 'one', channel, message: says('It has come.') });
    await adapter.post({ key: 'two', channel, message: says('It lifts.'), follows: first });
    expect(texts(thread)).toEqual(['It has come.', 'It lifts.']);
    expect(discord.visible(thread)[1]?.repliesTo).toBeUndefined();
  });

  test('has a thread whose name is no longer than Discord takes, in an announcement channel, too', async () => {
    const { discord, adapter, guild, idOf } = await openServer({ settings: { crosspost: true } });
    const flash = guild.channel({ name: 'flash', kind: 'announcement' });
    const channel = idOf(flash);
    const first = await adapter.post({ key: 'one', channel, message: says('It has come.') });
    const long = tells('A crane of more words than a thread may have in its name '.repeat(5));
    await adapter.post({ key: 'two', channel, message: long, follows: first });
    expect(discord.threads(flash)[0]?.name.length).toBeLessThanOrEqual(100);
    await discord.until(() => (discord.visible(flash)[0]?.crossposted ? true : undefined));
    expect(discord.violations).toEqual([]);
  });

  test.each([
    ['may begin no threads', ['createPublicThreads']],
    ['may write in no threads', ['sendMessagesInThreads']],
  ] as const)('is a reply that pings nobody where Kiosk %s', async (_, denied) => {
    const { discord, adapter, news, first, next } = await openStory();
    news.deny('bot', ...denied);
    const posted = await adapter.post(next);
    expect(discord.visible(news)[1]).toMatchObject({ id: posted.id, text: lifts, repliesTo: first.id });
    expect(discord.pings).toEqual([]);
  });

  test('is a reply where there are too many threads, and where the thread was locked or is gone', async () => {
    const { discord, adapter, guild, news, next, first, channel, texts } = await openStory();
    discord.fault('POST /channels/:channel/messages/:message/threads', {
      kind: 'refused',
      reason: 'tooManyThreads',
    });
    expect(await adapter.post({ ...next, key: 'crowded' })).toMatchObject({ channel });
    const within = await adapter.post(next);
    const third = { key: 'three', channel, message: says('It falls.'), follows: within };
    guild.find(first.id).set({ locked: true });
    expect(await adapter.post(third)).toMatchObject({ channel });
    guild.find(first.id).remove();
    expect(await adapter.post({ ...third, key: 'four' })).toMatchObject({ channel });
    expect(discord.visible(news).map(({ repliesTo }) => repliesTo)).toEqual([
      undefined,
      ...[1, 2, 3].map(() => first.id),
    ]);
    expect(texts(news).slice(2)).toEqual(['It falls.', 'It falls.']);
  });

  test('simply comes next where the post is gone, where nothing may be replied to, and where it was elsewhere', async () => {
    const { discord, adapter, guild, news, next, first, idOf } = await openStory();
    const sport = guild.channel({ name: 'sport' });
    await adapter.post({ ...next, key: 'sport', channel: idOf(sport) });
    expect(discord.visible(sport)).toMatchObject([{ text: lifts, repliesTo: undefined }]);
    news.deny('bot', 'createPublicThreads', 'readMessageHistory');
    await adapter.post({ ...next, key: 'unread' });
    news.allow('bot', 'createPublicThreads', 'readMessageHistory');
    news.removeMessage(first.id);
    await adapter.post({ ...next, key: 'gone' });
    expect(discord.visible(news)).toMatchObject([{ repliesTo: undefined }, { repliesTo: undefined }]);
    expect(discord.threads(news)).toEqual([]);
  });
});

describe('what follows a post is there once', () => {
  const routes = ['POST /channels/:channel/messages/:message/threads', 'POST /channels/:channel/messages'];
  test.each(routes.flatMap((route) => [0, 3 * hour].map((pause) => [route, pause] as const)))(
    'where the answer to %s is lost and it is tried again %i ms later',
    async (route, pause) => {
      const { discord, adapter, first, next, texts, news } = await openStory();
      discord.fault(route, { kind: 'lost' });
      expect(await failureOf(adapter.post(next))).toMatchObject({ permanent: false });
      discord.clock.pass(pause);
      await adapter.post(next);
      expect(texts(first.id)).toEqual([lifts]);
      expect(texts(news)).toHaveLength(1);
    },
  );

  test('where it was a reply, and threads may be begun since', async () => {
    const { discord, adapter, next, news, texts } = await openStory();
    news.deny('bot', 'createPublicThreads');
    discord.fault('POST /channels/:channel/messages', { kind: 'lost' });
    await failureOf(adapter.post(next));
    news.allow('bot', 'createPublicThreads');
    await adapter.post(next);
    expect(texts(news)).toHaveLength(2);
    expect(discord.threads(news)).toEqual([]);
  });

  test('where one process ended when it was there, and another goes on', async () => {
    const { discord, kept, first, next, texts } = await openStory();
    const ending = await openForTest({ discord, kept: keptUntilPosted(kept) });
    await failureOf(ending.adapter.post(next));
    discord.clock.pass(24 * hour);
    const other = await openForTest({ discord, kept });
    const posted = await other.adapter.post(next);
    expect(texts(first.id)).toEqual([lifts]);
    expect(discord.visible(first.id)[0]?.id).toBe(posted.id);
  });

  test('however much was written in its thread since', async () => {
    const { discord, adapter, ada, first, next } = await openStory();
    await adapter.post({ ...next, key: 'before' });
    discord.fault('POST /channels/:channel/messages', { kind: 'lost' });
    const message = says('It falls.');
    for (let line = 0; line < 150; line += 1) ada.in(first.id).write(`Line ${line}`);
    await failureOf(adapter.post({ ...next, message }));
    for (let line = 0; line < 150; line += 1) ada.in(first.id).write(`Further line ${line}`);
    discord.clock.pass(hour);
    await adapter.post({ ...next, message });
    expect(discord.visible(first.id).filter(({ text }) => text === 'It falls.')).toHaveLength(1);
  });
});

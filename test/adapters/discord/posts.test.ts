import { describe, expect, test } from 'vitest';
import type { Message } from '../../../src/chat/message.ts';
import { failureOf, says, tells } from '../posting.ts';
import { openForTest } from './open.ts';
import { hour, openServer } from './server.ts';

describe('a post', () => {
  test.each([
    ['whose answer is lost', { kind: 'lost' }],
    ['that never arrives', { kind: 'dropped' }],
  ] as const)('%s is there once, when it is tried again', async (_, fault) => {
    const { discord, adapter, channel, news } = await openServer();
    discord.fault('POST /channels/:channel/messages', fault);
    const delivery = { key: 'one', channel, message: says('The crane has come.') };
    expect(await failureOf(adapter.post(delivery))).toMatchObject({ permanent: false });
    await adapter.post(delivery);
    expect(discord.visible(news).map(({ text }) => text)).toEqual(['The crane has come.']);
  });

  test('whose answer is lost is found again long after Discord has forgotten its nonce', async () => {
    const { discord, adapter, channel, news } = await openServer();
    discord.fault('POST /channels/:channel/messages', { kind: 'lost' });
    const delivery = { key: 'one', channel, message: says('The crane has come.') };
    await failureOf(adapter.post(delivery));
    discord.clock.pass(3 * hour);
    const posted = await adapter.post(delivery);
    expect(discord.visible(news).map(({ id }) => id)).toEqual([posted.id]);
  });

  test('is not taken for what somebody else wrote', async () => {
    const { discord, adapter, ada } = await openServer();
    discord.fault('POST /channels/:channel/messages', { kind: 'dropped' });
    const delivery = { key: 'one', channel: `discord:${ada.id}`, message: says('The crane has come.') };
    await failureOf(adapter.post(delivery));
    const { id } = ada.direct().write('The crane has come.');
    expect((await adapter.post(delivery)).id).not.toBe(id);
  });

  test('is still known after a restart', async () => {
    const { discord, adapter, channel, news, kept } = await openServer();
    const delivery = { key: 'one', channel, message: says('The crane has come.') };
    const posted = await adapter.post(delivery);
    await adapter.edit(posted, says('The crane has come, at last.'));
    discord.clock.pass(24 * hour);
    const again = await openForTest({ discord, kept });
    expect(await again.adapter.post(delivery)).toEqual(posted);
    expect(discord.visible(news)).toHaveLength(1);
  });

  test('waits where Discord asks to wait for a moment, and is tried again by whoever posts', async () => {
    const { discord, adapter, channel, news, logged } = await openServer();
    discord.fault('POST /channels/:channel/messages', { kind: 'rate-limited', retryAfter: 0.02 });
    discord.fault('POST /channels/:channel/messages', { kind: 'status', status: 502 });
    const delivery = { key: 'one', channel, message: says('The crane has come.') };
    expect(await failureOf(adapter.post(delivery))).toMatchObject({ permanent: false });
    await adapter.post(delivery);
    expect(discord.visible(news)).toHaveLength(1);
    expect(logged.join('')).toContain('Discord asks to wait');
  });

  test('in an announcement channel goes to those that follow it, if that is wanted', async () => {
    const { discord, adapter, guild, idOf } = await openServer({ settings: { crosspost: true } });
    const channel = guild.channel({ name: 'announcements', kind: 'announcement' });
    await adapter.post({ key: 'one', channel: idOf(channel), message: says('The crane has come.') });
    await discord.until(() => (discord.visible(channel)[0]?.crossposted ? true : undefined));
    expect(discord.violations).toEqual([]);
  });

  test('in a forum begins a thread, once, and is edited there', async () => {
    const { discord, adapter, guild, idOf } = await openServer();
    const forum = guild.channel({ name: 'stories', kind: 'forum' });
    const message: Message = {
      language: 'en',
      blocks: [
        { kind: 'heading', text: 'The crane' },
        { kind: 'text', text: 'It has come.' },
      ],
    };
    const delivery = { key: 'one', channel: idOf(forum), message };
    discord.fault('POST /channels/:channel/threads', { kind: 'lost' });
    await failureOf(adapter.post(delivery));
    const posted = await adapter.post(delivery);
    const [thread, ...others] = discord.threads(forum);
    expect(others).toEqual([]);
    expect(thread?.name).toBe('The crane');
    expect(posted.channel).toBe(idOf({ id: thread?.id ?? '' }));
    await adapter.edit(posted, says('It has left.'));
    expect(discord.visible(thread?.id ?? '').map(({ text }) => text)).toEqual(['It has left.']);
    expect(discord.violations).toEqual([]);
  });
});

describe('a post in a forum whose answer is lost', () => {
  async function openForum() {
    const opened = await openServer();
    const forum = opened.guild.channel({ name: 'stories', kind: 'forum' });
    return { ...opened, forum, stories: opened.idOf(forum) };
  }

  test('is told from one before it that begins with the same words', async () => {
    const { discord, adapter, forum, stories } = await openForum();
    const alert = (key: string, text: string) => ({
      key,
      channel: stories,
      message: { ...says(text), blocks: [{ kind: 'heading', text: 'Alert' }, ...says(text).blocks] } as const,
    });
    await adapter.post(alert('one', 'The crane has come.'));
    discord.fault('POST /channels/:channel/threads', { kind: 'dropped' });
    await failureOf(adapter.post(alert('two', 'The ferry sails.')));
    await adapter.post(alert('two', 'The ferry sails.'));
    const texts = discord.threads(forum).flatMap(({ id }) => discord.visible(id).map(({ text }) => text));
    expect(texts).toEqual(['Alert\nThe crane has come.', 'Alert\nThe ferry sails.']);
  });

  test('is found though its thread was archived since', async () => {
    const { discord, adapter, guild, forum, stories } = await openForum();
    discord.fault('POST /channels/:channel/threads', { kind: 'lost' });
    const delivery = { key: 'one', channel: stories, message: tells('The crane') };
    await failureOf(adapter.post(delivery));
    discord.clock.pass(24 * hour);
    const [thread] = discord.threads(forum);
    guild.find(thread?.id ?? '').set({ archived: true });
    expect(await adapter.post(delivery)).toMatchObject({ id: thread?.id });
    expect(discord.threads(forum)).toHaveLength(1);
  });

  test('is there once although Discord failed at it after it was done', async () => {
    const { discord, adapter, forum, stories } = await openForum();
    const delivery = { key: 'one', channel: stories, message: tells('The crane') };
    discord.fault('POST /channels/:channel/threads', { kind: 'failed', status: 502 });
    await failureOf(adapter.post(delivery));
    await adapter.post(delivery);
    expect(discord.threads(forum).map(({ name }) => name)).toEqual(['The crane']);
  });
});

test('a thread of a forum has the tags that its message speaks of', async () => {
  const { discord, adapter, guild, idOf } = await openServer();
  const forum = guild.channel({ name: 'stories', kind: 'forum', tags: ['Ferries', 'Économie', 'Cranes'] });
  const message: Message = {
    language: 'fr',
    blocks: [{ kind: 'card', title: 'L’économie des cranes', body: 'Elle va bien.' }],
  };
  await adapter.post({ key: 'one', channel: idOf(forum), message });
  const names = new Map(forum.now()?.tags.map(({ id, name }) => [id, name]));
  expect(discord.threads(forum)[0]?.appliedTags.map((id) => names.get(id))).toEqual(['Économie', 'Cranes']);
});

describe('a post is given up', () => {
  test('where the channel, the server or the permission is gone', async () => {
    const { discord, adapter, guild, news, channel, idOf } = await openServer();
    const post = (key: string, where = channel) =>
      failureOf(adapter.post({ key, channel: where, message: says('Hello') }));
    const quiet = guild.channel({ name: 'quiet' });
    quiet.deny('bot', 'sendMessages');
    expect(await post('quiet', idOf(quiet))).toMatchObject({ permanent: true, reason: 'notPermitted' });
    const hidden = guild.channel({ name: 'hidden' });
    hidden.deny('bot', 'viewChannel');
    expect(await post('hidden', idOf(hidden))).toMatchObject({ permanent: true, reason: 'notPermitted' });
    const thread = news.thread('talk');
    thread.set({ archived: true, locked: true });
    expect(await post('thread', idOf(thread))).toMatchObject({ permanent: true, reason: 'archived' });
    const gone = guild.channel({ name: 'gone' });
    gone.remove();
    expect(await post('gone', idOf(gone))).toMatchObject({ permanent: true, reason: 'channelGone' });
    guild.expel();
    expect(await post('expelled')).toMatchObject({ permanent: true });
    expect(discord.violations.filter(({ kind }) => kind !== 'authorization')).toEqual([]);
  });

  test('and so is the correction of one that is gone', async () => {
    const { adapter, channel, news } = await openServer();
    const posted = await adapter.post({ key: 'one', channel, message: says('Hello') });
    news.removeMessage(posted.id);
    expect(await failureOf(adapter.edit(posted, says('Bye')))).toMatchObject({
      permanent: true,
      reason: 'messageGone',
    });
  });
});

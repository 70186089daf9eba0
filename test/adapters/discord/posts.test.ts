import { describe, expect, test } from 'vitest';
import { failureOf, says } from '../posting.ts';
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

  test.each(['text', 'forum'] as const)(
    'in a %s channel is not taken for another that says the same',
    async (kind) => {
      const { discord, adapter, guild, idOf } = await openServer();
      const room = guild.channel({ name: 'room', kind });
      const post = (key: string) =>
        adapter.post({ key, channel: idOf(room), message: says('Nothing new since the last time.') });
      const first = await post('one');
      discord.fault(`POST /channels/:channel/${kind === 'text' ? 'messages' : 'threads'}`, {
        kind: 'dropped',
      });
      await failureOf(post('two'));
      const second = await post('two');
      expect(second.id).not.toBe(first.id);
      expect([await post('one'), await post('two')]).toEqual([first, second]);
    },
  );

  test('is found again by a bot whose id is not its application’s', async () => {
    const { discord, adapter, channel, news } = await openServer({ settings: { applicationId: '5' } });
    discord.fault('POST /channels/:channel/messages', { kind: 'lost' });
    const delivery = { key: 'one', channel, message: says('The crane has come.') };
    await failureOf(adapter.post(delivery));
    discord.clock.pass(3 * hour);
    await adapter.post(delivery);
    expect(discord.visible(news)).toHaveLength(1);
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

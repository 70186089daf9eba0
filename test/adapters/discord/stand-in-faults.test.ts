import type { Client, SendableChannels } from 'discord.js';
import { RESTEvents } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { openHarbour } from './stand-in-bot.ts';

const messages = 'POST /channels/:channel/messages';

async function sendable(client: Client<true>, id: string): Promise<SendableChannels> {
  const channel = await client.channels.fetch(id);
  if (!channel?.isSendable()) throw new Error('Nothing can be sent there');
  return channel;
}

describe('discord.js', () => {
  test.each([
    ['a route', undefined],
    ['everything', true],
  ] as const)('waits where %s is limited', async (_, global) => {
    await using harbour = await openHarbour();
    const { discord, channel } = harbour;
    const client = await harbour.bot();
    const limited: boolean[] = [];
    client.rest.on(RESTEvents.RateLimited, (limit) => limited.push(limit.global));
    const there = await sendable(client, channel.id);
    discord.fault(messages, { kind: 'rate-limited', retryAfter: 0.02, ...(global ? { global } : {}) });
    await there.send('It sails.');
    expect(discord.visible(channel)).toHaveLength(1);
    expect(limited).toContain(global ?? false);
    expect(discord.requests.filter(({ status }) => status === 429)).toHaveLength(1);
  });

  test.each([500, 502, 503, 504] as const)('tries again after a %i, three times', async (status) => {
    await using harbour = await openHarbour();
    const { discord, channel } = harbour;
    const there = await sendable(await harbour.bot(), channel.id);
    const fault = discord.fault(messages, { kind: 'status', status }, 3);
    await there.send('It sails.');
    expect(fault.met()).toBe(3);
    discord.fault(messages, { kind: 'status', status }, 4);
    await expect(there.send('It sails again.')).rejects.toMatchObject({ status });
    expect(discord.visible(channel)).toHaveLength(1);
  });

  test('does not know whether a message is there when the connection ends', async () => {
    await using harbour = await openHarbour();
    const { discord, channel } = harbour;
    const there = await sendable(await harbour.bot(), channel.id);
    const send = () => there.send({ content: 'It sails.', nonce: 'ferry', enforceNonce: true });
    discord.fault(messages, { kind: 'dropped' });
    await expect(send()).rejects.toThrow('other side closed');
    expect(discord.visible(channel)).toHaveLength(0);
    discord.fault(messages, { kind: 'lost' });
    await expect(send()).rejects.toThrow('other side closed');
    expect(discord.visible(channel)).toHaveLength(1);
    expect((await send()).id).toBe(discord.visible(channel)[0]?.id);
    expect(discord.faultsLeft()).toEqual([]);
  });

  test('waits until a test lets its request go on', async () => {
    await using harbour = await openHarbour();
    const { discord, channel } = harbour;
    const there = await sendable(await harbour.bot(), channel.id);
    const held = discord.fault(`POST /channels/${channel.id}/messages`, { kind: 'held' });
    const sent = there.send('It sails.');
    await discord.until(() => (held.met() === 1 ? true : undefined));
    expect(discord.visible(channel)).toEqual([]);
    held.release();
    await sent;
    expect(discord.visible(channel)).toHaveLength(1);
  });

  test('comes too late with an answer, or comes twice', async () => {
    await using harbour = await openHarbour();
    const { discord, channel, ada } = harbour;
    const codes: unknown[] = [];
    const client = await harbour.bot({}, async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      const reply = () => interaction.reply('Here').catch((error: unknown) => codes.push(error));
      await client.rest.post(`/channels/${channel.id}/typing`);
      await reply();
      Object.assign(interaction, { replied: false });
      await reply();
    });
    await client.application.commands.set([{ name: 'ping', description: 'Answers' }]);
    await ada.in(channel).command('ping').reply();
    await expect.poll(() => codes.length).toBe(1);
    const typing = discord.fault('POST /channels/:channel/typing', { kind: 'held' });
    const late = ada.in(channel).command('ping');
    await discord.until(() => (typing.met() === 1 ? true : undefined));
    discord.clock.pass(3000);
    typing.release();
    await expect.poll(() => codes.length).toBe(3);
    expect(codes).toMatchObject([{ code: 40060 }, { code: 10062 }, { code: 10062 }]);
    expect(late.seen()).toEqual([]);
  });
});

test('orders no fault for a route that there is not', async () => {
  await using harbour = await openHarbour();
  expect(() => harbour.discord.fault('POST /whispers', { kind: 'lost' })).toThrow('There is no route');
});

test('refuses on order, once in words that make discord.js forget its token', async () => {
  await using harbour = await openHarbour();
  const { discord, channel } = harbour;
  const there = await sendable(await harbour.bot(), channel.id);
  discord.fault(messages, { kind: 'refused', reason: 'missingPermissions' });
  await expect(there.send('x')).rejects.toMatchObject({ status: 403, code: 50013 });
  discord.fault(messages, { kind: 'refused', reason: 'unauthorized' });
  await expect(there.send('x')).rejects.toMatchObject({ status: 401, code: 0 });
  await expect(there.send('x')).rejects.toThrow('Expected token to be set');
  expect(discord.violations).toEqual([]);
});

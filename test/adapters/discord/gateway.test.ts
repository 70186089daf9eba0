import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { Message } from '../../../src/chat/message.ts';
import { DeliveryError } from '../../../src/errors.ts';
import { createFakeDesk, fakeListings } from '../../fakes/desk.ts';
import { openForTest } from './open.ts';

const says = (text: string): Message => ({ language: 'en', blocks: [{ kind: 'text', text }] });

async function openServer(...parts: Parameters<typeof openForTest>) {
  const opened = await openForTest(...parts);
  const { discord } = opened;
  const guild = discord.guild({ name: 'Harbour' });
  const channel = guild.channel({ name: 'news' });
  const ada = discord.user({ name: 'Ada' });
  guild.join(ada);
  return {
    ...opened,
    desk: createFakeDesk(),
    guild,
    channel,
    ada: ada.in(channel),
    id: `discord:${guild.id}:${channel.id}`,
  };
}

describe('Kiosk', () => {
  test('asks for no more than it needs', async () => {
    const { discord, start, desk } = await openServer();
    await start(fakeListings, desk);
    // Guilds, messages in them, direct messages; none of these is privileged.
    expect(discord.gateway.identified.map(({ intents }) => intents)).toEqual([
      (1 << 0) | (1 << 9) | (1 << 12),
    ]);
  });

  test('tells Discord its commands only where Discord doesn’t know them', async () => {
    const first = await openServer();
    const { discord } = first;
    await first.start(fakeListings, first.desk);
    expect(discord.commands().map(({ form }) => form.name)).toEqual(['ask', 'story', 'language']);
    await first.adapter.stop();
    const puts = () => discord.requests.filter(({ method }) => method === 'PUT').length;
    const gets = () => discord.requests.filter(({ path }) => path.endsWith('/commands')).length;
    expect(puts()).toBe(1);
    const before = gets();
    const second = await openForTest({ discord });
    await second.start(fakeListings, createFakeDesk());
    await discord.until(() => (gets() > before ? true : undefined));
    await second.adapter.stop();
    expect(puts()).toBe(1);
    const third = await openForTest({ discord });
    await third.start(fakeListings.slice(0, -3), createFakeDesk());
    await discord.until(() => (puts() > 1 ? true : undefined));
    expect(discord.violations).toEqual([]);
  });

  test('goes on where it was after the connection broke', async () => {
    const { discord, start, desk, ada } = await openServer();
    await start(fakeListings, desk);
    discord.gateway.drop();
    desk.reply(() => says('Still here.'));
    const call = ada.command('ask', { question: 'Are you there?' });
    expect(await call.reply()).toMatchObject({ text: 'Still here.' });
    expect(discord.gateway.resumed()).toBe(1);
  });

  test('begins anew where its session is no good any more', async () => {
    const { discord, start, desk, ada } = await openServer();
    await start(fakeListings, desk);
    discord.gateway.invalidate('lost');
    await discord.until(() => (discord.gateway.identified.length > 1 ? true : undefined));
    await discord.until(() => (discord.gateway.connected() > 0 ? true : undefined));
    expect(await ada.command('ask', { question: 'Here?' }).reply()).toBeDefined();
  });

  test('starts though Discord is out of reach, and connects when it is back', async () => {
    const { discord, adapter, desk, ada, logged } = await openServer();
    discord.fault('GET /gateway/bot', { kind: 'dropped' });
    discord.fault('GET /applications/:application/commands', { kind: 'dropped' });
    await adapter.start(fakeListings, desk);
    await discord.until(() => (discord.gateway.connected() > 0 ? true : undefined));
    await discord.until(() => (discord.commands().length > 0 ? true : undefined));
    expect(await ada.command('ask', { question: 'Here?' }).reply()).toBeDefined();
    expect(logged.join('')).toContain('Discord cannot be reached; trying again');
  });
});

test('what Kiosk has left is told, and what is merely out of reach isn’t', async () => {
  const { discord, start, desk, guild, channel, id } = await openServer();
  await start(fakeListings, desk);
  guild.fail();
  guild.recover();
  channel.remove();
  guild.expel();
  await expect.poll(() => desk.gone).toEqual([id, `discord:${guild.id}`]);
  expect(discord.violations).toEqual([]);
});

describe('a token that Discord doesn’t know', () => {
  test('is told of once, and nothing more is tried', async () => {
    const { discord, adapter, desk, logged } = await openServer({ settings: { token: 'MTIz.no.token' } });
    await adapter.start(fakeListings, desk);
    await expect.poll(() => logged.join('')).toContain('DISCORD_TOKEN');
    await adapter.stop();
    expect(logged.filter((line) => line.includes('"level":"error"'))).toHaveLength(1);
    expect(logged.join('')).not.toContain('MTIz.no.token');
    expect(discord.gateway.identified).toEqual([]);
  });

  test('any more ends what is under way with a clear message', async () => {
    const { discord, start, adapter, desk, logged, id } = await openServer();
    await start(fakeListings, desk);
    discord.gateway.refuseNext(4004);
    discord.gateway.drop();
    await expect.poll(() => logged.join('')).toContain('DISCORD_TOKEN');
    await adapter.stop();
    const post = adapter.post({ key: 'one', channel: id, message: says('Lost?') });
    await expect(post).rejects.toSatisfy((error) => error instanceof DeliveryError && !error.permanent);
  });
});

test('Kiosk leaves though Discord is out of reach, and nothing is tried any more', async () => {
  const { discord } = await openServer();
  const script = fileURLToPath(new URL('leave.ts', import.meta.url));
  const kiosk = spawn(process.execPath, [
    '--disable-warning=ExperimentalWarning',
    script,
    discord.api,
    discord.token,
    discord.applicationId,
  ]);
  let said = '';
  kiosk.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
  await expect.poll(() => said, { timeout: 20_000 }).toContain('connected to Discord');
  await discord.close();
  await expect.poll(() => said, { timeout: 20_000 }).toMatch(/(connecting to Discord again[^]*){2}/);
  kiosk.stdin.end();
  expect(await once(kiosk, 'exit')).toEqual([0, null]);
});

test('answers under way are finished before Kiosk leaves, and nothing new is taken', async () => {
  const { discord, start, adapter, desk, ada } = await openServer();
  await start(fakeListings, desk);
  const held = Promise.withResolvers<Message>();
  desk.reply(() => held.promise);
  const call = ada.command('ask', { question: 'Ferry?' });
  await call.acknowledged();
  const stopping = adapter.stop();
  const late = ada.command('ask', { question: 'Too late?' });
  held.resolve(says('At noon.'));
  expect(await call.reply()).toMatchObject({ text: 'At noon.' });
  await stopping;
  expect(late.now().acknowledged).toBeUndefined();
  expect(discord.gateway.connected()).toBe(0);
});

import { Events, GatewayIntentBits } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { openHarbour } from './stand-in-bot.ts';
import { isObject } from './stand-in/json.ts';
import { createNotices } from './stand-in/notices.ts';

const ping = { name: 'ping', description: 'Answers' } as const;

describe('discord.js takes its session up again', () => {
  test.each([
    ['after its connection broke', 'drop'],
    ['when it is asked to', 'reconnect'],
    ['when its session is said to be resumable', 'invalidate'],
    ['when it is disconnected', 'disconnect'],
  ] as const)('%s, and hears what it missed', async (_, how) => {
    await using harbour = await openHarbour();
    const { discord, channel, ada } = harbour;
    const client = await harbour.bot({}, async (interaction) => {
      if (interaction.isChatInputCommand()) await interaction.reply('Here');
    });
    await client.application.commands.set([ping]);
    const gateway = discord.gateway;
    if (how === 'drop') gateway.drop();
    if (how === 'reconnect') gateway.reconnect();
    if (how === 'invalidate') gateway.invalidate('resumable');
    if (how === 'disconnect') gateway.disconnect(4000);
    if (how === 'reconnect' || how === 'invalidate')
      await discord.until(() => (gateway.connected() === 0 ? true : undefined));
    const call = ada.in(channel).command('ping');
    expect((await call.reply()).text).toBe('Here');
    expect(gateway.resumed()).toBe(1);
    expect(gateway.identified).toHaveLength(1);
    expect(discord.violations).toEqual([]);
  });
});

describe('discord.js', () => {
  test('is refused with a token or intents that are not its own', async () => {
    await using harbour = await openHarbour();
    harbour.discord.gateway.refuseNext(4004);
    await expect(harbour.bot()).rejects.toThrow('Authentication failed');
    await expect(harbour.bot({ intents: [GatewayIntentBits.MessageContent] })).rejects.toThrow(
      /disallowed intents/,
    );
    expect(harbour.discord.violations).toEqual([
      { kind: 'gateway', where: '4014', what: 'Disallowed intent(s).' },
    ]);
  });

  test('answers when it is asked for a heartbeat', async () => {
    await using harbour = await openHarbour();
    await harbour.bot();
    const before = harbour.discord.gateway.heartbeats();
    harbour.discord.gateway.askForHeartbeat();
    await expect.poll(() => harbour.discord.gateway.heartbeats()).toBe(before + 1);
  });

  test('hears of guilds, channels and roles that come and go', async () => {
    await using harbour = await openHarbour();
    const { discord, guild, channel } = harbour;
    const role = guild.role('Editors');
    const client = await harbour.bot();
    const heard: string[] = [];
    const notices = createNotices();
    const hear = (words: string) => {
      heard.push(words);
      notices.tell();
    };
    client.on(Events.GuildRoleDelete, ({ name }) => hear(`role ${name} gone`));
    client.on(Events.ChannelDelete, ({ id }) => hear(`channel ${id} gone`));
    client.on(Events.GuildDelete, ({ name }) => hear(`guild ${name} gone`));
    client.on(Events.GuildCreate, ({ name }) => hear(`guild ${name} here`));
    guild.removeRole(role);
    channel.remove();
    guild.expel();
    guild.invite();
    discord.guild({ name: 'Elsewhere' });
    await notices.until(() => (heard.length === 5 ? true : undefined));
    expect(heard).toEqual([
      'role Editors gone',
      `channel ${channel.id} gone`,
      'guild Harbour gone',
      'guild Harbour here',
      'guild Elsewhere here',
    ]);
  });

  test('hears that a guild is lost for a while, and that it is back', async () => {
    await using harbour = await openHarbour();
    const { guild } = harbour;
    const client = await harbour.bot();
    const heard: string[] = [];
    client.on(Events.GuildUnavailable, ({ name }) => heard.push(`${name} lost`));
    client.on(Events.GuildAvailable, ({ name }) => heard.push(`${name} back`));
    guild.fail();
    guild.recover();
    await expect.poll(() => heard).toEqual(['Harbour lost', 'Harbour back']);
  });

  test('hears only what it asked for', async () => {
    await using harbour = await openHarbour();
    const { channel, ada } = harbour;
    const heard: string[] = [];
    const client = await harbour.bot({}, async (interaction) => {
      if (interaction.isChatInputCommand()) await interaction.reply('Here');
    });
    client.on(Events.MessageCreate, ({ content }) => heard.push(content));
    await client.application.commands.set([ping]);
    ada.in(channel).write('Nobody hears this');
    await ada.in(channel).command('ping').reply();
    expect(heard).toEqual([]);
  });

  test('opens as many connections as Discord recommends, each for its guilds', async () => {
    await using harbour = await openHarbour({ shards: 2 });
    harbour.discord.clock.pass(1);
    harbour.discord.guild({ name: 'Elsewhere' });
    const client = await harbour.bot({ shards: 'auto' });
    expect(harbour.discord.gateway.identified.map(({ shard }) => shard)).toEqual([
      [0, 2],
      [1, 2],
    ]);
    expect(client.guilds.cache.map(({ shardId }) => shardId).sort()).toEqual([0, 1]);
  });
});

/** A connection to a gateway by hand. */
async function connect(url: string) {
  const socket = new WebSocket(`${url}?v=10&encoding=json`);
  const notices = createNotices();
  const heard: Readonly<Record<string, unknown>>[] = [];
  let closed: number | undefined;
  socket.on('message', (data) => {
    const said: unknown = JSON.parse(String(data));
    if (isObject(said)) heard.push(said);
    notices.tell();
  });
  socket.on('close', (code) => {
    closed = code;
    notices.tell();
  });
  await notices.until(() => heard.find(({ op }) => op === 10));
  return {
    say: (op: number, d: unknown) => socket.send(JSON.stringify({ op, d })),
    hear: (test: (said: Readonly<Record<string, unknown>>) => boolean) =>
      notices.until(() => heard.find(test)),
    closed: () => notices.until(() => closed),
    leave: () => socket.close(1000),
    break: () => socket.terminate(),
  };
}

describe('the gateway closes on', () => {
  const properties = { os: 'linux', browser: 'by hand', device: 'by hand' };
  test.each([
    [4001, 'what it does not know', { op: 99, d: null }, true],
    [4002, 'what is no beginning', { op: 2, d: { token: 5 } }, false],
    [4003, 'those who did not begin', { op: 3, d: {} }, false],
    [4004, 'strangers', { op: 2, d: { token: 'x', intents: 1, properties } }, false],
    [4005, 'those who begin twice', { op: 2, d: { token: '', intents: 1, properties } }, true],
    [4010, 'shards that are none', { op: 2, d: { intents: 1, shard: [2, 2], properties } }, false],
    [4013, 'intents that are none', { op: 2, d: { intents: 1 << 30, properties } }, false],
    [4014, 'intents that were not granted', { op: 2, d: { intents: 1 << 15, properties } }, false],
  ] as const)('%i %s', async (code, _, { op, d }, begun) => {
    await using harbour = await openHarbour();
    const { discord } = harbour;
    const socket = await connect(discord.gateway.address);
    if (begun) {
      socket.say(2, { token: discord.token, intents: 1, properties });
      await socket.hear(({ t }) => t === 'READY');
    }
    socket.say(op, d === null ? null : { token: discord.token, ...d });
    expect(await socket.closed()).toBe(code);
    expect(discord.violations).toMatchObject([{ kind: 'gateway', where: String(code) }]);
  });

  test('begins anew where a session is lost', async () => {
    await using harbour = await openHarbour();
    const { discord } = harbour;
    const identify = { token: discord.token, intents: 1, properties };
    const first = await connect(discord.gateway.address);
    first.say(2, identify);
    const ready = await first.hear(({ t }) => t === 'READY');
    const session = isObject(ready['d']) ? ready['d']['session_id'] : undefined;
    first.say(1, 1);
    await first.hear(({ op }) => op === 11);
    discord.gateway.invalidate('lost');
    expect(await first.hear(({ op }) => op === 9)).toMatchObject({ d: false });
    first.break();

    const second = await connect(discord.gateway.address);
    second.say(6, { token: discord.token, session_id: session, seq: 1 });
    expect(await second.hear(({ op }) => op === 9)).toMatchObject({ d: false });
    second.say(2, identify);
    await second.hear(({ t }) => t === 'GUILD_CREATE');
    second.leave();
    await second.closed();
    expect(discord.gateway.identified).toHaveLength(2);
  });
});

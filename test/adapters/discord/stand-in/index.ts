/**
 * A stand-in for Discord, for tests: a web server and a gateway on the loopback interface that unmodified discord.js talks to.
 *
 * It stands in for the parts of API version 10 that a bot needs that reads, answers and posts: commands, interactions (over the
 * gateway or signed over HTTP), messages, threads, permissions, rate limits and sessions. It refuses what Discord refuses, in
 * Discord's words, and keeps `violations`, so that a test can say that there were none. Ids follow from its clock, which only a
 * test lets pass; nothing in it sleeps, and `until` waits for facts.
 *
 * Where Discord's official description is at hand (DISCORD_OPENAPI names specs/openapi.json of github.com/discord/discord-api-spec),
 * requests are held against it, too.
 *
 * Not stood in for: subcommands, polls, stickers, reactions, voice, attachments' contents, audit logs and webhooks of channels.
 */
import { openDescription } from './description.ts';
import { createDelivery } from './delivery.ts';
import { createSigner } from './endpoint.ts';
import { createTestClock } from './clock.ts';
import type { TestClock } from './clock.ts';
import { openGateway } from './gateway/server.ts';
import type { Privileged } from './gateway/identify.ts';
import { welcome } from './gateway/welcome.ts';
import { createHandles } from './handles.ts';
import type { ChannelHandle } from './channel-handle.ts';
import { createFaults } from './http/faults.ts';
import { startRestServer } from './http/server.ts';
import type { Logged } from './http/server.ts';
import { isObject } from './json.ts';
import { createNotices } from './notices.ts';
import { see } from './reader/seen.ts';
import type { Seen } from './reader/seen.ts';
import { botRoutes } from './routes/bot.ts';
import { callbackRoutes } from './routes/callbacks.ts';
import { channelRoutes } from './routes/channels.ts';
import { commandRoutes } from './routes/commands.ts';
import { guildRoutes } from './routes/guilds.ts';
import { messageRoutes } from './routes/messages.ts';
import { webhookRoutes } from './routes/webhooks.ts';
import { createSnowflakes } from './snowflakes.ts';
import type { Violation } from './violations.ts';
import { createWorld, directChannel } from './world/build.ts';
import type { Happening } from './world/happenings.ts';
import type { Post } from './world/post.ts';
import type { Command } from './world/world.ts';

/** What a stand-in may be told; each has a default. */
export interface StandInParts {
  readonly clock?: TestClock;
  /** The name of the application and of its bot. */
  readonly name?: string;
  readonly token?: string;
  /** The privileged intents that the application may use. */
  readonly granted?: readonly Privileged[];
  /** How many connections to the gateway are recommended; 1 unless said otherwise. */
  readonly shards?: number;
}

/** The flags with which an application shows its privileged intents (the limited ones of small bots). */
const intentFlags: Readonly<Record<Privileged, number>> = {
  guildPresences: 1 << 13,
  guildMembers: 1 << 15,
  messageContent: 1 << 19,
};

/** A Discord for one test. */
export type DiscordStandIn = Awaited<ReturnType<typeof createDiscordStandIn>>;

/** Starts a Discord in which there is only the application. */
export async function createDiscordStandIn(parts: StandInParts = {}) {
  const { clock = createTestClock(), name = 'Kiosk', granted = [] } = parts;
  const now = () => clock.now();
  const world = createWorld(now, createSnowflakes(now), {
    name,
    readsContent: granted.includes('messageContent'),
    readsMembers: granted.includes('guildMembers'),
  });
  const token = parts.token ?? `${Buffer.from(world.application.id).toString('base64url')}.stand.in`;
  const notices = createNotices();
  const signer = createSigner(now);
  const description = openDescription();
  const flags = granted.reduce((sum, name) => sum | intentFlags[name], 0);

  const violations: Violation[] = [];
  const pinging: Seen[] = [];
  const requests: Logged[] = [];
  const note = (violation: Violation) => violations.push(violation);
  // The gateway needs the server, the server the routes, and the routes somebody to tell.
  const listeners: ((happening: Happening) => void)[] = [];
  const post: Post = {
    world,
    announce(happening) {
      for (const listen of listeners) listen(happening);
    },
    pinged: (message) => pinging.push(see(world, message)),
  };
  const gatewayAddress = () => `ws://127.0.0.1:${rest.port}/gateway`;
  const routes = [
    ...botRoutes({
      world,
      publicKey: signer.publicKey,
      flags,
      shards: parts.shards ?? 1,
      gateway: gatewayAddress,
      started: () => gateway.identified.length,
    }),
    ...commandRoutes(world),
    ...callbackRoutes(post),
    ...webhookRoutes(post),
    ...messageRoutes(post),
    ...channelRoutes(post),
    ...guildRoutes(world, (user) => directChannel(world, user).id),
  ];
  const faults = createFaults(routes, () => notices.tell());
  const rest = await startRestServer({
    token,
    routes,
    faults,
    now,
    note,
    log(request) {
      requests.push(request);
      notices.tell();
    },
    describe: (request) => description?.objections(request) ?? [],
  });
  const gateway = openGateway({
    http: rest.http,
    token,
    granted,
    notices,
    note,
    address: gatewayAddress,
    nextId: world.nextId,
    welcome: (identify) => welcome(world, flags, identify),
  });
  listeners.push(gateway.announce);
  const delivery = createDelivery({ post, signer, note, changed: () => notices.tell() });
  const { guild, user } = createHandles({ post, notices, gateway, deliver: delivery.deliver });

  return {
    /** For discord.js: `rest: { api }`. */
    api: `http://127.0.0.1:${rest.port}/api`,
    token,
    applicationId: world.application.id,
    bot: world.application.bot,
    /** The key with which interactions over HTTP are verified. */
    publicKey: signer.publicKey,
    clock,
    gateway,
    guild,
    user,
    /** Whether requests are held against Discord's official description, too. */
    described: description !== undefined,
    /** What Discord would not have taken, or does not know. */
    violations,
    /** Messages of the bot that pinged somebody. */
    pings: pinging,
    /** Requests in the order of their answers. */
    requests,
    /** How many answers count against the 10,000 in ten minutes after which Discord shuts an address out. */
    invalidRequests: () => requests.filter(isInvalid).length,
    /** Lets something go wrong with the next requests of a route: "POST /channels/:channel/messages". */
    fault: faults.order,
    /** Faults that have not happened yet. */
    faultsLeft: faults.left,
    /** Settles with the first value that `look` finds; it looks again whenever something happened. */
    until: notices.until,
    /** What everybody in a channel sees, oldest first. */
    visible(channel: ChannelHandle | string): readonly Seen[] {
      const id = typeof channel === 'string' ? channel : channel.id;
      return [...world.messages.values()]
        .filter((message) => message.channelId === id && message.onlyFor === undefined)
        .map((message) => see(world, message));
    },
    /** The registered commands: of a guild, or those everywhere. */
    commands: (guildId?: string): readonly Command[] =>
      [...world.commands.values()].filter((command) => command.guildId === guildId),
    /** The threads of a channel, oldest first. */
    threads: (channel: ChannelHandle) =>
      [...world.channels.values()].filter(({ parentId }) => parentId === channel.id),
    /** Sends interactions to this address from now on, if it behaves as Discord asks. */
    setEndpoint: delivery.setEndpoint,
    /** Knocks at an address as Discord does, or as somebody else would. */
    send: signer.send,
    async close() {
      gateway.drop();
      await rest.close();
      await delivery.settled();
    },
  };
}

/** Limits that are shared with others don't count. */
function isInvalid({ status, answer }: Logged): boolean {
  const isShared = isObject(answer) && answer['code'] === 20028;
  return !isShared && [401, 403, 429].includes(status ?? 0);
}

import { setTimeout as wait } from 'node:timers/promises';
import {
  Client,
  DiscordjsErrorCodes,
  Events,
  GatewayCloseCodes,
  GatewayDispatchEvents,
  Options,
  SimpleShardingStrategy,
} from 'discord.js';
import type {
  APIInteraction,
  ClientOptions,
  GatewayGuildDeleteDispatchData,
  GatewayMessageCreateDispatchData,
} from 'discord.js';
import type { Log } from '../../log.ts';
import { intents } from './conversation.ts';

/** What the gateway tells of. */
export interface Heard {
  /** Kiosk is connected, for the first time or anew, as this user. */
  connected(self: string): void;
  interaction(interaction: APIInteraction): void;
  message(message: GatewayMessageCreateDispatchData): void;
  /** Kiosk is in a server, perhaps since long ago. */
  entered(guild: string): void;
  /** Kiosk was taken out of a server. */
  left(guild: string): void;
  /** A channel is gone. */
  closed(guild: string | undefined, channel: string): void;
  /** Discord refuses Kiosk for good, until somebody changes a setting. */
  refused(why: string): void;
}

/** A connection to the gateway that comes back whatever happens, until it is closed. */
export interface Gateway {
  /** Begins to connect; Discord may be out of reach for as long as it likes. */
  open(): void;
  close(): Promise<void>;
}

/** Milliseconds between attempts to connect: the first, and the longest after doubling. */
const attempts = { first: 1000, longest: 60_000 };

/** How long a connection that is being made is waited for when Kiosk stops, in milliseconds. */
const longestConnecting = 5000;

/** Close codes that say what is wrong with the settings (https://discord.com/developers/docs/topics/opcodes-and-status-codes). */
const refusals: Readonly<Record<number, string>> = {
  [GatewayCloseCodes.AuthenticationFailed]: 'Discord does not know the token (DISCORD_TOKEN)',
  [GatewayCloseCodes.InvalidShard]: 'Discord refuses the number of shards (DISCORD_SHARDS)',
  [GatewayCloseCodes.ShardingRequired]: 'Discord wants more shards (DISCORD_SHARDS)',
  [GatewayCloseCodes.DisallowedIntents]: 'Discord refuses the intents',
};

/**
 * @param parts.shards how many connections to open; as many as Discord recommends without it
 */
export function createGateway(parts: {
  readonly token: string;
  readonly rest: NonNullable<ClientOptions['rest']>;
  readonly shards: number | undefined;
  readonly heard: Heard;
  readonly log: Pick<Log, 'info' | 'warn' | 'error' | 'debug'>;
}): Gateway {
  const { token, rest, shards, heard, log } = parts;
  const closing = new AbortController();
  const refusal = Promise.withResolvers<void>();
  let client: Client | undefined;
  let connecting: Promise<void> | undefined;

  function createClient(): Client {
    const created = new Client({
      intents,
      rest,
      ws: { buildStrategy: (manager) => new Connections(manager, closing.signal) },
      ...(shards === undefined ? { shards: 'auto' as const } : { shardCount: shards }),
      // Everything needed comes with the events themselves.
      makeCache: Options.cacheWithLimits({
        ...Options.DefaultMakeCacheSettings,
        MessageManager: 0,
        GuildMemberManager: { maxSize: 1, keepOverLimit: (member) => member.id === member.client.user.id },
        UserManager: { maxSize: 1, keepOverLimit: (user) => user.id === user.client.user.id },
        PresenceManager: 0,
        ReactionManager: 0,
        VoiceStateManager: 0,
        ThreadManager: 0,
        ThreadMemberManager: 0,
        GuildEmojiManager: 0,
        GuildStickerManager: 0,
        GuildScheduledEventManager: 0,
        GuildInviteManager: 0,
        GuildBanManager: 0,
        AutoModerationRuleManager: 0,
        StageInstanceManager: 0,
      }),
    });
    created.ws.on(GatewayDispatchEvents.InteractionCreate, (interaction: APIInteraction) =>
      heard.interaction(interaction),
    );
    created.ws.on(GatewayDispatchEvents.MessageCreate, (message: GatewayMessageCreateDispatchData) =>
      heard.message(message),
    );
    created.ws.on(
      GatewayDispatchEvents.GuildDelete,
      ({ id, unavailable }: GatewayGuildDeleteDispatchData) => {
        // A server that is merely out of reach comes back.
        if (unavailable !== true) heard.left(id);
      },
    );
    created.ws.on(
      GatewayDispatchEvents.ChannelDelete,
      ({ guild_id: guild, id }: { readonly guild_id?: string; readonly id: string }) =>
        heard.closed(guild, id),
    );
    created.on(Events.ClientReady, ({ user }) => {
      log.info({}, 'connected to Discord');
      heard.connected(user.id);
    });
    created.on(Events.ShardReconnecting, (shard) => log.info({ shard }, 'connecting to Discord again'));
    created.on(Events.ShardResume, (shard, replayed) =>
      log.info({ shard, replayed }, 'connected to Discord again'),
    );
    created.on(Events.ShardError, (error, shard) =>
      log.warn({ error, shard }, 'the connection to Discord failed'),
    );
    created.on(Events.Error, (error) => log.warn({ error }, 'the connection to Discord failed'));
    created.on(Events.Warn, (warning) => log.warn({ warning }, 'discord.js warns'));
    created.on(Events.ShardDisconnect, ({ code }) => refuse(refusals[code] ?? `Discord closes with ${code}`));
    return created;
  }

  function refuse(why: string): void {
    if (closing.signal.aborted) return;
    closing.abort();
    refusal.resolve();
    heard.refused(why);
  }

  async function connect(): Promise<void> {
    let pause = attempts.first;
    while (!closing.signal.aborted) {
      try {
        client = createClient();
        await client.login(token);
        return;
      } catch (error) {
        if (closing.signal.aborted) return;
        if (isRefusal(error)) return refuse('Discord does not know the token (DISCORD_TOKEN)');
        log.warn({ error }, 'Discord cannot be reached; trying again');
        await wait(pause, undefined, { signal: closing.signal }).catch(() => undefined);
        pause = Math.min(2 * pause, attempts.longest);
      }
    }
  }

  return {
    open() {
      connecting ??= connect();
    },
    async close() {
      closing.abort();
      // A connection that is just being made is left open by discord.js, whatever it is told.
      const limit = new AbortController();
      const late = wait(longestConnecting, undefined, { signal: limit.signal, ref: false });
      await Promise.race([connecting, refusal.promise, late.catch(() => undefined)]);
      limit.abort();
      await client?.destroy();
    },
  };
}

/** Connections that are not begun any more once Kiosk stops, wherever discord.js has come to by then. */
class Connections extends SimpleShardingStrategy {
  readonly #closing: AbortSignal;

  constructor(manager: ConstructorParameters<typeof SimpleShardingStrategy>[0], closing: AbortSignal) {
    super(manager);
    this.#closing = closing;
    const { options } = manager;
    const { retrieveSessionInfo } = options;
    // Each attempt to connect begins with this. Out of reach of Discord, discord.js goes on trying even when it was told to end; an
    // attempt that never goes on is the last one.
    options.retrieveSessionInfo = (shard) =>
      closing.aborted ? Promise.withResolvers<null>().promise : retrieveSessionInfo(shard);
    options.handshakeTimeout = longestConnecting;
  }

  override async connect(): Promise<void> {
    this.#closing.throwIfAborted();
    await super.connect();
  }
}

function isRefusal(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === DiscordjsErrorCodes.TokenInvalid;
}

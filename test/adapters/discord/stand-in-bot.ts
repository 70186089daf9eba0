import { Client, Events, GatewayIntentBits } from 'discord.js';
import type { ClientOptions, Interaction } from 'discord.js';
import { expect } from 'vitest';
import { openDescription } from './stand-in/description.ts';
import { createDiscordStandIn } from './stand-in/index.ts';
import type { DiscordStandIn, StandInParts } from './stand-in/index.ts';

/** A Discord with one guild, one channel and one reader, and whatever bots a test lets in. */
export interface Harbour extends AsyncDisposable {
  readonly discord: DiscordStandIn;
  readonly guild: ReturnType<DiscordStandIn['guild']>;
  readonly channel: ReturnType<ReturnType<DiscordStandIn['guild']>['channel']>;
  readonly ada: ReturnType<DiscordStandIn['user']>;
  /** Lets an unmodified discord.js in, and answers interactions with `answer`. */
  bot(
    options?: Partial<ClientOptions>,
    answer?: (interaction: Interaction) => Promise<unknown>,
  ): Promise<Client<true>>;
  /** Asks for something with plain fetch. */
  ask(
    name: string,
    body?: unknown,
    token?: string,
  ): Promise<{ readonly status: number; readonly body: unknown; readonly headers: Headers }>;
}

/** Opens a harbour; what the stand-in answers in it is held against Discord's description at its end. */
export async function openHarbour(parts: StandInParts = {}): Promise<Harbour> {
  const discord = await createDiscordStandIn(parts);
  const guild = discord.guild({ name: 'Harbour', locale: 'de' });
  const channel = guild.channel({ name: 'news' });
  const ada = discord.user({ name: 'Ada', locale: 'fr' });
  guild.join(ada);
  const clients: Client[] = [];
  const failures: unknown[] = [];
  return {
    discord,
    guild,
    channel,
    ada,
    async bot(options = {}, answer) {
      const client = new Client({
        intents: [GatewayIntentBits.Guilds],
        rest: { api: discord.api },
        ...options,
      });
      clients.push(client);
      if (answer !== undefined)
        client.on(Events.InteractionCreate, (interaction) => {
          answer(interaction).catch((error: unknown) => failures.push(error));
        });
      const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
      await client.login(discord.token);
      return ready;
    },
    async ask(name, body, token = discord.token) {
      const [method = '', path = ''] = name.split(' ');
      const response = await fetch(`${discord.api}/v10${path}`, {
        method,
        headers: { authorization: `Bot ${token}`, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      return {
        status: response.status,
        headers: response.headers,
        body: text === '' ? undefined : JSON.parse(text),
      };
    },
    async [Symbol.asyncDispose]() {
      await Promise.all(clients.map((client) => client.destroy()));
      await discord.close();
      expect(failures).toEqual([]);
      const described = discord.requests.flatMap(({ method, path, status, answer }) =>
        status === undefined
          ? []
          : (openDescription()?.objectionsToAnswer(method, path, status, answer) ?? []).map(
              (objection) => `${method} ${path}: ${objection}`,
            ),
      );
      expect(described).toEqual([]);
    },
  };
}

import { REST, Routes } from 'discord.js';
import type { APIInteraction, APIInteractionResponse } from 'discord.js';
import type { ChatAdapter, Desk, Listing } from '../../chat/adapter.ts';
import type { KeyValue } from '../../chat/key-value.ts';
import type { Message } from '../../chat/message.ts';
import { DeliveryError } from '../../errors.ts';
import type { Log } from '../../log.ts';
import type { Translations } from '../../translations.ts';
import { platform } from './calls.ts';
import { bodyOf } from './components.ts';
import { createControls } from './controls.ts';
import { createConversation } from './conversation.ts';
import { deliveryError, refusesToken } from './failures.ts';
import { createGateway } from './gateway.ts';
import { createInteractions } from './interactions.ts';
import { createPosts } from './posts.ts';
import { register } from './register.ts';
import { restOptions } from './settings.ts';
import type { DiscordSettings } from './settings.ts';

/** Milliseconds that answers under way may take when Kiosk stops. */
const patience = 10_000;

/**
 * Kiosk on Discord.
 * @param parts.kept where what buttons stand for and what was posted is kept
 * @param parts.patience how long answers under way may take when Kiosk stops, in milliseconds
 */
export function createDiscordAdapter(parts: {
  readonly settings: DiscordSettings;
  readonly kept: KeyValue;
  readonly translations: Pick<Translations, 'translate'>;
  readonly now: () => Date;
  readonly log: Log;
  readonly patience?: number;
}): ChatAdapter {
  const { settings, kept, translations, now, log } = parts;
  const { token, applicationId } = settings;
  const options = restOptions(settings);
  const rest = new REST(options).setToken(token);
  rest.on('rateLimited', ({ route, timeToReset, global }) =>
    log.info({ route, milliseconds: timeToReset, global }, 'Discord asks to wait'),
  );
  const controls = createControls(kept);
  const render = (message: Message) =>
    bodyOf(message, 0, { controls, t: translations.translate(message.language) });
  const posts = createPosts({
    rest,
    application: applicationId,
    render,
    kept,
    crosspost: settings.crosspost,
    now,
    warn: (error, what) => log.warn({ error }, what),
  });
  const underWay = new Set<Promise<void>>();
  const abandon = new AbortController();
  let isStopping = false;
  let stopped: Promise<void> | undefined;
  let gateway: ReturnType<typeof createGateway> | undefined;

  /** Does something that nobody waits for, and is waited for when Kiosk stops. */
  function undertake(work: () => Promise<void>, what: string): void {
    if (isStopping) return;
    const done: Promise<void> = work()
      .catch((error: unknown) => {
        if (refusesToken(error)) refused('Discord no longer knows the token (DISCORD_TOKEN)');
        else log.warn({ error }, what);
      })
      .finally(() => underWay.delete(done));
    underWay.add(done);
  }

  function refused(why: string): void {
    if (isStopping) return;
    log.error(
      { why },
      'Discord refuses Kiosk: nothing is answered or posted there until that is mended and Kiosk started again',
    );
    void stop();
  }

  async function acknowledge({ id, token }: APIInteraction, response: APIInteractionResponse): Promise<void> {
    await rest.post(Routes.interactionCallback(id, token), { body: response, auth: false });
  }

  function stop(): Promise<void> {
    isStopping = true;
    stopped ??= end();
    return stopped;
  }

  async function end(): Promise<void> {
    const limit = setTimeout(() => abandon.abort(), parts.patience ?? patience);
    const given = new Promise<void>((resolve) => abandon.signal.addEventListener('abort', () => resolve()));
    await Promise.race([Promise.all(underWay), given]);
    clearTimeout(limit);
    abandon.abort();
    await gateway?.close();
  }

  async function deliver<value>(work: () => Promise<value>): Promise<value> {
    if (isStopping) throw new DeliveryError('Kiosk is not on Discord any more');
    try {
      return await work();
    } catch (error) {
      if (refusesToken(error)) refused('Discord no longer knows the token (DISCORD_TOKEN)');
      throw deliveryError(error);
    }
  }

  return {
    platform,

    async start(listings: readonly Listing[], desk: Desk) {
      const interactions = createInteractions({
        desk,
        listings,
        controls,
        translate: translations.translate,
        show: async (interaction, body) => {
          await rest.patch(Routes.webhookMessage(applicationId, interaction.token), { body, auth: false });
        },
      });
      const conversation = createConversation({ application: applicationId, desk, rest, render });
      gateway = createGateway({
        token,
        rest: options,
        shards: settings.shards,
        log,
        heard: {
          interaction: (interaction) =>
            undertake(
              () =>
                interactions.answer(
                  interaction,
                  (response) => acknowledge(interaction, response),
                  abandon.signal,
                ),
              'an interaction was not answered',
            ),
          message: (message) =>
            undertake(() => conversation.answer(message, abandon.signal), 'a message was not answered'),
          left: (guild) => log.info({ guild }, 'Kiosk was taken out of a server'),
          closed: (guild, channel) => log.debug({ guild, channel }, 'a channel is gone'),
          refused,
        },
      });
      gateway.open();
      undertake(async () => {
        const changed = await register({ rest, settings, listings });
        if (changed) log.info({}, 'told Discord which commands there are');
      }, 'Discord could not be told which commands there are');
    },

    post: (delivery) => deliver(() => posts.post(delivery)),
    edit: (posted, message) => deliver(() => posts.edit(posted, message)),
    stop,
  };
}

import { randomUUID } from 'node:crypto';
import { Routes } from 'discord.js';
import type { APIInteraction, APIInteractionResponse } from 'discord.js';
import type { ChatAdapter, Desk, Listing } from '../../chat/adapter.ts';
import type { KeyValue } from '../../chat/key-value.ts';
import type { Message } from '../../chat/message.ts';
import { DeliveryError } from '../../errors.ts';
import type { Log } from '../../log.ts';
import type { Translations } from '../../translations.ts';
import type { Opening } from '../opening.ts';
import { channelId, placeId, platform } from './calls.ts';
import { bodyOf } from './components.ts';
import { createControls } from '../controls.ts';
import { inTime } from '../deadline.ts';
import { createWork } from '../work.ts';
import { createConversation } from './conversation.ts';
import { deliveryError, refusesToken } from './failures.ts';
import { createEndpoint } from './endpoint.ts';
import { createGateway } from './gateway.ts';
import { createInteractions } from './interactions.ts';
import type { Interactions } from './interactions.ts';
import { limits } from './limits.ts';
import { createPosts } from './posts.ts';
import { register } from './register.ts';
import { createAskers } from './requests.ts';
import { showResponse } from './responses.ts';
import { restOptions } from './settings.ts';
import type { DiscordSettings } from './settings.ts';

type Acknowledge = Parameters<Interactions['answer']>[1];

/** Kiosk on Discord. */
export interface DiscordAdapter extends ChatAdapter {
  /** Where Discord sends interactions over HTTP; undefined where it doesn't. */
  readonly opening: Opening | undefined;
}

/** How long a post or an edit takes at the longest, in milliseconds. */
const longest = 30_000;

/**
 * Kiosk on Discord.
 * @param parts.kept where what buttons stand for and what was posted is kept
 * @param parts.patience how long answers under way may take when Kiosk stops, in milliseconds
 * @param parts.longestPost how long a post or an edit takes before it has failed, in milliseconds
 * @param parts.postsPace requests a second that posts may take
 */
export function createDiscordAdapter(parts: {
  readonly settings: DiscordSettings;
  readonly kept: KeyValue;
  readonly translations: Pick<Translations, 'translate'>;
  readonly now: () => Date;
  readonly log: Log;
  readonly patience?: number;
  readonly longestPost?: number;
  readonly postsPace?: number;
}): DiscordAdapter {
  const { settings, kept, translations, now, log } = parts;
  const { longestPost = longest } = parts;
  const { token, applicationId } = settings;
  const options = restOptions(settings);
  const asking = createAskers({ options, token, postsPace: parts.postsPace, log });
  const { answers, others: rest } = asking;
  const controls = createControls(kept, limits.customId);
  const render = (message: Message) =>
    bodyOf(message, 0, { controls, t: translations.translate(message.language) });
  const posts = createPosts({ requests: asking.posts, render, kept, publish, now });
  const work = createWork({
    patience: parts.patience,
    failed(error, what) {
      if (refusesToken(error)) refused('Discord no longer knows the token (DISCORD_TOKEN)');
      else log.warn({ error }, what);
    },
  });
  // Of old applications the bot has another id; Discord tells when it is connected to.
  let self = applicationId;
  let isRegistered = false;
  let telling: Promise<void> = Promise.resolve();
  let stopped: Promise<void> | undefined;
  let gateway: ReturnType<typeof createGateway> | undefined;
  let interactions: Interactions | undefined;

  function refused(why: string): void {
    if (work.isOver()) return;
    log.error(
      { why },
      'Discord refuses Kiosk: nothing is answered or posted there until that is mended and Kiosk started again',
    );
    void stop();
  }

  /** Answers an interaction; whoever waits for the answer learns that there is none. */
  function answer(interaction: APIInteraction, acknowledge: Acknowledge): Promise<void> {
    return work.undertake(async () => {
      try {
        await interactions?.answer(interaction, acknowledge, work.signal);
      } catch (error) {
        if (refusesToken(error)) throw error;
        const incident = randomUUID().slice(0, 8);
        log.error({ incident, error }, 'an interaction was not answered');
        await interactions?.apologise(interaction, incident);
      }
    }, 'a reader was not told that there is no answer');
  }

  /** The first response to an interaction that came over HTTP goes back the same way. */
  function answerOverHttp(
    interaction: APIInteraction,
  ): Promise<APIInteractionResponse | undefined> | undefined {
    if (work.isOver() || interactions === undefined) return undefined;
    return new Promise((resolve) => {
      const answered = answer(interaction, async (response) => resolve(response));
      void answered.then(() => resolve(undefined));
    });
  }

  async function acknowledge({ id, token }: APIInteraction, response: APIInteractionResponse): Promise<void> {
    await answers.post(Routes.interactionCallback(id, token), { body: response, auth: false });
  }

  /** Tells Discord the commands, unless that was done; one attempt after the other. */
  function tell(listings: readonly Listing[]): void {
    const attempt = async () => {
      if (isRegistered) return;
      const changed = await register({ rest, settings, listings });
      isRegistered = true;
      if (changed) log.info({}, 'told Discord which commands there are');
    };
    telling = telling.then(() =>
      work.undertake(attempt, 'Discord could not be told which commands there are'),
    );
  }

  /** Discord lets so few messages an hour be published that this may wait for long. Not being spread costs nobody the news. */
  function publish(channel: string, message: string): void {
    if (!settings.crosspost) return;
    const publishing = async () => {
      await rest.post(Routes.channelMessageCrosspost(channel, message));
    };
    void work.undertake(publishing, 'a post could not be published to following channels');
  }

  function stop(): Promise<void> {
    stopped ??= work.end().then(() => gateway?.close());
    return stopped;
  }

  async function deliver<value>(posting: (signal: AbortSignal) => Promise<value>): Promise<value> {
    if (work.isOver()) throw new DeliveryError('Kiosk is not on Discord any more');
    try {
      return await inTime(longestPost, posting);
    } catch (error) {
      if (refusesToken(error)) refused('Discord no longer knows the token (DISCORD_TOKEN)');
      throw deliveryError(error);
    }
  }

  return {
    platform,
    opening:
      settings.publicKey === undefined ? undefined : createEndpoint(settings.publicKey, answerOverHttp),

    async start(listings: readonly Listing[], desk: Desk) {
      interactions = createInteractions({
        desk,
        listings,
        controls,
        translate: translations.translate,
        show: ({ token }, body) => showResponse(answers, { applicationId, token }, body),
      });
      const conversation = createConversation({ self: () => self, desk, rest, render });
      gateway = createGateway({
        token,
        rest: options,
        shards: settings.shards,
        log,
        heard: {
          connected(user) {
            self = user;
            tell(listings);
          },
          interaction: (interaction) => answer(interaction, (response) => acknowledge(interaction, response)),
          message: (message) =>
            void work.undertake(
              () => conversation.answer(message, work.signal),
              'a message was not answered',
            ),
          entered: (guild) =>
            void work.undertake(() => desk.entered(placeId(guild)), 'a server was not noted'),
          left: (guild) => {
            log.info({ guild }, 'Kiosk was taken out of a server');
            void work.undertake(() => desk.left(placeId(guild)), 'a server was not noted');
          },
          closed: (guild, channel) =>
            void work.undertake(() => desk.left(channelId(guild, channel)), 'a channel was not noted'),
          refused,
        },
      });
      if (settings.shards !== 0) gateway.open();
      tell(listings);
    },

    post: (delivery) => deliver((signal) => posts.post(delivery, signal)),
    edit: (posted, message) => deliver((signal) => posts.edit(posted, message, signal)),
    stop,
  };
}

import { setTimeout as wait } from 'node:timers/promises';
import { App, SocketModeReceiver, webApi } from '@slack/bolt';
import type { ChatAdapter, Desk, Listing } from '../../chat/adapter.ts';
import type { KeyValue } from '../../chat/key-value.ts';
import type { Message } from '../../chat/message.ts';
import { DeliveryError } from '../../errors.ts';
import type { Log } from '../../log.ts';
import type { Translations } from '../../translations.ts';
import { createControls } from '../controls.ts';
import type { Opening } from '../opening.ts';
import { createWork } from '../work.ts';
import { partsOfChannel, platform } from './calls.ts';
import { deliveryError, refusesToken } from './failures.ts';
import { createHttpReceiver } from './http-receiver.ts';
import { limits } from './limits.ts';
import { listen } from './listening.ts';
import { createLocales } from './locales.ts';
import { boltLog } from './logging.ts';
import { bodyOf } from './pages.ts';
import type { Audience } from './pages.ts';
import { createPosts } from './posts.ts';
import { apiAddress } from './settings.ts';
import type { SlackSettings } from './settings.ts';

/** Milliseconds between attempts to connect: the first, and the longest after doubling. */
const attempts = { first: 1000, longest: 60_000 };
/** How long a post or an edit takes at the longest, in milliseconds. */
const longest = 30_000;

/** Kiosk on Slack. */
export interface SlackAdapter extends ChatAdapter {
  /** Where Slack sends everything over HTTP; undefined in Socket Mode. */
  readonly opening: Opening | undefined;
}

/**
 * Kiosk on Slack: in Socket Mode where there is a token for it, else over HTTP.
 * @param parts.kept where what buttons stand for, what was posted and what was heard is kept
 * @param parts.patience how long answers under way may take when Kiosk stops, in milliseconds
 * @param parts.longestPost how long a post or an edit takes before it has failed, in milliseconds
 */
export function createSlackAdapter(parts: {
  readonly settings: SlackSettings;
  readonly kept: KeyValue;
  readonly translations: Pick<Translations, 'translate'>;
  readonly now: () => Date;
  readonly log: Log;
  readonly patience?: number;
  readonly longestPost?: number;
}): SlackAdapter {
  const { settings, kept, translations, now, log, longestPost = longest } = parts;
  const address = apiAddress(settings);
  // Whoever posts decides when to try again; the library would do so for half an hour, and post twice.
  const client = new webApi.WebClient(settings.botToken, {
    ...address,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    // A post asks for nothing more in the second half of its time, in which what it asked for last has to end.
    timeout: longestPost / 2,
    logger: boltLog(log),
  });
  const controls = createControls(kept, limits.value);
  const render = (message: Message, page = 0, audience: Audience = 'channel') =>
    bodyOf(message, page, { controls, t: translations.translate(message.language), audience });
  const posts = createPosts({ render, kept, latest: longestPost / 2, now });
  const http =
    settings.appToken === undefined && settings.signingSecret !== undefined
      ? createHttpReceiver(settings.signingSecret)
      : undefined;
  const closing = new AbortController();
  const work = createWork({
    patience: parts.patience,
    failed: (error, what) => (refusesToken(error) ? refuse() : log.warn({ error }, what)),
  });
  let app: App | undefined;
  let stopped: Promise<void> | undefined;

  function refuse(): void {
    if (work.isOver()) return;
    log.error(
      {},
      'Slack refuses Kiosk (SLACK_BOT_TOKEN, SLACK_APP_TOKEN): nothing is answered or posted there until that is mended',
    );
    void stop();
  }

  /** In Socket Mode nobody needs to reach Kiosk. */
  function openSocket(): SocketModeReceiver {
    return new SocketModeReceiver({
      appToken: settings.appToken ?? '',
      logger: boltLog(log),
      // Where the connection is asked for, however long Slack is out of reach: giving up would end the process.
      installerOptions: {
        clientOptions: {
          ...address,
          retryConfig: { forever: true, factor: 2, minTimeout: attempts.first, maxTimeout: attempts.longest },
        },
      },
    });
  }

  async function connect(listings: readonly Listing[], desk: Desk): Promise<void> {
    let pause = attempts.first;
    while (!closing.signal.aborted) {
      const created = new App({
        token: settings.botToken,
        receiver: http ?? openSocket(),
        deferInitialization: true,
        clientOptions: { ...address, retryConfig: { retries: 0 } },
        logger: boltLog(log),
      });
      created.error(async (error) => log.warn({ error }, 'something from Slack was not understood'));
      try {
        await created.init();
        const { team_id: team = '', user_id: self = '' } = await client.auth.test();
        const { signal } = work;
        const undertake = (answer: () => Promise<void>, what: string) => void work.undertake(answer, what);
        const parts = { team, self, listings, desk, client, controls, kept, render, undertake, signal };
        listen(created, {
          ...parts,
          locales: createLocales(client),
          translate: translations.translate,
        });
        await created.start();
        if (closing.signal.aborted) await created.stop();
        else app = created;
        log.info({}, 'connected to Slack');
        return;
      } catch (error) {
        if (refusesToken(error)) return refuse();
        log.warn({ error }, 'Slack cannot be reached; trying again');
        await wait(pause, undefined, { signal: closing.signal }).catch(() => undefined);
        pause = Math.min(2 * pause, attempts.longest);
      }
    }
  }

  function stop(): Promise<void> {
    closing.abort();
    stopped ??= work
      .end()
      .then(() => app?.stop())
      .then(() => undefined);
    return stopped;
  }

  /** @param where the channel's id across platforms */
  async function deliver<value>(where: string, posting: (channel: string) => Promise<value>): Promise<value> {
    if (work.isOver()) throw new DeliveryError('Kiosk is not on Slack any more');
    const { channel } = partsOfChannel(where);
    try {
      return await posting(channel);
    } catch (error) {
      if (refusesToken(error)) refuse();
      throw deliveryError(error);
    }
  }

  return {
    platform,
    opening: http?.opening,
    async start(listings, desk) {
      void connect(listings, desk);
    },
    post: (delivery) => deliver(delivery.channel, (channel) => posts.post(delivery, { client, channel })),
    edit: (posted, message) =>
      deliver(posted.channel, (channel) => posts.edit(posted, message, { client, channel })),
    stop,
  };
}

import { App, LogLevel, SocketModeReceiver, HTTPReceiver } from '@slack/bolt';
import type { AppOptions } from '@slack/bolt';
import { expect } from 'vitest';
import { serve } from '../../sources/server.ts';
import { createSlackStandIn } from './stand-in/index.ts';
import type { SlackStandIn, StandInParts } from './stand-in/index.ts';

/** The ways in which a bot can be reached. */
export type Way = 'Socket Mode' | 'HTTP';

/** How a bot is to be. */
export interface BotOptions extends Partial<AppOptions> {
  /** Milliseconds without a pong after which it gives a connection up, and for which it waits before the next. */
  readonly clientPingTimeout?: number;
}

/** A Slack with one workspace, one channel and one reader, and whatever bots a test lets in. */
export interface Harbour extends AsyncDisposable {
  readonly slack: SlackStandIn;
  readonly channel: ReturnType<SlackStandIn['channel']>;
  readonly ada: ReturnType<SlackStandIn['user']>;
  /** Lets an unmodified Bolt in; its listeners are added before anything can reach it. */
  bot(way: Way, listen?: (app: App) => void, options?: BotOptions): Promise<App>;
  /** Asks for something with plain fetch: JSON, with the bot's token unless there is another. */
  ask(method: string, args?: unknown, token?: string): Promise<Record<string, unknown>>;
}

/** A log that says nothing, whatever happens. */
export const silent = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  setLevel() {},
  setName() {},
  getLevel: () => LogLevel.ERROR,
};

/** Opens a harbour. */
export async function openHarbour(parts: StandInParts = {}): Promise<Harbour> {
  const slack = await createSlackStandIn(parts);
  const channel = slack.channel({ name: 'news' });
  const ada = slack.user({ name: 'Ada', locale: 'fr-FR' });
  const stops: (() => Promise<unknown>)[] = [];
  const failures: unknown[] = [];
  return {
    slack,
    channel,
    ada,
    async bot(way, listen, { clientPingTimeout = 5000, ...options } = {}) {
      const clientOptions = { slackApiUrl: slack.slackApiUrl, retryConfig: { retries: 0 } };
      const receiver =
        way === 'HTTP'
          ? new HTTPReceiver({ signingSecret: slack.app.signingSecret, logger: silent })
          : new SocketModeReceiver({
              appToken: slack.app.appToken,
              logger: silent,
              clientPingTimeout,
              installerOptions: { clientOptions: { slackApiUrl: slack.slackApiUrl } },
            });
      const app = new App({
        token: slack.token(),
        receiver,
        logger: silent,
        clientOptions,
        deferInitialization: true,
        ...options,
      });
      app.error(async (error) => void failures.push(error));
      listen?.(app);
      await app.init();
      if (receiver instanceof SocketModeReceiver) {
        await app.start();
        stops.push(() => app.stop());
      } else {
        const server = await serve((request, response) => receiver.requestListener(request, response));
        stops.push(() => server.close());
        await slack.setEndpoint(`${server.url}/slack/events`);
      }
      return app;
    },
    async ask(method, args = {}, token = slack.token()) {
      const response = await fetch(`${slack.slackApiUrl}${method}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json; charset=utf-8' },
        body: JSON.stringify(args),
      });
      return { status: response.status, ...(await bodyOf(response)) };
    },
    async [Symbol.asyncDispose]() {
      for (const stop of stops) await stop();
      await slack.close();
      expect(failures).toEqual([]);
    },
  };
}

async function bodyOf(response: Response): Promise<Record<string, unknown>> {
  const text = await response.text();
  return response.headers.get('content-type')?.startsWith('application/json') ? JSON.parse(text) : { text };
}

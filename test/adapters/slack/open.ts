import { onTestFinished } from 'vitest';
import { createSlackAdapter } from '../../../src/adapters/slack/index.ts';
import type { SlackAdapter } from '../../../src/adapters/slack/index.ts';
import type { OAuthSettings, SlackWays } from '../../../src/adapters/slack/settings.ts';
import { createNotices } from '../../../src/adapters/web/index.ts';
import type { Desk, Listing } from '../../../src/chat/adapter.ts';
import type { KeyValue } from '../../../src/chat/key-value.ts';
import { createLog } from '../../../src/log.ts';
import { createTranslations } from '../../../src/translations.ts';
import { createFakeKeyValue } from '../../fakes/key-value.ts';
import { createSlackStandIn } from './stand-in/index.ts';
import type { SlackStandIn } from './stand-in/index.ts';

/** Kiosk's own words, dates in UTC. */
export const translations = createTranslations({ timeZone: 'UTC' });

/** Kiosk on a Slack of its own. */
export interface OpenedSlack {
  readonly slack: SlackStandIn;
  readonly adapter: SlackAdapter;
  readonly kept: KeyValue;
  /** What was logged, a line an event. */
  readonly logged: readonly string[];
  /** Starts the adapter; settles when it is connected. */
  start(listings: readonly Listing[], desk: Desk): Promise<void>;
}

/** Makes an adapter that has not started, and a Slack. */
export async function openSlack(
  parts: {
    readonly slack?: SlackStandIn;
    readonly kept?: KeyValue;
    readonly settings?: Partial<SlackWays>;
    /** In several workspaces, in place of the one that there is from the beginning. */
    readonly oauth?: OAuthSettings;
    readonly longestPost?: number;
  } = {},
): Promise<OpenedSlack> {
  const slack = parts.slack ?? (await createSlackStandIn());
  const now = () => new Date(slack.clock.now());
  const kept = parts.kept ?? createFakeKeyValue(now);
  const logged: string[] = [];
  const adapter = createSlackAdapter({
    settings: {
      ...(parts.oauth === undefined ? { botToken: slack.token() } : { oauth: parts.oauth }),
      appToken: slack.app.appToken,
      signingSecret: undefined,
      apiUrl: slack.slackApiUrl.replace(/\/$/, ''),
      ...parts.settings,
    },
    kept,
    translations,
    showNotice: createNotices(translations),
    now,
    log: createLog({ level: 'debug', destination: { write: (line) => void logged.push(line) } }),
    patience: 50,
    ...(parts.longestPost !== undefined && { longestPost: parts.longestPost }),
  });
  return {
    slack,
    adapter,
    kept,
    logged,
    async start(listings, desk) {
      await adapter.start(listings, desk);
      await slack.until(() => (slack.socket.connected() > 0 ? true : undefined));
    },
  };
}

/** The same, closed after the test. */
export async function openForTest(...parts: Parameters<typeof openSlack>): Promise<OpenedSlack> {
  const opened = await openSlack(...parts);
  onTestFinished(async () => {
    await opened.adapter.stop();
    await opened.slack.close();
  });
  return opened;
}

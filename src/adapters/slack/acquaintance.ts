import { webApi } from '@slack/bolt';
import { refusesToken } from './failures.ts';
import { apiAddress } from './settings.ts';
import type { SlackSettings } from './settings.ts';

/** Milliseconds that somebody at a terminal waits. */
const patience = 5000;

/** Whether Slack knows the tokens. */
export async function askSlack(settings: SlackSettings): Promise<'known' | 'refused' | 'unreachable'> {
  const options = { ...apiAddress(settings), retryConfig: { retries: 0 }, timeout: patience };
  const quiet = webApi.LogLevel.ERROR;
  try {
    await new webApi.WebClient(settings.botToken, { ...options, logLevel: quiet }).auth.test();
    if (settings.appToken !== undefined)
      await new webApi.WebClient(settings.appToken, { ...options, logLevel: quiet }).apps.connections.open(
        {},
      );
    return 'known';
  } catch (error) {
    return refusesToken(error) ? 'refused' : 'unreachable';
  }
}

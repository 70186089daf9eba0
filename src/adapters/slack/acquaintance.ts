import { webApi } from '@slack/bolt';
import { codeOf, refusesToken } from './failures.ts';
import { apiAddress } from './settings.ts';
import type { SlackSettings } from './settings.ts';

/** Milliseconds that somebody at a terminal waits. */
const patience = 5000;

/** What Slack says of a code that is none to whoever knows the app's secret, and to whoever doesn't. */
const said: Readonly<Record<string, boolean>> = {
  invalid_code: true,
  invalid_client_id: false,
  bad_client_secret: false,
};

/** Whether Slack knows the tokens, or the app. */
export async function askSlack(settings: SlackSettings): Promise<'known' | 'refused' | 'unreachable'> {
  const ask = (token?: string) =>
    new webApi.WebClient(token, {
      ...apiAddress(settings),
      retryConfig: { retries: 0 },
      timeout: patience,
      logLevel: webApi.LogLevel.ERROR,
    });
  try {
    if (settings.oauth === undefined) await ask(settings.botToken).auth.test();
    else if (!(await knowsApp(ask(), settings.oauth))) return 'refused';
    if (settings.appToken !== undefined) await ask(settings.appToken).apps.connections.open({});
    return 'known';
  } catch (error) {
    return refusesToken(error) ? 'refused' : 'unreachable';
  }
}

/** Tries to exchange nothing: Slack looks at the secret first. @throws where Slack doesn't get that far */
async function knowsApp(
  client: webApi.WebClient,
  { clientId, clientSecret }: { readonly clientId: string; readonly clientSecret: string },
): Promise<boolean> {
  try {
    await client.oauth.v2.access({ client_id: clientId, client_secret: clientSecret, code: 'none' });
    return true;
  } catch (error) {
    const knows = said[codeOf(error) ?? ''];
    if (knows === undefined) throw error;
    return knows;
  }
}

import type { SlackSettings } from '../adapters/slack/index.ts';
import type { Config } from '../config.ts';

/** How Slack is reached; undefined where nobody wants it. */
export function slackSettings(config: Config): SlackSettings | undefined {
  const { slackBotToken: botToken, slackAppToken: appToken, slackSigningSecret: signingSecret } = config;
  const { slackClientId: clientId, slackClientSecret: clientSecret, publicUrl } = config;
  if ((appToken ?? signingSecret) === undefined) return undefined;
  const ways = { appToken, signingSecret, apiUrl: config.slackApiUrl };
  if (botToken !== undefined) return { ...ways, botToken };
  if (clientId === undefined || clientSecret === undefined || publicUrl === undefined) return undefined;
  return { ...ways, oauth: { clientId, clientSecret, publicUrl } };
}

import type { SlackSettings } from '../adapters/slack/index.ts';
import type { Config } from '../config.ts';

/** How Slack is reached; undefined where nobody wants it. */
export function slackSettings(config: Config): SlackSettings | undefined {
  const { slackBotToken: botToken, slackAppToken: appToken, slackSigningSecret: signingSecret } = config;
  if (botToken === undefined || (appToken ?? signingSecret) === undefined) return undefined;
  return { botToken, appToken, signingSecret, apiUrl: config.slackApiUrl };
}

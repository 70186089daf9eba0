import type { SlackSettings } from '../adapters/slack/index.ts';
import type { Config } from '../config.ts';

/** How Slack is reached; undefined where nobody wants it. */
export function slackSettings({
  slackBotToken,
  slackAppToken,
  slackApiUrl,
}: Config): SlackSettings | undefined {
  if (slackBotToken === undefined || slackAppToken === undefined) return undefined;
  return { botToken: slackBotToken, appToken: slackAppToken, apiUrl: slackApiUrl };
}

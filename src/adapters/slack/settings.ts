/** How Slack is reached. */
export interface SlackSettings {
  /** The bot's token in the workspace ("xoxb-…"). */
  readonly botToken: string;
  /** The app's own token, for Socket Mode ("xapp-…"); over HTTP without it. */
  readonly appToken: string | undefined;
  /** With which Slack signs what it sends over HTTP. */
  readonly signingSecret: string | undefined;
  /** Another address than Slack's own. */
  readonly apiUrl: string | undefined;
}

/** The address of the Web API as Slack's library wants it: with a slash at its end. */
export function apiAddress({ apiUrl }: SlackSettings): { readonly slackApiUrl?: string } {
  return apiUrl === undefined ? {} : { slackApiUrl: `${apiUrl}/` };
}

/** How Slack is reached: for one workspace with its token, or for several, each of which takes Kiosk in by itself. */
export type SlackSettings = SlackWays &
  (
    | {
        /** The bot's token in the workspace ("xoxb-…"). */
        readonly botToken: string;
        readonly oauth?: undefined;
      }
    | { readonly botToken?: undefined; readonly oauth: OAuthSettings }
  );

/** What is so for one workspace and for several. */
export interface SlackWays {
  /** The app's own token, for Socket Mode ("xapp-…"); over HTTP without it. */
  readonly appToken: string | undefined;
  /** With which Slack signs what it sends over HTTP. */
  readonly signingSecret: string | undefined;
  /** Another address than Slack's own. */
  readonly apiUrl: string | undefined;
}

/** By what Slack knows the app that workspaces take in. */
export interface OAuthSettings {
  readonly clientId: string;
  readonly clientSecret: string;
  /** Where browsers reach Kiosk, without a slash at its end. */
  readonly publicUrl: string;
}

/** What browsers ask for, below the public address: where installing begins, and where Slack sends them back to. */
export const installPaths = { begin: '/slack/install', back: '/slack/oauth_redirect' } as const;

/** Where somebody takes Kiosk into their workspace; undefined where a setting says which one it is in. */
export function installAddress({ oauth }: SlackSettings): string | undefined {
  return oauth === undefined ? undefined : `${oauth.publicUrl}${installPaths.begin}`;
}

type Address = Pick<SlackWays, 'apiUrl'>;

/** The address of the Web API as Slack's library wants it: with a slash at its end. */
export function apiAddress({ apiUrl }: Address): { readonly slackApiUrl?: string } {
  return apiUrl === undefined ? {} : { slackApiUrl: `${apiUrl}/` };
}

/** The page on which somebody lets an app into a workspace; it is beside the Web API. */
export function consentAddress({ apiUrl = 'https://slack.com/api' }: Address): URL {
  return new URL('../oauth/v2/authorize', `${apiUrl}/`);
}

import { expect, onTestFinished } from 'vitest';
import type { OAuthSettings } from '../../../src/adapters/slack/settings.ts';
import { createWebAdapter } from '../../../src/adapters/web/index.ts';
import type { ChatAdapter, Listing } from '../../../src/chat/adapter.ts';
import type { KeyValue } from '../../../src/chat/key-value.ts';
import type { Message } from '../../../src/chat/message.ts';
import { createFakeDesk, fakeListings } from '../../fakes/desk.ts';
import type { FakeDesk } from '../../fakes/desk.ts';
import { createBrowser } from './browser.ts';
import type { Browser } from './browser.ts';
import { openSlack, translations } from './open.ts';
import { createSlackStandIn } from './stand-in/index.ts';
import type { SlackStandIn } from './stand-in/index.ts';
import type { Way } from './stand-in-bot.ts';

/** Kiosk's address for everybody else; the tests' browser finds it on the loopback interface. */
export const publicUrl = 'https://kiosk.example';

/** Kiosk for any workspace that takes it in, with its web server. */
export interface Several {
  readonly slack: SlackStandIn;
  readonly adapter: ChatAdapter;
  readonly desk: FakeDesk;
  /** What was logged, a line an event. */
  readonly logged: readonly string[];
  /** Where the web server really is. */
  readonly url: string;
  /** Somebody's browser. */
  browser(languages?: string): Browser;
  stop(): Promise<void>;
}

/** What a test may say of it. */
export interface SeveralParts {
  readonly slack?: SlackStandIn;
  readonly kept?: KeyValue;
  readonly oauth?: Partial<OAuthSettings>;
  readonly listings?: readonly Listing[];
}

/** Starts Kiosk, over one of the ways in; it is stopped after the test. */
export async function openSeveral(way: Way, parts: SeveralParts = {}): Promise<Several> {
  const { slack = await createSlackStandIn(), listings = fakeListings } = parts;
  const { signingSecret, appToken } = slack.app;
  const { adapter, logged } = await openSlack({
    ...parts,
    slack,
    settings: way === 'HTTP' ? { appToken: undefined, signingSecret } : { appToken },
    oauth: { ...oauthOf(slack), ...parts.oauth },
  });
  const web = createWebAdapter({
    host: '127.0.0.1',
    port: 0,
    password: 'a password of the page',
    translations,
    log: { error: (values) => expect.unreachable(JSON.stringify(values)) },
    openings: adapter.openings,
  });
  const desk = createFakeDesk();
  const stop = async () => {
    await web.stop();
    await adapter.stop();
  };
  onTestFinished(async () => {
    await stop();
    await slack.close();
  });
  await web.start(listings, desk);
  await adapter.start(listings, desk);
  await expect.poll(() => logged.join('')).toContain('connected to Slack');
  const url = web.address();
  if (way === 'HTTP') await slack.setEndpoint(`${url}/slack/events`);
  else await slack.until(() => (slack.socket.connected() > 0 ? true : undefined));
  const browser = (languages?: string) => createBrowser({ [publicUrl]: url }, languages);
  return { slack, adapter, desk, logged, url, browser, stop };
}

/** A workspace whose member takes Kiosk in, with a channel that Kiosk is in. */
export async function settle({ slack, browser }: Pick<Several, 'slack' | 'browser'>, name: string) {
  const workspace = slack.addWorkspace({ name, installed: false });
  const ada = workspace.user({ name: 'Ada' });
  slack.agree({ teamId: workspace.id, userId: ada.id });
  const page = await browser().visit(`${publicUrl}/slack/install`);
  expect(page).toMatchObject({ status: 200 });
  const channel = workspace.channel({ name: 'news' });
  return { workspace, ada, channel, where: `slack:${workspace.id}:${channel.id}` };
}

/** By what a Slack knows the app. */
export function oauthOf({ app }: SlackStandIn): OAuthSettings {
  return { clientId: app.clientId, clientSecret: app.clientSecret, publicUrl };
}

/** A message that says one thing. */
export const says = (text: string): Message => ({ language: 'en', blocks: [{ kind: 'text', text }] });

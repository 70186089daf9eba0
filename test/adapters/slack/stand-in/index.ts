/**
 * A stand-in for Slack, for tests: a web server and Socket Mode on the loopback interface that unmodified @slack/bolt talks to.
 *
 * It stands in for the parts of Slack that a bot needs that reads, answers and posts: the Web API's methods for messages,
 * conversations, users and views, slash commands, interactivity, events (over a socket or signed over HTTP), installation and
 * tokens. It refuses what Slack refuses, in Slack's words, and keeps `violations`, so that a test can say that there were none.
 * Time stamps follow from its clock, which only a test lets pass; nothing in it sleeps, and `until` waits for facts.
 *
 * Not stood in for: files, canvases, lists, workflows, Enterprise Grid, Slack Connect, user tokens, legacy attachments and
 * dialogs, streamed messages, and the Markdown of `markdown` blocks.
 */
import { createTestClock } from '../../discord/stand-in/clock.ts';
import type { TestClock } from '../../discord/stand-in/clock.ts';
import { createNotices } from '../../discord/stand-in/notices.ts';
import { createConsents } from './authorize.ts';
import type { ChannelHandle } from './channel-handle.ts';
import { createDelivery } from './delivery.ts';
import { createSigner } from './endpoint.ts';
import { createDispatch, openMethods } from './http/dispatch.ts';
import { createFaults } from './http/faults.ts';
import { createPace } from './http/pace.ts';
import { startWebServer } from './http/server.ts';
import type { Logged } from './http/server.ts';
import { assistantMethods, endStatus } from './methods/assistant.ts';
import type { Pane } from './methods/assistant.ts';
import { identityMethods } from './methods/auth.ts';
import { chatMethods } from './methods/chat.ts';
import { conversationMethods } from './methods/conversations.ts';
import type { Hall } from './methods/method.ts';
import { viewMethods } from './methods/views.ts';
import { eventPayload } from './reader/acts.ts';
import { see } from './reader/seen.ts';
import type { Seen } from './reader/seen.ts';
import { openSocket } from './socket/server.ts';
import type { Socket } from './socket/server.ts';
import type { Violation } from './violations.ts';
import { createCalls } from './world/calls.ts';
import { hears } from './world/events.ts';
import { respond } from './world/responses.ts';
import { createWorld } from './world/world.ts';
import type { App } from './world/world.ts';
import { createApp } from './world/app.ts';
import { createFields } from './reader/fields.ts';
import { createWorkspace } from './workspace-handle.ts';
import type { WorkspaceHandle, WorkspaceSetting } from './workspace-handle.ts';

/** What a stand-in may be told; each has a default. */
export interface StandInParts {
  readonly clock?: TestClock;
  readonly app?: Partial<App>;
  /** The workspace that there is from the beginning. */
  readonly workspace?: WorkspaceSetting;
  /** How many messages go into a channel at once, one a second after; as many as a test likes unless said otherwise. */
  readonly burst?: number;
  /** Milliseconds since 1970 with which requests to the bot are signed: the bot compares them with its own clock. */
  readonly signedAt?: () => number;
}

/** Events bring nothing back. */
function ignore(): void {}

/** A Slack for one test. */
export type SlackStandIn = Awaited<ReturnType<typeof createSlackStandIn>>;

/** Starts a Slack in which there is the application and one workspace. */
export async function createSlackStandIn(parts: StandInParts = {}) {
  const { clock = createTestClock(), burst, signedAt = () => Date.now() } = parts;
  const now = () => clock.now();
  const app = createApp(parts.app);
  const world = createWorld(now, app);
  const notices = createNotices();
  const changed = () => notices.tell();
  const violations: Violation[] = [];
  const pings: Seen[] = [];
  const requests: Logged[] = [];
  const panes = new Map<string, Pane>();
  const calls = createCalls(changed);
  const consents = createConsents(world);
  const note = (violation: Violation) => void violations.push(violation);

  const hall: Hall = {
    world,
    changed,
    note,
    happen(teamId, name, event) {
      const install = world.installs.get(teamId);
      if (install === undefined || !hears(install, app.events, name)) return;
      const id = world.nextId('Ev');
      const payload = eventPayload(world, teamId, id, event);
      delivery.send({ id, type: 'events_api', name, payload, settle: ignore, fail: ignore });
    },
    pinged(message) {
      const seen = see(world, message);
      if (message.botId !== undefined && seen.pings.length > 0) pings.push(seen);
      endStatus(panes, message);
    },
  };
  const methods = [
    ...identityMethods(hall),
    ...chatMethods(hall, createPace(now, burst)),
    ...conversationMethods(hall),
    ...viewMethods(hall, (callId, view) =>
      calls.change(callId, { views: [...calls.get(callId).views, view.id] }),
    ),
    ...assistantMethods(hall, panes),
  ];
  const faults = createFaults([...methods.map(({ name }) => name), ...openMethods], changed);
  const web = await startWebServer({
    faults,
    note,
    call: createDispatch({ hall, methods, grants: consents.grants, connect: () => socket.ticket() }),
    respond: (callId, args) => respond(hall, calls, callId, args),
    authorize: consents.authorize,
    log(request) {
      requests.push(request);
      changed();
    },
  });
  const address = `http://127.0.0.1:${web.port}`;
  const socket = openSocket({
    http: web.http,
    appId: app.id,
    notices,
    note,
    address: () => `ws://127.0.0.1:${web.port}/link/`,
    acknowledge: (envelopeId, payload) => delivery.acknowledge(envelopeId, payload),
  });
  const { connected, opened, refresh, drop } = socket;
  const orders: Socket = { connected, opened, refresh, drop };
  const signer = createSigner(app.signingSecret, signedAt);
  const delivery = createDelivery({ signer, now, note, changed, socket: socket.send });
  const readers = {
    hall,
    calls,
    fields: createFields(),
    notices,
    delivery,
    responseUrl: (id: string) => `${address}/response/${id}`,
  };
  const workspace = (setting: WorkspaceSetting) => createWorkspace(readers, panes, setting);
  const first: WorkspaceHandle = workspace(parts.workspace ?? { name: 'Harbour' });

  return {
    /** For Bolt: `clientOptions: { slackApiUrl }`. */
    slackApiUrl: `${address}/api/`,
    /** For Bolt: `installerOptions: { authorizationUrl }`. */
    authorizationUrl: `${address}/oauth/v2/authorize`,
    app,
    clock,
    /** The workspace that there is from the beginning. */
    workspace: first,
    addWorkspace: workspace,
    /** A channel of the first workspace. */
    channel: first.channel,
    /** Somebody in the first workspace. */
    user: first.user,
    /** A bot token for the first workspace. */
    token: first.token,
    /** Socket Mode, as a test orders it about. */
    socket: orders,
    /** Says who agrees to installations from now on. */
    agree: consents.agree,
    /** What Slack would not have taken, or a bot should not do. */
    violations,
    /** Messages of the bot that would notify somebody. */
    pings,
    /** Requests in the order of their answers. */
    requests,
    /** Lets something go wrong with the next requests of a method: "chat.postMessage". */
    fault: faults.order,
    /** Faults that have not happened yet. */
    faultsLeft: faults.left,
    /** Settles with the first value that `look` finds; it looks again whenever something happened. */
    until: notices.until,
    /** What everybody in a channel sees, oldest first. */
    visible(channel: ChannelHandle | string): readonly Seen[] {
      const id = typeof channel === 'string' ? channel : channel.id;
      return [...world.messages.values()]
        .filter((message) => message.channelId === id && message.onlyFor === undefined)
        .map((message) => see(world, message));
    },
    /** Everything that was brought to the bot, as it stands. */
    delivered: delivery.all,
    /** Brings events that were not acknowledged in time once more, or one thing whatever became of it; says how many. */
    redeliver: delivery.again,
    /** Brings everything over HTTP from now on, if the address behaves as Slack asks. */
    setEndpoint: delivery.setEndpoint,
    /** Where that is. */
    endpoint: delivery.endpoint,
    /** Knocks at an address as Slack does, or as somebody else would. */
    send: signer.send,
    async close() {
      socket.close();
      await web.close();
      await delivery.settled();
    },
  };
}

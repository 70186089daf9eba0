import { messagePayload, viewPayload } from '../payloads.ts';
import type { JsonObject } from '../../../discord/stand-in/json.ts';
import type { Channel, Message, User, View, World } from '../world/world.ts';

/** Who acts, where, and what lets the bot answer. */
export interface Act {
  readonly user: User;
  readonly channel: Channel | undefined;
  readonly triggerId: string;
  readonly responseUrl: string;
}

/** The token that Slack sent before it signed; worth nothing. */
export const verificationToken = 'verification-token';

/** What the bot is told of a slash command. */
export function slashPayload(world: World, act: Act, command: string, text: string): JsonObject {
  const { user, channel, triggerId, responseUrl } = act;
  return {
    token: verificationToken,
    team_id: user.teamId,
    team_domain: world.teams.get(user.teamId)?.domain,
    channel_id: channel?.id,
    channel_name: channel?.name,
    user_id: user.id,
    user_name: user.name.toLowerCase(),
    command,
    text,
    api_app_id: world.app.id,
    is_enterprise_install: 'false',
    response_url: responseUrl,
    trigger_id: triggerId,
  };
}

/** What the bot is told of a button or a menu, in a message or a view. @param values what all fields there hold */
export function actionPayload(
  world: World,
  act: Act,
  at: Message | View,
  action: JsonObject,
  values: JsonObject,
): JsonObject {
  return {
    type: 'block_actions',
    ...shared(world, act),
    ...placeOf(world, act, at, values),
    state: { values },
    ...('form' in at ? {} : { response_url: act.responseUrl }),
    actions: [action],
  };
}

/** What the bot is told while a reader types into a menu. */
export function suggestionPayload(
  world: World,
  act: Act,
  at: Message | View,
  typed: { readonly actionId: string; readonly blockId: string; readonly value: string },
): JsonObject {
  const { trigger_id: _, ...rest } = shared(world, act);
  return {
    type: 'block_suggestion',
    ...rest,
    ...placeOf(world, act, at),
    action_id: typed.actionId,
    block_id: typed.blockId,
    value: typed.value,
  };
}

/** What the bot is told of a modal that was sent off. @param values what its fields hold */
export function submissionPayload(world: World, act: Act, view: View, values: JsonObject): JsonObject {
  return {
    type: 'view_submission',
    ...shared(world, act),
    view: viewPayload(world, view, values),
    response_urls: [],
  };
}

/** What the bot is told of a modal that was closed. */
export function closingPayload(world: World, act: Act, view: View): JsonObject {
  const { trigger_id: _, ...rest } = shared(world, act);
  return { type: 'view_closed', ...rest, view: viewPayload(world, view), is_cleared: false };
}

/** What the bot is told of a shortcut, from anywhere or from a message. */
export function shortcutPayload(world: World, act: Act, callbackId: string, message?: Message): JsonObject {
  const told = { ...shared(world, act), callback_id: callbackId, action_ts: world.nextTs() };
  if (message === undefined) return { type: 'shortcut', ...told };
  return {
    type: 'message_action',
    ...told,
    channel: channelOf(act),
    message_ts: message.ts,
    message: messagePayload(world, message, true),
    response_url: act.responseUrl,
  };
}

/** An event as it is wrapped for the bot. */
export function eventPayload(world: World, teamId: string, id: string, event: JsonObject): JsonObject {
  return {
    token: verificationToken,
    team_id: teamId,
    api_app_id: world.app.id,
    event,
    type: 'event_callback',
    event_id: id,
    event_time: Math.floor(world.now() / 1000),
    authorizations: [
      {
        enterprise_id: null,
        team_id: teamId,
        user_id: world.installs.get(teamId)?.botUserId,
        is_bot: true,
        is_enterprise_install: false,
      },
    ],
    is_ext_shared_channel: false,
    event_context: `4-${id}`,
  };
}

function shared(world: World, { user, triggerId }: Act) {
  const team = world.teams.get(user.teamId);
  return {
    team: { id: user.teamId, domain: team?.domain },
    user: {
      id: user.id,
      username: user.name.toLowerCase(),
      name: user.name.toLowerCase(),
      team_id: user.teamId,
    },
    api_app_id: world.app.id,
    token: verificationToken,
    trigger_id: triggerId,
    enterprise: null,
    is_enterprise_install: false,
  };
}

function channelOf({ channel }: Act): JsonObject {
  return { id: channel?.id, name: channel?.name };
}

function placeOf(world: World, act: Act, at: Message | View, values: JsonObject = {}): JsonObject {
  if ('form' in at)
    return { container: { type: 'view', view_id: at.id }, view: viewPayload(world, at, values) };
  const isEphemeral = at.onlyFor !== undefined;
  return {
    channel: channelOf(act),
    container: {
      type: 'message',
      message_ts: at.ts,
      channel_id: at.channelId,
      is_ephemeral: isEphemeral,
      ...(at.threadTs === undefined ? {} : { thread_ts: at.threadTs }),
    },
    // Of an ephemeral message the bot is told no more than its place.
    ...(isEphemeral ? {} : { message: messagePayload(world, at, true) }),
  };
}

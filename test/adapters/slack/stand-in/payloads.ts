import { plain } from '../../discord/stand-in/json.ts';
import type { JsonObject } from '../../discord/stand-in/json.ts';
import type { Channel, Message, User, View, World } from './world/world.ts';

/** A user as the Web API shows them. */
export function userPayload(world: World, user: User, withLocale: boolean): JsonObject {
  return {
    id: user.id,
    team_id: user.teamId,
    name: user.name.toLowerCase(),
    real_name: user.name,
    deleted: user.deactivated,
    tz: user.timeZone,
    tz_offset: offsetOf(user.timeZone, world.now()),
    is_admin: user.admin,
    is_owner: user.owner,
    is_bot: user.botId !== undefined,
    is_app_user: false,
    profile: { real_name: user.name, display_name: user.name, team: user.teamId },
    ...(withLocale ? { locale: user.locale } : {}),
  };
}

/** Seconds that a time zone is ahead of UTC. */
function offsetOf(timeZone: string, at: number): number {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' }).formatToParts(at);
  const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const [, sign, hours = '0', minutes = '0'] = /GMT([+-])(\d+):(\d+)/.exec(name) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 3600 + Number(minutes) * 60);
}

/** A conversation as the Web API shows it. */
export function channelPayload(channel: Channel, botUserId: string): JsonObject {
  const isDirect = channel.kind === 'direct';
  const shared = {
    id: channel.id,
    is_archived: channel.archived,
    is_im: isDirect,
    is_mpim: false,
    is_channel: channel.kind === 'public',
    is_group: false,
    is_private: channel.kind !== 'public',
    context_team_id: channel.teamId,
  };
  if (isDirect) return { ...shared, user: channel.members.find((id) => id !== botUserId) };
  return {
    ...shared,
    name: channel.name,
    name_normalized: channel.name,
    is_general: false,
    is_member: channel.members.includes(botUserId),
    num_members: channel.members.length,
  };
}

/** A message as the Web API and events show it. */
export function messagePayload(world: World, message: Message, withMetadata: boolean): JsonObject {
  const team = world.users.get(message.userId)?.teamId;
  const replies = [...world.messages.values()].filter(
    ({ channelId, threadTs, ts, onlyFor }) =>
      channelId === message.channelId &&
      threadTs === message.ts &&
      ts !== message.ts &&
      onlyFor === undefined,
  );
  const isParent = replies.length > 0;
  return {
    type: 'message',
    ...(message.tombstone ? { subtype: 'tombstone', hidden: true } : {}),
    user: message.userId,
    ts: message.ts,
    text: message.text,
    team,
    ...(message.botId === undefined ? {} : { bot_id: message.botId, app_id: world.app.id }),
    ...(message.blocks.length === 0 ? {} : { blocks: plain(message.blocks) }),
    // Of a change to blocks, nobody is told.
    ...(message.editedTs === undefined || message.blocks.length > 0
      ? {}
      : { edited: { user: message.userId, ts: message.editedTs } }),
    ...(message.threadTs === undefined && !isParent ? {} : { thread_ts: message.threadTs ?? message.ts }),
    ...(isParent ? { reply_count: replies.length, latest_reply: replies.at(-1)?.ts } : {}),
    ...(withMetadata && message.metadata !== undefined ? { metadata: plain(message.metadata) } : {}),
  };
}

/** A view as Slack shows it to its app. @param values what its fields hold */
export function viewPayload(world: World, view: View, values: JsonObject = {}): JsonObject {
  const { form } = view;
  const botId = world.installs.get(view.teamId)?.botId;
  return {
    id: view.id,
    team_id: view.teamId,
    type: form.type,
    blocks: plain(form.blocks),
    private_metadata: form.private_metadata ?? '',
    callback_id: form.callback_id ?? '',
    external_id: form.external_id ?? '',
    state: { values },
    hash: view.hash,
    title: form.type === 'modal' ? plain(form.title) : null,
    close: form.type === 'modal' ? plain(form.close) : null,
    submit: form.type === 'modal' ? plain(form.submit) : null,
    clear_on_close: form.type === 'modal' && form.clear_on_close === true,
    notify_on_close: form.type === 'modal' && form.notify_on_close === true,
    previous_view_id: view.previousId ?? null,
    root_view_id: view.rootId,
    app_id: world.app.id,
    app_installed_team_id: view.teamId,
    bot_id: botId,
  };
}

import * as v from 'valibot';
import { read } from '../forms/check.ts';
import { flag } from '../forms/message.ts';
import { channelPayload, messagePayload } from '../payloads.ts';
import { Refusal } from '../refusal.ts';
import { directChannel } from '../world/build.ts';
import type { Channel, Message } from '../world/world.ts';
import { family, knownChannel, mayBeWrittenTo, method, needScope } from './method.ts';
import type { Asked, Caller, Hall, Method } from './method.ts';

const channelForm = v.looseObject({ channel: v.optional(v.string(), '') });
const historyForm = v.looseObject({
  channel: v.optional(v.string(), ''),
  ts: v.optional(v.string(), ''),
  limit: v.optional(v.pipe(v.number(), v.minValue(1), v.maxValue(999, 'must be less than 1000')), 100),
  cursor: v.optional(v.string(), ''),
  oldest: v.optional(v.string(), '0'),
  latest: v.optional(v.string()),
  inclusive: v.optional(flag, false),
  include_all_metadata: v.optional(flag, false),
});
const listForm = v.looseObject({
  types: v.optional(v.string(), 'public_channel'),
  exclude_archived: v.optional(flag, false),
  limit: v.optional(v.number(), 100),
  cursor: v.optional(v.string(), ''),
});

const reading = ['channels:read', 'groups:read', 'im:read'];
const history = ['channels:history', 'groups:history', 'im:history'];

/** What there is to know of conversations, and ways into them. */
export function conversationMethods(hall: Hall): readonly Method[] {
  const { world } = hall;
  const keep = (channel: Channel) => {
    world.channels.set(channel.id, channel);
    hall.changed();
  };
  return [
    method('conversations.info', reading, ({ args, caller }) => {
      const channel = knownChannel(world, caller, read(channelForm, args, '').channel);
      needScope(caller.install, [`${family(channel)}:read`]);
      return { ok: true, channel: channelPayload(channel, caller.install.botUserId) };
    }),
    method('conversations.members', reading, ({ args, caller }) => {
      const { members } = knownChannel(world, caller, read(channelForm, args, '').channel);
      return { ok: true, members, response_metadata: { next_cursor: '' } };
    }),
    method('conversations.join', ['channels:join'], ({ args, caller }) => {
      const channel = knownChannel(world, caller, read(channelForm, args, '').channel);
      const { botUserId } = caller.install;
      if (channel.kind !== 'public') throw new Refusal('method_not_supported_for_channel_type');
      if (channel.archived) throw new Refusal('is_archived');
      const isIn = channel.members.includes(botUserId);
      const joined = isIn ? channel : { ...channel, members: [...channel.members, botUserId] };
      if (!isIn) keep(joined);
      const warning = isIn ? { warning: 'already_in_channel' } : {};
      return { ok: true, channel: channelPayload(joined, botUserId), ...warning };
    }),
    method('conversations.open', ['im:write'], ({ args, caller }) => {
      const { users } = read(v.looseObject({ users: v.optional(v.string(), '') }), args, '');
      const user = world.users.get(users);
      if (user === undefined || user.teamId !== caller.teamId) throw new Refusal('user_not_found');
      mayBeWrittenTo(user);
      const channel = directChannel(world, user);
      return { ok: true, channel: { id: channel.id } };
    }),
    method('conversations.list', reading, ({ args, caller }) => {
      const form = read(listForm, args, '');
      const kinds = { public_channel: 'public', private_channel: 'private', im: 'direct' } as const;
      const wanted = new Set(
        form.types.split(',').map((type) => {
          if (type === 'public_channel' || type === 'private_channel' || type === 'im') return kinds[type];
          throw new Refusal('invalid_types');
        }),
      );
      const channels = [...world.channels.values()].filter(
        (channel) =>
          channel.teamId === caller.teamId &&
          wanted.has(channel.kind) &&
          (channel.kind === 'public' || channel.members.includes(caller.install.botUserId)) &&
          !(form.exclude_archived && channel.archived),
      );
      for (const channel of channels) needScope(caller.install, [`${family(channel)}:read`]);
      const { page, next } = paged(channels, form);
      return {
        ok: true,
        channels: page.map((channel) => channelPayload(channel, caller.install.botUserId)),
        response_metadata: { next_cursor: next },
      };
    }),
    method('conversations.history', history, (asked) =>
      readBack(hall, asked, (message) => message.threadTs === undefined || message.threadTs === message.ts),
    ),
    method('conversations.replies', history, (asked) => {
      const { channel, ts } = read(historyForm, asked.args, '');
      if (!world.messages.has(`${channel}:${ts}`)) throw new Refusal('thread_not_found');
      return readBack(hall, asked, (message) => message.ts === ts || message.threadTs === ts);
    }),
  ];
}

function mayRead(caller: Caller, channel: Channel): void {
  needScope(caller.install, [`${family(channel)}:history`]);
  if (!channel.members.includes(caller.install.botUserId)) throw new Refusal('not_in_channel');
}

/** Newest first, as history is; replies oldest first. */
function readBack({ world }: Hall, { args, caller }: Asked, fits: (message: Message) => boolean) {
  const form = read(historyForm, args, '');
  const channel = knownChannel(world, caller, form.channel);
  mayRead(caller, channel);
  const latest = form.latest ?? String(Number.MAX_SAFE_INTEGER);
  const within = (ts: string) => {
    const [at, from, to] = [Number(ts), Number(form.oldest), Number(latest)];
    return form.inclusive ? at >= from && at <= to : at > from && at < to;
  };
  const fitting = [...world.messages.values()].filter(
    (message) =>
      message.channelId === channel.id &&
      message.onlyFor === undefined &&
      fits(message) &&
      within(message.ts),
  );
  const { page, next } = paged(form.ts === '' ? fitting.reverse() : fitting, form);
  return {
    ok: true,
    messages: page.map((message) => messagePayload(world, message, form.include_all_metadata)),
    has_more: next !== '',
    ...(next === '' ? {} : { response_metadata: { next_cursor: next } }),
  };
}

/** One page of a list; a cursor says where it goes on. @throws {Refusal} */
function paged<Item>(all: readonly Item[], { limit, cursor }: { limit: number; cursor: string }) {
  const from = cursor === '' ? 0 : Number(Buffer.from(cursor, 'base64').toString().replace('next:', ''));
  if (!Number.isInteger(from) || from > all.length) throw new Refusal('invalid_cursor');
  const to = from + limit;
  const next = to < all.length ? Buffer.from(`next:${to}`).toString('base64') : '';
  return { page: all.slice(from, to), next };
}

import * as v from 'valibot';
import { read } from '../forms/check.ts';
import { checkChanged, readWritten, writingFields } from '../forms/message.ts';
import type { Written } from '../forms/message.ts';
import { messagePayload } from '../payloads.ts';
import { Refusal } from '../refusal.ts';
import { directChannel } from '../world/build.ts';
import { knownMessage, put, remove, replace } from '../world/post.ts';
import type { Channel, Message } from '../world/world.ts';
import { knownChannel, mayBeWrittenTo, method } from './method.ts';
import type { Asked, Caller, Hall, Method } from './method.ts';

const postForm = v.looseObject({ channel: v.optional(v.string(), ''), ...writingFields });
const ephemeralForm = v.looseObject({ ...postForm.entries, user: v.optional(v.string(), '') });
const changeForm = v.looseObject({ ...postForm.entries, ts: v.optional(v.string(), '') });

/** Writing, changing and deleting messages. @param pace refuses what comes too fast */
export function chatMethods(hall: Hall, pace: (channelId: string) => void): readonly Method[] {
  const { world } = hall;
  const written = (form: Parameters<typeof readWritten>[0], where: string): Written => {
    const read = readWritten(form, world.nextId);
    for (const what of read.flaws) hall.note({ kind: 'form', where, what });
    return read;
  };
  const own = (caller: Caller, channelId: string, ts: string, no: string): Message => {
    const message = knownMessage(hall, channelId, ts);
    if (message.botId !== caller.install.botId) throw new Refusal(no);
    return message;
  };
  return [
    method('chat.postMessage', ['chat:write'], ({ args, caller }) => {
      const form = read(postForm, args, '');
      const channel = openChannel(hall, caller, form.channel);
      mayWrite(caller, channel);
      pace(channel.id);
      checkThread(hall, channel.id, form.thread_ts);
      const contents = written(form, 'chat.postMessage');
      const stamp = {
        ...stampOf(caller, channel),
        threadTs: form.thread_ts,
        unfurlLinks: form.unfurl_links,
        unfurlMedia: form.unfurl_media,
      };
      const message = put(hall, stamp, contents);
      const payload = messagePayload(world, message, true);
      return { ok: true, channel: channel.id, ts: message.ts, message: payload, ...warned(contents) };
    }),
    method('chat.postEphemeral', ['chat:write'], ({ args, caller }) => {
      const form = read(ephemeralForm, args, '');
      const channel = knownChannel(world, caller, form.channel);
      mayWrite(caller, channel);
      if (!channel.members.includes(form.user)) throw new Refusal('user_not_in_channel');
      const contents = written(form, 'chat.postEphemeral');
      const stamp = { ...stampOf(caller, channel), threadTs: form.thread_ts, onlyFor: form.user };
      return { ok: true, message_ts: put(hall, stamp, contents).ts, ...warned(contents) };
    }),
    method('chat.update', ['chat:write'], ({ args, caller }) => {
      const form = read(changeForm, args, '');
      const channel = knownChannel(world, caller, form.channel);
      const message = own(caller, channel.id, form.ts, 'cant_update_message');
      // Blocks that are not sent go when there is a new text; otherwise what is not sent stays.
      const kept = form.text === undefined ? { text: message.text } : {};
      const stays = form.text === undefined && form.blocks === undefined ? { blocks: message.blocks } : {};
      const contents = written({ ...form, ...kept, ...stays }, 'chat.update');
      checkChanged(contents);
      const after = replace(hall, message, contents);
      return {
        ok: true,
        channel: channel.id,
        ts: after.ts,
        text: after.text,
        message: messagePayload(world, after, true),
      };
    }),
    method('chat.delete', ['chat:write'], ({ args, caller }) => {
      const form = read(changeForm, args, '');
      const channel = knownChannel(world, caller, form.channel);
      remove(hall, own(caller, channel.id, form.ts, 'cant_delete_message'));
      return { ok: true, channel: channel.id, ts: form.ts };
    }),
    method('reactions.add', ['reactions:write'], (asked) => addReaction(hall, asked)),
  ];
}

function addReaction(hall: Hall, { args, caller }: Asked) {
  const form = read(
    v.looseObject({ channel: v.string(), timestamp: v.string(), name: v.string() }),
    args,
    '',
  );
  knownMessage(hall, knownChannel(hall.world, caller, form.channel).id, form.timestamp);
  return { ok: true };
}

function stampOf(caller: Caller, channel: Channel) {
  const { botUserId, botId } = caller.install;
  return { channelId: channel.id, userId: botUserId, botId };
}

function warned({ flaws }: Written) {
  const warnings = flaws.flatMap((flaw) => flaw.split(':', 1));
  return warnings.length === 0 ? {} : { warning: warnings.join(','), response_metadata: { warnings } };
}

/** A conversation by its id, by "#name", or by whom it is with. @throws {Refusal} */
function openChannel({ world }: Hall, caller: Caller, name: string): Channel {
  const user = world.users.get(name);
  if (user?.teamId === caller.teamId) {
    mayBeWrittenTo(user);
    return directChannel(world, user);
  }
  const named = [...world.channels.values()].find(
    (channel) => channel.teamId === caller.teamId && name === `#${channel.name}`,
  );
  return knownChannel(world, caller, named?.id ?? name);
}

function mayWrite({ install }: Caller, channel: Channel): void {
  if (channel.archived) throw new Refusal('is_archived');
  const isIn = channel.members.includes(install.botUserId);
  if (!isIn && !install.scopes.includes('chat:write.public')) throw new Refusal('not_in_channel');
}

function checkThread({ world, note }: Hall, channelId: string, threadTs: string | undefined): void {
  if (threadTs === undefined) return;
  if (!/^\d+\.\d{6}$/.test(threadTs))
    throw new Refusal('invalid_thread_ts', [`[ERROR] ${threadTs} is not a valid thread_ts`]);
  const first = world.messages.get(`${channelId}:${threadTs}`);
  if (first === undefined) throw new Refusal('thread_not_found');
  if (first.threadTs !== undefined && first.threadTs !== first.ts)
    note({ kind: 'form', where: 'chat.postMessage', what: 'thread_ts is that of a reply' });
}

import * as v from 'valibot';
import { read } from '../forms/check.ts';
import { flag, readWritten, writingFields } from '../forms/message.ts';
import type { Arguments } from '../http/body.ts';
import type { Hall } from '../methods/method.ts';
import { Refusal } from '../refusal.ts';
import type { Calls } from './calls.ts';
import { keyOf, put, remove, replace } from './post.ts';

/** How often, and for how long in milliseconds, a response_url can be used. */
const mostResponses = 5;
const responseLife = 30 * 60 * 1000;

const form = v.looseObject({
  ...writingFields,
  response_type: v.optional(v.picklist(['ephemeral', 'in_channel']), 'ephemeral'),
  replace_original: v.optional(flag, false),
  delete_original: v.optional(flag, false),
});

/** Takes what is sent to the response_url of a call. @throws {Refusal} */
export function respond(hall: Hall, calls: Calls, callId: string, args: Arguments): void {
  if (!calls.has(callId)) throw new Refusal('invalid_url');
  const call = calls.get(callId);
  if (call.responses >= mostResponses) throw new Refusal('used_url');
  if (hall.world.now() - call.createdAt > responseLife) throw new Refusal('expired_url');
  write(hall, calls, callId, args, 'response_url');
  calls.change(callId, { responses: call.responses + 1 });
}

/** Writes what answers a call, or changes the message where the call was made. @throws {Refusal} */
export function write(hall: Hall, calls: Calls, callId: string, args: Arguments, where: string): void {
  const { world } = hall;
  const call = calls.get(callId);
  const asked = read(form, args, '');
  const original = world.messages.get(call.messageKey ?? '');
  if (asked.delete_original) {
    if (original !== undefined) remove(hall, original);
    return;
  }
  const written = readWritten(asked, world.nextId);
  for (const what of written.flaws) hall.note({ kind: 'form', where, what });
  if (asked.replace_original && original !== undefined) {
    replace(hall, original, written);
    return;
  }
  const install = world.installs.get(call.teamId);
  if (install === undefined || call.channelId === undefined) throw new Refusal('invalid_url');
  const message = put(
    hall,
    {
      channelId: call.channelId,
      userId: install.botUserId,
      botId: install.botId,
      threadTs: asked.thread_ts ?? original?.threadTs,
      onlyFor: asked.response_type === 'ephemeral' ? call.userId : undefined,
      unfurlLinks: asked.unfurl_links,
      unfurlMedia: asked.unfurl_media,
    },
    written,
  );
  const key = keyOf(message.channelId, message.ts);
  calls.change(callId, { messages: [...calls.get(callId).messages, key] });
}

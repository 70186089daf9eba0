import type { JsonObject } from '../../../discord/stand-in/json.ts';
import type { Notices } from '../../../discord/stand-in/notices.ts';
import type { Delivery } from '../delivery.ts';
import type { Hall } from '../methods/method.ts';
import type { Acknowledgement, CallRecord, Calls } from '../world/calls.ts';
import { keyOf } from '../world/post.ts';
import { write } from '../world/responses.ts';
import { makeTrigger } from '../world/triggers.ts';
import type { Channel, Message, User, View } from '../world/world.ts';
import type { Act } from './acts.ts';
import { createCall, suggested } from './call.ts';
import type { Call } from './call.ts';
import type { Fields } from './fields.ts';
import { afterSubmit } from './submit.ts';

/** What a reader acts on. */
export interface ReaderParts {
  readonly hall: Hall;
  readonly calls: Calls;
  readonly fields: Fields;
  readonly notices: Notices;
  readonly delivery: Delivery;
  responseUrl(callId: string): string;
}

/** What a reader does. */
export interface Beginning {
  readonly kind: CallRecord['kind'];
  /** "/kiosk", "block_actions" */
  readonly name: string;
  readonly user: User;
  readonly channel: Channel;
  /** The message or view in which it is done. */
  readonly where?: Message | View | undefined;
  payload(act: Act): JsonObject;
}

/** Lets the bot know of something that a reader does. */
export function begin(parts: ReaderParts, beginning: Beginning): Call {
  const { hall, calls, notices, delivery } = parts;
  const { world } = hall;
  const { kind, name, user, channel, where } = beginning;
  const id = world.nextId('call');
  const isView = where !== undefined && 'form' in where;
  calls.begin({
    id,
    kind,
    teamId: user.teamId,
    userId: user.id,
    channelId: isView || kind === 'shortcut' ? undefined : channel.id,
    createdAt: world.now(),
    messageKey: where === undefined || isView ? undefined : keyOf(where.channelId, where.ts),
    viewId: isView ? where.id : undefined,
    acknowledged: undefined,
    responses: 0,
    messages: [],
    views: [],
    failed: undefined,
  });
  const triggerId = makeTrigger(world, id, user.id, user.teamId);
  delivery.send({
    id,
    type: kind === 'slash' ? 'slash_commands' : 'interactive',
    name,
    payload: beginning.payload({ user, channel, triggerId, responseUrl: parts.responseUrl(id) }),
    settle: (acknowledgement) => settle(parts, calls.get(id), acknowledgement),
    fail: (why) => calls.change(id, { failed: why }),
  });
  return createCall(world, calls, notices, id);
}

function settle({ hall, calls }: ReaderParts, call: CallRecord, acknowledgement: Acknowledgement): void {
  const { id, kind } = call;
  const { late, payload } = acknowledgement;
  // The reader has been told that it failed; what comes now is lost.
  if (late) return calls.change(id, { acknowledged: acknowledgement, failed: 'operation_timeout' });
  calls.change(id, { acknowledged: acknowledgement });
  if (kind === 'submit') afterSubmit(hall, calls, id, acknowledgement);
  if (kind === 'slash' && payload !== undefined) write(hall, calls, id, payload, 'the immediate response');
  if (kind === 'suggest') suggested(calls.get(id));
}

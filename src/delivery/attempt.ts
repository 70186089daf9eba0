import type { ChatAdapter, Posted } from '../chat/adapter.ts';
import type { Message } from '../chat/message.ts';
import type { PlanStore } from '../chat/plan.ts';
import { DeliveryError } from '../errors.ts';
import type { Claimed, DeliveryKind, DueDelivery, Outcome } from './outbox.ts';

/** Milliseconds before another attempt: doubled each time up to the longest, and varied so that not all come at once. */
const pause = { least: 1000, first: 5000, longest: 15 * 60_000 };
/** What nobody could post for so long is given up, in milliseconds. */
const patience = 24 * 60 * 60 * 1000;
/** What is news for a while only, and wanted as long as its plan is active. */
const passing: ReadonlySet<DeliveryKind> = new Set(['digest', 'alert', 'update', 'announcement']);

/** What posts a delivery. */
export type Poster = Pick<ChatAdapter, 'platform' | 'post' | 'edit'>;

/** What attempts work with. */
export interface AttemptParts {
  readonly plans: Pick<PlanStore, 'find'>;
  readonly now: () => Date;
  readonly random: () => number;
  readonly fault: (error: unknown, delivery: Pick<DueDelivery, 'key' | 'channel'> | undefined) => void;
}

/** Tries to post a delivery and says what became of it. */
export async function attempt(poster: Poster, claimed: Claimed, parts: AttemptParts): Promise<Outcome> {
  const { delivery } = claimed;
  const { now } = parts;
  const isLate = now().getTime() - delivery.notBefore.getTime() > patience;
  if (passing.has(delivery.kind)) {
    if (isLate) return { state: 'failed', reason: 'expired', failure: 'nobody posted it in time', at: now() };
    if (!(await isWanted(delivery, parts)))
      return { state: 'failed', reason: 'noTarget', failure: 'its plan is not active', at: now() };
  }
  try {
    const posted = await send(poster, claimed);
    return posted === undefined
      ? { state: 'failed', reason: 'noTarget', failure: 'what it edits was never posted', at: now() }
      : { state: 'delivered', posted, at: now() };
  } catch (error) {
    return outcomeOf(error, claimed, parts);
  }
}

/** Somebody may have paused or removed a plan while its delivery waited. */
async function isWanted({ plan }: DueDelivery, { plans }: AttemptParts): Promise<boolean> {
  return plan === undefined || (await plans.find(plan))?.status === 'active';
}

function send(poster: Poster, { delivery, target }: Claimed): Promise<Posted | undefined> {
  const { key, channel, edits } = delivery;
  const message = messageOf(delivery);
  if (edits === undefined)
    return poster.post({ key, channel, message, ...(target !== undefined && { follows: target }) });
  return target === undefined ? Promise.resolve(undefined) : poster.edit(target, message).then(() => target);
}

function outcomeOf(error: unknown, { delivery, attempts }: Claimed, parts: AttemptParts): Outcome {
  const { random, fault } = parts;
  const at = parts.now();
  const known = error instanceof DeliveryError ? error : undefined;
  if (known === undefined) fault(error, delivery);
  const failure = known?.message ?? 'fault';
  if (known?.permanent) return { state: 'failed', reason: known.reason ?? 'refused', failure, at };
  if (at.getTime() - delivery.notBefore.getTime() > patience)
    return { state: 'failed', reason: 'expired', failure, at };
  const longest = Math.min(pause.longest, pause.first * 2 ** Math.min(attempts - 1, 30));
  const wait = Math.max(pause.least, known?.retryAfter ?? longest * (0.5 + random() / 2));
  return { state: 'waiting', again: new Date(at.getTime() + wait), failure };
}

/** A delivery's message, put together from its parts. */
export function messageOf({ language, parts }: Pick<DueDelivery, 'language' | 'parts'>): Message {
  return { language, blocks: parts.flatMap(({ blocks }) => blocks) };
}

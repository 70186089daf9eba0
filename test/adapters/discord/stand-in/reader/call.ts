import type { Choice } from '../forms/callback.ts';
import type { Modal } from '../forms/components.ts';
import type { Notices } from '../notices.ts';
import type { Acknowledgement, Interaction, World } from '../world/world.ts';
import { see } from './seen.ts';
import type { Seen } from './seen.ts';

/** Something a reader did, and what comes of it. Each promise settles with a fact, when it is one. */
export interface Call {
  readonly id: string;
  /** How the bot answered at first. */
  acknowledged(): Promise<Acknowledgement>;
  /** The reply, once the bot has stopped thinking; for a button that changes its message, that message. */
  reply(): Promise<Seen>;
  /** A message that followed the reply. @param index 0 for the first */
  followUp(index?: number): Promise<Seen>;
  /** What was suggested. */
  choices(): Promise<readonly Choice[]>;
  /** The modal that opened. */
  modal(): Promise<Modal>;
  /** What there is now: the reply and what followed it. */
  seen(): readonly Seen[];
  /** The interaction as it stands. */
  now(): Interaction;
  /** Lets the bot come too late, if it has not acknowledged yet. */
  expire(): void;
}

/** Follows an interaction. */
export function createCall(world: World, notices: Notices, id: string): Call {
  const now = (): Interaction => {
    const interaction = world.interactions.get(id);
    if (interaction === undefined) throw new Error(`There is no interaction ${id}`);
    return interaction;
  };
  const show = (messageId: string | undefined): Seen | undefined => {
    const message = world.messages.get(messageId ?? '');
    return message === undefined ? undefined : see(world, message);
  };
  return {
    id,
    now,
    acknowledged: () => notices.until(() => now().acknowledged),
    reply: () =>
      notices.until(() => {
        const seen = show(now().originalId);
        const waiting = now().acknowledged?.kind === 'deferred update' && !now().edited;
        return seen === undefined || seen.loading || waiting ? undefined : seen;
      }),
    followUp: (index = 0) => notices.until(() => show(now().followUps[index])),
    choices: () =>
      notices.until(() => {
        const { acknowledged } = now();
        return acknowledged?.kind === 'choices' ? acknowledged.choices : undefined;
      }),
    modal: () =>
      notices.until(() => {
        const { acknowledged } = now();
        return acknowledged?.kind === 'modal' ? acknowledged.modal : undefined;
      }),
    seen: () => [now().originalId, ...now().followUps].flatMap((id) => show(id) ?? []),
    expire() {
      world.interactions.set(id, { ...now(), expired: true });
    },
  };
}

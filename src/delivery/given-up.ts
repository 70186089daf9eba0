import type { Settings } from '../chat/settings.ts';
import type { GivenUp } from '../errors.ts';
import type { LanguageTag } from '../language/language.ts';
import type { Translate } from '../texts.ts';
import type { Audit } from '../chat/audit.ts';
import { isOver } from './choose-plan.ts';
import { notesIn } from './correction-note.ts';
import type { DueDelivery, Outbox, Part } from './outbox.ts';
import type { Plan, PlanStore } from '../chat/plan.ts';

/** Why no further delivery of a plan would arrive either. */
const lasting: ReadonlySet<GivenUp> = new Set([
  'channelGone',
  'placeGone',
  'notPermitted',
  'archived',
  'noMessages',
  'otherPlatform',
]);

/** What changed is found within this time, in milliseconds; what changed earlier was said before. */
const foundWithin = 60 * 60 * 1000;

/** Who is named in the audit trail where nobody did anything. */
export const kiosk = 'kiosk';

/** What is done where deliveries were given up. */
export interface GivingUp {
  readonly plans: Pick<PlanStore, 'find' | 'put'>;
  readonly outbox: Pick<Outbox, 'put'>;
  readonly audit: Audit;
  readonly settings: Pick<Settings, 'language'>;
  readonly translate: (language: LanguageTag) => Translate;
  readonly now: () => Date;
}

/**
 * Sees to a delivery that was given up: its plan is stopped, and whoever made it is told once what to do; what can't be edited is put
 * right by another post below it. Doing it twice is harmless.
 */
export function createGivenUp(parts: GivingUp): (delivery: DueDelivery, reason: GivenUp) => Promise<void> {
  const { plans, outbox, audit, settings, translate, now } = parts;

  async function stop(plan: Plan, { key, channel, dueAt }: DueDelivery, failure: GivenUp): Promise<void> {
    const { id, by, spoken } = plan;
    // First of all, since a plan that is stopped is left alone.
    if (by !== channel) {
      const language = (await settings.language(by)) ?? spoken;
      await outbox.put(noticeOf(plan, key, failure, language, translate(language), now()), now());
    }
    // What was to come once and didn't isn't over: it is given a new time when it goes on.
    const due = isOver(plan) && plan.when === undefined ? { dueAt } : {};
    await plans.put({ ...plan, ...due, status: 'stopped', failure });
    await audit.note({ at: now(), by: kiosk, channel, action: 'stop', subject: id, details: failure });
  }

  return async (delivery, reason) => {
    if (delivery.kind === 'notice' || reason === 'expired' || reason === 'noTarget') return;
    if (delivery.edits !== undefined && reason !== 'channelGone' && reason !== 'placeGone') {
      // Where somebody deleted the post, nobody needs to know that it was wrong.
      if (reason !== 'messageGone') await outbox.put(belowOf(delivery, delivery.edits), now());
      return;
    }
    const plan = delivery.plan === undefined ? undefined : await plans.find(delivery.plan);
    if (plan?.status === 'active' && lasting.has(reason)) await stop(plan, delivery, reason);
  };
}

/** A post that says below another one what an edit would have said in it. */
function belowOf(edit: DueDelivery, below: string): DueDelivery {
  const { edits: _, ...rest } = edit;
  const since = new Date(edit.dueAt.getTime() - foundWithin);
  const fresh = partsSince(edit.parts, since);
  const parts = fresh.length > 0 ? fresh : partsSince(edit.parts, new Date(0));
  return { ...rest, key: `${edit.key}:below`, parts, follows: below };
}

/** The notes of what changed since then, each part's for itself. */
function partsSince(parts: readonly Part[], since: Date): readonly Part[] {
  const notes = parts.map((part) => notesIn(part).filter(({ at }) => at >= since));
  return notes.filter(({ length }) => length > 0).map((some) => ({ blocks: some.map(({ note }) => note) }));
}

function noticeOf(
  plan: Plan,
  key: string,
  failure: GivenUp,
  language: LanguageTag,
  t: Translate,
  now: Date,
): DueDelivery {
  const { id, by } = plan;
  const resume = {
    label: t('replies.stopped.resume'),
    command: 'unpause',
    options: { what: id },
  };
  return {
    key: `stopped:${id}:${key}`,
    kind: 'notice',
    channel: by,
    language,
    parts: [
      {
        blocks: [
          { kind: 'heading', text: t('replies.stopped.title') },
          { kind: 'text', text: t(`replies.stopped.${plan.kind}`, { id }) },
          { kind: 'text', text: t(`replies.stopped.reasons.${failure}`) },
          { kind: 'actions', actions: [resume] },
        ],
      },
    ],
    dueAt: now,
    notBefore: now,
  };
}

import type { Settings } from '../chat/settings.ts';
import type { GivenUp } from '../errors.ts';
import type { LanguageTag } from '../language/language.ts';
import type { Translate } from '../texts.ts';
import type { Audit } from '../chat/audit.ts';
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

  async function stop(plan: Plan, { key, channel }: DueDelivery, failure: GivenUp): Promise<void> {
    await plans.put({ ...plan, status: 'stopped', failure });
    const language = (await settings.language(plan.by)) ?? plan.spoken;
    await outbox.put(noticeOf(plan, key, failure, language, translate(language), now()), now());
    await audit.note({ at: now(), by: kiosk, channel, action: 'stop', subject: plan.id, details: failure });
  }

  return async (delivery, reason) => {
    if (delivery.kind === 'notice' || reason === 'expired' || reason === 'noTarget') return;
    if (delivery.edits !== undefined && reason !== 'channelGone' && reason !== 'placeGone') {
      await outbox.put(belowOf(delivery, delivery.edits), now());
      return;
    }
    const plan = delivery.plan === undefined ? undefined : await plans.find(delivery.plan);
    if (plan?.status === 'active' && lasting.has(reason)) await stop(plan, delivery, reason);
  };
}

function belowOf(edit: DueDelivery, below: string): DueDelivery {
  const { edits: _, ...delivery } = edit;
  // A story that was put right says so below its card.
  const corrected: readonly Part[] = edit.parts.filter(
    ({ told, blocks }) => told !== undefined && blocks.some(({ kind }) => kind === 'text'),
  );
  const parts = corrected.map(({ blocks }) => ({ blocks }));
  return { ...delivery, key: `${edit.key}:below`, parts, follows: below };
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

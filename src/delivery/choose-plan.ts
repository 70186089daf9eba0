import type { SuggestContext } from '../chat/command.ts';
import type { Suggestion } from '../chat/adapter.ts';
import type { Newsdesk } from '../chat/newsdesk.ts';
import type { Plan } from '../chat/plan.ts';
import { UserError } from '../errors.ts';
import { fold } from '../language/index.ts';
import type { Translate } from '../texts.ts';
import { subjectOf, titleOf } from './plan-blocks.ts';

/** Plans that a channel may have at the most. */
export const mostPlans = 20;

/**
 * The plans of a channel that somebody may mean, by id or by what they are about; nothing named means any of them.
 * @throws {UserError} when there is none
 */
export function findPlans(
  plans: readonly Plan[],
  meant: string | undefined,
  t: Translate,
): readonly [Plan, ...Plan[]] {
  const typed = fold(meant?.trim() ?? '');
  const named = plans.filter(({ id }) => fold(id) === typed);
  const about = plans.filter((plan) => fold(subjectOf(plan, t)).includes(typed));
  const [first, ...others] = named.length > 0 ? named : about;
  if (first !== undefined) return [first, ...others];
  throw plans.length === 0
    ? new UserError('errors.plan.none')
    : new UserError('errors.plan.unknown', { plan: meant ?? '' });
}

/** Offers the plans of a channel while one is named. */
export function suggestPlans(typed: string, context: SuggestContext): Promise<readonly Suggestion[]> {
  return suggest(typed, context);
}

/** Offers the subscriptions of a channel while one is named. */
export function suggestSubscriptions(typed: string, context: SuggestContext): Promise<readonly Suggestion[]> {
  return suggest(typed, context, 'subscription');
}

/** Offers the announcements of a channel while one is named. */
export function suggestAnnouncements(typed: string, context: SuggestContext): Promise<readonly Suggestion[]> {
  return suggest(typed, context, 'announcement');
}

async function suggest(
  typed: string,
  { kiosk, t, channel }: SuggestContext,
  kind?: Plan['kind'],
): Promise<readonly Suggestion[]> {
  const begun = fold(typed.trim());
  return (await ofChannel(kiosk.newsdesk, channel, kind))
    .map((plan) => ({ value: plan.id, label: `${titleOf(plan, t)} (${plan.id})` }))
    .filter(({ label }) => fold(label).includes(begun));
}

/** The plans of one channel, of one kind or of both, without those of which nothing more will come. */
export async function ofChannel(
  newsdesk: Pick<Newsdesk, 'plans'>,
  channel: string,
  kind?: Plan['kind'],
): Promise<readonly Plan[]> {
  return (await newsdesk.plans({ channel })).filter(
    (plan) => (kind === undefined || plan.kind === kind) && !isOver(plan),
  );
}

/** True for an announcement that was posted and is not due again. */
export function isOver({ kind, dueAt }: Plan): boolean {
  return kind === 'announcement' && dueAt === undefined;
}

/** True for what was to be posted once, at a time that has gone by. */
export function isPast({ when, dueAt }: Plan, now: Date): boolean {
  return when === undefined && dueAt !== undefined && dueAt < now;
}

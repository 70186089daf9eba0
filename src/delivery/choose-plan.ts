import type { SuggestContext } from '../chat/command.ts';
import type { Suggestion } from '../chat/adapter.ts';
import type { Newsdesk } from '../chat/newsdesk.ts';
import type { Plan } from '../chat/plan.ts';
import { UserError } from '../errors.ts';
import { fold } from '../language/index.ts';
import type { Translate } from '../texts.ts';
import { titleOf } from './plan-blocks.ts';

/** Plans that a channel may have at the most. */
export const mostPlans = 20;

/**
 * The plan of a channel that somebody means, by its id or by what it is about; where there is but one, it needn't be named.
 * @throws {UserError} when there is none, or several
 */
export function choosePlan(plans: readonly Plan[], meant: string | undefined, t: Translate): Plan {
  const [only, ...more] = plans;
  if (only === undefined) throw new UserError('errors.plan.none');
  if (meant === undefined || meant.trim() === '') {
    if (more.length === 0) return only;
    throw new UserError('errors.plan.which', { plans: namesOf(plans, t) });
  }
  const typed = fold(meant.trim());
  const byId = plans.find(({ id }) => fold(id) === typed);
  if (byId !== undefined) return byId;
  const found = plans.filter((plan) => fold(titleOf(plan, t)).includes(typed));
  const [first, ...others] = found;
  if (first === undefined) throw new UserError('errors.plan.unknown', { plan: meant });
  if (others.length > 0) throw new UserError('errors.plan.which', { plans: namesOf(found, t) });
  return first;
}

function namesOf(plans: readonly Plan[], t: Translate): string {
  return plans.map((plan) => `${plan.id} (${titleOf(plan, t)})`).join(', ');
}

/** Offers the plans of a channel while one is named. */
export async function suggestPlans(
  typed: string,
  { kiosk, t, channel }: SuggestContext,
  kind?: Plan['kind'],
): Promise<readonly Suggestion[]> {
  const begun = fold(typed.trim());
  return (await ofChannel(kiosk.newsdesk, channel, kind))
    .map((plan) => ({ value: plan.id, label: `${titleOf(plan, t)} (${plan.id})` }))
    .filter(({ label }) => fold(label).includes(begun));
}

/** The plans of one channel, of one kind or of both. */
export async function ofChannel(
  newsdesk: Pick<Newsdesk, 'plans'>,
  channel: string,
  kind?: Plan['kind'],
): Promise<readonly Plan[]> {
  return (await newsdesk.plans({ channel })).filter((plan) => kind === undefined || plan.kind === kind);
}

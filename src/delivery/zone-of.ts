import type { Plan } from '../chat/plan.ts';

/** The time zone that was used last in a channel; undefined where none was. */
export function zoneOf(plans: readonly Plan[]): string | undefined {
  return plans
    .flatMap((plan) => (plan.kind === 'subscription' ? plan.timeZone : (plan.when?.timeZone ?? [])))
    .at(-1);
}

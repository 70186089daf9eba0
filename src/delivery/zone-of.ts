import type { Plan } from '../chat/plan.ts';

/** The time zone that was used last in a channel; undefined where none was. */
export function zoneOf(plans: readonly Plan[]): string | undefined {
  return plans
    .flatMap((plan) => (plan.kind === 'subscription' ? plan.timeZone : (plan.when?.timeZone ?? [])))
    .at(-1);
}

/** Writes for a channel in the time zone that was used last there, else in the reader's. */
export function inZoneOf<context extends { readonly timeZone: string }>(
  plans: readonly Plan[],
  context: context,
): context {
  return { ...context, timeZone: zoneOf(plans) ?? context.timeZone };
}

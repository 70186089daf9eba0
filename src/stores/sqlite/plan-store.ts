import type { Plan, PlanStore } from '../../chat/plan.ts';
import { readPlan } from '../../delivery/stored-plan.ts';
import type { Threads } from './index.ts';
import type { PlanRow } from './plans.ts';

/** The port of plans on the threads of a database. */
export function createPlanStore({ reader, writer }: Threads): PlanStore {
  return {
    put: (plan) => writer.call('putPlan', rowOf(plan)),
    list: async (of = {}) => (await reader().call('plans', of)).map(readPlan),
    async find(id) {
      const found = await reader().call('findPlan', id);
      return found === undefined ? undefined : readPlan(found);
    },
    due: async (now, limit) => (await reader().call('duePlans', { now, limit })).map(readPlan),
    alerted: async () =>
      (await reader().call('alertedPlans', undefined))
        .map(readPlan)
        .filter((plan) => plan.kind === 'subscription'),
    advance: (moves) => writer.call('advancePlans', moves),
    remove: (id) => writer.call('removePlan', id),
  };
}

function rowOf(plan: Plan): PlanRow {
  const { id, channel, place, status, dueAt, createdAt } = plan;
  return {
    id,
    channel,
    place,
    active: status === 'active',
    alerts: plan.kind === 'subscription' && plan.alerts !== undefined,
    dueAt,
    createdAt,
    plan: JSON.stringify(plan),
  };
}

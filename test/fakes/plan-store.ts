import type { Plan, PlanStore, Subscription } from '../../src/chat/plan.ts';

function isAlerted(plan: Plan): plan is Subscription {
  return plan.status === 'active' && plan.kind === 'subscription' && plan.alerts !== undefined;
}

/** A store of plans in memory. */
export function createFakePlanStore(): PlanStore {
  const kept = new Map<string, Plan>();
  const byId = () => [...kept.values()].sort((one, other) => (one.id < other.id ? -1 : 1));
  return {
    async put(plan) {
      kept.set(plan.id, plan);
    },
    list: async ({ channel, place } = {}) =>
      byId()
        .filter((plan) => channel === undefined || plan.channel === channel)
        .filter((plan) => place === undefined || plan.place === place)
        .sort((one, other) => one.createdAt.getTime() - other.createdAt.getTime()),
    find: async (id) => kept.get(id),
    due: async (now, limit) =>
      byId()
        .flatMap((plan) =>
          plan.status === 'active' && plan.dueAt !== undefined && plan.dueAt <= now
            ? [{ plan, at: plan.dueAt.getTime() }]
            : [],
        )
        .sort((one, other) => one.at - other.at)
        .slice(0, limit)
        .map(({ plan }) => plan),
    alerted: async () => byId().filter(isAlerted),
    async advance(moves) {
      const moved: string[] = [];
      for (const { id, from, to, readUntil } of moves) {
        const plan = kept.get(id);
        if (plan?.dueAt?.getTime() !== from.getTime()) continue;
        const { dueAt: _, ...rest } = plan;
        const considered = plan.kind === 'subscription' && readUntil !== undefined ? { readUntil } : {};
        kept.set(id, { ...rest, ...(to !== undefined && { dueAt: to }), ...considered });
        moved.push(id);
      }
      return moved;
    },
    remove: async (id) => kept.delete(id),
  };
}

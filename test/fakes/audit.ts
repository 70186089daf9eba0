import type { Act, Audit } from '../../src/chat/audit.ts';

/** An audit trail in memory. */
export function createFakeAudit(): Audit {
  const acts: Act[] = [];
  return {
    async note(act) {
      acts.unshift(act);
    },
    list: async ({ channel, limit }) =>
      acts.filter((act) => channel === undefined || act.channel === channel).slice(0, limit),
  };
}

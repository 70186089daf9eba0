import type { Plan } from '../../chat/plan.ts';
import { readAnnouncement, announcementFields } from './announcement.ts';
import { createFieldReader } from './fields.ts';
import { readEntries } from './nodes.ts';
import type { Problem } from './nodes.ts';
import type { PlanReading } from './base.ts';
import { readSubscription, subscriptionFields } from './subscription.ts';

const lists = ['subscriptions', 'announcements'] as const;

/** Reads plans from a file; with any problem, none of them is to be believed. */
export function readPlans(
  text: string,
  reading: PlanReading,
): { readonly plans: readonly Plan[]; readonly problems: readonly Problem[] } {
  const { entries, problems: found } = readEntries(text, lists);
  const problems = [...found];
  const seen = new Set<string>();
  const plans = lists.flatMap((list) =>
    (entries.get(list) ?? []).flatMap((entry) => {
      const known = list === 'subscriptions' ? subscriptionFields : announcementFields;
      const fields = createFieldReader(entry, known, problems);
      const id = fields.text('id');
      if (id !== undefined && seen.has(id)) fields.report('id', 'cli.subscriptions.problems.sameId', { id });
      if (id !== undefined) seen.add(id);
      const plan =
        list === 'subscriptions' ? readSubscription(fields, reading) : readAnnouncement(fields, reading);
      return plan === undefined ? [] : [plan];
    }),
  );
  problems.sort((one, other) => one.line - other.line);
  return { plans, problems };
}

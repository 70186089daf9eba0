import type { Announcement, Plan, Subscription } from '../chat/plan.ts';

/** Within this many milliseconds, what is announced at once a second time was meant once. */
const once = 10 * 60 * 1000;

/** The plan that already says all that a new one would, so that what is confirmed twice is there once. */
export function findSame(plan: Plan, others: readonly Plan[], now: Date): Plan | undefined {
  return others.find((other) => other.id !== plan.id && isSame(plan, other, now));
}

function isSame(plan: Plan, other: Plan, now: Date): boolean {
  if (plan.kind === 'subscription') return other.kind === 'subscription' && wordsOf(plan) === wordsOf(other);
  if (other.kind !== 'announcement' || textOf(plan) !== textOf(other)) return false;
  if (plan.when !== undefined) return true;
  if (!isImmediate(plan)) return plan.dueAt?.getTime() === other.dueAt?.getTime();
  return isImmediate(other) && now.getTime() - other.createdAt.getTime() < once;
}

function wordsOf({ wish, when, timeZone, alerts, quiet, perHour, empty, language }: Subscription): string {
  const { topics, keywords, sources, languages, stories, sentences } = wish;
  return JSON.stringify([
    [topics, keywords, sources, languages, stories, sentences],
    [when?.cron, timeZone, alerts, quiet?.from, quiet?.to, perHour, empty, language],
  ]);
}

function textOf({ texts, when, until, language }: Announcement): string {
  const written = texts.map(({ language, text }) => [language, text]);
  return JSON.stringify([written, when?.cron, when?.timeZone, until, language]);
}

/** True for what was, or is, to be posted as soon as it was made. */
function isImmediate({ when, dueAt, createdAt }: Announcement): boolean {
  return when === undefined && (dueAt === undefined || dueAt <= createdAt);
}

import type { QuietHours, Subscription } from '../../chat/plan.ts';
import {
  readKeywords,
  readLanguages,
  readQuietHours,
  readTimeZone,
  readTiming,
  readTopics,
} from '../../delivery/read-words.ts';
import { baseFields, dueBy, readBase } from './base.ts';
import type { PlanReading } from './base.ts';
import type { FieldReader } from './fields.ts';

/** The fields a subscription may have. */
export const subscriptionFields: readonly string[] = [
  ...baseFields,
  'topics',
  'keywords',
  'sources',
  'languages',
  'when',
  'timeZone',
  'stories',
  'sentences',
  'empty',
  'alerts',
  'alertsPerHour',
  'quiet',
];

/** A new subscription reaches back this far, in milliseconds. */
const firstSpan = 24 * 60 * 60 * 1000;
const mostSources = 20;

/** Reads a subscription; undefined, with the problems told, where it can't be one. */
export function readSubscription(fields: FieldReader, reading: PlanReading): Subscription | undefined {
  const { plans, now, language } = reading;
  const base = readBase(fields, 'subscription', reading);
  const found = plans.get(fields.text('id') ?? '');
  const before = found?.kind === 'subscription' ? found : undefined;
  const timeZone = fields.parsed('timeZone', readTimeZone) ?? reading.timeZone;
  const when = fields.parsed('when', (text) => readTiming(text, language, timeZone));
  const alerts = fields.oneOf('alerts', ['low', 'normal', 'high']);
  if (when === undefined && alerts === undefined && !['when', 'alerts'].some((name) => fields.has(name)))
    fields.report('id', 'cli.subscriptions.problems.nothing');
  const quiet = fields.parsed('quiet', (text) => clocksIn(text) ?? readQuietHours(text, language));
  const wish = readWish(fields);
  if (base === undefined) return undefined;
  const dueAt = when === undefined ? undefined : dueBy(when, before, now);
  return {
    ...base,
    wish,
    timeZone,
    ...(when !== undefined && { when }),
    ...(dueAt !== undefined && { dueAt }),
    ...(alerts !== undefined && { alerts }),
    ...(quiet !== undefined && { quiet }),
    perHour: fields.number('alertsPerHour', 1, 30) ?? 4,
    empty: fields.oneOf('empty', ['skip', 'say']) ?? 'skip',
    readUntil: before?.readUntil ?? new Date(now.getTime() - firstSpan),
  };
}

function readWish(fields: FieldReader): Subscription['wish'] {
  const keywords = fields.parsed('keywords', readKeywords);
  const sources = fields.texts('sources') ?? [];
  if (sources.length > mostSources) fields.report('sources', 'errors.plan.sources', { count: mostSources });
  return {
    topics: fields.listed('topics', (items) => readTopics(items.join(','))) ?? [],
    ...(keywords !== undefined && { keywords }),
    sources,
    languages: fields.listed('languages', (items) => readLanguages(items.join(','))) ?? [],
    stories: fields.number('stories', 1, 10) ?? 5,
    sentences: fields.number('sentences', 1, 3) ?? 1,
  };
}

/** Hours as they are written here: "22:00-07:00". */
function clocksIn(text: string): QuietHours | undefined {
  const [, ...clocks] = /^([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-3]):([0-5]\d)$/.exec(text) ?? [];
  const [hour = 0, minute = 0, toHour = 0, toMinute = 0] = clocks.map(Number);
  const hours = { from: 60 * hour + minute, to: 60 * toHour + toMinute };
  return hours.from === hours.to ? undefined : hours;
}

import type { Plan, Timing } from '../../chat/plan.ts';
import { nextOccurrence } from '../../delivery/when/index.ts';
import { languageTags } from '../../language/index.ts';
import type { LanguageTag } from '../../language/index.ts';
import type { FieldReader } from './fields.ts';
import { placeOf, platformOf } from './place.ts';

/** What a file is read with. */
export interface PlanReading {
  /** Those there are, by their ids. */
  readonly plans: ReadonlyMap<string, Plan>;
  readonly now: Date;
  /** The language words of time are in first. */
  readonly language: LanguageTag;
  readonly timeZone: string;
  /** Who is named where a file names nobody. */
  readonly by: string;
}

/** Where Kiosk can write by itself. */
const platforms: ReadonlySet<string> = new Set(['discord', 'slack', 'web']);

/** The fields of every plan. */
export const baseFields = ['id', 'channel', 'place', 'status', 'by', 'spoken', 'language'] as const;

/** A schedule that stays as it was stays due when it was. */
export function dueBy(when: Timing, before: Plan | undefined, now: Date): Date | undefined {
  const isSame = before?.when?.cron === when.cron && before.when.timeZone === when.timeZone;
  return isSame && before.dueAt !== undefined ? before.dueAt : nextOccurrence(when, now);
}

/** What every plan says; undefined, with the problems told, where something is missing. */
export function readBase<kind extends Plan['kind']>(
  fields: FieldReader,
  kind: kind,
  { plans, now, language, by }: PlanReading,
) {
  const id = fields.text('id');
  const channel = fields.text('channel');
  for (const [name, value] of [
    ['id', id],
    ['channel', channel],
  ] as const)
    if (value === undefined) fields.report(name, 'cli.subscriptions.problems.missing', { field: name });
  if (id !== undefined && !/^[\w-]{1,40}$/.test(id))
    fields.report('id', 'cli.subscriptions.problems.id', { id });
  if (channel !== undefined && !(/^\w+:\S{1,200}$/.test(channel) && platforms.has(platformOf(channel))))
    fields.report('channel', 'cli.subscriptions.problems.channel', { channel });
  const before = id === undefined ? undefined : plans.get(id);
  if (before !== undefined && before.kind !== kind)
    fields.report('id', 'cli.subscriptions.problems.otherKind', { id: before.id });
  const status = fields.oneOf('status', ['active', 'paused', 'stopped']) ?? 'active';
  const own = fields.oneOf('language', languageTags);
  const failure = status === 'stopped' ? before?.failure : undefined;
  const base = {
    place: fields.text('place') ?? placeOf(channel ?? ''),
    status,
    by: fields.text('by') ?? before?.by ?? by,
    spoken: fields.oneOf('spoken', languageTags) ?? before?.spoken ?? language,
    createdAt: before?.createdAt ?? now,
    ...(own !== undefined && { language: own }),
    ...(failure !== undefined && { failure }),
  };
  return id === undefined || channel === undefined ? undefined : { id, kind, channel, ...base };
}

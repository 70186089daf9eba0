import type { Announcement, Plan, Timing } from '../chat/plan.ts';
import { UserError } from '../errors.ts';
import type { LanguageTag } from '../language/language.ts';
import type { Setting } from './draft.ts';
import { readEnd, readMoment, stampOf } from './moment.ts';
import type { Naming } from './moment.ts';
import { readTimeZone, takesBack } from './read-words.ts';
import { nextOccurrence, parseWhen } from './when/index.ts';

/** What somebody typed for an announcement; what is left out stays as it was. */
export interface AnnouncementWords {
  readonly text?: string | undefined;
  /** The language the text is written in. */
  readonly written?: LanguageTag | undefined;
  /** A moment or a schedule, in words; at once where a new one has none. */
  readonly when?: string | undefined;
  /** A dash alone: it has no end. */
  readonly until?: string | undefined;
  readonly timeZone?: string | undefined;
}

/** An example lies so far ahead, in milliseconds. */
const month = 30 * 24 * 60 * 60 * 1000;

type Due = Pick<Plan, 'dueAt' | 'when'>;

/**
 * Changes an announcement, or begins one, as somebody typed.
 * @throws {UserError} for what can't be understood
 */
export function draftAnnouncement(
  before: Announcement | undefined,
  id: string,
  words: AnnouncementWords,
  setting: Setting,
): Announcement {
  const { channel, place, by, language, now } = setting;
  const timeZone =
    words.timeZone === undefined
      ? (before?.when?.timeZone ?? setting.timeZone)
      : readTimeZone(words.timeZone);
  const naming = { language, timeZone, now };
  const texts = draftTexts(before?.texts ?? [], words, language);
  if (texts.length === 0) throw new UserError('errors.plan.noText');
  const {
    when: _when,
    dueAt: _due,
    until: _until,
    ...kept
  } = before ?? {
    id,
    kind: 'announcement',
    channel,
    place,
    spoken: language,
    status: 'active',
    by,
    createdAt: now,
  };
  const due = draftDue(before, words, naming);
  const until = draftUntil(before, words, naming);
  if (until !== undefined && due.dueAt !== undefined && until <= due.dueAt)
    throw new UserError('errors.plan.untilBefore');
  return { ...kept, texts, ...due, ...(until !== undefined && { until }) };
}

function draftDue(before: Announcement | undefined, words: AnnouncementWords, naming: Naming): Due {
  const { language, timeZone, now } = naming;
  if (words.when === undefined) {
    if (before === undefined) return { dueAt: now };
    const { when, dueAt } = before;
    if (when !== undefined && words.timeZone !== undefined) return dueBy({ ...when, timeZone }, now);
    return { ...(when !== undefined && { when }), ...(dueAt !== undefined && { dueAt }) };
  }
  const moment = readMoment(words.when, naming);
  if (moment !== undefined) {
    if (moment < now) throw new UserError('errors.plan.past', { when: words.when });
    return { dueAt: moment };
  }
  const cron = parseWhen(words.when, language);
  if (cron === undefined) {
    const example = stampOf(new Date(now.getTime() + month), timeZone);
    throw new UserError('errors.plan.moment', { when: words.when, example });
  }
  return dueBy({ cron, timeZone }, now);
}

function dueBy(when: Timing, now: Date): Due {
  const dueAt = nextOccurrence(when, now);
  return { when, ...(dueAt !== undefined && { dueAt }) };
}

function draftUntil(
  before: Announcement | undefined,
  { until: typed }: AnnouncementWords,
  naming: Naming,
): Date | undefined {
  if (typed === undefined) return before?.until;
  if (takesBack(typed)) return undefined;
  const until = readEnd(typed, naming);
  if (until !== undefined && until > naming.now) return until;
  const example = stampOf(new Date(naming.now.getTime() + month), naming.timeZone).slice(0, 10);
  throw new UserError('errors.plan.until', { until: typed, example });
}

function draftTexts(
  before: Announcement['texts'],
  { text, written }: AnnouncementWords,
  language: LanguageTag,
): Announcement['texts'] {
  const trimmed = text?.trim() ?? '';
  if (trimmed === '') return before;
  const own = { language: written ?? soleLanguage(before) ?? language, text: trimmed };
  const isThere = before.some((each) => each.language === own.language);
  return isThere ? before.map((each) => (each.language === own.language ? own : each)) : [...before, own];
}

/** A text that was written in one language is changed in that, whoever changes it. */
function soleLanguage(before: Announcement['texts']): LanguageTag | undefined {
  return before.length === 1 ? before[0]?.language : undefined;
}

import type { Announcement } from '../chat/plan.ts';
import { UserError } from '../errors.ts';
import type { LanguageTag } from '../language/language.ts';
import { readTimeZone, readTiming, withDueAt } from './draft.ts';
import type { Setting } from './draft.ts';
import { readEnd, readMoment } from './moment.ts';

/** What somebody typed for an announcement; what is left out stays as it was. */
export interface AnnouncementWords {
  readonly text?: string | undefined;
  /** The language the text is written in. */
  readonly written?: LanguageTag | undefined;
  /** A moment or a schedule, in words; at once where a new one has none. */
  readonly when?: string | undefined;
  readonly until?: string | undefined;
  readonly timeZone?: string | undefined;
}

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
  const until = words.until === undefined ? before?.until : readEnd(words.until, naming);
  if (words.until !== undefined && (until === undefined || until <= now))
    throw new UserError('errors.plan.until', { until: words.until });
  const base = {
    id,
    kind: 'announcement',
    channel,
    place,
    spoken: language,
    status: 'active',
    by,
    createdAt: now,
    ...before,
    texts,
    ...(until !== undefined && { until }),
  } as const;
  if (words.when === undefined) return before === undefined ? { ...base, dueAt: now } : base;
  const { when: _when, dueAt: _due, ...rest } = base;
  const moment = readMoment(words.when, naming);
  if (moment === undefined)
    return withDueAt({ ...rest, when: readTiming(words.when, language, timeZone) }, now);
  if (moment <= now) throw new UserError('errors.plan.past', { when: words.when });
  return { ...rest, dueAt: moment };
}

function draftTexts(
  before: Announcement['texts'],
  { text, written }: AnnouncementWords,
  language: LanguageTag,
): Announcement['texts'] {
  const trimmed = text?.trim() ?? '';
  if (trimmed === '') return before;
  const own = { language: written ?? language, text: trimmed };
  const isThere = before.some((each) => each.language === own.language);
  return isThere ? before.map((each) => (each.language === own.language ? own : each)) : [...before, own];
}

import type { LanguageTag } from '../language/language.ts';
import { dayAt, offsetAt } from '../language/zoned.ts';
import type { Translate } from '../texts.ts';
import { writeTime } from './when/clock.ts';

/** For whom a moment is written. */
export interface MomentReader {
  readonly language: LanguageTag;
  readonly t: Translate;
  readonly now: Date;
}

/** A day with its weekday, as clocks in a time zone have it: "Thursday, May 7"; with its year where that is another one. */
export function writeDay(moment: Date, timeZone: string, { language, now }: MomentReader): string {
  const isThisYear = dayAt(moment, timeZone).year === dayAt(now, timeZone).year;
  return new Intl.DateTimeFormat(language, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...(!isThisYear && { year: 'numeric' }),
    timeZone,
  }).format(moment);
}

/** A moment as clocks in a time zone show it: "Thursday, May 7 at 8 am". */
export function writeMoment(moment: Date, timeZone: string, reader: MomentReader): string {
  const { language, t } = reader;
  const day = writeDay(moment, timeZone, reader);
  return t('replies.plan.moment', { day, time: writeTime(minutesOf(moment, timeZone), language, t) });
}

/** Minutes of the day that clocks in a time zone show. */
export function minutesOf(moment: Date, timeZone: string): number {
  const instant = moment.getTime();
  return Math.floor((instant + offsetAt(instant, timeZone)) / 60_000) % 1440;
}

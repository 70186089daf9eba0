import type { LanguageTag } from '../../language/language.ts';
import type { Translate } from '../../texts.ts';
import type { Days } from './slots.ts';

/** Days of the month that are listed. */
const mostDays = 6;
/** A Sunday. */
const sunday = Date.UTC(2023, 0, 1);
const dayLength = 86_400_000;

/** Says in words on which days ("on weekdays", "every Monday and Thursday"); undefined where they are too many. */
export function describeDays(
  { weekdays, monthDays }: Days,
  language: LanguageTag,
  t: Translate,
): string | undefined {
  const list = new Intl.ListFormat(language, { type: 'conjunction' });
  if (monthDays !== undefined) {
    if (monthDays.length > mostDays) return undefined;
    const days = monthDays.map((day) => t('replies.when.monthDay', { day: writeOrdinal(day, language, t) }));
    return t('replies.when.monthDays', { days: list.format(days) });
  }
  if (weekdays === undefined) return t('replies.when.daily');
  const fromMonday = weekdays.map((day) => (day + 6) % 7).sort((one, other) => one - other);
  if (fromMonday.join('') === '01234') return t('replies.when.workdays');
  if (fromMonday.join('') === '56') return t('replies.when.weekend');
  const names = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' });
  const nameOf = (day: number) => names.format(sunday + (day + 1) * dayLength);
  const [first = 0] = fromMonday;
  const last = fromMonday.at(-1) ?? first;
  if (fromMonday.length > 2 && last - first === fromMonday.length - 1)
    return t('replies.when.week', { first: nameOf(first), last: nameOf(last) });
  const days = fromMonday.map((day) => t('replies.when.weekday', { day: nameOf(day) }));
  return t('replies.when.weekdays', { days: list.format(days) });
}

/** "1st", "1.", "1er". */
function writeOrdinal(day: number, language: LanguageTag, t: Translate): string {
  const form = new Intl.PluralRules(language, { type: 'ordinal' }).select(day);
  const known = form === 'zero' || form === 'many' ? 'other' : form;
  return t(`replies.when.ordinal.${known}`, { day: `${day}` });
}

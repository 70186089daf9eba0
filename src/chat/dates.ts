import type { LanguageTag } from '../language/language.ts';
import type { FormatDate } from './plain.ts';

const units: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 365 * 24 * 60 * 60 * 1000],
  ['month', 30 * 24 * 60 * 60 * 1000],
  ['week', 7 * 24 * 60 * 60 * 1000],
  ['day', 24 * 60 * 60 * 1000],
  ['hour', 60 * 60 * 1000],
  ['minute', 60 * 1000],
  ['second', 1000],
];

/**
 * Writes dates one language's way: "3 May 2026", with the time of day, or how long before or after `now` they are.
 * @param parts.timeZone an IANA time zone; the system's without it
 */
export function createDateFormat(parts: {
  readonly language: LanguageTag;
  readonly now: () => Date;
  readonly timeZone?: string;
}): FormatDate {
  const { language, now, timeZone } = parts;
  const zone = timeZone === undefined ? {} : { timeZone };
  const dates = new Intl.DateTimeFormat(language, { dateStyle: 'long', ...zone });
  const times = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short', ...zone });
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  return (date, style) => {
    // Intl refuses invalid dates, and one bad date must not cost the reader the message.
    if (Number.isNaN(date.getTime())) return '';
    switch (style) {
      case 'date':
        return dates.format(date);
      case 'time':
        return times.format(date);
      case 'relative': {
        const difference = date.getTime() - now().getTime();
        const [unit, length] = units.find(([, length]) => Math.abs(difference) >= length) ?? ['second', 1000];
        return relative.format(Math.trunc(difference / length), unit);
      }
    }
  };
}

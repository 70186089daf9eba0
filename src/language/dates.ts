import type { TimeWords } from './language.ts';
import { groupAt } from './phrases.ts';
import type { Reading } from './phrases.ts';
import type { Day } from './zoned.ts';

/** A day, month or year as a text names it; the year may be left to the reader. */
export interface NamedDate {
  /** How many words it takes. */
  readonly length: number;
  readonly year?: number;
  /** 1 to 12. */
  readonly month?: number;
  readonly day?: number;
}

const dayPattern = /^(\d{1,2})(?:st|nd|rd|th|er|e)?$/;
const yearPattern = /^(?:1[5-9]|20)\d\d$/;
const dottedPattern = /^(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})$/;
const between = /^[/-]$/;

/** The date named at a place: "6 May 2017", "May 6", "06.05.2017", "2017-05-06", "May 2017", "May", "2017". */
export function dateAt(reading: Reading, at: number, time: TimeWords): NamedDate | undefined {
  return (
    dottedAt(reading, at) ?? numericAt(reading, at) ?? namedAt(reading, at, time) ?? yearAlone(reading, at)
  );
}

function namedAt(reading: Reading, at: number, time: TimeWords): NamedDate | undefined {
  const first = dayNumber(reading.tokens[at]?.word);
  const of = first !== undefined && ['of', 'de'].includes(reading.tokens[at + 1]?.word ?? '') ? 1 : 0;
  const monthAt = first === undefined ? at : at + 1 + of;
  const month = groupAt(reading, monthAt, time.months);
  if (month === undefined) return undefined;
  let next = monthAt + month.length;
  const second = first === undefined ? dayNumber(reading.tokens[next]?.word) : undefined;
  if (second !== undefined) next += 1;
  const year = yearOf(reading.tokens[next]?.word);
  if (year !== undefined) next += 1;
  const day = first ?? second;
  return {
    length: next - at,
    month: month.index + 1,
    ...(day === undefined ? {} : { day }),
    ...(year === undefined ? {} : { year }),
  };
}

function dottedAt({ tokens }: Reading, at: number): NamedDate | undefined {
  const match = dottedPattern.exec(tokens[at]?.word ?? '');
  if (!match) return undefined;
  const [, day, month, year = ''] = match;
  return checked(
    { year: Number(year.length === 2 ? `20${year}` : year), month: Number(month), day: Number(day) },
    1,
  );
}

/** "2017-05-06" and, day first, "6/5/2017". */
function numericAt({ text, tokens }: Reading, at: number): NamedDate | undefined {
  const [one, two, three] = tokens.slice(at, at + 3);
  if (!one || !two || !three || !between.test(text.slice(one.end, two.start))) return undefined;
  if (text.slice(one.end, two.start) !== text.slice(two.end, three.start)) return undefined;
  const [year, day] = yearPattern.test(one.word) ? [one, three] : [three, one];
  if (!yearPattern.test(year.word)) return undefined;
  return checked({ year: Number(year.word), month: Number(two.word), day: Number(day.word) }, 3);
}

function yearAlone({ tokens }: Reading, at: number): NamedDate | undefined {
  const year = yearOf(tokens[at]?.word);
  return year === undefined ? undefined : { length: 1, year };
}

function checked({ year, month, day }: Day, length: number): NamedDate | undefined {
  const isDate = month >= 1 && month <= 12 && day >= 1 && day <= 31;
  return isDate ? { length, year, month, day } : undefined;
}

function dayNumber(word: string | undefined): number | undefined {
  const day = Number(dayPattern.exec(word ?? '')?.[1]);
  return day >= 1 && day <= 31 ? day : undefined;
}

function yearOf(word: string | undefined): number | undefined {
  return word !== undefined && yearPattern.test(word) ? Number(word) : undefined;
}

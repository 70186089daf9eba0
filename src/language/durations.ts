import type { LanguageTag } from './language.ts';

/** Each unit in milliseconds, and up to how many of it are said before the next one is. */
const units = [
  { unit: 'second', length: 1000, most: 119 },
  { unit: 'minute', length: 60_000, most: 119 },
  { unit: 'hour', length: 3_600_000, most: 47 },
  { unit: 'day', length: 86_400_000, most: Number.POSITIVE_INFINITY },
] as const;

/** Says how long something takes, rounded to one unit: "3 seconds", "2 Stunden", "1 jour". */
export function writeDuration(milliseconds: number, language: LanguageTag): string {
  const length = Math.max(0, milliseconds);
  const found = units.find((each) => Math.round(length / each.length) <= each.most);
  const { unit, length: one } = found ?? units[0];
  const format = new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' });
  return format.format(Math.round(length / one));
}

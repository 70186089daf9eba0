import { parseDate } from '../date.ts';
import { type Fields, linesOf, listOf } from './fields.ts';

/** Nobody means more than a year; larger numbers are mistakes, or meant to break clocks. */
const longest = 365 * 24 * 3_600_000;

const directive = /([\w-]+)(?:\s*=\s*(?:"([^"]*)"|([^\s,;"]*)))?/g;

/**
 * Milliseconds for which a server calls its answer fresh (RFC 9111, 4.2.1 and 4.2.3, as a private cache reads it): 0
 * where it forbids to keep it, undefined where it says nothing.
 * @param now in Unix milliseconds, where the answer has no date of its own
 */
export function freshFor(fields: Fields, now: number): number | undefined {
  const control = directivesOf(fields);
  // With a value, "no-cache" speaks of single headers.
  if (control.has('no-store') || control.get('no-cache') === '') return 0;
  const maximumAge = control.get('max-age');
  if (maximumAge !== undefined) {
    const [age = '0'] = linesOf(fields, 'age');
    return /^\d+$/.test(maximumAge) ? within(secondsIn(maximumAge) - secondsIn(age)) : 0;
  }
  const [expires] = linesOf(fields, 'expires');
  if (expires === undefined) return undefined;
  const end = parseDate(expires)?.getTime();
  return end === undefined ? 0 : within(end - sentAt(fields, now));
}

/**
 * Milliseconds a server wants to be left alone for, by its own clock; undefined where it doesn't say.
 * @param now in Unix milliseconds, where the answer has no date of its own
 */
export function retryAfter(fields: Fields, now: number): number | undefined {
  const [written] = linesOf(fields, 'retry-after');
  if (written === undefined) return undefined;
  if (/^\s*\d+\s*$/.test(written)) return within(secondsIn(written));
  const end = parseDate(written)?.getTime();
  return end === undefined ? undefined : within(end - sentAt(fields, now));
}

/** The directives of Cache-Control, the first of each; '' where one has no value. */
function directivesOf(fields: Fields): ReadonlyMap<string, string> {
  const control = listOf(fields, 'cache-control').slice(0, 1_000);
  const directives = new Map<string, string>();
  for (const [, name = '', quoted, plain] of control.matchAll(directive)) {
    const key = name.toLowerCase();
    if (!directives.has(key)) directives.set(key, quoted ?? plain ?? '');
  }
  // What servers of the last century say instead (RFC 9111, 5.4).
  if (control === '' && /no-cache/i.test(listOf(fields, 'pragma'))) directives.set('no-cache', '');
  return directives;
}

function secondsIn(written: string): number {
  const seconds = Number(written);
  return Number.isNaN(seconds) ? 0 : seconds * 1000;
}

function sentAt(fields: Fields, now: number): number {
  const [date] = linesOf(fields, 'date');
  return (date === undefined ? undefined : parseDate(date)?.getTime()) ?? now;
}

function within(milliseconds: number): number {
  return Math.max(0, Math.min(longest, milliseconds));
}

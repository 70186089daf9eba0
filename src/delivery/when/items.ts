import { phraseAt } from '../../language/phrases.ts';
import type { Reading } from '../../language/phrases.ts';
import type { ScheduleWords } from '../../language/schedule-words.ts';
import type { Found, Item } from './item.ts';
import { findDays } from './said-days.ts';
import { findInterval, findPart, findTime, findWindow } from './said-times.ts';
import { timeAt } from './time-of-day.ts';

type Find = (reading: Reading, at: number, words: ScheduleWords) => Found | undefined;

const signs = [',', ';', '&', '+', '/'];
const colon = [':'];

const finds: readonly Find[] = [
  (reading, at, { and }) => found('and', phraseAt(reading, at, and)),
  (reading, at) => found('pause', phraseAt(reading, at, signs)),
  findDays,
  findInterval,
  findWindow,
  findTime,
  findPart,
  (reading, at, { weekly }) => found('weekly', phraseAt(reading, at, weekly)),
  (reading, at, { monthly }) => found('monthly', phraseAt(reading, at, monthly)),
  (reading, at, { fillers }) =>
    found('filler', phraseAt(reading, at, fillers) || phraseAt(reading, at, colon)),
];

/**
 * What a text says, in order, without fillers and without signs at its ends; undefined where a word says nothing that is known.
 * What takes most words is taken at each place.
 */
export function readItems(reading: Reading, words: ScheduleWords): readonly Item[] | undefined {
  const items: Item[] = [];
  for (let at = 0; at < reading.tokens.length;) {
    const all = [...finds.map((find) => find(reading, at, words)), listedAt(reading, at, words, items)];
    const longest = all
      .filter((one) => one !== undefined)
      .reduce<Found | undefined>((best, one) => (best && best.length >= one.length ? best : one), undefined);
    if (longest === undefined) return undefined;
    at += longest.length;
    addItem(items, longest);
  }
  return items.at(-1)?.kind === 'pause' ? items.slice(0, -1) : items;
}

/** The number behind "at 7 and". */
function listedAt(
  reading: Reading,
  at: number,
  words: ScheduleWords,
  items: readonly Item[],
): Found | undefined {
  if (!isJoint(items.at(-1)) || items.at(-2)?.kind !== 'time') return undefined;
  const listed = timeAt(reading, at, words);
  return listed && { kind: 'time', time: listed.time, length: listed.length };
}

/** ", and" joins once. */
function addItem(items: Item[], item: Item): void {
  const last = items.at(-1);
  if (item.kind === 'filler' || (item.kind === 'pause' && (last === undefined || isJoint(last)))) return;
  if (item.kind === 'and' && isJoint(last)) items.pop();
  items.push(item);
}

function isJoint(item: Item | undefined): boolean {
  return item?.kind === 'and' || item?.kind === 'pause';
}

function found(kind: 'and' | 'pause' | 'weekly' | 'monthly' | 'filler', length: number): Found | undefined {
  return length > 0 ? { kind, length } : undefined;
}

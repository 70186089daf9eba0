import type { DayPart } from '../../language/schedule-words.ts';
import type { PlacedTime } from './hours.ts';
import type { Item } from './item.ts';
import type { Days } from './slots.ts';
import { twelve } from './time-of-day.ts';
import type { SaidTime } from './time-of-day.ts';

/** Days and times that belong together: "weekdays at 8 and 18". */
export interface Clause {
  readonly days: readonly Days[];
  readonly rhythms: readonly ('weekly' | 'monthly')[];
  readonly times: readonly PlacedTime[];
  readonly intervals: readonly number[];
  readonly windows: readonly (readonly [SaidTime, SaidTime])[];
}

/** A part of the day said before times. */
interface SaidPart {
  readonly part: DayPart;
  /** There was a time behind it. */
  isUsed: boolean;
  /** Other days were said since. */
  isPast: boolean;
}

interface Draft {
  days: Days[];
  rhythms: ('weekly' | 'monthly')[];
  times: PlacedTime[];
  intervals: number[];
  windows: (readonly [SaidTime, SaidTime])[];
  /** Which of the two was said first. */
  first?: 'days' | 'times';
}

/**
 * Parts what was said into clauses: a new one begins with the next days where days were said first, and with the next times
 * where times were. Undefined where a part of the day belongs to no time.
 */
export function readClauses(items: readonly Item[]): readonly Clause[] | undefined {
  if (items[0]?.kind === 'and' || items.at(-1)?.kind === 'and') return undefined;
  let clause = createDraft();
  const clauses = [clause];
  let part: SaidPart | undefined;

  const begin = (what: 'days' | 'times') => {
    const isTimed = clause.times.length + clause.intervals.length > 0;
    const isFull = isTimed && clause.days.length > 0;
    if (isFull && clause.first === what) {
      clause = createDraft();
      clauses.push(clause);
      if (part?.isUsed) part.isPast = true;
    }
    clause.first ??= what;
  };

  for (const [at, item] of items.entries()) {
    switch (item.kind) {
      case 'days':
        begin('days');
        clause.days.push(item.days);
        break;
      case 'time':
        begin('times');
        clause.times.push(place(item.time, part));
        if (part !== undefined) part.isUsed = true;
        break;
      case 'interval':
        begin('times');
        clause.intervals.push(item.every);
        break;
      case 'window':
        clause.windows.push([item.from, item.to]);
        break;
      case 'part': {
        const isNoon = item.part === 'noon' && items[at + 1]?.kind !== 'time';
        const isBehind = clause.first === 'times' && clause.days.length > 0 && items[at - 1]?.kind === 'days';
        if (part !== undefined && !part.isUsed) return undefined;
        if (isNoon) {
          begin('times');
          clause.times.push({ time: twelve });
        } else if (isBehind) {
          // "At 8 on Monday mornings".
          clause.times = clause.times.map(({ time }) => ({ time: { part: item.part, ...time } }));
        } else part = { part: item.part, isUsed: false, isPast: false };
        break;
      }
      case 'weekly':
      case 'monthly':
        clause.rhythms.push(item.kind);
        break;
      default:
    }
  }
  return part !== undefined && !part.isUsed ? undefined : clauses;
}

function createDraft(): Draft {
  return { days: [], rhythms: [], times: [], intervals: [], windows: [] };
}

function place(time: SaidTime, said: SaidPart | undefined): PlacedTime {
  if (said === undefined) return { time };
  const { part, isUsed, isPast } = said;
  if (isPast) return { time, perhaps: part };
  return isUsed ? { time, before: part } : { time, before: part, isFirst: true };
}

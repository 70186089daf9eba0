import { offsetAt } from '../../language/zoned.ts';

/** A stretch of time in which a zone's clocks run without being set; all in milliseconds, `end` exclusive. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  /** How far clocks are ahead of UTC. */
  readonly offset: number;
  /**
   * The latest local time clocks had come to before: that of the start, but later than it where they were set back, and
   * earlier where they skipped an hour.
   */
  readonly reached: number;
}

const second = 1000;
const dayLength = 86_400_000;
/** Between samples of the offset: since 2005 no zone has had its clocks set twice within two weeks. */
const step = 7 * dayLength;
/** Before a year, for clocks set back at its very start. */
const lead = 3 * dayLength;
/** Years remembered a zone. */
const remembered = 100;
const known = new Map<string, Map<number, readonly Stretch[]>>();

/**
 * The stretch an instant lies in and those after it, up to the end of what dates can say; each ends with its (UTC) year at
 * the latest.
 * @throws {RangeError} no such time zone
 */
export function* stretchesFrom(instant: number, timeZone: string): Generator<Stretch, undefined> {
  for (let year = new Date(instant).getUTCFullYear(); Number.isFinite(Date.UTC(year + 1, 0)); year++) {
    for (const stretch of stretchesOf(year, timeZone)) if (stretch.end > instant) yield stretch;
  }
}

function stretchesOf(year: number, timeZone: string): readonly Stretch[] {
  const years = known.get(timeZone) ?? new Map<number, readonly Stretch[]>();
  const remembering = years.get(year);
  if (remembering !== undefined) return remembering;
  const found = findStretches(year, timeZone);
  if (years.size >= remembered) years.clear();
  years.set(year, found);
  known.set(timeZone, years);
  return found;
}

function findStretches(year: number, timeZone: string): readonly Stretch[] {
  const first = Date.UTC(year, 0);
  const end = Date.UTC(year + 1, 0);
  const settings = findSettings(first - lead, end, timeZone);
  const stretches: Stretch[] = [];
  let reached = -Infinity;
  for (const [index, { at, offset }] of settings.entries()) {
    const until = settings[index + 1]?.at ?? end;
    const start = Math.max(at, first);
    if (start > at) reached = Math.max(reached, start + offset);
    if (until > first) stretches.push({ start, end: until, offset, reached });
    reached = until + offset;
  }
  return stretches;
}

/** When clocks were set in a time, and how; the first is how they were set at its start. */
function findSettings(
  start: number,
  end: number,
  timeZone: string,
): readonly { readonly at: number; readonly offset: number }[] {
  let offset = offsetAt(start, timeZone);
  const settings = [{ at: start, offset }];
  for (let low = start; low < end;) {
    let high = Math.min(low + step, end);
    if (offsetAt(high, timeZone) === offset) {
      low = high;
      continue;
    }
    while (high - low > second) {
      const middle = low + Math.floor((high - low) / 2 / second) * second;
      if (offsetAt(middle, timeZone) === offset) low = middle;
      else high = middle;
    }
    low = high;
    offset = offsetAt(high, timeZone);
    if (high < end) settings.push({ at: high, offset });
  }
  return settings;
}

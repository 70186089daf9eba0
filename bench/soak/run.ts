import { createMishapDesk } from './mishap-desk.ts';
import type { Mishap } from './mishaps.ts';
import type { Platforms } from './platforms.ts';
import { createSlot } from './slot.ts';
import type { Slot, Where } from './slot.ts';
import { settling } from './world.ts';
import type { Happening, World } from './world.ts';

/** What happened on the way. */
export interface RunLog {
  /** Where processes were when they were killed. */
  readonly killed: readonly Where[];
  readonly steps: number;
  readonly openings: readonly number[];
  readonly logged: readonly string[];
  /** Times in which no process ran. */
  readonly outages: readonly { readonly from: number; readonly to: number }[];
  /** When a happening was taken for sure; it may have been from its own time on. */
  readonly takenAt: ReadonlyMap<Happening, number>;
  /** After all that was done. */
  readonly endedAt: number;
}

const minute = 60_000;
const nextMinute = (at: number) => (Math.floor(at / minute) + 1) * minute;
/** What is left in the outbox is waited for so long, once nothing more is due. */
const mostAfter = 26 * 60 * minute;

/** Lets time pass from one instant at which something is due to the next. */
export async function run(parts: {
  readonly seed: number;
  readonly directory: string;
  readonly platforms: Platforms;
  readonly world: World;
  readonly instants: readonly number[];
  readonly mishaps: readonly Mishap[];
  readonly processes: number;
  readonly start: number;
  readonly end: number;
}): Promise<RunLog> {
  const { seed, platforms, world, start, end } = parts;
  const logged: string[] = [];
  const openings: number[] = [];
  const outages: { from: number; to: number }[] = [];
  const takenAt = new Map<Happening, number>();
  const due: readonly number[] = [
    ...new Set([...parts.instants, ...world.happenings.map(({ at }) => at)]),
  ].toSorted((a, b) => a - b);
  const desk = createMishapDesk(parts.mishaps, platforms);
  let happened = 0;
  let untaken: readonly Happening[] = [];
  /** News that came while what was due was done are seen to a minute later. */
  let againAt = -Infinity;
  let takenLast = -Infinity;
  const killed: Where[] = [];
  let steps = 0;
  let at = start;
  let endedAt = start;

  const slots = Array.from({ length: parts.processes }, (_, index) =>
    createSlot({
      seed: seed + index,
      directory: parts.directory,
      platforms,
      logged: (line) => logged.push(line),
      opened: (milliseconds) => openings.push(milliseconds),
      killed: (where) => killed.push(where),
    }),
  );

  /** What is to be taken now: what comes after an outage comes one after the other, too. */
  function toTake(): readonly Happening[] {
    if (at < takenLast + settling) return [];
    const [first] = untaken;
    return untaken.filter((each) => each.at === first?.at);
  }

  async function stepOf(slot: Slot, index: number, news: readonly Happening[]): Promise<void> {
    const kill = desk.killOf(index, at);
    const how = { ticks: at % minute === 0, beside: steps % 2 === 0, waits: !desk.mayHold() };
    const isTaken = await slot.step({ at, news, ...how }, kill);
    if (!isTaken) return;
    for (const each of news) takenAt.set(each, at);
    if (news.length > 0) takenLast = at;
    untaken = untaken.filter((each) => !news.includes(each));
  }

  function nextInstant(): number {
    const wakes = slots.flatMap((slot) => slot.wakes(at));
    const scheduled = due.find((each) => each > at);
    const soon = untaken.length > 0 || at < againAt || desk.holds() ? [nextMinute(at)] : [];
    return Math.min(...wakes, ...soon, ...(scheduled === undefined ? [] : [scheduled]));
  }

  try {
    while (Number.isFinite(at) && at < end + mostAfter) {
      platforms.setClock(at);
      desk.order(at);
      for (; (world.happenings[happened]?.at ?? Infinity) <= at; happened += 1)
        untaken = [...untaken, ...world.happenings.slice(happened, happened + 1)];
      const news = toTake();
      if (news.length > 0) againAt = nextMinute(at);
      const up = slots.filter((slot) => slot.isUpAt(at));
      const reader = up[steps % Math.max(1, up.length)];
      await Promise.all(up.map((slot) => stepOf(slot, slots.indexOf(slot), slot === reader ? news : [])));
      steps += 1;
      endedAt = at + 1;
      const next = nextInstant();
      if (slots.every((slot) => !slot.isUpAt(at))) outages.push({ from: at, to: next });
      at = next;
    }
  } finally {
    desk.letGo();
    await Promise.all(slots.map((slot) => slot.close()));
  }
  return { killed, steps, openings, logged, outages, takenAt, endedAt };
}

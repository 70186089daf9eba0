import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createFindings } from './findings.ts';
import { judgeGrouping } from './grouping.ts';
import { judge } from './judge.ts';
import type { Verdict } from './judge.ts';
import { planMishaps } from './mishaps.ts';
import { furnish } from './furnish.ts';
import { createPlatforms } from './platforms.ts';
import { createRooms } from './rooms.ts';
import { run } from './run.ts';
import { dueInstants } from './schedule.ts';
import type { Where } from './slot.ts';
import { createWorld } from './world.ts';

/** How much is tried. */
export interface Extent {
  readonly seed: number;
  readonly channels: number;
  readonly days: number;
  readonly kills: number;
  /** How many processes share the store. */
  readonly processes: number;
}

/** What came of it. */
export interface Result extends Verdict {
  /** Where processes were when they were killed. */
  readonly killed: readonly Where[];
  readonly steps: number;
  /** Real milliseconds that each opening of the service took. */
  readonly openings: readonly number[];
  /** What the processes logged as errors. */
  readonly logged: readonly string[];
}

/** A Monday before clocks are set back in Europe and America. */
const start = Date.UTC(2026, 9, 5);
const day = 24 * 60 * 60 * 1000;

/** Runs the service through some weeks of news while all goes wrong that can, and looks at what is there in the end. */
export async function soak({ seed, channels, days, kills, processes }: Extent): Promise<Result> {
  const directory = await mkdtemp(join(tmpdir(), 'kiosk-soak-'));
  const platforms = await createPlatforms(channels, start);
  const end = start + days * day;
  try {
    const rooms = createRooms(seed, platforms.places, start, days);
    const world = createWorld(seed, start, days);
    await furnish(directory, rooms, world.background, { start, end });
    const instants = dueInstants(rooms, start, end);
    const mishaps = planMishaps(seed, [...instants, ...world.happenings.map(({ at }) => at)], {
      channels,
      kills,
      processes,
    });
    const log = await run({ seed, directory, platforms, world, instants, mishaps, processes, start, end });
    const findings = createFindings();
    await judgeGrouping(directory, world, findings);
    return { ...log, ...judge({ platforms, rooms, world, log, findings, start, end }) };
  } finally {
    await platforms.close();
    await rm(directory, { recursive: true, force: true });
  }
}

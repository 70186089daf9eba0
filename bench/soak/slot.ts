import type { Kill } from './mishap-desk.ts';
import type { Platforms } from './platforms.ts';
import type { Order, Report } from './protocol.ts';
import { startProcess } from './service-process.ts';
import type { ServiceProcess } from './service-process.ts';

type Step = Omit<Extract<Order, { kind: 'step' }>, 'kind'>;

/** A place in which one process after the other runs the service. */
export interface Slot {
  isUpAt(at: number): boolean;
  /** Has the process do what is due, in a new one where there is none. @returns false where it ended before it was done */
  step(step: Step, kill: Kill | undefined): Promise<boolean>;
  /** When it wants to be called after a time. */
  wakes(after: number): readonly number[];
  close(): Promise<void>;
}

const minute = 60_000;
/** How much the last times count in how long something is thought to take. */
const memory = 0.8;

/** @param parts.opened is told how many real milliseconds it took until a process was ready for its first step */
export function createSlot(parts: {
  readonly seed: number;
  readonly directory: string;
  readonly platforms: Platforms;
  readonly logged: (line: string) => void;
  readonly opened: (milliseconds: number) => void;
}): Slot {
  const { seed, directory, platforms, logged, opened } = parts;
  const usual = { step: 200, opening: 500 };
  let process: ServiceProcess | undefined;
  // One stands ready with its modules loaded, so that the one before can be followed at once.
  let spare = startProcess(logged);
  let downUntil = -Infinity;
  let wake: number | undefined;
  let next: number | undefined;
  let count = 0;

  async function end(): Promise<void> {
    process?.kill();
    await process?.ended;
    process = undefined;
    platforms.forget();
  }

  /** Kills while something is done, and after it where the moment didn't come. */
  async function within(kill: Kill, work: Promise<Report | undefined>, usually: number): Promise<undefined> {
    const { moment } = kill;
    if (moment.kind === 'commit') {
      let left = moment.count;
      const stop = platforms.watch(() => {
        left -= 1;
        if (left === 0) process?.kill();
      });
      await work;
      stop();
    } else {
      const timer = setTimeout(() => process?.kill(), moment.share * usually);
      await work;
      clearTimeout(timer);
    }
    await end();
    return undefined;
  }

  async function timed(
    what: 'step' | 'opening',
    work: Promise<Report | undefined>,
  ): Promise<Report | undefined> {
    const started = performance.now();
    const report = await work;
    if (report !== undefined)
      usual[what] = memory * usual[what] + (1 - memory) * (performance.now() - started);
    return report;
  }

  async function open(at: number, kill: Kill | undefined): Promise<void> {
    process = spare;
    spare = startProcess(logged);
    count += 1;
    const started = performance.now();
    const order = {
      kind: 'open',
      directory,
      environment: platforms.environment,
      at,
      seed: seed + count,
    } as const;
    const opening = timed('opening', process.ask(order));
    if (kill?.moment.kind === 'opening') await within(kill, opening, usual.opening);
    else await opening;
    opened(performance.now() - started);
  }

  return {
    isUpAt: (at) => downUntil <= at,
    async step(step, kill) {
      const { at } = step;
      const opensFirst = kill?.moment.kind === 'opening';
      if (opensFirst && process !== undefined) await end();
      if (process === undefined) await open(at, kill);
      const killed = kill === undefined || opensFirst ? undefined : kill;
      const work =
        process === undefined
          ? Promise.resolve(undefined)
          : timed('step', process.ask({ kind: 'step', ...step }));
      const report = killed === undefined ? await work : await within(killed, work, usual.step);
      if (kill !== undefined) downUntil = at + kill.outage;
      wake = report?.kind === 'done' ? report.wake : undefined;
      next = report?.kind === 'done' ? report.next : undefined;
      return report?.kind === 'done';
    },
    wakes(after) {
      if (process === undefined) return [downUntil > after ? downUntil : after];
      const nextMinute = (Math.floor(after / minute) + 1) * minute;
      return [
        ...(wake === undefined ? [] : [Math.max(wake, after + 1)]),
        ...(next === undefined ? [] : [Math.max(Math.ceil(next / minute) * minute, nextMinute)]),
      ];
    },
    async close() {
      await end();
      spare.kill();
      await spare.ended;
    },
  };
}

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

/** Where a process was when it was killed: `between` two steps, where it was done before the moment came. */
export type Where = Kill['moment']['kind'] | 'between';

/** @param parts.opened is told how many real milliseconds it took until a process was ready for its first step */
export function createSlot(parts: {
  readonly seed: number;
  readonly directory: string;
  readonly platforms: Platforms;
  readonly logged: (line: string) => void;
  readonly opened: (milliseconds: number) => void;
  readonly killed: (where: Where) => void;
}): Slot {
  const { seed, directory, platforms, logged, opened, killed } = parts;
  const usual = { step: 200, opening: 500 };
  let process: ServiceProcess | undefined;
  // One stands ready with its modules loaded, so that the one before can be followed at once.
  let spare = startProcess(logged);
  let downUntil = -Infinity;
  let wake: number | undefined;
  let next: number | undefined;
  let count = 0;
  /** Kills whose moment hasn't come. */
  let armed = 0;
  /** What a process was killed by since the last step. */
  let hit: Kill | undefined;

  async function end(): Promise<void> {
    process?.kill();
    await process?.ended;
    process = undefined;
    platforms.forget();
  }

  /** Kills after a part of the time that something usually takes, and after it where that was too late. */
  async function within(kill: Kill, share: number, work: Promise<Report | undefined>, usually: number) {
    let isDead = false;
    const timer = setTimeout(() => {
      isDead = true;
      process?.kill();
    }, share * usually);
    await work;
    clearTimeout(timer);
    killed(isDead ? kill.moment.kind : 'between');
    await end();
  }

  /** Kills when platforms have taken so much, in whichever step that is. */
  function killAtCommit(kill: Kill, count: number): void {
    let left = count;
    armed += 1;
    const stop = platforms.watch(() => {
      left -= 1;
      if (left > 0 || process === undefined || hit !== undefined) return;
      stop();
      armed -= 1;
      hit = kill;
      process.kill();
    });
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
    const { environment } = platforms;
    const order = { kind: 'open', directory, environment, at, seed: seed + count } as const;
    const opening = timed('opening', process.ask(order));
    if (kill?.moment.kind === 'opening') await within(kill, kill.moment.share, opening, usual.opening);
    else await opening;
    opened(performance.now() - started);
  }

  async function work(step: Step, kill: Kill | undefined): Promise<Report | undefined> {
    if (process === undefined) return undefined;
    const working = timed('step', process.ask({ kind: 'step', ...step }));
    if (kill?.moment.kind !== 'step') return working;
    await within(kill, kill.moment.share, working, usual.step);
    return undefined;
  }

  return {
    isUpAt: (at) => downUntil <= at,
    async step(step, kill) {
      const { at } = step;
      if (kill?.moment.kind === 'commit') killAtCommit(kill, kill.moment.count);
      if (kill?.moment.kind === 'opening' && process !== undefined) await end();
      if (process === undefined) await open(at, kill);
      const report = await work(step, kill);
      if (kill !== undefined && kill.moment.kind !== 'commit') downUntil = at + kill.outage;
      if (hit !== undefined) {
        killed('commit');
        downUntil = at + hit.outage;
        hit = undefined;
        await end();
      }
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
      for (; armed > 0; armed -= 1) killed('between');
      await end();
      spare.kill();
      await spare.ended;
    },
  };
}

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import packageJson from '../package.json' with { type: 'json' };

/** What became of a script that was run in a process of its own, so that its memory is its own. */
export interface Run {
  readonly output: string;
  readonly milliseconds: number;
  /** What it held at most, where the system tells (Linux). */
  readonly mostMegabytes: number | undefined;
}

/** Those of `npm run kiosk`. */
const flags = packageJson.scripts.kiosk.split(' ').filter((word) => word.startsWith('--'));
/** Milliseconds between two looks at how much memory a process holds. */
const look = 200;

/** Where `src/main.ts` keeps what Node makes of the TypeScript, which scripts that aren't run by it keep there as well. */
const env = {
  ...process.env,
  NODE_COMPILE_CACHE: fileURLToPath(new URL('../node_modules/.cache/kiosk', import.meta.url)),
};

/** Starts a script of this folder. */
export function start(script: string, ...args: readonly string[]) {
  const path = fileURLToPath(new URL(script, import.meta.url));
  return spawn(process.execPath, [...flags, path, ...args], { stdio: ['ignore', 'pipe', 'inherit'], env });
}

/** Runs a script of this folder to its end. */
export async function run(script: string, ...args: readonly string[]): Promise<Run> {
  const { ended, ...done } = await attempt(script, args);
  if (ended !== 0) throw new Error(`${script} ended with status ${ended}\n${done.output}`);
  return done;
}

/** What became of a script that may fail. */
export interface Attempt extends Run {
  /** Its status, 0 when all went well, or the signal that ended it. */
  readonly ended: number | string;
}

/**
 * Runs a script of this folder that may fail, run out of memory or take too long.
 * @param patience milliseconds until it is ended
 */
export async function attempt(script: string, args: readonly string[], patience?: number): Promise<Attempt> {
  const started = performance.now();
  const child = start(script, ...args);
  let mostMegabytes: number | undefined;
  const looking = setInterval(() => (mostMegabytes = highWater(child.pid) ?? mostMegabytes), look);
  const waiting = patience === undefined ? undefined : setTimeout(() => child.kill(), patience);
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  const [status, signal] = await once(child, 'close');
  clearInterval(looking);
  clearTimeout(waiting);
  const ended: number | string = status ?? signal;
  return { output, ended, milliseconds: performance.now() - started, mostMegabytes };
}

function highWater(pid: number | undefined): number | undefined {
  const status = `/proc/${pid}/status`;
  if (!existsSync(status)) return undefined;
  const [, kibibytes] = /VmHWM:\s+(\d+)/.exec(readFileSync(status, 'utf8')) ?? [];
  return kibibytes === undefined ? undefined : Math.round((Number(kibibytes) * 1024) / 1e6);
}

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { nodeFlags } from '../../flags.ts';

/** A process that prints a line for each thing it has done. */
export interface Doing {
  /** The lines so far. */
  readonly done: readonly string[];
  /** Settles once there are so many, or all there will be. */
  reached(count: number): Promise<void>;
  /** Gives it a line to read. */
  tell(line: string): void;
  /** Ends what it reads. */
  finish(): void;
  kill(): void;
  /** The exit status, null when it was killed. */
  readonly ended: Promise<number | null>;
}

/** Starts a process that stores `count` articles named after `name`, and prints their ids; see import.ts. */
export function startImport(folder: string, name: string, count: number): Doing {
  return start('import.ts', [folder, name, String(count)]);
}

/** Starts a process that prints “ready”, then the keys of the deliveries it claims; see claim.ts. */
export function startClaims(folder: string, owner: string): Doing {
  return start('claim.ts', [folder, owner]);
}

function start(script: string, words: readonly string[]): Doing {
  const file = fileURLToPath(new URL(script, import.meta.url));
  const child = spawn(process.execPath, [...nodeFlags, file, ...words], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const done: string[] = [];
  const lines = createInterface({ input: child.stdout });
  lines.on('line', (line) => done.push(line));
  const read = once(lines, 'close');
  return {
    done,
    async reached(wanted) {
      await new Promise<void>((resolve) => {
        if (done.length >= wanted) resolve();
        lines.on('line', () => done.length >= wanted && resolve());
        lines.on('close', resolve);
      });
    },
    tell: (line) => void child.stdin.write(`${line}\n`),
    finish: () => void child.stdin.end(),
    kill: () => child.kill('SIGKILL'),
    ended: once(child, 'exit').then(async ([status]) => {
      await read;
      return typeof status === 'number' ? status : null;
    }),
  };
}

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { nodeFlags } from '../../flags.ts';

const script = fileURLToPath(new URL('import.ts', import.meta.url));

/** A process that stores articles; see import.ts. */
export interface Import {
  /** Ids of the articles that were acknowledged so far. */
  readonly acknowledged: readonly string[];
  /** Settles once so many were acknowledged, or all there will be. */
  reached(count: number): Promise<void>;
  kill(): void;
  /** The exit status, null when it was killed. */
  readonly ended: Promise<number | null>;
}

/** Starts a process that stores `count` articles named after `name`. */
export function startImport(folder: string, name: string, count: number): Import {
  const child = spawn(process.execPath, [...nodeFlags, script, folder, name, String(count)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const acknowledged: string[] = [];
  const lines = createInterface({ input: child.stdout });
  lines.on('line', (id) => acknowledged.push(id));
  const read = once(lines, 'close');
  return {
    acknowledged,
    async reached(wanted) {
      await new Promise<void>((resolve) => {
        if (acknowledged.length >= wanted) resolve();
        lines.on('line', () => acknowledged.length >= wanted && resolve());
        lines.on('close', resolve);
      });
    },
    kill: () => child.kill('SIGKILL'),
    ended: once(child, 'exit').then(async ([status]) => {
      await read;
      return typeof status === 'number' ? status : null;
    }),
  };
}

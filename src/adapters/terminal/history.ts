import { chmod, readFile, writeFile } from 'node:fs/promises';
import { clean } from '../../chat/plain.ts';
import type { Log } from '../../log.ts';

/** Lines a reader typed before, kept in a file that only they can read. */
export interface History {
  /** Newest first. */
  load(): Promise<readonly string[]>;
  /** @param lines newest first */
  save(lines: readonly string[]): void;
  /** Resolves when everything saved is in the file. */
  settled(): Promise<void>;
}

/** How many lines are kept, and how much of each. */
export const mostLines = 500;
const longestLine = 2000;
const ownerOnly = 0o600;

/** A history in a text file, oldest line first; without a file nothing is kept. A file that fails is logged and costs nothing else. */
export function createHistory(file: string | undefined, log: Pick<Log, 'warn'>): History {
  let saving = Promise.resolve();
  let latest: string | undefined;

  async function write(file: string): Promise<void> {
    const text = latest;
    if (text === undefined) return;
    latest = undefined;
    try {
      await writeFile(file, text, { mode: ownerOnly });
      // The mode above counts only for a new file.
      await chmod(file, ownerOnly);
    } catch (error) {
      log.warn({ error, file }, 'history not saved');
    }
  }

  return {
    async load() {
      if (file === undefined) return [];
      try {
        const lines = (await readFile(file, 'utf8')).split('\n').map(clean);
        return lines
          .filter((line) => line.trim() !== '')
          .slice(-mostLines)
          .reverse();
      } catch (error) {
        if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) {
          log.warn({ error, file }, 'history not read');
        }
        return [];
      }
    },
    save(lines) {
      if (file === undefined) return;
      const kept = lines
        .slice(0, mostLines)
        .map((line) => clean(line).replaceAll('\n', ' ').slice(0, longestLine));
      latest = `${kept.reverse().join('\n')}\n`;
      saving = saving.then(() => write(file));
    },
    settled: () => saving,
  };
}

import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** How files are reached; every method rejects for what can't be read. */
export interface FileAccess {
  describe(path: string): Promise<{ readonly directory: boolean; readonly bytes: number }>;
  /** The paths of what a folder holds. */
  list(directory: string): Promise<readonly string[]>;
  read(path: string): AsyncIterable<Uint8Array>;
}

/** The machine's own files. */
export const localFiles: FileAccess = {
  async describe(path) {
    const found = await stat(path);
    return { directory: found.isDirectory(), bytes: found.size };
  },
  async list(directory) {
    const entries = await readdir(directory, { withFileTypes: true });
    // Links are left out: they may lead back to where they stand.
    return entries
      .filter((entry) => entry.isFile() || entry.isDirectory())
      .map(({ name }) => join(directory, name));
  },
  read: (path) => createReadStream(path, { highWaterMark: 262_144 }),
};

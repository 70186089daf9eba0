import { createHash } from 'node:crypto';
import type { KeyValue } from '../chat/key-value.ts';

/** Keeps texts that are too long for where they are needed behind short names. */
export interface Keeping {
  /** Returns the text's name; the same text has the same one. */
  keep(text: string): Promise<string>;
  /** Undefined: it is no longer kept, or never was. */
  find(name: string): Promise<string | undefined>;
}

/** How long a text is kept, in milliseconds. */
const keptFor = 90 * 24 * 60 * 60 * 1000;

/** @param kept where texts are found again, also after a restart */
export function createKeeping(kept: KeyValue): Keeping {
  return {
    async keep(text) {
      const name = createHash('sha256').update(text).digest('base64url').slice(0, 22);
      await kept.set(name, text, keptFor);
      return name;
    },
    async find(name) {
      const text = await kept.get(name);
      return typeof text === 'string' ? text : undefined;
    },
  };
}

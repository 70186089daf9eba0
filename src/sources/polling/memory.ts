import { createHash } from 'node:crypto';

/** What a source gives, as far as it is remembered: its first name, and the words that would make it another version. */
export interface Memorable {
  readonly names?: readonly string[];
  readonly url: string;
  readonly title: string;
  readonly text: string;
}

/** What a source gave before. */
export interface Memory {
  /** True where exactly this was given before. */
  has(item: Memorable): boolean;
  /** The memory with these as well, written down. What was forgotten for lack of room would count as new. */
  with(items: readonly Memorable[]): string;
}

/** What isn't in a feed any more is remembered for as long as there are no more items than this, or three times those it holds. */
const remembered = { least: 500, times: 4 };
const nameLength = 11;

/** Reads a memory that was written down; undefined is none. */
export function recall(written: string | undefined): Memory {
  const known = new Map<string, string>();
  for (const line of (written ?? '').split('\n')) {
    if (line !== '') known.set(line.slice(0, nameLength), line.slice(nameLength));
  }
  return {
    has: (item) => known.get(nameOf(item)) === printOf(item),
    with(items) {
      const next = new Map(items.map((item) => [nameOf(item), printOf(item)]));
      const room = Math.max(remembered.least, remembered.times * next.size);
      for (const [name, print] of known) {
        if (next.size >= room) break;
        if (!next.has(name)) next.set(name, print);
      }
      return [...next].map(([name, print]) => name + print).join('\n');
    },
  };
}

function nameOf({ names, url }: Memorable): string {
  return digest(names?.[0] ?? url);
}

function printOf({ title, text }: Memorable): string {
  return digest(`${title.length}:${title}${text}`);
}

/** 64 bits are enough to tell the items of one feed apart. */
function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, nameLength);
}

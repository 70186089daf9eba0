import { hash } from 'node:crypto';

/** What is remembered of one item of a feed; all but the time are digests. */
export interface Memorable {
  /** Its first name, see identity.ts. */
  readonly name: string;
  /** Its title and text: what would make it another version. */
  readonly print: string;
  /** Its part of the document as it was written; '' where that isn't known. */
  readonly written: string;
  /** The key of its address, and its guid; '' where it has none. */
  readonly address: string;
  readonly guid: string;
  readonly publishedAt: Date | undefined;
}

/** What isn't in a feed any more is remembered for as long as there are no more items than this, or three times those it holds. */
const remembered = { least: 500, times: 4 };

/** Reads a memory that was written down; undefined is none. The newest come first. */
export function recall(written: string | undefined): readonly Memorable[] {
  return (written ?? '').split('\n').flatMap((line) => {
    const [name = '', print = '', part = '', address = '', guid = '', time = ''] = line.split(' ');
    if (name === '') return [];
    const publishedAt = time === '' ? undefined : new Date(Number.parseInt(time, 36));
    return [{ name, print, written: part, address, guid, publishedAt }];
  });
}

/**
 * Writes down what a feed holds now, and what it held before for as long as there is room. What was forgotten would count as new.
 */
export function remember(now: readonly Memorable[], before: readonly Memorable[]): string {
  const next = new Map<string, Memorable>();
  for (const item of now) if (!next.has(item.name)) next.set(item.name, item);
  const room = Math.max(remembered.least, remembered.times * next.size);
  for (const item of before) {
    if (next.size >= room) break;
    if (!next.has(item.name)) next.set(item.name, item);
  }
  return [...next.values()].map(lineOf).join('\n');
}

function lineOf({ name, print, written, address, guid, publishedAt }: Memorable): string {
  const time = publishedAt === undefined ? '' : publishedAt.getTime().toString(36);
  return [name, print, written, address, guid, time].join(' ');
}

/** 64 bits of a text's SHA-256, which tell the items of one feed apart. */
export function digest(text: string): string {
  return text === '' ? '' : hash('sha256', text, 'base64url').slice(0, 11);
}

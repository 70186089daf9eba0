import { at } from './findings.ts';
import type { Findings } from './findings.ts';
import type { Read } from './reading.ts';

/** Something that must be there once. */
export interface Occurrence {
  readonly due: number;
  /** Whether it needn't be there at all. */
  readonly isOptional: boolean;
}

/** A post that came for something that was due. */
export interface Matched {
  readonly due: number;
  readonly read: Read;
}

/**
 * Finds for each occurrence its post: the first that came since and belongs to no earlier one.
 * @param dueIn when a post itself says it was due
 */
export function matchOccurrences(
  parts: { readonly room: string; readonly what: string; readonly findings: Findings },
  occurrences: readonly Occurrence[],
  posts: readonly Read[],
  dueIn: (read: Read) => number | undefined,
): readonly Matched[] {
  const { room, what, findings } = parts;
  const matched: Matched[] = [];
  const left = [...posts];
  for (const { due, isOptional } of occurrences) {
    const found = left.findIndex((read) => {
      const said = dueIn(read);
      return said === undefined ? read.post.at >= due : said === due;
    });
    const [read] = found === -1 ? [] : left.splice(found, 1);
    if (read !== undefined) matched.push({ due, read });
    else if (!isOptional) findings.add('lost', room, `${what} of ${at(due)}`);
  }
  for (const { post } of left) findings.add('twice', room, `${what} at ${at(post.at)}`);
  return matched;
}

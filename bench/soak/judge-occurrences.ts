import type { Knowledge, Span } from './expected.ts';
import type { Findings } from './findings.ts';
import { matchOccurrences } from './occurrences.ts';
import type { Read } from './reading.ts';
import type { Room } from './rooms.ts';
import { announcedAt, digestsAt } from './schedule.ts';

/** What is held against what. */
export interface Judging {
  readonly room: Room;
  readonly reads: readonly Read[];
  readonly knowledge: Knowledge;
  readonly findings: Findings;
  readonly period: Span;
  /** Notes when something was there that was due at a time. */
  readonly came: (due: number, there: number) => void;
}

/** Holds announcements and digests against when they were due; tells when each digest was. */
export function judgeOccurrences({ room, reads, findings, period, came }: Judging): ReadonlyMap<Read, number> {
  const { from, to } = period;
  for (const announcing of room.announcings) {
    const occurrences = announcedAt(announcing, from, to).map((due) => ({ due, isOptional: false }));
    const posts = reads.filter((read) => read.announcing === announcing);
    const what = { room: room.id, what: `announcement ${announcing.id}`, findings };
    for (const { due, read } of matchOccurrences(what, occurrences, posts, () => undefined)) came(due, read.post.at);
  }
  const digests = room.wantings
    .flatMap((wanting) => digestsAt(wanting, from, to).map((due) => ({ due, isOptional: !wanting.says })))
    .toSorted((one, other) => one.due - other.due);
  const posts = reads.filter(({ kind }) => kind === 'digest');
  const what = { room: room.id, what: 'digest', findings };
  const matched = matchOccurrences(what, digests, posts, ({ post }) => post.says);
  for (const { due, read } of matched) came(due, read.post.at);
  return new Map(matched.map(({ due, read }) => [read, due]));
}

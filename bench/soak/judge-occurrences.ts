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
  /** When the last was done. */
  readonly endedAt: number;
  /** How much of a time no process ran, in milliseconds. */
  readonly downIn: (time: Span) => number;
  /** Notes when something was there that was due at a time. */
  readonly came: (due: number, there: number) => void;
}

/** Milliseconds that a process may be there between two outages without having done all that was due. */
const restart = 15 * 60_000;

/** Holds announcements and digests against when they were due; tells when each digest was. */
export function judgeOccurrences(parts: Judging): ReadonlyMap<Read, number> {
  const { room, reads, findings, period, endedAt, came, downIn } = parts;
  const { from, to } = period;
  /** Of what was due while no process ran, the last alone is made up for. */
  const isMissed = (due: number, index: number, all: readonly number[]) => {
    const next = all[index + 1] ?? Infinity;
    return downIn({ from: due, to: next }) > next - due - restart;
  };
  for (const announcing of room.announcings) {
    const occurrences = announcedAt(announcing, from, to).map((due, ...place) => ({
      due,
      isOptional: isMissed(due, ...place),
    }));
    const posts = reads.filter((read) => read.announcing === announcing);
    const what = { room: room.id, what: `announcement ${announcing.id}`, findings };
    for (const { due, read } of matchOccurrences(what, occurrences, posts, () => undefined))
      came(due, read.post.at);
  }
  const digests = room.wantings
    .flatMap((wanting) =>
      // While what is left in the outbox is waited for, more may be due.
      digestsAt(wanting, from, endedAt).map((due, ...place) => ({
        due,
        isOptional: !wanting.says || due >= to || isMissed(due, ...place),
      })),
    )
    .toSorted((one, other) => one.due - other.due);
  const posts = reads.filter(({ kind }) => kind === 'digest');
  const what = { room: room.id, what: 'digest', findings };
  const matched = matchOccurrences(what, digests, posts, ({ post }) => post.says);
  for (const { due, read } of matched) came(due, read.post.at);
  return new Map(matched.map(({ due, read }) => [read, due]));
}

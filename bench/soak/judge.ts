import { percentile } from '../figures.ts';
import { createKnowledge } from './expected.ts';
import type { Span } from './expected.ts';
import { at } from './findings.ts';
import type { Finding, Findings, Wrong } from './findings.ts';
import { judgeOccurrences } from './judge-occurrences.ts';
import { judgeStories } from './judge-stories.ts';
import type { Platforms } from './platforms.ts';
import { createReader } from './reading.ts';
import type { Read } from './reading.ts';
import type { Room } from './rooms.ts';
import type { RunLog } from './run.ts';
import type { World } from './world.ts';
import { readWordings } from './wording.ts';

/** What is there in the end, and what is wrong with it. */
export interface Verdict {
  readonly posts: number;
  /** Notes of what changed that posts were given. */
  readonly edits: number;
  readonly findings: readonly Finding[];
  readonly wrong: Readonly<Record<Wrong, number>>;
  /** Milliseconds from when something was due until it was there, without those in which no process ran. */
  readonly latenessMs: { readonly p50: number; readonly p99: number };
}

/** Reads every room, and holds it against what was to be there. */
export function judge(parts: {
  readonly platforms: Platforms;
  readonly rooms: readonly Room[];
  readonly world: World;
  readonly log: RunLog;
  readonly findings: Findings;
  readonly start: number;
  readonly end: number;
}): Verdict {
  const { platforms, rooms, world, log, findings, start, end } = parts;
  const wordings = readWordings();
  const reader = createReader(world, wordings);
  const further = new Set([...wordings.values()].map(({ page }) => page.next));
  const knowledge = createKnowledge(world, log);
  const lateness: number[] = [];
  const period = { from: start, to: end };
  let posts = 0;
  let edits = 0;

  const downIn = (time: Span) => down(log.outages, time);

  function came(due: number, there: number): void {
    lateness.push(Math.max(0, there - due - downIn({ from: due, to: there })));
  }

  for (const room of rooms) {
    const reads = platforms.posts(room.id).map((post) => reader.read(post, room.announcings));
    posts += reads.length;
    edits += reads.reduce((sum, { notes }) => sum + notes.length, 0);
    judgeLanguages(room, reads, findings);
    for (const { post } of reads)
      if (post.buttons.some((label) => further.has(label)))
        findings.add('strange', room.id, `a post at ${at(post.at)} has more pages than are read`);
    const common = { room, reads, knowledge, findings, period, endedAt: log.endedAt, came, downIn };
    const dues = judgeOccurrences(common);
    judgeStories({ ...common, dues, world, outages: log.outages });
  }
  for (const what of platforms.violations()) findings.add('strange', 'platform', what);
  return {
    posts,
    edits,
    findings: findings.all,
    wrong: {
      lost: findings.count('lost'),
      twice: findings.count('twice'),
      wrongLanguage: findings.count('wrongLanguage'),
      notApplied: findings.count('notApplied'),
      strange: findings.count('strange'),
    },
    latenessMs: { p50: percentile(lateness, 0.5), p99: percentile(lateness, 0.99) },
  };
}

function judgeLanguages(room: Room, reads: readonly Read[], findings: Findings): void {
  for (const { kind, language, notes, post, announcing } of reads) {
    const isSpoken = announcing?.texts.some((text) => text.language === room.language) ?? true;
    const spoken = isSpoken ? room.language : announcing?.texts[0]?.language;
    const words = post.lines.join(' ').slice(0, 200);
    if (kind === 'unknown') findings.add('strange', room.id, `unknown: ${words}`);
    else if (language !== spoken)
      findings.add('wrongLanguage', room.id, `${language} for ${spoken}: ${words}`);
    if (notes.some((note) => note.language !== room.language))
      findings.add('wrongLanguage', room.id, `a note: ${words}`);
  }
}

/** How much of a time no process ran. */
function down(outages: readonly Span[], { from, to }: Span): number {
  return outages.reduce(
    (sum, outage) => sum + Math.max(0, Math.min(to, outage.to) - Math.max(from, outage.from)),
    0,
  );
}

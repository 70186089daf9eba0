import { afterQuiet } from './daily.ts';
import { beginningOf, margin, tellingOf, wantedOf } from './expected.ts';
import type { Span } from './expected.ts';
import { at } from './findings.ts';
import type { Judging } from './judge-occurrences.ts';
import type { Read, Told } from './reading.ts';
import { followRevisions, writtenIn } from './revisions.ts';
import type { Shown } from './revisions.ts';
import { digestsAt } from './schedule.ts';
import type { World, WorldStory } from './world.ts';

/** A post that tells a story, or did before it was withdrawn. */
interface Telling {
  readonly read: Read;
  readonly told: Told | undefined;
  readonly isUpdate: boolean;
  /** When it was written. */
  readonly written: Span;
}

const minute = 60_000;

/** Holds what a room was told of each story against what it was to be told. */
export function judgeStories(
  parts: Judging & {
    readonly dues: ReadonlyMap<Read, number>;
    readonly world: World;
    readonly outages: readonly Span[];
  },
): void {
  const { room, reads, knowledge, findings, period, came, dues, world, outages } = parts;
  const tellings = new Map<number, Telling[]>();
  /** What changed in each post since, at the least and at the most. */
  const notes = new Map<Read, { from: number; to: number }>();

  function gather(): void {
    for (const read of reads) {
      const vanished = read.notes.flatMap(({ article }) => article ?? []);
      const stories = new Set([
        ...read.told.map(({ article }) => article.story),
        ...vanished.map(({ story }) => story),
      ]);
      for (const story of stories) {
        const told = read.told.find(({ article }) => article.story === story);
        // Where nothing is left of a story but that it was withdrawn, what was withdrawn says what it was.
        const wasUpdate = vanished.every((each) => each.story !== story || each.isFollowUp);
        const isUpdate = read.kind === 'update' || (told?.isUpdate ?? wasUpdate);
        const known = tellings.get(story) ?? [];
        tellings.set(story, [...known, { read, told, isUpdate, written: writtenOf(read, story) }]);
      }
    }
  }

  function writtenOf(read: Read, story: number): Span {
    const due = dues.get(read) ?? Math.max(...arrivalsOf(story).filter((time) => time <= read.post.at));
    return writtenIn(due, read.post.at);
  }

  function arrivalsOf(story: number): readonly number[] {
    const articles = world.stories[story]?.articles ?? [];
    return articles.map((each) => knowledge.storedAt(each, 0).from);
  }

  function judgeFirst(story: WorldStory, first: readonly Telling[]): void {
    const beginning = tellingOf(room, beginningOf(story), knowledge, period);
    const wanted = beginning ?? tellingOf(room, story.articles, knowledge, period);
    const name = `story ${story.number}`;
    const [telling] = first;
    if (telling === undefined) {
      if (wanted !== undefined)
        findings.add('lost', room.id, `${name}, ${wanted.as} due at ${at(wanted.due)}`);
      return;
    }
    for (const { read } of first.slice(1)) findings.add('twice', room.id, `${name} at ${at(read.post.at)}`);
    if (wanted?.as !== 'alert') return;
    const due = dues.get(telling.read);
    if (due === undefined) return came(wanted.due, telling.read.post.at);
    // A digest that was due when the story arrived tells it, so that there is no alert.
    const isEarly =
      due <= wanted.known + 2 * minute || outages.some(({ from, to }) => from < due && to > wanted.known);
    if (!isEarly)
      findings.add(
        'lost',
        room.id,
        `${name}, alert known at ${at(wanted.known)}, told in a digest due at ${at(due)}`,
      );
  }

  function judgeUpdates(story: WorldStory, first: Telling | undefined, updates: readonly Telling[]): void {
    const followUp = story.articles.find(({ isFollowUp }) => isFollowUp);
    const name = `update of story ${story.number}`;
    for (const { read } of updates.slice(followUp === undefined ? 0 : 1))
      findings.add('twice', room.id, `${name} at ${at(read.post.at)}`);
    if (followUp === undefined || first === undefined || updates.length > 0) return;
    const stored = knowledge.storedAt(followUp, 0);
    // What was known when the story was first told is no news.
    if (stored.from <= first.written.to) return;
    const due = room.wantings.flatMap((wanting) => {
      if (wantedOf(wanting, [followUp]).length === 0) return [];
      const { quiet, zone } = wanting;
      const isHeard = quiet === undefined || afterQuiet(quiet, zone, stored.to) === stored.to;
      if (wanting.alerts !== undefined && first.read.kind === 'alert' && isHeard) return [stored.to];
      return digestsAt(wanting, period.from, period.to).find((time) => time > stored.to) ?? [];
    });
    if (due.some((time) => knowledge.withdrawnAt(followUp).from > time + margin))
      findings.add('lost', room.id, `${name}, due at ${at(Math.min(...due))}`);
  }

  /** What a post may show of a story: each of the room's wishes may be what it was written for. */
  function shownIn(story: WorldStory, { isUpdate, written }: Telling): readonly Shown[] {
    // What came while it was written may be in it or not; the first that came are there first.
    const ordered = story.articles.toSorted(
      (one, other) => knowledge.storedAt(one, 0).from - knowledge.storedAt(other, 0).from,
    );
    const sure = ordered.filter((each) => knowledge.storedAt(each, 0).to < written.from).length;
    const maybe = ordered.filter((each) => knowledge.storedAt(each, 0).from <= written.to).length;
    const cases = Array.from({ length: maybe - sure + 1 }, (_, more) => ordered.slice(0, sure + more));
    return cases.flatMap((all) => {
      const telling = isUpdate ? all.filter(({ isFollowUp }) => isFollowUp) : all;
      return room.wantings.map((wanting) =>
        followRevisions(wantedOf(wanting, telling), { told: written, language: room.language, knowledge }),
      );
    });
  }

  function judgeContent(story: WorldStory, telling: Telling): void {
    const { told, read } = telling;
    const possible = shownIn(story, telling);
    const right = possible.filter(({ article }) => article === told?.article);
    const name = `story ${story.number} of ${at(read.post.at)}`;
    const [best] = right;
    if (best === undefined) {
      const spoken = possible.some(({ article }) => article?.paper.language === told?.article.paper.language);
      findings.add(
        spoken ? 'notApplied' : 'wrongLanguage',
        room.id,
        `${name} shows ${told?.article.id ?? 'nothing'}`,
      );
    }
    if (best !== undefined && told !== undefined && !isAsWritten(told, best))
      findings.add('notApplied', room.id, `${name} shows ${told.title.title} ${[...told.codes].join(' ')}`);
    const count = notes.get(read) ?? { from: 0, to: 0 };
    const fitting = right.length === 0 ? possible : right;
    notes.set(read, {
      from: count.from + Math.min(...fitting.map((each) => each.notes.from)),
      to: count.to + Math.max(...fitting.map((each) => each.notes.to)),
    });
  }

  gather();
  for (const story of world.stories) {
    const all = tellings.get(story.number) ?? [];
    const first = all.filter(({ isUpdate }) => !isUpdate);
    judgeFirst(story, first);
    judgeUpdates(
      story,
      first[0],
      all.filter(({ isUpdate }) => isUpdate),
    );
    for (const telling of all) judgeContent(story, telling);
  }
  for (const [read, { from, to }] of notes) {
    const name = `notes of ${read.kind} at ${at(read.post.at)}: ${read.notes.length}, not ${from}–${to}`;
    if (read.notes.length < from) findings.add('notApplied', room.id, name);
    if (read.notes.length > to) findings.add('twice', room.id, name);
  }
}

function isAsWritten({ title, codes }: Told, shown: Shown): boolean {
  return title.title === shown.title && [...codes].every((code) => code === shown.code) && codes.size > 0;
}

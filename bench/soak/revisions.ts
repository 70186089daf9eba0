import { margin, shownOf } from './expected.ts';
import type { Knowledge, Span } from './expected.ts';
import type { LanguageTag } from '../../src/language/index.ts';
import type { WorldArticle } from './article.ts';

/** What a post must say in the end of a story that it told. */
export interface Shown {
  /** The article that is shown; undefined where all were withdrawn. */
  readonly article: WorldArticle | undefined;
  readonly title: string | undefined;
  readonly code: string | undefined;
  /** How many notes there are of what changed since, at the least and at the most. */
  readonly notes: Span;
}

interface Event {
  readonly article: WorldArticle;
  readonly time: Span;
  readonly isWithdrawal: boolean;
  /** What a note says of it, which is said once. */
  readonly note: string;
}

/** Notes that a story keeps at the most. */
const mostNotes = 3;

/**
 * Follows what became of a story since it was told.
 * @param telling the articles that it was told from
 * @param told when that was written
 */
export function followRevisions(
  telling: readonly WorldArticle[],
  parts: { readonly told: Span; readonly language: LanguageTag; readonly knowledge: Knowledge },
): Shown {
  const { told, language, knowledge } = parts;
  const events = telling
    .flatMap((article): Event[] => [
      ...article.versions.slice(1).map(({ change }, index) => ({
        article,
        time: knowledge.storedAt(article, index + 1),
        isWithdrawal: false,
        note: change === 'text' ? `text ${article.id}` : `${change} ${article.id} ${index}`,
      })),
      { article, time: knowledge.withdrawnAt(article), isWithdrawal: true, note: `withdrawal ${article.id}` },
    ])
    .filter(({ time }) => Number.isFinite(time.to) && time.to >= told.from)
    .toSorted((one, other) => one.time.from - other.time.from);
  let there = telling.filter((each) => knowledge.withdrawnAt(each).to >= told.from);
  let shown = shownOf(there, language);
  const sure = new Set<string>();
  const possible = new Set<string>();
  for (const { article, time, isWithdrawal, note } of events) {
    if (!isWithdrawal && article !== shown) continue;
    possible.add(note);
    if (time.from > told.to) sure.add(note);
    if (!isWithdrawal) continue;
    there = there.filter((each) => each !== article);
    if (article === shown) shown = shownOf(there, language);
  }
  const known = shown?.versions.filter(
    (_, index) => shown !== undefined && Number.isFinite(knowledge.storedAt(shown, index).to),
  );
  const last = known?.at(-1);
  const notes = { from: Math.min(mostNotes, sure.size), to: Math.min(mostNotes, possible.size) };
  return { article: shown, title: last?.title, code: last?.code, notes };
}

/** Since when a post may have been written that was due at a time and is there since another. */
export function writtenIn(due: number, postedAt: number): Span {
  return { from: Math.min(due, postedAt), to: Math.min(postedAt, due + margin) };
}

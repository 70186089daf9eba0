import type { ArticleHead } from '../stories/article.ts';
import type { Evidence, Mark } from './answer.ts';

/** What some sources give as the answer. */
export interface Reading {
  /** As the best of their evidence writes it. */
  readonly words: string;
  /** At least one, those with the best evidence first. */
  readonly sources: readonly string[];
  /** When the latest of them gave it. */
  readonly at: Date;
}

/** What is worth less beside the best evidence speaks of less of the question, and may give the answer to another. */
const closeness = 0.6;

/** Evidence that comes near the best of it; best first. */
export function closest(evidence: readonly Evidence[]): readonly Evidence[] {
  const best = evidence[0]?.score ?? 0;
  return evidence.filter(({ score }) => score >= closeness * best);
}

/**
 * What sources give as the answer, that of the best evidence first: one reading where they agree, several where they give different
 * numbers of the same thing. Two names or times may both be right, and what isn't of the same story may be another event.
 * @param evidence best first, all of it good enough
 */
export function readingsIn(evidence: readonly Evidence[]): readonly Reading[] {
  const [best] = evidence;
  if (best?.mark === undefined) return [];
  const about = closest(evidence).filter(({ story }) => story === best.story);
  // What an article says elsewhere may be about something else.
  const first = about.filter(
    ({ article }, index) => about.findIndex((other) => other.article.id === article.id) === index,
  );
  const groups: { readonly mark: Mark; readonly words: string; readonly articles: ArticleHead[] }[] = [];
  for (const { mark, sentence, article } of first) {
    if (mark === undefined) continue;
    const group = groups.find((other) => isSame(other.mark, mark));
    if (group !== undefined) group.articles.push(article);
    else if (groups.length === 0 || contradicts(groups[0]?.mark, mark))
      groups.push({ mark, words: sentence.slice(mark.start, mark.end), articles: [article] });
  }
  return groups.map(({ words, articles }) => ({
    words,
    sources: [...new Set(articles.map(({ source }) => source))],
    at: new Date(Math.max(...articles.map(({ publishedAt }) => publishedAt.getTime()))),
  }));
}

function isSame(one: Mark, other: Mark): boolean {
  if (one.value !== undefined || other.value !== undefined)
    return one.value === other.value && one.unit === other.unit;
  return one.text === other.text || (isName(one) && isName(other) && isPartOf(one.text, other.text));
}

function isName({ kind }: Mark): boolean {
  return kind === 'name' || kind === 'place';
}

/** "Macron" is "Emmanuel Macron". */
function isPartOf(one: string, other: string): boolean {
  const [few = [], many = []] = [one.split(' '), other.split(' ')].toSorted((a, b) => a.length - b.length);
  return few.every((word) => many.includes(word));
}

function contradicts(one: Mark | undefined, other: Mark): boolean {
  return one?.value !== undefined && other.value !== undefined && one.unit === other.unit;
}

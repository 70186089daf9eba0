import type { LanguageTag } from '../language/language.ts';
import type { Evidence } from './answer.ts';

/** With this much of what the best sentence of its story is worth, one in the reader's language is quoted before it. */
const nearly = 0.7;

/** Puts what a story's articles in the reader's language say in the place of the others', where it tells nearly as much. */
export function preferLanguage(evidence: readonly Evidence[], language: LanguageTag): readonly Evidence[] {
  const isOwn = ({ article }: Evidence) => article.language === language;
  const [best, bestOwn] = [bestOf(evidence), bestOf(evidence.filter(isOwn))];
  const raised = evidence.map((entry) => {
    const [highest, own] = [best.get(entry.story) ?? 0, bestOwn.get(entry.story) ?? 0];
    if (!isOwn(entry) || own < nearly * highest) return entry;
    return { ...entry, score: highest * (entry.score / own) };
  });
  return raised.toSorted(
    (one, other) => other.score - one.score || Number(isOwn(other)) - Number(isOwn(one)),
  );
}

/** The best score of each story. */
function bestOf(evidence: readonly Evidence[]): ReadonlyMap<string, number> {
  const best = new Map<string, number>();
  for (const { story, score } of evidence) best.set(story, Math.max(score, best.get(story) ?? 0));
  return best;
}

import type { LanguageTag } from '../language/language.ts';
import type { Evidence } from './answer.ts';

/** With this much of what the best sentence of its story is worth, one in the reader's language is quoted before it. */
const nearly = 0.65;
/** With this much of what the best sentence of all is worth, one of another story is. */
const hardlyLess = 0.95;

/**
 * Puts what a story's articles in the reader's language say in the place of the others', where it tells nearly as much, and what other
 * stories' articles in it say before the best of all, where that tells hardly more.
 */
export function preferLanguage<entry extends { readonly evidence: Evidence }>(
  entries: readonly entry[],
  language: LanguageTag,
): readonly entry[] {
  const isOwn = ({ evidence }: entry) => evidence.article.language === language;
  const [bests, ownBests] = [bestOf(entries), bestOf(entries.filter(isOwn))];
  const raised = entries.map((entry) => {
    const { evidence } = entry;
    const [best, own] = [bests.get(evidence.story), ownBests.get(evidence.story)];
    if (!isOwn(entry) || best === undefined || own === undefined) return entry;
    // A number of what is asked about isn't displaced by one of something else.
    if (own.score < nearly * best.score || (counts(best) && !counts(own))) return entry;
    return withScore(entry, best.score * (evidence.score / own.score));
  });
  const [highest, own] = [highestOf(raised), highestOf(raised.filter(isOwn))];
  const rise = own > 0 && own >= hardlyLess * highest ? highest / own : 1;
  const risen = raised.map((entry) => (isOwn(entry) ? withScore(entry, entry.evidence.score * rise) : entry));
  return risen.toSorted(
    (one, other) => other.evidence.score - one.evidence.score || Number(isOwn(other)) - Number(isOwn(one)),
  );
}

function withScore<entry extends { readonly evidence: Evidence }>(entry: entry, score: number): entry {
  return { ...entry, evidence: { ...entry.evidence, score } };
}

function highestOf(entries: readonly { readonly evidence: Evidence }[]): number {
  return Math.max(0, ...entries.map(({ evidence }) => evidence.score));
}

/** The best evidence of each story. */
function bestOf(entries: readonly { readonly evidence: Evidence }[]): ReadonlyMap<string, Evidence> {
  const best = new Map<string, Evidence>();
  for (const { evidence } of entries)
    if (evidence.score > (best.get(evidence.story)?.score ?? 0)) best.set(evidence.story, evidence);
  return best;
}

/** True where what is marked counts what was asked about. */
function counts({ mark }: Evidence): boolean {
  return mark?.unit?.endsWith('asked') === true;
}

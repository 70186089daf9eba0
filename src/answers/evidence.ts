import type { MatchedArticle } from './matching.ts';

/** What speaks for a sentence as evidence; each from 0 to 1. */
export const weights = {
  document: 0.2,
  wide: 0.2,
  title: 0.08,
  lacksNumber: -0.06,
  local: 0.1,
  localWide: 0.1,
  akin: 0.1,
  synonym: 0.05,
  before: 0.1,
  beforeWide: 0.06,
  titleOnly: 0.08,
  dense: 0.05,
  x1: 0,
  x2: 0,
  x3: 0,
  x4: 0,
  x5: 0,
  x6: 0,
};
export type Signal = keyof typeof weights;

const saturation = 0.8;
const lengthNormalisation = 0.75;
const titleBoost = 3;
const soft = 0.5;

export function evidenceIn({
  article,
  worth,
  isNumber,
  meanLength,
}: {
  article: MatchedArticle;
  worth: readonly number[];
  isNumber: readonly boolean[];
  meanLength: number;
}) {
  const { title, sentences, length } = article;
  const whole = worth.reduce((a, b) => a + b, 0);
  const share = (fits: (concept: number) => boolean) =>
    worth.reduce((sum, value, concept) => (fits(concept) ? sum + value : sum), 0) / whole;
  const counts = worth.map((_, c) =>
    sentences.reduce((n, { sequence }) => n + sequence.filter((x) => x === c).length, 0),
  );
  const holding = worth.map((_, c) => sentences.filter(({ exact }) => exact.has(c)).length);
  const softly = worth.map(
    (_, c) => sentences.filter(({ akin, synonyms }) => akin.has(c) || synonyms.has(c)).length,
  );
  const norm =
    saturation * (1 - lengthNormalisation + (lengthNormalisation * length) / Math.max(1, meanLength));
  const saturated = (count: number) => count / (count + norm);
  const bm = (w: number) =>
    worth.reduce((sum, value, c) => {
      const n = (counts[c] ?? 0) + (title.has(c) ? titleBoost : 0);
      return sum + value * (n > 0 ? saturated(n) : w * saturated(softly[c] ?? 0));
    }, 0) / whole;
  const document = bm(0),
    wide = bm(soft);
  const local = worth.map(
    (value, c) =>
      value * Math.log(1 + (sentences.length - (holding[c] ?? 0) + 0.5) / ((holding[c] ?? 0) + 0.5)),
  );
  const localFound = local.reduce((sum, v, c) => ((holding[c] ?? 0) > 0 ? sum + v : sum), 0) || 1;
  const localAll = local.reduce((a, b) => a + b, 0) || 1;
  const lacks = isNumber.some((is, c) => is && !title.has(c) && counts[c] === 0) ? 1 : 0;
  const titleShare = share((c) => title.has(c));
  const onlyTitle = title.size > 0 && sentences.every((s) => s.exact.size === 0);
  return sentences.flatMap((s, index) => {
    const prev = sentences[index - 1];
    if (
      s.exact.size + s.akin.size + s.synonyms.size === 0 &&
      !(onlyTitle && index === 0) &&
      !((prev?.exact.size ?? 0) > 0)
    )
      return [];
    const here = (c: number) => s.exact.has(c) || s.akin.has(c) || s.synonyms.has(c);
    const before = (c: number) => prev?.exact.has(c) ?? false;
    const beforeSoft = (c: number) => (prev?.akin.has(c) || prev?.synonyms.has(c)) ?? false;
    const lsum = (fits: (c: number) => boolean) => local.reduce((sum, v, c) => (fits(c) ? sum + v : sum), 0);
    const next = sentences[index + 1];
    const signals = {
      document,
      wide,
      title: titleShare,
      lacksNumber: lacks,
      local: lsum((c) => s.exact.has(c)) / localFound,
      localWide: lsum(here) / localAll,
      akin: share((c) => s.akin.has(c)),
      synonym: share((c) => s.synonyms.has(c)),
      before: share((c) => !here(c) && before(c)),
      beforeWide: share((c) => !here(c) && !before(c) && beforeSoft(c)),
      titleOnly: share((c) => !here(c) && !before(c) && title.has(c)),
      dense: density(s.sequence, s.exact) * share((c) => s.exact.has(c)),
      x1: share((c) => s.exact.has(c)),
      x2: lsum((c) => !here(c) && (before(c) || beforeSoft(c))) / localAll,
      x3: lsum((c) => !here(c) && (next?.exact.has(c) ?? false)) / localAll,
      x4: share((c) => (counts[c] ?? 0) > 0 || title.has(c)),
      x5: lsum((c) => s.exact.has(c)) / localAll,
      x6:
        lsum((c) => here(c)) /
        (local.reduce((sum, v, c) => ((holding[c] ?? 0) + (softly[c] ?? 0) > 0 ? sum + v : sum), 0) || 1),
    };
    return [{ index, signals }];
  });
}

function density(sequence: readonly (number | undefined)[], exact: ReadonlySet<number>): number {
  if (exact.size < 2) return 0;
  const counts = new Map<number, number>();
  let shortest = Infinity;
  let start = 0;
  for (const [end, c] of sequence.entries()) {
    if (c !== undefined) counts.set(c, (counts.get(c) ?? 0) + 1);
    while (counts.size === exact.size) {
      shortest = Math.min(shortest, end - start + 1);
      const first = sequence[start];
      if (first !== undefined) {
        const n = (counts.get(first) ?? 0) - 1;
        if (n === 0) counts.delete(first);
        else counts.set(first, n);
      }
      start += 1;
    }
  }
  return exact.size / shortest;
}

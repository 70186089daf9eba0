import { fold, words } from '../language/index.ts';
import type { LanguageTag } from '../language/language.ts';
import type { Statement } from '../stories/statements.ts';

/** A quotation of a story, and who else prints it. */
export interface KeyQuotation extends Statement {
  readonly also: readonly Statement[];
}

/** What makes a quotation tell something of its story. */
const weights = { speaker: 1, printed: 0.5, language: 1, whole: 0.3, place: 0.3, length: 0.3 };
/** Words of a quotation that says enough, and that is still short. */
const enough = 8;
const mostWords = 60;
/** The worth of a place is halved after this many UTF-16 units of the text. */
const halfPlace = 1500;

/**
 * The quotations that tell most of a story, best first: of somebody who is named, printed by several papers, in the reader's
 * language; everybody speaks once before anybody speaks twice.
 */
export function keyQuotations(
  statements: readonly Statement[],
  language: LanguageTag,
): readonly KeyQuotation[] {
  const same = Map.groupBy(statements, ({ text, mark }) =>
    words(text.slice(mark.start, mark.end))
      .map(({ word }) => fold(word))
      .join(' '),
  );
  const weighed = [...same].flatMap(([key, all]) => {
    const [first, ...others] = all.toSorted(
      (one, other) => Number(one.speaker === undefined) - Number(other.speaker === undefined),
    );
    const count = key.split(' ').length;
    if (first === undefined || count > mostWords) return [];
    const also = others.filter(
      ({ article }, index) =>
        article.id !== first.article.id &&
        others.findIndex((each) => each.article.id === article.id) === index,
    );
    const worth =
      (first.speaker === undefined ? 0 : weights.speaker) +
      (also.length > 0 ? weights.printed : 0) +
      (first.article.language === language ? weights.language : 0) +
      (first.mark.start === 0 ? weights.whole : 0) +
      weights.place * 2 ** (-first.start / halfPlace) +
      weights.length * Math.min(1, count / enough);
    return [{ quotation: { ...first, also }, worth }];
  });
  const ordered = weighed.toSorted((one, other) => other.worth - one.worth).map(({ quotation }) => quotation);
  const turns = new Map<string, number>();
  const placed = ordered.map((quotation) => {
    const name = lastWord(quotation.speaker ?? '');
    const turn = turns.get(name) ?? 0;
    turns.set(name, turn + 1);
    return { quotation, turn };
  });
  return placed.toSorted((one, other) => one.turn - other.turn).map(({ quotation }) => quotation);
}

function lastWord(name: string): string {
  return fold(words(name).at(-1)?.word ?? '');
}

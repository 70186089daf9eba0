import type { Token } from '../language/index.ts';
import type { Candidate } from '../stories/store.ts';
import type { Evidence } from './answer.ts';
import { wordQuestion } from './wording.ts';
import type { FindCompounds } from './wording.ts';

/** Where an article speaks of a word of the question: in the sentence shown, in one beside it, in its title, elsewhere, or not at all. */
export type Place = 'sentence' | 'beside' | 'title' | 'article' | 'nowhere';

/** Why a sentence was shown for a question. */
export interface Explanation {
  readonly evidence: Evidence;
  /** The telling words of the question in their order, as they were written. */
  readonly words: readonly { readonly word: string; readonly place: Place }[];
  /** From this score on, evidence is taken for an answer. */
  readonly enough: number;
}

/**
 * Finds for each word of a question where an article speaks of it.
 * @param question the text that the tokens are from
 * @param index of the sentence that is shown
 */
export async function placeWords(
  question: string,
  tokens: readonly Token[],
  { article, analysis }: Candidate,
  index: number,
  findCompounds: FindCompounds,
): Promise<Explanation['words']> {
  const sentences = analysis.sentences.map(({ terms }) => new Set(terms.split(' ')));
  const title = new Set(analysis.title.split(' '));
  const speaks = (at: number, terms: readonly string[]) => terms.some((term) => sentences[at]?.has(term));
  const placeOf = (terms: readonly string[]): Place => {
    if (speaks(index, terms)) return 'sentence';
    if (speaks(index - 1, terms) || speaks(index + 1, terms)) return 'beside';
    if (terms.some((term) => title.has(term))) return 'title';
    return sentences.some((_, at) => speaks(at, terms)) ? 'article' : 'nowhere';
  };
  const placed = tokens.map(async (token) => {
    const { concepts } = await wordQuestion([token], article.language, 1, findCompounds);
    return {
      word: question.slice(token.start, token.end),
      place: placeOf(concepts.flatMap(({ terms }) => terms)),
    };
  });
  return Promise.all(placed);
}

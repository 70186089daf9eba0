import type { Candidate } from '../stories/store.ts';
import type { Evidence } from './answer.ts';
import { createMatcher } from './matching.ts';
import type { MatchedArticle, MatchedSentence } from './matching.ts';
import { conceptsByTerm } from './wording.ts';
import type { AskedWord, Wording } from './wording.ts';

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
 * Finds for each word of a question where an article speaks of it: by itself, or by words akin to it.
 * @param question the text that the words are from
 * @param index of the sentence that is shown
 * @param wordOne words a question of one word for the article's language
 */
export async function placeWords(
  question: string,
  asked: readonly AskedWord[],
  candidate: Candidate,
  index: number,
  wordOne: (word: AskedWord) => Promise<Wording>,
): Promise<Explanation['words']> {
  const placed = asked.map(async (word) => {
    const { concepts } = await wordOne(word);
    const match = createMatcher({ concepts, conceptOf: conceptsByTerm(concepts), unseen: [] });
    return { word: question.slice(word.start, word.end), place: placeIn(match(candidate), index) };
  });
  return Promise.all(placed);
}

function placeIn({ sentences, title }: MatchedArticle, index: number): Place {
  if (speaks(sentences[index])) return 'sentence';
  if (speaks(sentences[index - 1]) || speaks(sentences[index + 1])) return 'beside';
  if (title.size > 0) return 'title';
  return sentences.some(speaks) ? 'article' : 'nowhere';
}

function speaks(sentence: MatchedSentence | undefined): boolean {
  return sentence !== undefined && sentence.exact.size + sentence.loose.size > 0;
}

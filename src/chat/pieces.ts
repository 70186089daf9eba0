import { sentences } from '../language/index.ts';
import type { LanguageTag } from '../language/language.ts';

/**
 * Cuts a text where it may be broken: behind its sentences, and behind the words of those that are longer than `longest` UTF-16 units.
 * Together the pieces are the text.
 */
export function piecesOf(text: string, language: LanguageTag, longest: number): readonly string[] {
  const starts = sentences(text, language).map(({ start }) => start);
  const cuts = [0, ...starts.slice(1), text.length];
  return cuts
    .slice(1)
    .map((end, index) => text.slice(cuts[index], end))
    .flatMap((sentence) => (sentence.length <= longest ? sentence : wordsOf(sentence, longest)))
    .filter((piece) => piece !== '');
}

/** The beginning of a text that `fits`, cut between words and with an ellipsis; the text itself where all of it fits. */
export function beginningOf(text: string, fits: (beginning: string) => boolean): string {
  if (fits(text)) return text;
  const words = text.split(/(?<=\s)/u);
  let beginning = '';
  for (const word of words.length > 1 ? words : [...text]) {
    if (!fits(`${(beginning + word).trimEnd()}…`)) break;
    beginning += word;
  }
  if (beginning === '' && words.length > 1)
    return beginningOf(words[0]?.trimEnd() ?? '', (some) => fits(some.endsWith('…') ? some : `${some}…`));
  return `${beginning.trimEnd()}…`;
}

/** Words, put together for as long as they fit; a word that is too long alone is cut between characters. */
function wordsOf(sentence: string, longest: number): readonly string[] {
  const pieces: string[] = [];
  let piece = '';
  const parts = sentence.split(/(?<=\s)/u).flatMap((word) => (word.length <= longest ? word : [...word]));
  for (const part of parts) {
    if (piece.length + part.length > longest) {
      pieces.push(piece);
      piece = '';
    }
    piece += part;
  }
  return [...pieces, piece];
}

import type { LanguageTag, Lexicon, Token, Translated } from '../language/index.ts';

/** A word of a question. */
export interface AskedWord extends Token {
  /** As it was written; else it is told as it is. */
  readonly written?: string;
  /** Of a verb whose prefix stands apart from it, what both may be together: "stattfinden" of "fand". */
  readonly wholes?: readonly string[];
  /** True where it is written like a name: with a capital that no beginning of a sentence explains. */
  readonly isName?: boolean;
}

/** Translates words of a question; a verb together with what is separated from it, where that is known, else alone. */
export function translateAsked(
  asked: readonly AskedWord[],
  lexicon: Lexicon,
  from: LanguageTag,
  to: LanguageTag,
): readonly Translated[] {
  const joined = asked.flatMap(({ wholes = [] }, at) =>
    wholes
      .flatMap((whole) => lexicon.translate([whole], from, to))
      .filter(({ share, isGuess }) => share === 1 && !isGuess)
      .map((each) => ({ ...each, from: at })),
  );
  const alone = lexicon.translate(
    asked.map(({ word }) => word),
    from,
    to,
  );
  return [...joined, ...alone.filter((each) => !joined.some(({ from }) => from === each.from))];
}

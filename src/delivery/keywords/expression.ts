/** What a filter looks for: words and phrases, and how they are joined. */
export type Keywords =
  | KeywordTerm
  | { readonly kind: 'and' | 'or'; readonly of: readonly Keywords[] }
  | { readonly kind: 'not'; readonly of: Keywords };

/** Words that follow one another in a text; mostly one. */
export interface KeywordTerm {
  readonly kind: 'term';
  /** As typed, without quotation marks. */
  readonly typed: string;
  readonly isQuoted: boolean;
  readonly words: readonly KeywordWord[];
}

/** One word of a term. */
export interface KeywordWord {
  /** Lower case with its accents, as `words` gives it. */
  readonly word: string;
  readonly folded: string;
  /** True for "word*", which stands for all words that begin with it. */
  readonly isPrefix: boolean;
}

export type { KeywordTerm, KeywordWord, Keywords } from './keywords/expression.ts';
export { formatKeywords } from './keywords/format.ts';
export { matches, readArticleWords } from './keywords/match.ts';
export type { ArticleWords } from './keywords/match.ts';
export { parseKeywords } from './keywords/parse.ts';

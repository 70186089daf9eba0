import { UserError } from '../../errors.ts';
import { fold, languages, languageTags, words } from '../../language/index.ts';
import type { OperatorWords } from '../../language/index.ts';
import type { KeywordTerm } from './expression.ts';

/** A piece of a filter as it was typed. */
export type KeywordToken =
  | { readonly kind: Sign }
  /** A word that joins; `isLoud` where it is in capitals, else it may be a word like others. */
  | {
      readonly kind: 'word';
      readonly operator: Operator;
      readonly isLoud: boolean;
      readonly term: KeywordTerm;
    }
  | KeywordTerm;

type Sign = 'open' | 'close' | 'list' | 'and' | 'or' | 'not' | 'need';
type Operator = keyof OperatorWords;

const operators: readonly Operator[] = ['and', 'or', 'not'];
const operatorOf: ReadonlyMap<string, Operator> = new Map(
  operators.flatMap((operator) =>
    languageTags.flatMap((tag) =>
      languages[tag].operators[operator].map((word) => [word, operator] as const),
    ),
  ),
);
const signs: ReadonlyMap<string, Sign> = new Map([
  ['(', 'open'],
  [')', 'close'],
  [',', 'list'],
  [';', 'list'],
  ['&', 'and'],
  ['|', 'or'],
  ['-', 'not'],
  ['–', 'not'],
  ['−', 'not'],
  ['+', 'need'],
]);
/** Which marks end a quotation, by the one that begins it. */
const quotations: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['“', '”"'],
  ['„', '“”"'],
  ['«', '»'],
  ['»', '«'],
]);
/** "AT&T" is one word. */
const chunk = /\p{Lu}{1,2}&\p{Lu}(?![\p{L}\p{N}])|[^\s(),;&|"“”„«»]+/uy;
/** "a - b" doesn't say what it means: the sign belongs to what it touches. */
const loose = /[-–−+](?=[\s),;&|]|$)/y;

/** @throws {UserError} for a quotation without its end, and for what holds no word */
export function tokenize(expression: string): readonly KeywordToken[] {
  const tokens: KeywordToken[] = [];
  const matchAt = (pattern: RegExp, at: number) => {
    pattern.lastIndex = at;
    return pattern.exec(expression)?.[0] ?? '';
  };
  for (let at = 0; at < expression.length;) {
    const character = expression.charAt(at);
    const sign = signs.get(character);
    if (sign !== undefined) {
      if (matchAt(loose, at) !== '') throw new UserError('errors.keywords.dangling');
      // "&&" and "||" mean what "&" and "|" mean.
      at += matchAt(/&&|\|\|/y, at).length || 1;
      tokens.push({ kind: sign });
    } else if (quotations.has(character)) {
      const end = endOfQuotation(expression, at);
      tokens.push(termOf(expression.slice(at + 1, end), { isQuoted: true }));
      at = end + 1;
    } else {
      const typed = matchAt(chunk, at);
      if (typed !== '') tokens.push(wordOf(typed));
      else if (/\S/.test(character)) throw new UserError('errors.keywords.quotation');
      at += typed.length || 1;
    }
  }
  return tokens;
}

function endOfQuotation(expression: string, start: number): number {
  const ends = quotations.get(expression.charAt(start)) ?? '';
  for (let at = start + 1; at < expression.length; at++) if (ends.includes(expression.charAt(at))) return at;
  throw new UserError('errors.keywords.quotation');
}

function wordOf(typed: string): KeywordToken {
  const operator = operatorOf.get(fold(typed));
  // Where such a word turns out to be one to look for, it is shown in quotation marks.
  const term = termOf(typed, { isQuoted: operator !== undefined });
  return operator === undefined
    ? term
    : { kind: 'word', operator, isLoud: typed === typed.toUpperCase(), term };
}

function termOf(typed: string, { isQuoted }: Pick<KeywordTerm, 'isQuoted'>): KeywordTerm {
  const isPrefix = !isQuoted && typed.endsWith('*');
  const found = words(isPrefix ? typed.slice(0, -1) : typed);
  const last = found.at(-1);
  const isShort = isPrefix && (last === undefined || last.word.length < 2);
  if (last === undefined || isShort || (!isQuoted && typed.slice(0, -1).includes('*')))
    throw new UserError('errors.keywords.unreadable', { part: typed });
  return {
    kind: 'term',
    typed: typed.replaceAll('"', ' ').trim(),
    isQuoted,
    words: found.map((token) => ({
      word: token.word,
      folded: fold(token.word),
      isPrefix: isPrefix && token === last,
    })),
  };
}

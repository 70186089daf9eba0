import { UserError } from '../../errors.ts';
import type { Keywords } from './expression.ts';
import { tokenize } from './tokens.ts';
import type { KeywordToken } from './tokens.ts';

/** Characters of an expression. */
const longest = 500;
/** Words in it. */
const most = 50;
/** Parentheses within parentheses. */
const deepest = 20;

/** A part of an expression, and whether a "+" stands before it. */
interface Part {
  readonly keywords: Keywords;
  readonly isNeeded: boolean;
}

/**
 * Reads what a filter looks for: words (all of them, or with commas between any of them), "phrases", beginnings of words
 * ("elect*"), "-" or NOT before what must not be there, AND, OR (or "&", "|") and parentheses; AND binds closer than OR, and
 * OR closer than the comma. The joining words are those of any language Kiosk speaks; in small letters they join only where
 * something stands on both sides. In a list with commas, "+" marks what all of it needs, and "-" what none of it may hold.
 * @throws {UserError} says what is wrong with it
 */
export function parseKeywords(expression: string): Keywords {
  if (expression.length > longest)
    throw new UserError('errors.keywords.tooLong', { count: expression.length, maximum: longest });
  const tokens = tokenize(expression);
  if (tokens.length === 0) throw new UserError('errors.keywords.empty');
  const parser = createParser(tokens);
  const keywords = parser.list();
  if (!parser.isAtEnd()) throw new UserError('errors.keywords.parenthesis');
  const count = countWords(keywords);
  if (count > most) throw new UserError('errors.keywords.tooMany', { count, maximum: most });
  if (holdsInNothing(keywords)) throw new UserError('errors.keywords.onlyNot');
  return keywords;
}

function createParser(tokens: readonly KeywordToken[]) {
  let at = 0;
  let depth = 0;

  const isAtEnd = () => at >= tokens.length;
  const endsAt = (index: number) => {
    const kind = tokens[index]?.kind;
    return kind === undefined || kind === 'close' || kind === 'list' || kind === 'or' || kind === 'and';
  };
  /** What a token means where an operand has just ended: small words join only with something behind them. */
  const joins = (operator: 'and' | 'or') => {
    const token = tokens[at];
    if (token?.kind === operator) return true;
    if (token?.kind !== 'word' || token.operator !== operator) return false;
    return token.isLoud || !endsAt(at + 1);
  };

  function list(): Keywords {
    const parts: Part[] = [];
    for (;;) {
      while (tokens[at]?.kind === 'list') at++;
      if (isAtEnd() || tokens[at]?.kind === 'close') break;
      parts.push(either());
      if (tokens[at]?.kind !== 'list') break;
    }
    if (parts.length === 0) throw new UserError('errors.keywords.empty');
    const [first] = parts;
    if (first !== undefined && parts.length === 1) return first.keywords;
    const bound = parts.filter((part) => part.isNeeded || isNegative(part.keywords));
    const free = parts.filter((part) => !bound.includes(part)).map(({ keywords }) => keywords);
    return join('and', [
      ...(free.length > 0 ? [join('or', free)] : []),
      ...bound.map(({ keywords }) => keywords),
    ]);
  }

  function either(): Part {
    const parts = [all()];
    while (joins('or')) {
      at++;
      parts.push(all());
    }
    return joinParts('or', parts);
  }

  function all(): Part {
    const parts = [operand()];
    while (!isAtEnd() && !joins('or')) {
      const kind = tokens[at]?.kind;
      if (kind === 'close' || kind === 'list') break;
      if (joins('and')) at++;
      parts.push(operand());
    }
    return joinParts('and', parts);
  }

  function operand(): Part {
    const token = tokens[at];
    at++;
    switch (token?.kind) {
      case 'term':
        return { keywords: token, isNeeded: false };
      case 'not':
        return { keywords: negate(operand().keywords), isNeeded: false };
      case 'need':
        return { keywords: operand().keywords, isNeeded: true };
      case 'open':
        return { keywords: nested(), isNeeded: false };
      case 'word':
        return { keywords: word(token), isNeeded: false };
      case 'close':
        throw new UserError('errors.keywords.parenthesis');
      default:
        throw new UserError('errors.keywords.dangling');
    }
  }

  function word(token: KeywordToken & { readonly kind: 'word' }): Keywords {
    if (token.operator === 'not' && !endsAt(at)) return negate(operand().keywords);
    if (token.isLoud) throw new UserError('errors.keywords.dangling');
    return token.term;
  }

  function nested(): Keywords {
    depth++;
    if (depth > deepest) throw new UserError('errors.keywords.tooDeep', { maximum: deepest });
    const keywords = list();
    if (tokens[at]?.kind !== 'close') throw new UserError('errors.keywords.parenthesis');
    at++;
    depth--;
    return keywords;
  }

  return { list, isAtEnd };
}

function joinParts(kind: 'and' | 'or', parts: readonly Part[]): Part {
  const [first] = parts;
  if (first !== undefined && parts.length === 1) return first;
  return {
    keywords: join(
      kind,
      parts.map(({ keywords }) => keywords),
    ),
    isNeeded: false,
  };
}

function join(kind: 'and' | 'or', parts: readonly Keywords[]): Keywords {
  const of = parts.flatMap((part) => (part.kind === kind ? part.of : [part]));
  const [first] = of;
  return first !== undefined && of.length === 1 ? first : { kind, of };
}

function negate(keywords: Keywords): Keywords {
  return keywords.kind === 'not' ? keywords.of : { kind: 'not', of: keywords };
}

function isNegative(keywords: Keywords): boolean {
  return keywords.kind === 'not' || (keywords.kind === 'and' && keywords.of.every(isNegative));
}

function countWords(keywords: Keywords): number {
  const parts = keywords.kind === 'term' ? [] : keywords.kind === 'not' ? [keywords.of] : keywords.of;
  const own = keywords.kind === 'term' ? keywords.words.length : 0;
  return parts.reduce((sum, part) => sum + countWords(part), own);
}

/** True where an article without any of the words matches: such a filter says only what it doesn't want. */
function holdsInNothing(keywords: Keywords): boolean {
  if (keywords.kind === 'term') return false;
  if (keywords.kind === 'not') return !holdsInNothing(keywords.of);
  return keywords.kind === 'and' ? keywords.of.every(holdsInNothing) : keywords.of.some(holdsInNothing);
}

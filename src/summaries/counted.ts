import { fold, languages, mentionsIn, termOf, words } from '../language/index.ts';
import type { LanguageTag, Token } from '../language/index.ts';
import type { Range } from '../language/language.ts';

/** A number in a sentence with what it counts. */
export interface Counted extends Range {
  readonly value: number;
  /** The stem of what is counted, or the kind of share or sum. */
  readonly unit: string;
  /** What is counted, lower case with its accents; of shares and sums undefined. */
  readonly noun?: string;
}

const capital = /^\p{Lu}/u;
const plural = /s$/;
const space = /^[ \u00a0\u202f]$/;
/** Words between a number and the noun it counts, the noun included. */
const mostWords = 3;
/** Words that only join what is counted. */
const noUnits: ReadonlySet<string> = new Set(['mal', 'fois', 'times']);

/** The numbers of a sentence with what they count; what is a date, or counts nothing that is named, is left out. */
export function countedIn(sentence: string, language: LanguageTag): readonly Counted[] {
  const tokens = words(sentence);
  return mentionsIn(sentence, language).flatMap((mention): readonly Counted[] => {
    const { kind, value, start, end } = mention;
    if (value === undefined || value === 1) return [];
    if (kind === 'money') return [{ start, end, value, unit: 'money' }];
    if (kind === 'share') return [{ start, end, value, unit: 'percent' }];
    if (kind !== 'number') return [];
    const noun = nounAfter(sentence, tokens, end, language);
    const unit = noun && termOf(noun.word, language);
    if (noun === undefined || unit === undefined || noUnits.has(fold(noun.word))) return [];
    return [{ start, end: noun.end, value, unit, noun: noun.word }];
  });
}

/** The noun that a number counts: "14 days", "two crew members", "sieben verletzte Menschen". */
function nounAfter(
  sentence: string,
  tokens: readonly Token[],
  end: number,
  language: LanguageTag,
): Token | undefined {
  const { stopWords, mentions } = languages[language];
  const first = tokens.findIndex(({ start }) => start >= end);
  const follows = (at: number) => {
    const token = tokens[at];
    const before = at === first ? end : (tokens[at - 1]?.end ?? end);
    return (
      token !== undefined &&
      space.test(sentence.slice(before, token.start)) &&
      !stopWords.has(fold(token.word))
    );
  };
  if (first === -1 || !follows(first)) return undefined;
  if (mentions.capitalNouns) {
    for (let at = first; at < first + mostWords && follows(at); at += 1)
      if (capital.test(sentence.slice(tokens[at]?.start))) return tokens[at];
    return undefined;
  }
  const [noun, next] = [tokens[first], tokens[first + 1]];
  const isPair =
    language === 'en' &&
    !plural.test(noun?.word ?? '') &&
    follows(first + 1) &&
    plural.test(next?.word ?? '');
  return isPair ? next : noun;
}

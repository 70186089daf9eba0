import { familyOf, fold, languages, termOf } from '../language/index.ts';
import type { LanguageTag, Lexicon, Token, Translated } from '../language/index.ts';
import type { ArticleStore, Compounds, Concept } from '../stories/store.ts';

/** A concept of a question with how much it counts; 1 for a word of the question itself. */
export interface WeightedConcept extends Concept {
  readonly weight: number;
  /** Terms of words that mean about the same; articles are not looked for by them. */
  readonly synonyms: readonly string[];
  /** True for what is written like a name. */
  readonly isName: boolean;
}

/** A word of a question. */
export interface AskedWord extends Token {
  /** True where it is written like a name: with a capital that no beginning of a sentence explains. */
  readonly isName?: boolean;
}

/** A question as one language's articles are asked it. */
export interface Wording {
  readonly language: LanguageTag;
  readonly concepts: readonly WeightedConcept[];
}

/** What the stored articles know of a word's compounds; see `ArticleStore.compounds`. */
export type FindCompounds = ArticleStore['compounds'];

/** What says a question's words in other languages, and in other words of its own. */
export interface Translating {
  readonly lexicon: Lexicon;
  /** The language of the words. */
  readonly from: LanguageTag;
}

/** How much a part of a compound counts beside the compound itself. */
const partWeight = 0.5;
const shortestPart = 4;
/** Translations of a word whose compounds are looked for, the most usual. */
const widened = 2;
/** How much a word counts that questions say and answers seldom repeat ("the name of"). */
const frameWeight = 0.4;
const none: readonly string[] = [];
const noCompounds: Compounds = { wholes: none, parts: none };

/**
 * Words a question for one language's articles: its stems, what they are called in that language where it is another, and the
 * compounds that hold them or that they are made of. What a word may be called is one concept, however much there is of it.
 */
export async function wordQuestion(
  asked: readonly AskedWord[],
  language: LanguageTag,
  weight: number,
  findCompounds: FindCompounds,
  translating?: Translating,
): Promise<Wording> {
  const { lexicon, from = language } = translating ?? {};
  const concepts = new Map<string, WeightedConcept>();
  const add = (terms: readonly string[], share: number, { isName = false, synonyms = none } = {}) => {
    const [first] = terms;
    if (first !== undefined && !concepts.has(first))
      concepts.set(first, { terms: [...new Set(terms)], weight: weight * share, synonyms, isName });
  };
  const glued = languages[language].compoundLinks !== undefined;
  const compoundsOf = async (word: string): Promise<Compounds> =>
    glued && word.length >= shortestPart ? findCompounds(language, fold(word)) : noCompounds;
  /** What is said with one word, and the compounds of the most usual ways. */
  const widen = async (found: Translated) => {
    const single = found.translations.filter(({ terms }) => terms.length === 1);
    const wider = await Promise.all(single.slice(0, widened).map(({ word }) => compoundsOf(word ?? '')));
    return { found, single, wider };
  };
  const termsOf = (words: readonly string[]) => words.flatMap((word) => termOf(word, language) ?? []);
  const translated = lexicon?.translate(
    asked.map(({ word }) => word),
    from,
    language,
  );
  // Topics that channels follow are words alone: they ask for nothing.
  const frames = translating === undefined ? none : languages[from].asking.frames;
  // Asked for all words at once: each answer takes its way between threads.
  const readings = await Promise.all(
    asked.map(async (token, at) => {
      const own = (translated ?? []).filter(({ from }) => from === at);
      const isSpoken = termOf(token.word, language) !== undefined && !isCovered(translated ?? [], at);
      const [compounds, ...said] = await Promise.all([
        isSpoken ? compoundsOf(token.word) : noCompounds,
        ...own.map((found) => widen(found)),
      ]);
      return { token, said, isSpoken, compounds };
    }),
  );
  const parts: string[] = [];
  for (const { token, said, isSpoken, compounds } of readings) {
    const { word, isName = false } = token;
    const share = frames.includes(fold(word)) ? frameWeight : 1;
    for (const { found, single, wider } of said) {
      const own = found.count === 1 && found.share === 1 ? termsOf([word]) : none;
      const others = single.flatMap(({ terms, word }) =>
        word === undefined ? terms : [...terms, ...familyOf(word, language)],
      );
      const wholes = termsOf(wider.flatMap(({ wholes }) => wholes));
      add([...own, ...others, ...wholes], share * found.share, { isName });
      const several = found.translations.find(({ terms }) => terms.length > 1);
      if (several !== undefined && single.length === 0)
        for (const term of several.terms)
          add([term], (share * found.share) / several.terms.length, { isName });
    }
    if (!isSpoken) continue;
    const isOwn = from === language;
    const synonyms = isOwn ? lexicon?.synonyms(word, language) : none;
    add([...(isOwn ? familyOf(word, language) : termsOf([word])), ...termsOf(compounds.wholes)], share, {
      isName,
      synonyms,
    });
    parts.push(...compounds.parts);
  }
  for (const term of termsOf(parts)) add([term], partWeight);
  return { language, concepts: [...concepts.values()] };
}

/** True for a word that is a part of some that were translated together. */
function isCovered(translated: readonly Translated[], at: number): boolean {
  return translated.some(
    ({ from, count, share }) => share === 1 && count > 1 && at >= from && at < from + count,
  );
}

/** Which concept a term is; the first that it belongs to keeps it. */
export function conceptsByTerm(concepts: readonly WeightedConcept[]): ReadonlyMap<string, number> {
  const entries = concepts.flatMap(({ terms }, index) => terms.map((term) => [term, index] as const));
  return new Map(entries.toReversed());
}

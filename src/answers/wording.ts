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
  /** The words of the question that it is from, as they were written. */
  readonly asked: readonly string[];
  /** How its terms come from them. */
  readonly by: 'word' | 'part' | 'translation' | 'cognate';
}

/** A word of a question. */
export interface AskedWord extends Token {
  /** As it was written; else it is told as it is. */
  readonly written?: string;
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
  const add = (terms: readonly string[], share: number, from: Origin) => {
    const [first] = terms;
    const { synonyms = none, isName = false, asked, by } = from;
    if (first !== undefined && !concepts.has(first))
      concepts.set(first, {
        terms: [...new Set(terms)],
        weight: weight * share,
        synonyms,
        isName,
        asked,
        by,
      });
  };
  const writtenAt = (at: number, count = 1) =>
    asked.slice(at, at + count).map(({ word, written = word }) => written);
  const glued = languages[language].compoundLinks !== undefined;
  const compoundsOf = async (word: string): Promise<Compounds> =>
    glued && word.length >= shortestPart ? findCompounds(language, fold(word)) : { wholes: [], parts: [] };
  const termsOf = (words: readonly string[]) => words.flatMap((word) => termOf(word, language) ?? []);
  const translated = lexicon?.translate(
    asked.map(({ word }) => word),
    from,
    language,
  );
  // Topics that channels follow are words alone: they ask for nothing.
  const frames = translating === undefined ? none : languages[from].asking.frames;
  const parts: (readonly [string, Origin])[] = [];
  for (const [at, { word, isName = false }] of asked.entries()) {
    const share = frames.includes(fold(word)) ? frameWeight : 1;
    for (const found of translated ?? []) {
      if (found.from !== at) continue;
      const single = found.translations.filter(({ terms }) => terms.length === 1);
      const wider = await Promise.all(single.slice(0, widened).map(({ word }) => compoundsOf(word ?? '')));
      const own = found.count === 1 && found.share === 1 ? termsOf([word]) : none;
      const others = single.flatMap(({ terms, word }) =>
        word === undefined ? terms : [...terms, ...familyOf(word, language)],
      );
      const compounds = termsOf(wider.flatMap(({ wholes }) => wholes));
      const by = found.isGuess ? 'cognate' : 'translation';
      const origin = { isName, asked: writtenAt(at, found.count), by } as const;
      add([...own, ...others, ...compounds], share * found.share, origin);
      const several = found.translations.find(({ terms }) => terms.length > 1);
      if (several !== undefined && single.length === 0)
        for (const term of several.terms) add([term], (share * found.share) / several.terms.length, origin);
    }
    if (termOf(word, language) === undefined || isCovered(translated ?? [], at)) continue;
    const { wholes, parts: held } = await compoundsOf(word);
    const isOwn = from === language;
    const synonyms = (isOwn ? lexicon?.synonyms(word, language) : none) ?? none;
    add([...(isOwn ? familyOf(word, language) : termsOf([word])), ...termsOf(wholes)], share, {
      isName,
      synonyms,
      asked: writtenAt(at),
      by: 'word',
    });
    parts.push(...held.map((part) => [part, { asked: writtenAt(at), by: 'part' }] as const));
  }
  for (const [part, origin] of parts) add(termsOf([part]), partWeight, origin);
  return { language, concepts: [...concepts.values()] };
}

/** Where a concept comes from. */
type Origin = Pick<WeightedConcept, 'asked' | 'by'> & Partial<Pick<WeightedConcept, 'isName' | 'synonyms'>>;

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

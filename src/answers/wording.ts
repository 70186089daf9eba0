import { familyOf, fold, kinOf, languages, termOf } from '../language/index.ts';
import type { LanguageTag, Lexicon, Translated } from '../language/index.ts';
import type { ArticleStore, Compounds, Concept } from '../stories/store.ts';
import { translateAsked } from './asked-word.ts';
import type { AskedWord } from './asked-word.ts';

/** A concept of a question with how much it counts; 1 for a word of the question itself. */
export interface WeightedConcept extends Concept {
  readonly weight: number;
  /** Terms of words that mean about the same; articles are not looked for by them. */
  readonly synonyms: readonly string[];
  /** True for what is written like a name. */
  readonly isName: boolean;
  /** True for what questions say and answers seldom repeat ("the name of"). */
  readonly isFrame: boolean;
  /** The words of the question that it is from, as they were written. */
  readonly asked: readonly string[];
  /** Its terms that are forms of them; others are compounds and translations. */
  readonly forms: readonly string[];
  /** How its terms come from them. */
  readonly by: 'word' | 'part' | 'translation' | 'cognate';
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
/** How much a frame counts beside another word. */
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
  const translated = lexicon === undefined ? [] : translateAsked(asked, lexicon, from, language);
  const compoundsOf = compoundsIn(language, findCompounds);
  // Topics that channels follow are words alone: they ask for nothing.
  const frames = translating === undefined ? none : languages[from].asking.frames;
  const writtenAt = (at: number, count = 1) =>
    asked.slice(at, at + count).map(({ word, written = word }) => written);

  /** In German all nouns have a capital: a name is what is none of those that are known. */
  const isNamed = ({ word, isName = false }: AskedWord) =>
    isName && !(languages[from].mentions.capitalNouns && lexicon?.isCommon(word, from) === true);

  async function wordTranslated(at: number, { word }: AskedWord, share: number) {
    const found = translated.filter((each) => each.from === at);
    const concepts = await Promise.all(
      found.map(async (each) => {
        const by = each.isGuess ? 'cognate' : 'translation';
        const origin = { asked: writtenAt(at, each.count), by } as const;
        const called = await translatedConcepts(word, each, language, compoundsOf);
        return called.map(({ terms, share: of }) => plain(terms, share * of, origin));
      }),
    );
    return concepts.flat();
  }

  /** A word itself with the compounds that hold it, and those that it is made of. */
  async function wordItself(at: number, { word, wholes = none, isName = false }: AskedWord, share: number) {
    if (termOf(word, language) === undefined || isCovered(translated, at)) return { own: [], parts: [] };
    const compounds = await compoundsOf(word);
    const isOwn = from === language;
    const said = [word, ...wholes];
    // A capital makes it a noun in German, and of a noun's forms all have its stem.
    const isNoun = isName && languages[language].mentions.capitalNouns;
    const forms =
      isOwn && !isNoun ? said.flatMap((each) => familyOf(each, language)) : termsOf([word], language);
    const terms = [...forms, ...termsOf(compounds.wholes, language)];
    const own = {
      ...plain(terms, share, { asked: writtenAt(at), by: 'word' }),
      forms,
      synonyms: isOwn
        ? [...said.flatMap((each) => lexicon?.synonyms(each, language) ?? none), ...kinOf(word, language)]
        : none,
    };
    const origin = { asked: writtenAt(at), by: 'part' } as const;
    return {
      own: [own],
      parts: termsOf(compounds.parts, language).map((term) => plain([term], partWeight, origin)),
    };
  }

  // All at once: each answer about compounds takes its way between threads.
  const worded = await Promise.all(
    asked.map(async (token, at) => {
      const isFrame = frames.includes(fold(token.word));
      const share = isFrame ? frameWeight : 1;
      const [said, { own, parts }] = await Promise.all([
        wordTranslated(at, token, share),
        wordItself(at, token, share),
      ]);
      const isName = isNamed(token);
      return { said: [...said, ...own].map((concept) => ({ ...concept, isName, isFrame })), parts };
    }),
  );
  const all = [...worded.flatMap(({ said }) => said), ...worded.flatMap(({ parts }) => parts)];
  const concepts = distinct(all).map((concept) => ({ ...concept, weight: weight * concept.weight }));
  return { language, concepts };
}

/** Finds a word's compounds where the language has any. */
function compoundsIn(language: LanguageTag, find: FindCompounds): (word: string) => Promise<Compounds> {
  const glues = languages[language].compoundLinks !== undefined;
  return async (word) => (glues && word.length >= shortestPart ? find(language, fold(word)) : noCompounds);
}

/** What words are called in the language of some articles: one concept of single words, else those that it takes several of. */
async function translatedConcepts(
  word: string,
  { translations, count, share }: Translated,
  language: LanguageTag,
  compoundsOf: (word: string) => Promise<Compounds>,
): Promise<readonly { readonly terms: readonly string[]; readonly share: number }[]> {
  const single = translations.filter(({ terms }) => terms.length === 1);
  const wider = await Promise.all(single.slice(0, widened).map((each) => compoundsOf(each.word ?? '')));
  const own = count === 1 && share === 1 ? termsOf([word], language) : none;
  const called = single.flatMap((each) => [...each.terms, ...familyOf(each.word ?? '', language)]);
  const compounds = wider.flatMap(({ wholes }) => termsOf(wholes, language));
  const [several] = single.length === 0 ? translations : [];
  const each = several?.terms.map((term) => ({ terms: [term], share: share / several.terms.length })) ?? [];
  return [{ terms: [...own, ...called, ...compounds], share }, ...each];
}

function termsOf(words: readonly string[], language: LanguageTag): readonly string[] {
  return words.flatMap((word) => termOf(word, language) ?? []);
}

/** Where a concept comes from. */
type Origin = Pick<WeightedConcept, 'asked' | 'by'>;

function plain(terms: readonly string[], weight: number, origin: Origin): WeightedConcept {
  return {
    terms: [...new Set(terms)],
    weight,
    synonyms: none,
    forms: none,
    isName: false,
    isFrame: false,
    ...origin,
  };
}

/** One concept for each first term; the first that has it keeps it. */
function distinct(concepts: readonly WeightedConcept[]): readonly WeightedConcept[] {
  const byFirst = new Map<string, WeightedConcept>();
  for (const concept of concepts) {
    const [first] = concept.terms;
    if (first !== undefined && !byFirst.has(first)) byFirst.set(first, concept);
  }
  return [...byFirst.values()];
}

/** True for a word that is a part of some that were translated together. */
function isCovered(translated: readonly Translated[], at: number): boolean {
  return translated.some(({ from, count }) => count > 1 && at >= from && at < from + count);
}

/** Which concept a term is; the first that it belongs to keeps it. */
export function conceptsByTerm(concepts: readonly WeightedConcept[]): ReadonlyMap<string, number> {
  const entries = concepts.flatMap(({ terms }, index) => terms.map((term) => [term, index] as const));
  return new Map(entries.toReversed());
}

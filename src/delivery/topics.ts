import { wordQuestion } from '../answers/wording.ts';
import type { FindCompounds } from '../answers/wording.ts';
import { forEachLanguage, languages, languageTags, termOf, terms } from '../language/index.ts';
import type { Dictionary, LanguageTag, Saying } from '../language/index.ts';
import type { StoredArticle } from '../stories/store.ts';
import { namesInCapitals } from './capitals.ts';
import { createPostings, either, inTitle, inTitles, opening, together } from './postings.ts';
import type { Places } from './postings.ts';
import { wordsOfTopic } from './topic-words.ts';
import type { TopicWord } from './topic-words.ts';

/** How well an article fits a topic: named in its title, in its opening, or in both together. */
const fits = { title: 1, opening: 0.7, between: 0.5 };
/** Compounds are looked for of so many ways to say a word, the most usual. */
const widened = 2;
const shortestPart = 4;

/** Which of some articles speak of a topic. */
export interface TopicIndex {
  add(article: Pick<StoredArticle, 'article' | 'analysis'>): void;
  /** How well each article fits that does, by its id, from 0 to 1. */
  fit(topic: string): Promise<ReadonlyMap<string, number>>;
}

/**
 * Finds topics in articles' titles and openings as questions find their words: by stems, with compounds, in each language, and by
 * what they are surely called there, which in titles alone may mean something else as well. An article speaks of a topic where all its words stand together in the title or in one
 * sentence, or some in the title and the others in the opening.
 */
export function createTopicIndex(findCompounds: FindCompounds, dictionary: Dictionary): TopicIndex {
  const postings = forEachLanguage(createPostings);
  const names = forEachLanguage(createPostings);
  const ids: string[] = [];

  /** Where each thing stands that words say as they are written; nowhere where some of them say nothing in this language. */
  async function ownPlaces(words: readonly TopicWord[], language: LanguageTag): Promise<readonly Places[]> {
    if (words.some(({ word }) => termOf(word, language) === undefined)) return [new Map()];
    const { concepts } = await wordQuestion(words, language, 1, findCompounds);
    const needed = concepts.filter(({ weight }) => weight === 1);
    return needed.map(({ terms }) => postings[language].any(terms));
  }

  function namePlaces({ word, written }: TopicWord, language: LanguageTag): Places {
    const term = termOf(word, language);
    return term === undefined ? names[language].any([written]) : postings[language].any([term]);
  }

  /** Where something stands that may be said in some ways, in compounds, too. */
  async function sayingPlaces(sayings: readonly Saying[], language: LanguageTag): Promise<Places> {
    const { any } = postings[language];
    const isGlued = languages[language].compoundLinks !== undefined;
    const glued = sayings.flatMap(({ word = '' }) => (word.length < shortestPart ? [] : word));
    const compounds = await Promise.all(
      (isGlued ? glued.slice(0, widened) : []).map((word) => findCompounds(language, word)),
    );
    const wholes = compounds.flatMap(({ wholes }) => wholes.flatMap((word) => termOf(word, language) ?? []));
    const said = sayings.map(({ terms, isClear }) => {
      const places = together(terms.map((term) => any([term])));
      return isClear ? places : inTitles(places);
    });
    return either([...said, any(wholes)]);
  }

  async function fitIn(language: LanguageTag, words: readonly TopicWord[]): Promise<Fits> {
    if (postings[language].size === 0) return [];
    const named = words.filter(({ isCapitals }) => isCapitals).map((word) => namePlaces(word, language));
    const others = words.filter(({ isCapitals }) => !isCapitals);
    const translated = dictionary.translate(
      others.map(({ word }) => word),
      language,
    );
    const own = await ownPlaces(others, language);
    const said = translated?.map((sayings) => sayingPlaces(sayings, language));
    const ways = said === undefined ? [own] : [own, await Promise.all(said)];
    return ways.flatMap((needed) => fitsOf([...named, ...needed]));
  }

  function fitsOf([first, ...others]: readonly Places[]): Fits {
    return [...(first ?? [])].flatMap(([article, mask]) => {
      const fit = fitOf([mask, ...others.map((other) => other.get(article) ?? 0)]);
      const id = ids[article];
      return fit === 0 || id === undefined ? [] : [[id, fit] as const];
    });
  }

  return {
    add({ article, analysis }) {
      const { id, language, title, text } = article;
      const sentences = analysis.sentences.slice(0, opening);
      const read = [analysis.title, ...sentences.map(({ terms }) => terms)];
      const texts = [title, ...sentences.map(({ start, end }) => text.slice(start, end))];
      postings[language].add(
        ids.length,
        read.map((each) => each.split(' ')),
      );
      names[language].add(
        ids.length,
        texts.map((each) => namesInCapitals(each, language)),
      );
      ids.push(id);
    },
    async fit(topic) {
      const words = wordsOfTopic(topic, dictionary);
      const found = await Promise.all(languageTags.map((language) => fitIn(language, words)));
      // What fits in several ways fits as well as in the best of them.
      return new Map(found.flat().toSorted(([, one], [, other]) => one - other));
    },
  };
}

/** Articles by their ids, and how well each fits. */
type Fits = readonly (readonly [string, number])[];

function fitOf(places: readonly number[]): number {
  if (places.includes(0)) return 0;
  const shared = places.reduce((all, mask) => all & mask);
  if ((shared & inTitle) !== 0) return fits.title;
  if (shared !== 0) return fits.opening;
  return places.some((mask) => (mask & inTitle) !== 0) ? fits.between : 0;
}

/** Whether a topic says anything that could be found, in some language. */
export function isTelling(topic: string): boolean {
  return languageTags.some((language) => terms(topic, language).length > 0);
}

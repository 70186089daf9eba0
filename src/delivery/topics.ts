import { wordQuestion } from '../answers/wording.ts';
import type { FindCompounds } from '../answers/wording.ts';
import { languageTags, terms, words } from '../language/index.ts';
import type { LanguageTag } from '../language/index.ts';
import type { Candidate } from '../stories/store.ts';

/** Sentences from an article's start that say what it is about. */
const opening = 12;
/** How well an article fits a topic: named in its title, in its opening, or in both together. */
const fits = { title: 1, opening: 0.7, between: 0.5 };
/** The bit of the title; a sentence's bit is that of its place after it. */
const inTitle = 1;

/** Which of some articles speak of a topic. */
export interface TopicIndex {
  /** @returns how well each article fits that does, by its place among the articles, from 0 to 1 */
  fit(topic: string): Promise<ReadonlyMap<number, number>>;
}

/**
 * Finds topics in articles' titles and openings as questions find their words: by stems, with compounds, in each language.
 * An article speaks of a topic where all its words stand together in the title or in one sentence, or some in the title and the
 * others in the opening.
 */
export function createTopicIndex(
  articles: readonly Pick<Candidate, 'article' | 'analysis'>[],
  findCompounds: FindCompounds,
): TopicIndex {
  /** By language and term: the articles that hold it, each with the places where. */
  const places = new Map<LanguageTag, Map<string, Map<number, number>>>();

  for (const [index, { article, analysis }] of articles.entries()) {
    const terms = places.get(article.language) ?? new Map<string, Map<number, number>>();
    places.set(article.language, terms);
    const sentences = analysis.sentences.slice(0, opening).map((sentence) => sentence.terms);
    for (const [place, text] of [analysis.title, ...sentences].entries()) {
      for (const term of text.split(' ')) {
        const found = terms.get(term) ?? new Map<number, number>();
        terms.set(term, found.set(index, (found.get(index) ?? 0) | (1 << place)));
      }
    }
  }

  async function fitIn(
    language: LanguageTag,
    topic: string,
  ): Promise<readonly (readonly [number, number])[]> {
    const known = places.get(language);
    if (known === undefined) return [];
    const { concepts } = await wordQuestion(words(topic), language, 1, findCompounds);
    const needed = concepts.filter(({ weight }) => weight === 1);
    const [first, ...others] = needed.map((concept) => placesOf(concept.terms, known));
    if (first === undefined) return [];
    return [...first].flatMap(([article, mask]) => {
      const masks = [mask, ...others.map((other) => other.get(article) ?? 0)];
      const fit = fitOf(masks);
      return fit === 0 ? [] : [[article, fit] as const];
    });
  }

  return {
    async fit(topic) {
      const found = await Promise.all(languageTags.map((language) => fitIn(language, topic)));
      return new Map(found.flat());
    },
  };
}

function placesOf(
  terms: readonly string[],
  known: ReadonlyMap<string, ReadonlyMap<number, number>>,
): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  for (const term of terms)
    for (const [article, mask] of known.get(term) ?? []) found.set(article, (found.get(article) ?? 0) | mask);
  return found;
}

function fitOf(masks: readonly number[]): number {
  if (masks.includes(0)) return 0;
  const together = masks.reduce((all, mask) => all & mask);
  if ((together & inTitle) !== 0) return fits.title;
  if (together !== 0) return fits.opening;
  return masks.some((mask) => (mask & inTitle) !== 0) ? fits.between : 0;
}

/** Whether a topic says anything that could be found, in some language. */
export function isTelling(topic: string): boolean {
  return languageTags.some((language) => terms(topic, language).length > 0);
}

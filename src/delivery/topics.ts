import { languageOfQuestion } from '../answers/question.ts';
import { wordQuestion } from '../answers/wording.ts';
import type { FindCompounds } from '../answers/wording.ts';
import { forEachLanguage, languageTags, termOf, terms, words } from '../language/index.ts';
import type { LanguageTag, Token } from '../language/index.ts';
import type { Analysis } from '../stories/analysis.ts';
import type { Candidate } from '../stories/store.ts';

/** Sentences from an article's start that say what it is about. */
const opening = 12;
/** How well an article fits a topic: named in its title, in its opening, or in both together. */
const fits = { title: 1, opening: 0.7, between: 0.5 };
/** The bit of the title; a sentence's bit is that of its place after it. */
const inTitle = 1;

/** How many values a set of places has: the title and the opening's sentences. */
const masks = 2 ** (opening + 1);

/** Which of some articles speak of a topic. */
export interface TopicIndex {
  add(article: Pick<Candidate, 'article' | 'analysis'>): void;
  /** How well each article fits that does, by its id, from 0 to 1. */
  fit(topic: string): Promise<ReadonlyMap<string, number>>;
}

/** By term: the articles that hold it, each a number together with the set of places where. */
type Postings = Map<string, number[]>;

/**
 * Finds topics in articles' titles and openings as questions find their words: by stems, with compounds, in each language.
 * An article speaks of a topic where all its words stand together in the title or in one sentence, or some in the title and the
 * others in the opening.
 */
export function createTopicIndex(findCompounds: FindCompounds): TopicIndex {
  const postings = forEachLanguage((): Postings => new Map());
  const ids: string[] = [];

  async function fitIn(
    language: LanguageTag,
    tokens: readonly Token[],
  ): Promise<readonly (readonly [string, number])[]> {
    const known = postings[language];
    if (known.size === 0) return [];
    const { concepts } = await wordQuestion(tokens, language, 1, findCompounds);
    const needed = concepts.filter(({ weight }) => weight === 1);
    const [first, ...others] = needed.map((concept) => placesOf(concept.terms, known));
    if (first === undefined) return [];
    return [...first].flatMap(([article, mask]) => {
      const fit = fitOf([mask, ...others.map((other) => other.get(article) ?? 0)]);
      const id = ids[article];
      return fit === 0 || id === undefined ? [] : [[id, fit] as const];
    });
  }

  return {
    add({ article, analysis }) {
      note(analysis, ids.length, postings[article.language]);
      ids.push(article.id);
    },
    async fit(topic) {
      const tokens = tellingTokens(topic);
      const found = await Promise.all(languageTags.map((language) => fitIn(language, tokens)));
      return new Map(found.flat());
    },
  };
}

function note({ title, sentences }: Analysis, index: number, postings: Postings): void {
  const places = new Map<string, number>();
  const texts = [title, ...sentences.slice(0, opening).map(({ terms }) => terms)];
  for (const [place, text] of texts.entries())
    for (const term of text.split(' ')) places.set(term, (places.get(term) ?? 0) | (1 << place));
  for (const [term, mask] of places) {
    const posting = index * masks + mask;
    const known = postings.get(term);
    if (known === undefined) postings.set(term, [posting]);
    else known.push(posting);
  }
}

/** The words of a topic, without those that mean nothing in its own language: in French papers, "the Louvre" is the Louvre, too. */
function tellingTokens(topic: string): readonly Token[] {
  const tokens = words(topic);
  const language = languageOfQuestion(topic, 'en');
  const telling = tokens.filter(({ word }) => termOf(word, language) !== undefined);
  return telling.length > 0 ? telling : tokens;
}

function placesOf(terms: readonly string[], known: Postings): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  for (const term of terms)
    for (const posting of known.get(term) ?? []) {
      const article = Math.floor(posting / masks);
      found.set(article, (found.get(article) ?? 0) | (posting % masks));
    }
  return found;
}

function fitOf(places: readonly number[]): number {
  if (places.includes(0)) return 0;
  const together = places.reduce((all, mask) => all & mask);
  if ((together & inTitle) !== 0) return fits.title;
  if (together !== 0) return fits.opening;
  return places.some((mask) => (mask & inTitle) !== 0) ? fits.between : 0;
}

/** Whether a topic says anything that could be found, in some language. */
export function isTelling(topic: string): boolean {
  return languageTags.some((language) => terms(topic, language).length > 0);
}

import type { WeightedConcept, Wording } from '../../src/answers/wording.ts';
import { terms } from '../../src/language/index.ts';
import type { LanguageTag } from '../../src/language/index.ts';
import { analyse } from '../../src/stories/analyse.ts';
import type { Candidate, Candidates } from '../../src/stories/store.ts';

/** An English text for a test, with or without a title. */
export interface Written {
  readonly title?: string;
  readonly text: string;
}

/** An article as a store recalls it. */
export function candidate(
  id: string,
  { title = '', text }: Written,
  language: LanguageTag = 'en',
): Candidate {
  return {
    article: {
      id,
      title,
      language,
      url: `https://example.org/${id}`,
      source: 'The Paper',
      publishedAt: new Date(0),
      revision: 1,
      authors: [],
      arrivedAt: new Date(0),
      news: false,
      complete: true,
    },
    story: id,
    assigned: true,
    analysis: analyse({ title, text, language }),
  };
}

/** English articles as a store recalls them, which are all that it holds. */
export function collection(articles: Readonly<Record<string, Written>>): Candidates {
  const candidates = Object.entries(articles).map(([id, written]) => candidate(id, written));
  const held = Object.values(articles).map(
    ({ title = '', text }) => new Set(terms(`${title} ${text}`, 'en')),
  );
  const frequencies = new Map(
    [...new Set(held.flatMap((set) => [...set]))].map((term) => [
      term,
      held.filter((set) => set.has(term)).length,
    ]),
  );
  return { total: candidates.length, meanLength: 20, frequencies, candidates };
}

/** A concept of one English word. */
export function concept(word: string, parts: Partial<WeightedConcept> = {}): WeightedConcept {
  return {
    terms: terms(word, 'en'),
    weight: 1,
    synonyms: [],
    forms: [],
    isName: false,
    isFrame: false,
    asked: [word],
    by: 'word',
    ...parts,
  };
}

/** An English question, each of its words a concept. */
export function wording(question: string): Wording {
  return { language: 'en', concepts: terms(question, 'en').map((term) => concept('', { terms: [term] })) };
}

import { areAkin } from '../language/index.ts';
import type { Candidate } from '../stories/store.ts';
import type { WeightedConcept } from './wording.ts';

/** Which concepts of a question a sentence speaks of, by their numbers. */
export interface MatchedSentence {
  /** In its own words. */
  readonly exact: ReadonlySet<number>;
  /** In words of the same origin only. */
  readonly akin: ReadonlySet<number>;
  /** In words that mean about the same only. */
  readonly synonyms: ReadonlySet<number>;
  /** For each term of the sentence, which concept it is. */
  readonly sequence: readonly (number | undefined)[];
}

/** Which concepts of a question an article speaks of. */
export interface MatchedArticle {
  /** Concepts of the title and of the year it was published in. */
  readonly title: ReadonlySet<number>;
  readonly sentences: readonly MatchedSentence[];
  /** How many terms the text has. */
  readonly length: number;
}

/** What a term has to do with a question. */
interface Meaning {
  readonly exact: number | undefined;
  readonly akin: readonly number[];
  readonly synonyms: readonly number[];
}

/** Finds in articles what a question speaks of; remembers its terms, so that each is compared once. */
export function createMatcher(
  concepts: readonly WeightedConcept[],
): (candidate: Candidate) => MatchedArticle {
  const conceptOf = new Map(
    concepts.flatMap(({ terms }, index) => terms.map((term) => [term, index] as const)).reverse(),
  );
  const known = new Map<string, Meaning>();
  const numbersWhere = (fits: (concept: WeightedConcept) => boolean) =>
    concepts.flatMap((concept, index) => (fits(concept) ? index : []));

  function meaningOf(term: string): Meaning {
    const kept = known.get(term);
    if (kept !== undefined) return kept;
    const exact = conceptOf.get(term);
    const meaning: Meaning =
      exact === undefined
        ? {
            exact,
            akin: numbersWhere(({ terms }) => terms.some((own) => areAkin(own, term))),
            synonyms: numbersWhere(({ synonyms }) => synonyms.includes(term)),
          }
        : { exact, akin: [], synonyms: [] };
    known.set(term, meaning);
    return meaning;
  }

  function matchSentence(terms: string): MatchedSentence {
    const meanings = terms === '' ? [] : terms.split(' ').map(meaningOf);
    const exact = new Set(meanings.flatMap((meaning) => meaning.exact ?? []));
    const akin = new Set(
      meanings.flatMap((meaning) => meaning.akin.filter((concept) => !exact.has(concept))),
    );
    const synonyms = meanings.flatMap((meaning) =>
      meaning.synonyms.filter((concept) => !exact.has(concept) && !akin.has(concept)),
    );
    return { exact, akin, synonyms: new Set(synonyms), sequence: meanings.map((meaning) => meaning.exact) };
  }

  return ({ article, analysis }) => {
    // What happened in 2017 was mostly reported in 2017, by articles that needn't name the year.
    const year = String(article.publishedAt.getUTCFullYear());
    const titleTerms = [...analysis.title.split(' '), year];
    const sentences = analysis.sentences.map(({ terms }) => matchSentence(terms));
    return {
      title: new Set(titleTerms.flatMap((term) => conceptOf.get(term) ?? [])),
      sentences,
      length: sentences.reduce((sum, { sequence }) => sum + sequence.length, 0),
    };
  };
}

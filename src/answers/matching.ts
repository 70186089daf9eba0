import { areAkin, mayBeMisspelt } from '../language/index.ts';
import type { Candidate } from '../stories/store.ts';
import type { Weighing } from './weighing.ts';

/** Which concepts of a question a sentence speaks of, by their numbers. */
export interface MatchedSentence {
  /** In its own words. */
  readonly exact: ReadonlySet<number>;
  /** Only in words of the same origin, of about the same meaning, or almost spelt like it. */
  readonly loose: ReadonlySet<number>;
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

/** Which concepts of a question a term is: itself, or loosely. */
export interface Meaning {
  readonly exact: number | undefined;
  readonly loose: readonly number[];
}

/** Words of akin terms begin with the same letters; by them they are found. */
const beginning = 4;
/** Unknown words of a question that are taken for misspelt at the most; each is compared with all terms. */
const mostMisspelt = 5;

/** Tells what terms have to do with a question; remembers them, so that each is compared once. */
export function createTermMatcher({
  concepts,
  conceptOf,
  unseen,
}: Pick<Weighing, 'concepts' | 'conceptOf' | 'unseen'>): (term: string) => Meaning {
  const byBeginning = new Map<string, [string, number][]>();
  for (const [term, concept] of conceptOf) {
    const key = term.slice(0, beginning);
    byBeginning.set(key, [...(byBeginning.get(key) ?? []), [term, concept]]);
  }
  const bySynonym = new Map<string, number[]>();
  for (const [concept, { synonyms }] of concepts.entries())
    for (const term of synonyms) bySynonym.set(term, [...(bySynonym.get(term) ?? []), concept]);
  const misspelt = unseen
    .slice(0, mostMisspelt)
    .flatMap((concept) => (concepts[concept]?.terms ?? []).map((term) => [term, concept] as const));
  const known = new Map<string, Meaning>();

  return (term) => {
    const kept = known.get(term);
    if (kept !== undefined) return kept;
    const exact = conceptOf.get(term);
    const akin = (byBeginning.get(term.slice(0, beginning)) ?? []).filter(([own]) => areAkin(own, term));
    const respelt = misspelt.filter(([own]) => mayBeMisspelt(own, term));
    const others = [...akin, ...respelt].map(([, concept]) => concept);
    const meaning = { exact, loose: exact === undefined ? [...others, ...(bySynonym.get(term) ?? [])] : [] };
    known.set(term, meaning);
    return meaning;
  };
}

/** Finds in articles what a question speaks of. */
export function createMatcher(
  weighing: Pick<Weighing, 'concepts' | 'conceptOf' | 'unseen'>,
): (candidate: Candidate) => MatchedArticle {
  const { conceptOf } = weighing;
  const meaningOf = createTermMatcher(weighing);

  function matchSentence(terms: string): MatchedSentence {
    const sequence: (number | undefined)[] = [];
    const exact = new Set<number>();
    const loose = new Set<number>();
    for (const term of terms === '' ? [] : terms.split(' ')) {
      const meaning = meaningOf(term);
      sequence.push(meaning.exact);
      if (meaning.exact !== undefined) exact.add(meaning.exact);
      for (const concept of meaning.loose) loose.add(concept);
    }
    for (const concept of exact) loose.delete(concept);
    return { exact, loose, sequence };
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

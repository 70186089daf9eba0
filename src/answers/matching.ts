import { areAkin, mayBeMisspelt } from '../language/index.ts';
import type { Candidate } from '../stories/store.ts';
import { findAliases, placeOfAlias } from './initials.ts';
import type { Alias } from './initials.ts';
import { withLastNames } from './last-names.ts';
import type { Weighing } from './weighing.ts';

/** Which concepts of a question a sentence speaks of, by their numbers. */
export interface MatchedSentence {
  /** In its own words. */
  readonly exact: ReadonlySet<number>;
  /** Only in words of the same origin, of about the same meaning, or almost spelt like it. */
  readonly loose: ReadonlySet<number>;
  /** Its terms that are concepts, in order. */
  readonly said: readonly Said[];
  /** All its terms. */
  readonly terms: readonly string[];
}

/** A term of a sentence that is a concept. */
export interface Said {
  /** Index of the term. */
  readonly at: number;
  readonly concept: number;
}

/** Which concepts of a question an article speaks of. */
export interface MatchedArticle {
  /** Concepts of the title and of the year it was published in. */
  readonly title: ReadonlySet<number>;
  readonly sentences: readonly MatchedSentence[];
  /** How many terms the text has. */
  readonly length: number;
  /** What else it calls concepts. */
  readonly aliases: readonly Alias[];
}

/** Which concepts of a question a term is: itself, or loosely. */
export interface Meaning {
  readonly exact: number | undefined;
  readonly loose: readonly number[];
}

const none: readonly never[] = [];
/** What most terms are for a question. */
const meaningless: Meaning = { exact: undefined, loose: none };
/** A sentence that says nothing. */
export const silent: MatchedSentence = { exact: new Set(), loose: new Set(), said: none, terms: none };
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
  const misspelt = new Map<string, [string, number][]>();
  for (const concept of unseen.slice(0, mostMisspelt))
    for (const term of concepts[concept]?.terms ?? []) {
      const first = term.charAt(0);
      misspelt.set(first, [...(misspelt.get(first) ?? []), [term, concept]]);
    }
  const known = new Map<string, Meaning>();

  function looseMeaningOf(term: string): Meaning {
    let loose: number[] | undefined;
    for (const [own, concept] of byBeginning.get(term.slice(0, beginning)) ?? none)
      if (areAkin(own, term)) (loose ??= []).push(concept);
    for (const [own, concept] of misspelt.get(term.charAt(0)) ?? none)
      if (mayBeMisspelt(own, term)) (loose ??= []).push(concept);
    for (const concept of bySynonym.get(term) ?? none) (loose ??= []).push(concept);
    return loose === undefined ? meaningless : { exact: undefined, loose };
  }

  return (term) => {
    const kept = known.get(term);
    if (kept !== undefined) return kept;
    const exact = conceptOf.get(term);
    const meaning = exact === undefined ? looseMeaningOf(term) : { exact, loose: none };
    known.set(term, meaning);
    return meaning;
  };
}

/** Finds in articles what a question speaks of. */
export function createMatcher(
  weighing: Pick<Weighing, 'concepts' | 'conceptOf' | 'unseen'>,
): (candidate: Candidate) => MatchedArticle {
  const { concepts, conceptOf } = weighing;
  const meaningOf = createTermMatcher(weighing);

  function matchSentence(text: string): MatchedSentence {
    if (text === '') return silent;
    const terms = text.split(' ');
    let said: Said[] | undefined;
    let loose: Set<number> | undefined;
    for (let at = 0; at < terms.length; at += 1) {
      const meaning = meaningOf(terms[at] ?? '');
      if (meaning === meaningless) continue;
      if (meaning.exact !== undefined) (said ??= []).push({ at, concept: meaning.exact });
      for (const concept of meaning.loose) (loose ??= new Set()).add(concept);
    }
    const exact = said === undefined ? silent.exact : new Set(said.map(({ concept }) => concept));
    for (const concept of exact) loose?.delete(concept);
    return { exact, loose: loose ?? silent.loose, said: said ?? none, terms };
  }

  return ({ article, analysis }) => {
    // What happened in 2017 was mostly reported in 2017, by articles that needn't name the year.
    const year = String(article.publishedAt.getUTCFullYear());
    const titleTerms = [...analysis.title.split(' '), year];
    const written = analysis.sentences.map(({ terms }) => matchSentence(terms));
    const aliases = findAliases(written, concepts);
    const calledInTitle = aliases.filter((alias) => placeOfAlias(titleTerms, alias) >= 0);
    const called = written.map((sentence) => withAliases(sentence, aliases));
    const sentences = withLastNames(called, concepts);
    return {
      title: new Set([
        ...titleTerms.flatMap((term) => conceptOf.get(term) ?? []),
        ...calledInTitle.flatMap(({ concepts: own }) => own),
      ]),
      sentences,
      length: sentences.reduce((sum, { terms }) => sum + terms.length, 0),
      aliases,
    };
  };
}

/** A sentence that speaks of concepts by other names, too. */
function withAliases(sentence: MatchedSentence, aliases: readonly Alias[]): MatchedSentence {
  if (aliases.length === 0) return sentence;
  const exact = new Set(sentence.exact);
  const called: Said[] = [];
  for (const alias of aliases) {
    const place = placeOfAlias(sentence.terms, alias);
    const unsaid = place < 0 ? none : alias.concepts.filter((concept) => !exact.has(concept));
    for (const [index, concept] of unsaid.entries()) {
      exact.add(concept);
      // As far apart as the words are that it stands for.
      called.push({ at: place + index, concept });
    }
  }
  if (called.length === 0) return sentence;
  const said = [...sentence.said, ...called].toSorted((one, other) => one.at - other.at);
  return { exact, loose: sentence.loose.difference(exact), said, terms: sentence.terms };
}

import { areAkin, familyOf, termsOfWords, words } from '../language/index.ts';
import type { LanguageTag } from '../language/index.ts';
import type { Article } from '../stories/article.ts';
import type { Evidence } from './answer.ts';
import type { ReadSentence } from './evidence.ts';
import { placeOfAlias } from './initials.ts';
import { createMatcher, createTermMatcher } from './matching.ts';
import type { ReadQuestion } from './question.ts';
import type { WeightedConcept } from './wording.ts';

/** Where an article speaks of a word of the question: in the sentence shown, in one beside it, in its title, elsewhere, or not at all. */
export type Place = 'sentence' | 'beside' | 'title' | 'article' | 'nowhere';

/** What a word of an article is to one of the question: itself in some form, or else. */
export type Relation =
  | 'word'
  | 'translation'
  | 'compound'
  | 'part'
  | 'synonym'
  | 'akin'
  | 'misspelt'
  | 'initials';

/** A word of an article. */
export interface MatchedWord {
  /** As the article writes it. */
  readonly word: string;
  readonly relation: Relation;
}

/** A word of a question, or several that mean one thing together. */
export interface ExplainedWord {
  /** As it was written. */
  readonly word: string;
  /** How much it counts; together 1. */
  readonly share: number;
  readonly place: Place;
  /** By what the article speaks of it there, each once. */
  readonly matched: readonly MatchedWord[];
}

/** Why a sentence was shown for a question. */
export interface Explanation {
  readonly evidence: Evidence;
  /** The telling words of the question in their order, then those of the questions it goes on from. */
  readonly words: readonly ExplainedWord[];
  /** From this score on, evidence is taken for an answer. */
  readonly enough: number;
}

/** From the most telling to the least. */
const places = ['sentence', 'beside', 'title', 'article'] as const;
/** Words of the article that are told for each of the question. */
const mostMatched = 3;

/** A word of an article that speaks of a concept. */
interface Match extends MatchedWord {
  readonly place: (typeof places)[number];
  readonly concept: number;
}

/** Tells for each word of a question how much it counts, and where and by what an article speaks of it. */
export function explainWords(
  { tokens }: Pick<ReadQuestion, 'tokens'>,
  { candidate, index, weighing }: ReadSentence,
  article: Article,
): readonly ExplainedWord[] {
  const { concepts, shares } = weighing;
  const matches = findMatches({ candidate, index, weighing }, article);
  const explain = (word: string, own: readonly number[]): ExplainedWord => {
    const found = matches.filter(({ concept }) => own.includes(concept));
    const place = places.find((place) => found.some((match) => match.place === place)) ?? 'nowhere';
    const there = found.filter((match) => match.place === place);
    const matched = new Map(there.map(({ word, relation }) => [word.toLowerCase(), { word, relation }]));
    const share = own.reduce((sum, concept) => sum + (shares[concept] ?? 0), 0);
    return { word, share, place, matched: [...matched.values()].slice(0, mostMatched) };
  };
  const groups = Map.groupBy(concepts.keys(), (concept) => (concepts[concept]?.asked ?? []).join(' '));
  const said = new Set([...groups.keys()].flatMap((name) => name.split(' ')));
  // Words that the article's language says nothing by are asked for, too.
  const unsaid = tokens.flatMap(({ written = '' }) => (said.has(written) ? [] : written));
  const order = tokens.map(({ written }) => written);
  const placeOf = (word: string) => {
    const at = order.indexOf(word.split(' ')[0]);
    return at < 0 ? order.length : at;
  };
  return [
    ...[...groups].map(([name, own]) => explain(name, own)),
    ...unsaid.map((word) => explain(word, [])),
  ].toSorted((one, other) => placeOf(one.word) - placeOf(other.word));
}

function findMatches(
  { candidate, index, weighing }: Pick<ReadSentence, 'candidate' | 'index' | 'weighing'>,
  { title, text, language, publishedAt }: Article,
): readonly Match[] {
  const { concepts } = weighing;
  const meaningOf = createTermMatcher(weighing);
  const { sentences } = candidate.analysis;
  const { aliases } = createMatcher(weighing)(candidate);
  const placeOf = (at: number) =>
    at === index ? 'sentence' : Math.abs(at - index) === 1 ? 'beside' : 'article';

  function matchesIn(said: string, place: Match['place']): readonly Match[] {
    const all = words(said);
    const terms = termsOfWords(said, all, language);
    const telling = all.flatMap((token, at) => {
      const term = terms[at];
      return term === undefined ? [] : [{ ...token, term }];
    });
    const direct = telling.flatMap(({ start, end, term }) => {
      const { exact, loose } = meaningOf(term);
      const meant = exact !== undefined ? [exact] : place === 'title' ? [] : loose;
      return meant.flatMap((number) => {
        const concept = concepts[number];
        if (concept === undefined) return [];
        const relation =
          exact === undefined ? looseRelation(term, concept) : exactRelation(term, concept, language);
        return [{ word: said.slice(start, end), relation, place, concept: number }];
      });
    });
    const isSaid = (number: number) => direct.some(({ concept }) => concept === number);
    const called = aliases.flatMap((alias) => {
      const at = placeOfAlias(
        telling.map(({ term }) => term),
        alias,
      );
      const word = said.slice(telling[at]?.start, telling[at + alias.terms.length - 1]?.end);
      const unsaid = at < 0 ? [] : alias.concepts.filter((number) => !isSaid(number));
      return unsaid.map((concept) => ({ word, relation: 'initials' as const, place, concept }));
    });
    return [...direct, ...called];
  }

  return [
    ...sentences.flatMap(({ start, end }, at) => matchesIn(text.slice(start, end), placeOf(at))),
    ...matchesIn(title, 'title'),
    ...matchesIn(String(publishedAt.getUTCFullYear()), 'title'),
  ];
}

function exactRelation(term: string, { asked, forms, by }: WeightedConcept, language: LanguageTag): Relation {
  if (by === 'part') return 'part';
  const isForm = asked.some((word) => familyOf(word.toLowerCase(), language).includes(term));
  if (isForm || forms.includes(term)) return 'word';
  return by === 'word' ? 'compound' : by === 'cognate' ? 'akin' : 'translation';
}

function looseRelation(term: string, { terms, synonyms, by }: WeightedConcept): Relation {
  const isAkin = terms.some((own) => areAkin(own, term));
  if (isAkin) return by === 'translation' ? 'translation' : 'akin';
  return synonyms.includes(term) ? 'synonym' : 'misspelt';
}

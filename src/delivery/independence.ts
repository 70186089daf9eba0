import { publisherOf } from '../sources/identity.ts';
import type { Analysis } from '../stories/analysis.ts';
import type { ArticleHead } from '../stories/article.ts';
import type { Candidate } from '../stories/store.ts';

/** Sentences from an article's start in whose words it is recognised; papers cut an agency's text where they like. */
const opening = 3;
/** Two articles say the same in the same words where the shorter opening shares this much of its words with the other. */
const alike = 0.8;
/** With fewer words than this, an opening is like others by chance. */
const fewestWords = 5;

/** Tells how many sources tell a story in words of their own. */
export interface Independence {
  /** Reads the articles of one story: copies are looked for among them. */
  add(articles: readonly Pick<Candidate, 'article' | 'analysis'>[]): void;
  /** Some articles of one story: the number of publishers that can each be given words that no other is given. */
  count(articles: readonly Pick<ArticleHead, 'id'>[]): number;
}

/** Who published an article, and the number of the words it tells it in; another copy of them has the same. */
interface Wording {
  readonly publisher: string;
  readonly words: number;
}

/** Agencies' texts stand in many papers, and count once. */
export function createIndependence(): Independence {
  const wordings = new Map<string, Wording>();
  let last = 0;
  return {
    add(articles) {
      const known: { readonly terms: ReadonlySet<string>; readonly words: number }[] = [];
      for (const { article, analysis } of articles) {
        const terms = openingOf(analysis);
        const words = known.find((other) => areAlike(terms, other.terms))?.words ?? (last += 1);
        known.push({ terms, words });
        wordings.set(article.id, { publisher: publisherOf(article.url), words });
      }
    },
    count: (articles) => matched(articles.flatMap(({ id }) => wordings.get(id) ?? [])),
  };
}

/** Whether one article is a copy of the other, as of an agency's text. */
export function areCopies(one: Analysis, other: Analysis): boolean {
  return areAlike(openingOf(one), openingOf(other));
}

function openingOf({ title, sentences }: Analysis): ReadonlySet<string> {
  const terms = sentences.slice(0, opening).flatMap(({ terms }) => terms.split(' '));
  const found = new Set(terms.filter(Boolean));
  return found.size > 0 ? found : new Set(title.split(' '));
}

function areAlike(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const shorter = Math.min(one.size, other.size);
  const shared = one.intersection(other).size;
  return shorter < fewestWords ? shared === Math.max(one.size, other.size) : shared >= alike * shorter;
}

/** The most publishers that can be paired with words, each with its own (Kuhn 1955, https://doi.org/10.1002/nav.3800020109). */
function matched(wordings: readonly Wording[]): number {
  const byPublisher = Map.groupBy(wordings, ({ publisher }) => publisher);
  const holders = new Map<number, string>();

  function pair(publisher: string, tried: Set<number>): boolean {
    for (const { words } of byPublisher.get(publisher) ?? []) {
      if (tried.has(words)) continue;
      tried.add(words);
      const holder = holders.get(words);
      if (holder === undefined || pair(holder, tried)) {
        holders.set(words, publisher);
        return true;
      }
    }
    return false;
  }

  return [...byPublisher.keys()].filter((publisher) => pair(publisher, new Set())).length;
}

import { languages } from '../../src/language/index.ts';
import type { Item } from '../../src/sources/item.ts';
import { writeArticle } from './article.ts';
import type { WorldArticle } from './article.ts';
import { writeBackground } from './background.ts';
import { createChance } from './chance.ts';
import type { Chance } from './chance.ts';
import { papers } from './papers.ts';
import { inventVocabulary } from './words.ts';

/** One event, by those who tell it. */
export interface WorldStory {
  readonly number: number;
  readonly articles: readonly WorldArticle[];
}

/** Something that a reader of feeds comes to know. */
export type Happening =
  | { readonly kind: 'arrival'; readonly at: number; readonly items: readonly Item[] }
  | { readonly kind: 'withdrawal'; readonly at: number; readonly id: string };

/** Some weeks of news. */
export interface World {
  /** What was written before: no news, but it says which words are rare. */
  readonly background: readonly Item[];
  readonly stories: readonly WorldStory[];
  /** In their order in time. */
  readonly happenings: readonly Happening[];
}

const minute = 60_000;
const day = 24 * 60 * minute;
/** Stories of one day: so few that every digest has room for all it is to tell. */
const storiesPerDay = 3;
/** Milliseconds after which what came before has found its story. */
export const settling = 2 * minute;
/** Between two stories at least, so that alerts don't crowd, in minutes. */
const apart = 20;

/** Two papers of one story share no more of the words of so many first sentences. */
const opening = 3;
const mostShared = 0.7;

/** @param start a midnight (UTC), in milliseconds since 1970 */
export function createWorld(seed: number, start: number, days: number): World {
  const chance = createChance(seed, 'world');
  const stories: WorldStory[] = [];
  for (let date = 0; date < days; date += 1) {
    const slots = chance.some(
      Array.from({ length: (24 * 60) / apart }, (_, slot) => slot),
      storiesPerDay,
    );
    for (const slot of slots) {
      const at = start + date * day + (slot * apart + chance.whole(1, apart - 3)) * minute;
      stories.push(writeStory(chance, stories.length, at, start + days * day));
    }
  }
  return { background: writeBackground(seed, start), stories, happenings: happeningsOf(stories) };
}

function writeStory(chance: Chance, number: number, at: number, end: number): WorldStory {
  const vocabulary = inventVocabulary(chance);
  const isBreaking = chance.isHit(0.25);
  const tellers = chance.some(papers, isBreaking ? chance.whole(4, 6) : chance.whole(1, 2));
  const articles: WorldArticle[] = [];
  for (const [index, paper] of tellers.entries()) {
    // Many that come at once may be taken for two stories at first; what comes later finds the one that is there.
    const when = index < 2 ? at : at + settling;
    const write = () => writeArticle(chance, { number, vocabulary, index, paper, at: when, end });
    let article = write();
    while (articles.some((other) => areAlike(article, other))) article = write();
    articles.push(article);
  }
  if (!chance.isHit(0.15)) return { number, articles };
  const later = at + chance.whole(5 * 60, 18 * 60) * minute;
  const [paper = papers[0]] = tellers;
  if (later >= end || paper === undefined) return { number, articles };
  const index = tellers.length;
  const followUp = writeArticle(chance, {
    number,
    vocabulary: inventVocabulary(chance, vocabulary.names),
    index,
    paper,
    at: later,
    end,
    isFollowUp: true,
  });
  return { number, articles: [...articles, followUp] };
}

/** Whether one article's opening may be taken for a copy of the other's: chance writes that once in thousands. */
function areAlike(one: WorldArticle, other: WorldArticle): boolean {
  const [own, others] = [openingOf(one), openingOf(other)];
  return own.intersection(others).size > mostShared * Math.min(own.size, others.size);
}

/** The words of its first sentences that say something. */
function openingOf({ paper, versions }: WorldArticle): ReadonlySet<string> {
  const sentences = versions[0]?.item.text?.split('. ') ?? [];
  const words = sentences.slice(0, opening).flatMap((sentence) => sentence.split(' '));
  return new Set(words.filter((word) => !languages[paper.language].stopWords.has(word)));
}

/** What arrives of a story at once comes together. */
function happeningsOf(stories: readonly WorldStory[]): readonly Happening[] {
  const arrivals = stories.flatMap(({ articles }) =>
    [
      ...Map.groupBy(
        articles.flatMap(({ versions }) => versions),
        ({ at }) => at,
      ),
    ].map(([at, versions]) => ({ kind: 'arrival', at, items: versions.map(({ item }) => item) }) as const),
  );
  const withdrawals = stories.flatMap(({ articles }) =>
    articles.flatMap(({ id, withdrawnAt: at }) =>
      at === undefined ? [] : [{ kind: 'withdrawal', at, id } as const],
    ),
  );
  return [...arrivals, ...withdrawals].toSorted((one, other) => one.at - other.at);
}

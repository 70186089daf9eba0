import type { LanguageTag } from '../../src/language/index.ts';
import type { Item } from '../../src/sources/item.ts';
import { createChance } from './chance.ts';
import type { Chance } from './chance.ts';
import { papers } from './papers.ts';
import type { Paper } from './papers.ts';
import { inventVocabulary, writeNotice, writeText, writeTitle } from './words.ts';
import type { Vocabulary } from './words.ts';

/** What changed from the version before. */
export type Change = 'first' | 'notice' | 'title' | 'text';

/** An article as it stands from a time on. */
export interface WorldVersion {
  readonly at: number;
  readonly change: Change;
  readonly title: string;
  /** Stands in each sentence. */
  readonly code: string;
  readonly item: Item;
}

/** One article of one paper. */
export interface WorldArticle {
  readonly id: string;
  readonly story: number;
  readonly paper: Paper;
  /** True where it tells how the story went on. */
  readonly isFollowUp: boolean;
  readonly versions: readonly WorldVersion[];
  readonly withdrawnAt?: number;
}

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
  /** In their order in time; none at the time of another. */
  readonly happenings: readonly Happening[];
}

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
/** Stories of one day: so few that every digest has room for all it is to tell. */
const storiesPerDay = 3;
const backgroundSize = 200;
/** Milliseconds after which what came before has found its story. */
export const settling = 2 * minute;
/** Between two stories at least, so that alerts don't crowd, in minutes. */
const apart = 20;

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

function writeBackground(seed: number, start: number): readonly Item[] {
  const chance = createChance(seed, 'background');
  return Array.from({ length: backgroundSize }, (_, index) => {
    const paper = chance.pick(papers);
    const vocabulary = inventVocabulary(chance);
    return {
      id: `b${index}`,
      url: `https://${paper.host}/before/${index}`,
      source: paper.name,
      language: paper.language,
      title: writeTitle(chance, vocabulary, paper.language, `b${index}`),
      text: writeText(chance, vocabulary, paper.language, `b${index}`),
      publishedAt: new Date(start - day - index * hour),
    };
  });
}

function writeStory(chance: Chance, number: number, at: number, end: number): WorldStory {
  const vocabulary = inventVocabulary(chance);
  const isBreaking = chance.isHit(0.25);
  const tellers = chance.some(papers, isBreaking ? chance.whole(4, 6) : chance.whole(1, 2));
  const articles = tellers.map((paper, index) => {
    // Many that come at once may be taken for two stories at first; what comes later finds the one that is there.
    const when = index < 2 ? at : at + settling;
    return writeArticle(chance, { number, vocabulary, index, paper, at: when, end });
  });
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

function writeArticle(
  chance: Chance,
  parts: {
    readonly number: number;
    readonly vocabulary: Vocabulary;
    readonly index: number;
    readonly paper: Paper;
    readonly at: number;
    readonly end: number;
    readonly isFollowUp?: boolean;
  },
): WorldArticle {
  const { number, vocabulary, index, paper, at, end, isFollowUp = false } = parts;
  const { language } = paper;
  const id = `a${number}x${index}`;
  const item = {
    id,
    url: `https://${paper.host}/${number}/${index}`,
    source: paper.name,
    language,
    publishedAt: new Date(at - chance.whole(1, 30) * minute),
    news: true,
  };
  const write = (change: Change, when: number, title: string, code: string): WorldVersion => {
    const notice = change === 'notice' ? `\n${writeNotice(chance, vocabulary, language, code)}` : '';
    const text = writeText(chance, vocabulary, language, code) + notice;
    return { at: when, change, title, code, item: { ...item, title, text } };
  };
  const titled = (version: number) =>
    writeTitle(chance, vocabulary, language, `k${number}x${index}t${version}`);
  const versions = [write('first', at, titled(1), `s${number}x${index}r1`)];
  let when = at;
  while (chance.isHit(0.2)) {
    const last = versions.at(-1);
    when = at + laterIn(chance, 2, 8 * 24);
    if (last === undefined || when >= end || when - last.at < 6 * hour) break;
    const change = chance.pick(['notice', 'title', 'text'] as const);
    const count = versions.length + 1;
    if (change === 'title') versions.push({ ...last, at: when, change, ...retitled(last, titled(count)) });
    else versions.push(write(change, when, last.title, `s${number}x${index}r${count}`));
  }
  const isKept = versions.length > 1 || !chance.isHit(0.05);
  const withdrawnAt = at + laterIn(chance, 26, 8 * 24);
  return {
    id,
    story: number,
    paper,
    isFollowUp,
    versions,
    ...(!isKept && withdrawnAt < end && { withdrawnAt }),
  };
}

/** Whole minutes between two numbers of hours, more often few than many; in milliseconds. */
function laterIn(chance: Chance, from: number, to: number): number {
  return Math.round((from + (to - from) * chance.share() ** 2) * 60) * minute;
}

function retitled({ item }: WorldVersion, title: string) {
  return { title, item: { ...item, title } };
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

/** What a language's readers may be shown of a story. */
export function inLanguage(
  articles: readonly WorldArticle[],
  language: LanguageTag,
): readonly WorldArticle[] {
  return articles.filter(({ paper }) => paper.language === language);
}

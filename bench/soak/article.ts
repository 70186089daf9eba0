import type { Item } from '../../src/sources/item.ts';
import type { Chance } from './chance.ts';
import type { Paper } from './papers.ts';
import { writeNotice, writeText, writeTitle } from './words.ts';
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

const minute = 60_000;
const hour = 60 * minute;

/**
 * Writes an article and what becomes of it.
 * @param parts.index its number in its story
 * @param parts.end nothing happens from then on
 */
export function writeArticle(
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

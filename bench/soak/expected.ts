import type { LanguageTag } from '../../src/language/index.ts';
import { afterQuiet } from './daily.ts';
import type { Room, Wanting } from './rooms.ts';
import type { RunLog } from './run.ts';
import { digestsAt } from './schedule.ts';
import type { WorldArticle } from './article.ts';
import type { Happening, World, WorldStory } from './world.ts';

/** A time that is known between two bounds. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** When things were known to the service. */
export interface Knowledge {
  /** When a version of an article was stored; never, where it never was. */
  storedAt(article: WorldArticle, version: number): Span;
  withdrawnAt(article: WorldArticle): Span;
}

const never: Span = { from: Infinity, to: Infinity };

/** Looks up when happenings were taken. */
export function createKnowledge({ happenings }: World, { takenAt }: RunLog): Knowledge {
  const arrivals = new Map<string, Happening>();
  const withdrawals = new Map<string, Happening>();
  for (const each of happenings) {
    if (each.kind === 'withdrawal') withdrawals.set(each.id, each);
    else for (const { id } of each.items) arrivals.set(`${id}@${each.at}`, each);
  }
  const spanOf = (happening: Happening | undefined): Span => {
    const to = happening === undefined ? undefined : takenAt.get(happening);
    return happening === undefined || to === undefined ? never : { from: happening.at, to };
  };
  return {
    storedAt: ({ id, versions }, version) => spanOf(arrivals.get(`${id}@${versions[version]?.at}`)),
    withdrawnAt: ({ id }) => spanOf(withdrawals.get(id)),
  };
}

/** The articles of a story that somebody wants to read. */
export function wantedOf(
  { languages, sources }: Wanting,
  articles: readonly WorldArticle[],
): readonly WorldArticle[] {
  return articles.filter(
    ({ paper }) =>
      (languages.length === 0 || languages.includes(paper.language)) &&
      (sources.length === 0 || sources.includes(paper.name)),
  );
}

/** The article that is shown of some: the newest in the channel's language, else the first of all. */
export function shownOf(articles: readonly WorldArticle[], language: LanguageTag): WorldArticle | undefined {
  const ordered = articles.toSorted(
    (one, other) => publishedAt(one) - publishedAt(other) || (one.id < other.id ? -1 : 1),
  );
  return ordered.findLast(({ paper }) => paper.language === language) ?? ordered[0];
}

function publishedAt({ versions }: WorldArticle): number {
  return versions[0]?.item.publishedAt?.getTime() ?? 0;
}

/** Papers that begin to tell a story later than this after each other don't begin it together, in milliseconds. */
const soon = 3 * 60 * 60 * 1000;

/** How a room must be told of a story, if it must. */
export interface Telling {
  /** When enough was known for it. */
  readonly known: number;
  /** When it was to be there, at the latest. */
  readonly due: number;
  readonly as: 'alert' | 'any';
}

/**
 * When a room must be told of something that some of these articles tell, by what it asked for; undefined where it needn't. A story is told at
 * once where enough papers begin to tell it together, else with the next digest, unless it was withdrawn by then.
 */
export function tellingOf(
  room: Room,
  articles: readonly WorldArticle[],
  knowledge: Knowledge,
  { from, to }: Span,
): Telling | undefined {
  const found = room.wantings.flatMap((wanting): Telling[] => {
    const { quiet, zone, alerts, sources } = wanting;
    // Nobody waits for more papers than they read.
    const needed = alerts === undefined ? undefined : Math.min(alerts, sources.length || alerts);
    const wanted = wantedOf(wanting, articles);
    const arrivals = wanted
      .map((each) => knowledge.storedAt(each, 0).to)
      .filter(Number.isFinite)
      .toSorted((one, other) => one - other);
    const [arrived] = arrivals;
    if (arrived === undefined) return [];
    const digests = digestsAt(wanting, from, to);
    const known = needed === undefined ? undefined : arrivals[needed - 1];
    const isFirst =
      known !== undefined && known - arrived < soon && !digests.some((at) => at >= arrived && at < known);
    if (isFirst)
      return [{ known, due: quiet === undefined ? known : afterQuiet(quiet, zone, known), as: 'alert' }];
    const digest = digests.find((at) => at > arrived);
    const isThere = wanted.some((each) => knowledge.withdrawnAt(each).from > (digest ?? 0) + margin);
    return digest === undefined || !isThere ? [] : [{ known: arrived, due: digest, as: 'any' }];
  });
  // Who is alerted hears no more of it with the next digest, though the alert may have to wait longer.
  return found.find(({ as }) => as === 'alert') ?? found.toSorted((one, other) => one.due - other.due)[0];
}

/** What happens so soon after something was due may have happened before it was done, in milliseconds. */
export const margin = 4 * 60 * 60 * 1000;

/** Those who began a story. */
export function beginningOf({ articles }: WorldStory): readonly WorldArticle[] {
  return articles.filter(({ isFollowUp }) => !isFollowUp);
}

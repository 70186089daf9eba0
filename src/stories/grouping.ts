import type { Archive, Dated } from './archive.ts';
import { byPublication } from './neighbours.ts';
import type { Assignment, ArticleStore, Neighbour, Neighbourhood } from './store.ts';

/** A story is closed to what was published longer than this after its first article, or before it. */
const longestStory = 14 * 24 * 60 * 60 * 1000;
/** How close an article must be to two stories for them to be one, as a share of what one takes; of two languages that arrived together, more. */
const mergingCloseness = { settled: 1.5, together: 2 };
/** What arrives within this time is grouped as if it had arrived at once, in milliseconds. */
const settlingTime = 60_000;
/** Articles grouped at a time at the most. */
const mostAtOnce = 5000;
/** Articles whose neighbours are asked for at a time. */
const askedAtOnce = 512;

/** Puts stored articles into stories. */
export interface Grouping {
  /** Groups what waits for a story, as much as is grouped at a time, and says whether more waits. */
  groupWaiting(): Promise<'done' | 'more'>;
  /**
   * Groups what waits, and again whatever else arrived within a minute: whichever came first, the same articles make the same
   * stories.
   */
  settle(): Promise<void>;
}

/** Groups one batch after the other: two at once would each take the other's stories for settled. */
export function createGrouping(parts: {
  readonly store: ArticleStore;
  readonly archive: Pick<Archive, 'pending'>;
  readonly now: () => Date;
}): Grouping {
  const { store, archive, now } = parts;
  let before: Promise<unknown> = Promise.resolve();

  async function groupOnce(arrivedSince: Date): Promise<'done' | 'more'> {
    const pending = await archive.pending(arrivedSince, mostAtOnce);
    await groupArticles(store, pending);
    if (pending.length < mostAtOnce) return 'done';
    const [left] = await archive.pending(now(), 1);
    return left === undefined ? 'done' : 'more';
  }

  function inTurn<result>(group: () => Promise<result>): Promise<result> {
    const done = before.then(group);
    before = done.catch(() => undefined);
    return done;
  }

  return {
    groupWaiting: () => inTurn(() => groupOnce(new Date(now().getTime() + 1))),
    settle: () =>
      inTurn(async () => {
        const arrivedSince = new Date(now().getTime() - settlingTime);
        while ((await groupOnce(arrivedSince)) === 'more');
      }),
  };
}

/**
 * Puts each article into the story of the article closest to it in time and words, or leaves it a story of its own; stories that
 * one article brings together become one. Who is closest depends on what is stored alone, so what is grouped together is grouped
 * the same however it was ordered.
 * @returns what was assigned anew
 */
export async function groupArticles(
  store: ArticleStore,
  articles: readonly Dated[],
): Promise<readonly Assignment[]> {
  const ordered = articles.toSorted(byPublication).map(({ id }) => id);
  const arriving = new Set(ordered);
  const found = await findNeighbours(store, ordered);
  const leads = await findLeads(store, found, arriving);
  const closest = new Map<string, Neighbour | undefined>();
  const joined = new Map<string, string>();
  for (const { article, neighbours } of found) {
    const open = neighbours.filter(({ id, story }) => arriving.has(id) || isOpen(leads.get(story), article));
    const settled = open.filter((neighbour) => isSettled(neighbour, arriving));
    // A story that is there already comes first, so that none is started beside it; what waits will find this one in its turn.
    const together = open.find(({ id }) => arriving.has(id));
    closest.set(article.id, settled[0] ?? together);
    const close = settled.flatMap((each) => (each.closeness >= mergingCloseness.settled ? each.story : []));
    noteMerge(joined, close, (story) => leads.get(story));
  }
  const stories = followLinks(
    ordered.filter((id) => closest.has(id)),
    closest,
  );
  const known = new Map(found.map(({ article }) => [article.id, article]));
  for (const { article, neighbours } of found) {
    const close = neighbours.filter(
      ({ language, closeness }) => language !== article.language && closeness >= mergingCloseness.together,
    );
    const together = [article, ...close].flatMap(({ id }) => stories.get(id) ?? []);
    noteMerge(joined, together, (story) => leads.get(story) ?? known.get(story));
  }
  const assignments = [
    ...[...stories].map(([article, story]) => ({ article, story: nameOf(story, joined) })),
    ...(await moved(store, joined)).filter(({ article }) => !closest.has(article)),
  ];
  const changed = assignments.filter(({ article, story }) => {
    const stored = known.get(article);
    return !stored?.assigned || stored.story !== story;
  });
  if (changed.length > 0) await store.assign(changed);
  return changed;
}

async function findNeighbours(
  store: ArticleStore,
  ids: readonly string[],
): Promise<readonly Neighbourhood[]> {
  const found: Neighbourhood[] = [];
  for (let at = 0; at < ids.length; at += askedAtOnce)
    found.push(...(await store.neighbours(ids.slice(at, at + askedAtOnce))));
  return found;
}

/** The first articles of the settled stories that neighbours belong to, by story. */
async function findLeads(
  store: ArticleStore,
  found: readonly Neighbourhood[],
  arriving: ReadonlySet<string>,
): Promise<ReadonlyMap<string, Dated>> {
  const ids = new Set(
    found
      .flatMap(({ neighbours }) => neighbours)
      .filter((neighbour) => isSettled(neighbour, arriving))
      .map(({ story }) => story),
  );
  if (ids.size === 0) return new Map();
  const stories = await store.stories({ ids: [...ids], limit: ids.size });
  return new Map(stories.map(({ id, lead }) => [id, lead]));
}

function isSettled({ id, assigned }: Neighbour, arriving: ReadonlySet<string>): boolean {
  return assigned && !arriving.has(id);
}

function isOpen(lead: Dated | undefined, { publishedAt }: Dated): boolean {
  return lead !== undefined && Math.abs(publishedAt.getTime() - lead.publishedAt.getTime()) <= longestStory;
}

/** Notes which stories one article brings together, under the name of the earliest. */
function noteMerge(
  joined: Map<string, string>,
  stories: readonly string[],
  leadOf: (story: string) => Dated | undefined,
): void {
  const names = new Set(stories.map((story) => nameOf(story, joined)));
  const dated = (story: string) => ({ lead: leadOf(story), story });
  const leads = [...names].map(dated).flatMap(({ lead, story }) => (lead ? [{ ...lead, story }] : []));
  const [first, ...others] = leads.toSorted(byPublication);
  for (const { story } of others) if (first !== undefined) joined.set(story, first.story);
}

/** The name of the story that a story went into, over as many steps as it took. */
function nameOf(story: string, joined: ReadonlyMap<string, string>): string {
  const next = joined.get(story);
  return next === undefined ? story : nameOf(next, joined);
}

/** Moves the articles of stories that went into others. */
async function moved(
  store: ArticleStore,
  joined: ReadonlyMap<string, string>,
): Promise<readonly Assignment[]> {
  if (joined.size === 0) return [];
  const stories = await store.stories({ ids: [...joined.keys()], limit: joined.size });
  return stories.flatMap(({ id, articles }) =>
    articles.map((article) => ({ article: article.id, story: nameOf(id, joined) })),
  );
}

/**
 * Follows each article to the one closest to it and on from there: to one that has its story already, or round in a ring of
 * articles that are closest to each other, whose first one names the story.
 */
function followLinks(
  ordered: readonly string[],
  closest: ReadonlyMap<string, Neighbour | undefined>,
): ReadonlyMap<string, string> {
  const stories = new Map<string, string>();
  for (const id of ordered) {
    const path: string[] = [];
    let at: string | undefined = id;
    let story: string | undefined;
    while (at !== undefined && story === undefined) {
      path.push(at);
      const next: Neighbour | undefined = closest.get(at);
      at = next?.id;
      if (next === undefined || at === undefined) break;
      if (!closest.has(at)) story = next.story;
      else if (stories.has(at)) story = stories.get(at);
      else if (path.includes(at)) break;
    }
    // What begins at the earliest article and ends in a ring or alone is named by that article.
    for (const each of path) stories.set(each, story ?? id);
  }
  return stories;
}

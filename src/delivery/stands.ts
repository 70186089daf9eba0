import type { Dictionary } from '../language/index.ts';
import type { Story } from '../stories/article.ts';
import type { ArticleStore } from '../stories/store.ts';
import { openNewsstand } from './newsstand.ts';
import type { Newsstand } from './newsstand.ts';

/** Newsstands with the news since some time. */
export interface Stands {
  since(time: Date): Promise<Newsstand>;
}

/** Stories are fetched by when they were published, this many milliseconds at a time: what one thread hands another is kept small. */
const step = 6 * 60 * 60 * 1000;
/** The most stories that are fetched at a time, and in all, the newest first. */
const most = { atOnce: 5000, inAll: 20_000 };

/**
 * Opens newsstands with all that was published since some time, and with what was published before but arrived since as news; one
 * that reaches further back serves for a later time, too.
 */
export function createStands(
  store: Pick<ArticleStore, 'stories' | 'articles' | 'compounds'>,
  dictionary: Dictionary,
  now: Date,
): Stands {
  let widest: { readonly since: Date; readonly stand: Promise<Newsstand> } | undefined;

  async function open(since: Date): Promise<Newsstand> {
    const stories = new Map<string, Story>();
    const keep = (found: readonly Story[]) => {
      for (const story of found)
        if (story.articles.some(({ arrivedAt }) => arrivedAt > since)) stories.set(story.id, story);
    };
    let to: Date | undefined;
    for (let from = now; from > since && stories.size < most.inAll; to = from) {
      from = new Date(Math.max(since.getTime(), from.getTime() - step));
      keep(await store.stories({ from, ...(to !== undefined && { to }), limit: most.atOnce }));
    }
    keep(await store.stories({ newsSince: since, to: since, limit: most.atOnce }));
    return openNewsstand({ store, dictionary, stories: [...stories.values()], now });
  }

  return {
    since(time) {
      if (widest === undefined || widest.since > time) widest = { since: time, stand: open(time) };
      return widest.stand;
    },
  };
}

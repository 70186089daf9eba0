import type { Story } from '../stories/article.ts';
import type { ArticleStore } from '../stories/store.ts';

/** Stories that are left alone for a while after somebody was told of them. */
export interface Resting {
  /** Notes when that is over: where several wait for it, the first time counts, and whoever waits longer notes it again. */
  note(story: string, until: number, now: Date): void;
  /** Those for which it is over. */
  over(now: Date): Promise<readonly Story[]>;
  /** Forgets those. */
  forget(now: Date): void;
}

/** What is noted is in memory alone: a new process looks at the last hours anyway. */
export function createResting(articles: Pick<ArticleStore, 'stories'>): Resting {
  const ends = new Map<string, number>();

  function endedBy(now: Date): readonly string[] {
    return [...ends].filter(([, end]) => end <= now.getTime()).map(([story]) => story);
  }

  return {
    note(story, until, now) {
      const before = ends.get(story) ?? 0;
      ends.set(story, before > now.getTime() ? Math.min(before, until) : until);
    },
    async over(now) {
      const ids = endedBy(now);
      return ids.length === 0 ? [] : articles.stories({ ids, limit: ids.length });
    },
    forget(now) {
      for (const story of endedBy(now)) ends.delete(story);
    },
  };
}

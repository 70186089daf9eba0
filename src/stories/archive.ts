import type { ArticleHead } from './article.ts';

/** An article's title and text as they were for a while. */
export interface Version {
  /** 1 for the first. */
  readonly revision: number;
  readonly title: string;
  readonly text: string;
  /** When Kiosk first read it so. */
  readonly readAt: Date;
}

/** An article's id and when it was published. */
export type Dated = Pick<ArticleHead, 'id' | 'publishedAt'>;

/** What is done with stored articles as time goes by. An id may be any name of the article. */
export interface Archive {
  /** Every version of an article that is kept, oldest first, today's last; none where it isn't stored. */
  versions(id: string): Promise<readonly Version[]>;
  /** Notes that the paper took an article back: it is found no more. False: it isn't stored, or was withdrawn before. */
  withdraw(id: string, at: Date): Promise<boolean>;
  /**
   * Articles that wait for a story, and with them those that arrived from `arrivedSince` on, `limit` at the most, the waiting first; none
   * where none waits.
   */
  pending(arrivedSince: Date, limit: number): Promise<readonly Dated[]>;
  /**
   * Removes stories whose articles all arrived before a time, with everything that was kept of them, a part of them with each call.
   * @returns how many articles were removed; 0 when there is nothing left to do
   */
  prune(arrivedBefore: Date): Promise<number>;
}

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Archive } from '../../src/stories/archive.ts';
import type { ArticleStore } from '../../src/stories/store.ts';
import { about, article } from './article-store.ts';

/** A store that was opened for one test, empty. */
export interface OpenedArchive {
  readonly articles: ArticleStore;
  readonly archive: Archive;
  close(): Promise<void>;
}

const at = (hour: number) => new Date(Date.UTC(2026, 4, 4, hour));

/** What every archive of articles must do. */
export function archiveContract(name: string, open: () => Promise<OpenedArchive>): void {
  describe(`${name} keeps articles in order`, () => {
    let opened: OpenedArchive;
    let articles: ArticleStore;
    let archive: Archive;
    beforeEach(async () => {
      opened = await open();
      ({ articles, archive } = opened);
    });
    afterEach(() => opened.close());

    const found = async (words: string) =>
      (await articles.candidates(about(words))).candidates.map(({ article }) => article.id);
    const pending = async (since: Date, limit = 9) =>
      (await archive.pending(since, limit)).map(({ id }) => id).toSorted();

    it('keeps every version of an article with the time it was read', async () => {
      const first = article({ id: 'a', title: 'Mayor', text: 'The mayor resigned.', arrivedAt: at(8) });
      await articles.add([first]);
      await articles.add([{ ...first, arrivedAt: at(9) }]);
      await articles.add([{ ...first, text: 'The mayor stays.', arrivedAt: at(10) }]);
      await articles.add([{ ...first, title: 'Mayor stays', text: 'The mayor stays.', arrivedAt: at(11) }]);
      expect(await archive.versions('a')).toEqual([
        { revision: 1, title: 'Mayor', text: 'The mayor resigned.', readAt: at(8) },
        { revision: 2, title: 'Mayor', text: 'The mayor stays.', readAt: at(10) },
        { revision: 3, title: 'Mayor stays', text: 'The mayor stays.', readAt: at(11) },
      ]);
      expect(await archive.versions('nowhere')).toEqual([]);
    });

    it('counts the whole text as the first version of what was known in part', async () => {
      const part = article({ id: 'a', text: 'The mayor resigned…', complete: false, arrivedAt: at(8) });
      await articles.add([part]);
      await articles.add([{ ...part, text: 'The mayor resigned today.', complete: true, arrivedAt: at(9) }]);
      expect(await archive.versions('a')).toEqual([
        { revision: 1, title: 'Untitled', text: 'The mayor resigned today.', readAt: at(8) },
      ]);
    });

    it('finds what was withdrawn no more, keeps it, and withdraws it once', async () => {
      await articles.add([
        article({ id: 'a', text: 'The harbour froze.' }),
        article({ id: 'b', text: 'The harbour thawed.', names: ['other'] }),
      ]);
      expect(await archive.withdraw('a', at(9))).toBe(true);
      expect(await archive.withdraw('a', at(10))).toBe(false);
      expect(await archive.withdraw('nowhere', at(10))).toBe(false);
      expect(await found('harbour')).toEqual(['b']);
      expect((await articles.candidates(about('froze'))).total).toBe(1);
      expect((await articles.articles(['a']))[0]?.article.withdrawnAt).toEqual(at(9));
      expect(await archive.withdraw('other', at(11))).toBe(true);
      expect(await found('harbour')).toEqual([]);
    });

    it('takes back what was withdrawn when the paper publishes it again', async () => {
      const given = article({ id: 'a', text: 'The harbour froze.' });
      await articles.add([given]);
      await archive.withdraw('a', at(9));
      expect(await articles.add([given])).toMatchObject([{ outcome: 'revised' }]);
      expect(await found('harbour')).toEqual(['a']);
      expect((await articles.articles(['a']))[0]?.article).not.toHaveProperty('withdrawnAt');
    });

    it('names a story by its first article that was not withdrawn', async () => {
      await articles.add([
        article({ id: 'a', publishedAt: at(1) }),
        article({ id: 'b', publishedAt: at(2) }),
      ]);
      await articles.assign([{ article: 'b', story: 'a' }]);
      await archive.withdraw('a', at(9));
      expect((await articles.stories({ ids: ['a'], limit: 1 }))[0]).toMatchObject({
        lead: { id: 'b' },
        articles: [{ id: 'a' }, { id: 'b' }],
      });
      await archive.withdraw('b', at(9));
      expect((await articles.stories({ ids: ['a'], limit: 1 }))[0]?.lead.id).toBe('a');
    });

    it('says what waits for a story, and what came with it', async () => {
      await articles.add([
        article({ id: 'old', arrivedAt: at(6) }),
        article({ id: 'young', arrivedAt: at(8) }),
        article({ id: 'waiting', arrivedAt: at(5) }),
      ]);
      expect(await pending(at(7))).toEqual(['old', 'waiting', 'young']);
      await articles.assign([
        { article: 'old', story: 'old' },
        { article: 'young', story: 'young' },
      ]);
      expect(await pending(at(8))).toEqual(['waiting', 'young']);
      expect(await pending(at(9))).toEqual(['waiting']);
      expect(await pending(at(7), 1)).toEqual(['waiting']);
      await articles.assign([{ article: 'waiting', story: 'old' }]);
      expect(await pending(at(7))).toEqual([]);
    });

    it('lets what was completed wait for its story again', async () => {
      await articles.add([article({ id: 'a', text: 'Part…', complete: false })]);
      await articles.assign([{ article: 'a', story: 'a' }]);
      await articles.add([article({ id: 'a', text: 'All of it.' })]);
      expect(await pending(at(23))).toEqual(['a']);
    });

    it('removes stories that ended long ago, with all that was kept of them', async () => {
      await articles.add([
        article({ id: 'old', text: 'The harbour froze.', arrivedAt: at(1), names: ['old-name'] }),
        article({ id: 'older', text: 'The harbour froze over.', arrivedAt: at(0) }),
        article({ id: 'long', text: 'The harbour is old.', arrivedAt: at(1) }),
        article({ id: 'long-2', text: 'The harbour is still old.', arrivedAt: at(9) }),
      ]);
      await articles.assign([
        { article: 'older', story: 'old' },
        { article: 'long-2', story: 'long' },
      ]);
      await articles.add([article({ id: 'older', text: 'The harbour froze again.', arrivedAt: at(2) })]);
      let removed = 0;
      for (let count = await archive.prune(at(5)); count > 0; count = await archive.prune(at(5)))
        removed += count;
      expect(removed).toBe(2);
      expect((await articles.stories({ limit: 9 })).map(({ id }) => id)).toEqual(['long']);
      expect((await found('harbour')).toSorted()).toEqual(['long', 'long-2']);
      expect(await archive.versions('older')).toEqual([]);
      const { total, frequencies } = await articles.candidates(about('froze harbour'));
      expect([total, ...frequencies.values()]).toEqual([2, 0, 2]);
      const again = article({ id: 'new', text: 'The harbour froze.', names: ['old-name'] });
      expect(await articles.add([again])).toMatchObject([{ id: 'new', outcome: 'new' }]);
    });
  });
}

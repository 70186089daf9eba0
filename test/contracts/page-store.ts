import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DuePage, PageStore } from '../../src/sources/pages.ts';

/** A store that was opened for one test, empty. */
export interface OpenedPageStore {
  readonly store: PageStore;
  close(): Promise<void>;
}

const start = new Date('2026-05-04T08:00:00Z');
const later = (minutes: number) => new Date(start.getTime() + minutes * 60_000);

function page(name: string, parts: Partial<DuePage> = {}): DuePage {
  return {
    name,
    item: {
      url: `https://paper.example/${name}`,
      names: [`paper.example/${name}`, 'guid'],
      source: 'The Paper',
      language: 'en',
      title: 'Ferry',
      text: 'A ferry „sails“.',
      publishedAt: new Date('2026-05-04T07:00:00.5Z'),
      authors: ['Mara Quill'],
      complete: false,
      news: true,
    },
    dueAt: start,
    looks: 0,
    failures: 0,
    ...parts,
  };
}

/** What every store of pages that wait to be read must do. */
export function pageStoreContract(name: string, open: () => Promise<OpenedPageStore>): void {
  describe(`${name} keeps pages that wait`, () => {
    let opened: OpenedPageStore;
    let store: PageStore;
    beforeEach(async () => {
      opened = await open();
      store = opened.store;
    });
    afterEach(() => opened.close());

    const claim = async (now: Date, limit = 9, until = later(1000)) =>
      (await store.claim(now, limit, until)).map(({ name }) => name);

    it('gives a page back as it was handed in, to one that asks', async () => {
      const { publishedAt: _, ...undated } = page('b').item;
      const pages = [page('a', { bookmark: 'v1', looks: 2, failures: 1 }), page('b', { item: undated })];
      await store.add(pages);
      expect(await store.claim(start, 9, later(30))).toEqual(pages);
      expect(await store.claim(later(29), 9, later(60))).toEqual([]);
      expect(await store.claim(later(30), 9, later(60))).toHaveLength(2);
    });

    it('gives what is due, longest due first', async () => {
      await store.add([
        page('c', { dueAt: later(3) }),
        page('a', { dueAt: later(1) }),
        page('b', { dueAt: later(2) }),
        page('d', { dueAt: later(4) }),
      ]);
      expect(await claim(later(3), 2)).toEqual(['a', 'b']);
      expect(await claim(later(3))).toEqual(['c']);
    });

    it('waits for what is handed in last', async () => {
      await store.add([page('a', { looks: 3, bookmark: 'old', dueAt: later(60) })]);
      const again = page('a', { item: { ...page('a').item, title: 'Ferry sails' } });
      await store.add([again]);
      expect(await store.claim(start, 9, later(30))).toEqual([again]);
    });

    it('looks again when it is told to, and no more otherwise', async () => {
      await store.add([page('a'), page('b')]);
      await claim(start);
      const next = page('a', { dueAt: later(60), looks: 1, bookmark: 'v2' });
      await store.settle('a', next);
      await store.settle('b', undefined);
      expect(await claim(later(59))).toEqual([]);
      expect(await store.claim(later(2000), 9, later(3000))).toEqual([next]);
    });
  });
}

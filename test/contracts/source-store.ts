import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SourceStore } from '../../src/sources/store.ts';

/** A store that was opened for one test, empty. */
export interface OpenedSourceStore {
  readonly store: SourceStore;
  close(): Promise<void>;
}

const start = new Date('2026-05-04T08:00:00Z');
const later = (minutes: number) => new Date(start.getTime() + minutes * 60_000);
const herald = { url: 'https://herald.example/feed', name: 'herald', language: 'en' } as const;
const courrier = { url: 'https://courrier.example/rss', name: 'Le Courrier' };
const anzeiger = { url: 'https://anzeiger.example/atom', name: 'Anzeiger', language: 'de' } as const;

/** What every store of followed sources must do. */
export function sourceStoreContract(name: string, open: () => Promise<OpenedSourceStore>): void {
  describe(`${name} keeps followed sources`, () => {
    let opened: OpenedSourceStore;
    let store: SourceStore;
    beforeEach(async () => {
      opened = await open();
      store = opened.store;
    });
    afterEach(() => opened.close());

    const due = async (now: Date, limit = 9) => (await store.due(now, limit)).map(({ url }) => url);

    it('follows sources that are new, due at once, and lists them by name', async () => {
      expect(await store.list()).toEqual([]);
      expect(await store.add([herald, courrier], start)).toBe(2);
      expect(await store.add([courrier, anzeiger, anzeiger], later(5))).toBe(1);
      expect(await store.list()).toEqual([
        { ...anzeiger, dueAt: later(5), failures: 0 },
        { ...herald, dueAt: start, failures: 0 },
        { ...courrier, dueAt: start, failures: 0 },
      ]);
    });

    it('leaves a source that is followed already as it is', async () => {
      await store.add([herald], start);
      const state = { bookmark: 'etag', dueAt: later(30), readAt: later(0), failures: 0 };
      await store.settle(herald.url, state);
      expect(await store.add([{ url: herald.url, name: 'Renamed' }], later(5))).toBe(0);
      expect(await store.list()).toEqual([{ ...herald, ...state }]);
    });

    it('gives what is due, longest due first', async () => {
      await store.add([herald, courrier, anzeiger], start);
      await store.settle(herald.url, { dueAt: later(20), failures: 0 });
      await store.settle(courrier.url, { dueAt: later(10), failures: 0 });
      await store.settle(anzeiger.url, { dueAt: later(30), failures: 0 });
      expect(await due(later(9))).toEqual([]);
      expect(await due(later(10))).toEqual([courrier.url]);
      expect(await due(later(40))).toEqual([courrier.url, herald.url, anzeiger.url]);
      expect(await due(later(40), 2)).toEqual([courrier.url, herald.url]);
    });

    it('keeps how the last read went, and forgets what is not said any more', async () => {
      await store.add([herald], start);
      const failed = { dueAt: later(60), failures: 3, failure: 'sources.unreachable' } as const;
      await store.settle(herald.url, { ...failed, bookmark: 'Tue, 05 May 2026', readAt: start });
      expect((await store.list())[0]).toEqual({
        ...herald,
        ...failed,
        bookmark: 'Tue, 05 May 2026',
        readAt: start,
      });
      await store.settle(herald.url, { dueAt: later(90), failures: 0 });
      expect(await store.list()).toEqual([{ ...herald, dueAt: later(90), failures: 0 }]);
    });

    it('stops following, once', async () => {
      await store.add([herald, courrier], start);
      expect(await store.remove(herald.url)).toBe(true);
      expect(await store.remove(herald.url)).toBe(false);
      await store.settle(herald.url, { dueAt: start, failures: 1 });
      expect(await due(later(1))).toEqual([courrier.url]);
    });
  });
}

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SourceState, SourceStore } from '../../src/sources/store.ts';

/** A store that was opened for one test, empty. */
export interface OpenedSourceStore {
  readonly store: SourceStore;
  close(): Promise<void>;
}

const start = new Date('2026-05-04T08:00:00Z');
const later = (minutes: number) => new Date(start.getTime() + minutes * 60_000);
const herald = { url: 'https://herald.example/feed', name: 'herald', language: 'en' } as const;
const courrier = { url: 'https://courrier.example/rss', name: 'Le Courrier', channel: 'web:1' };
const anzeiger = { url: 'https://anzeiger.example/atom', name: 'Anzeiger', language: 'de' } as const;
const fresh = { status: 'active', told: 'active', failures: 0 } as const;
const well = (dueAt: Date): SourceState => ({ status: 'active', dueAt, failures: 0 });

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

    const claim = async (now: Date, limit = 9, until = later(1000)) =>
      (await store.claim(now, limit, until)).map(({ url }) => url);
    const listed = async (url: string) => (await store.list()).find((source) => source.url === url);

    it('follows sources that are new, due at once, and lists them by name', async () => {
      expect(await store.list()).toEqual([]);
      expect(await store.add([herald, courrier], start)).toBe(2);
      expect(await store.add([courrier, anzeiger, anzeiger], later(5))).toBe(1);
      expect(await store.list()).toEqual([
        { ...anzeiger, ...fresh, dueAt: later(5) },
        { ...herald, ...fresh, dueAt: start },
        { ...courrier, ...fresh, dueAt: start },
      ]);
    });

    it('leaves a source that is followed already as it is', async () => {
      await store.add([herald], start);
      const state = { ...well(later(30)), bookmark: 'etag', readAt: later(0), interval: 1_800_000 };
      await store.settle(herald.url, state);
      expect(await store.add([{ url: herald.url, name: 'Renamed' }], later(5))).toBe(0);
      expect(await store.list()).toEqual([{ ...herald, ...fresh, ...state }]);
    });

    it('gives what is due, longest due first, to one that asks', async () => {
      await store.add([herald, courrier, anzeiger], start);
      await store.settle(herald.url, well(later(20)));
      await store.settle(courrier.url, well(later(10)));
      await store.settle(anzeiger.url, well(later(30)));
      expect(await claim(later(9))).toEqual([]);
      expect(await claim(later(40), 2)).toEqual([courrier.url, herald.url]);
      expect(await claim(later(40))).toEqual([anzeiger.url]);
      expect(await claim(later(40))).toEqual([]);
    });

    it('gives a source again that was claimed and never settled, when its time is up', async () => {
      await store.add([herald], start);
      expect(await claim(start, 9, later(30))).toEqual([herald.url]);
      expect(await claim(later(29))).toEqual([]);
      expect(await claim(later(30))).toEqual([herald.url]);
    });

    it('tells whoever claims a source how it was before, due when it was', async () => {
      await store.add([herald], start);
      await store.settle(herald.url, { ...well(later(5)), bookmark: 'v1' }, 'items');
      const [claimed] = await store.claim(later(6), 1, later(60));
      expect(claimed).toEqual({ ...herald, ...fresh, bookmark: 'v1', memory: 'items', dueAt: later(5) });
      expect((await listed(herald.url))?.dueAt).toEqual(later(60));
    });

    it('keeps how the last read went, and forgets what is not said any more, but the memory', async () => {
      await store.add([herald], start);
      const failed = {
        status: 'asleep',
        dueAt: later(60),
        failures: 3,
        failure: 'sources.unreachable',
      } as const;
      await store.settle(herald.url, { ...failed, bookmark: 'Tue, 05 May 2026', readAt: start }, 'items');
      expect(await listed(herald.url)).toEqual({
        ...herald,
        ...failed,
        told: 'active',
        bookmark: 'Tue, 05 May 2026',
        readAt: start,
      });
      await store.settle(herald.url, well(later(90)));
      expect(await listed(herald.url)).toEqual({ ...herald, ...fresh, dueAt: later(90) });
      expect((await store.claim(later(90), 1, later(91)))[0]?.memory).toBe('items');
    });

    it('gives a certain one when that is asked for, due or not, unless it is paused', async () => {
      await store.add([herald, courrier], start);
      await store.settle(herald.url, well(later(60)), 'items');
      const [claimed, ...others] = await store.claim(later(1), 9, later(30), herald.url);
      expect([claimed?.url, claimed?.memory, claimed?.dueAt, others]).toEqual([
        herald.url,
        'items',
        later(60),
        [],
      ]);
      await store.change(herald.url, { status: 'paused' });
      expect(await store.claim(later(1), 9, later(30), herald.url)).toEqual([]);
      expect(await store.claim(later(1), 9, later(30), 'https://nobody.example/')).toEqual([]);
    });

    it('gives one that is asleep in its time, and none that is paused or has ended', async () => {
      await store.add([herald, courrier, anzeiger], start);
      await store.settle(herald.url, { ...well(later(1)), status: 'asleep' });
      await store.settle(courrier.url, { ...well(later(1)), status: 'ended' });
      await store.change(anzeiger.url, { status: 'paused' });
      expect(await claim(later(2))).toEqual([herald.url]);
    });

    it('leaves a source paused that was paused while it was read, until it is resumed', async () => {
      await store.add([herald], start);
      await store.change(herald.url, { status: 'paused' });
      await store.settle(herald.url, well(later(1)));
      expect(await listed(herald.url)).toMatchObject({ status: 'paused', dueAt: later(1) });
      expect(await store.change(herald.url, { status: 'active', dueAt: later(3), failures: 0 })).toBe(true);
      expect(await claim(later(3))).toEqual([herald.url]);
    });

    it('changes what is said and nothing else', async () => {
      await store.add([courrier], start);
      await store.settle(courrier.url, { ...well(later(9)), status: 'asleep', failures: 9 });
      await store.change(courrier.url, { told: 'asleep' });
      expect(await listed(courrier.url)).toEqual({
        ...courrier,
        status: 'asleep',
        told: 'asleep',
        dueAt: later(9),
        failures: 9,
      });
      expect(await store.change('https://nobody.example/', { told: 'asleep' })).toBe(false);
    });

    it('follows a source to where it moved, and once only', async () => {
      await store.add([herald, courrier], start);
      await store.settle(herald.url, well(later(9)), 'items');
      const moved = 'https://herald.example/new';
      expect(await store.change(herald.url, { url: moved })).toBe(true);
      expect(await listed(moved)).toEqual({ ...herald, ...fresh, url: moved, dueAt: later(9) });
      await store.change(courrier.url, { url: moved });
      expect((await store.list()).map(({ url }) => url)).toEqual([moved]);
      expect((await store.claim(later(9), 1, later(10)))[0]?.memory).toBe('items');
    });

    it('stops following, once', async () => {
      await store.add([herald, courrier], start);
      expect(await store.remove(herald.url)).toBe(true);
      expect(await store.remove(herald.url)).toBe(false);
      await store.settle(herald.url, well(start));
      expect(await claim(later(1))).toEqual([courrier.url]);
    });
  });
}

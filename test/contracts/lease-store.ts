import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Lease, LeaseStore } from '../../src/sources/websub/leases.ts';

/** A store that was opened for one test, empty. */
export interface OpenedLeaseStore {
  readonly store: LeaseStore;
  close(): Promise<void>;
}

const at = (minute: number) => new Date(Date.UTC(2026, 4, 4, 8, minute));

function lease(source: string, parts: Partial<Lease> = {}): Lease {
  return {
    name: `name of ${source}`,
    source: `https://${source}.example/feed`,
    hub: 'https://hub.example/',
    topic: `https://${source}.example/rss`,
    secret: 'secret',
    dueAt: at(0),
    failures: 0,
    ...parts,
  };
}

/** What every store of leases must do. */
export function leaseStoreContract(name: string, open: () => Promise<OpenedLeaseStore>): void {
  describe(`${name} keeps leases`, () => {
    let opened: OpenedLeaseStore;
    let store: LeaseStore;
    beforeEach(async () => {
      opened = await open();
      store = opened.store;
    });
    afterEach(() => opened.close());

    it('finds a lease by its name and by its source', async () => {
      const granted = lease('a', { until: at(30), failures: 2 });
      await store.put(granted);
      expect(await store.find(granted.name)).toEqual(granted);
      expect(await store.of(granted.source)).toEqual(granted);
      expect([await store.find('nobody'), await store.of('nobody')]).toEqual([undefined, undefined]);
    });

    it('keeps one for each source', async () => {
      await store.put(lease('a', { until: at(30) }));
      const other = lease('a', { name: 'other', hub: 'https://other.example/' });
      await store.put(other);
      expect(await store.of(other.source)).toEqual(other);
      expect(await store.find('name of a')).toBeUndefined();
    });

    it('gives those that are due, longest due first', async () => {
      for (const [source, minute] of [
        ['c', 3],
        ['a', 1],
        ['b', 2],
      ] as const)
        await store.put(lease(source, { dueAt: at(minute) }));
      const due = [await store.due(at(0), 9), await store.due(at(2), 9), await store.due(at(9), 2)];
      expect(due.map((leases) => leases.map(({ source }) => source.charAt(8)))).toEqual([
        [],
        ['a', 'b'],
        ['a', 'b'],
      ]);
    });

    it('forgets a lease, once', async () => {
      const { source, name } = lease('a');
      await store.put(lease('a'));
      expect([await store.remove(source), await store.remove(source)]).toEqual([true, false]);
      expect(await store.find(name)).toBeUndefined();
    });
  });
}

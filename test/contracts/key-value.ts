import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DurableMap } from '../../src/stores/key-value.ts';

/** Durable maps that were opened for one test, empty. */
export interface OpenedKeyValue {
  keyValue(namespace: string): DurableMap;
  /** Lets go of what is kept and takes it up again, as a restart would. */
  reopen(): Promise<void>;
  close(): Promise<void>;
}

const start = new Date('2026-05-04T08:00:00Z').getTime();
const minute = 60_000;

/** What every durable map must do. */
export function keyValueContract(name: string, open: () => Promise<OpenedKeyValue>): void {
  describe(`${name} keeps keys and values`, () => {
    let opened: OpenedKeyValue;
    beforeEach(async () => {
      opened = await open();
      vi.useFakeTimers({ toFake: ['Date'], now: start });
    });
    afterEach(async () => {
      vi.useRealTimers();
      await opened.close();
    });

    it('gives plain values back as they were, also after a restart', async () => {
      const map = opened.keyValue('settings');
      const value = { language: 'de', list: [1, null, 'é\n"'], nested: { yes: true } };
      expect(await map.set('a', value)).toBe(true);
      expect(await map.set('b', false)).toBe(true);
      expect(await map.get('a')).toEqual(value);
      expect(await map.get('gone')).toBeUndefined();
      await opened.reopen();
      const again = opened.keyValue('settings');
      expect(await again.get('a')).toEqual(value);
      expect(await again.getMany(['b', 'gone', 'a'])).toEqual([false, undefined, value]);
      expect(await again.set('a', 2)).toBe(true);
      expect(await again.get('a')).toBe(2);
    });

    it('takes any text as a key', async () => {
      const map = opened.keyValue('settings');
      const keys = ["'; DROP TABLE key_values; --", '["web:1","caller"]', 'über%_', 'a:b'];
      for (const key of keys) await map.set(key, key);
      for (const key of keys) expect(await map.get(key)).toBe(key);
    });

    it('keeps namespaces apart', async () => {
      const one = opened.keyValue('settings');
      const other = opened.keyValue('memory');
      await one.set('a', 1);
      await other.set('a', 2);
      expect([await one.get('a'), await other.get('a')]).toEqual([1, 2]);
      await one.clear();
      expect([await one.get('a'), await other.get('a')]).toEqual([undefined, 2]);
    });

    it('forgets what was deleted', async () => {
      const map = opened.keyValue('settings');
      await map.set('a', 1);
      await map.set('b', 2);
      expect(await map.delete('a')).toBe(true);
      expect(await map.delete('a')).toBe(false);
      expect([await map.has('a'), await map.has('b')]).toEqual([false, true]);
      expect(await map.delete(['a', 'b'])).toEqual([false, true]);
    });

    it('forgets what has expired, whoever asks', async () => {
      const map = opened.keyValue('memory');
      await map.set('short', 1, 10 * minute);
      await map.set('long', 2, 30 * minute);
      await map.set('ever', 3);
      vi.setSystemTime(start + 10 * minute - 1);
      expect(await map.get('short')).toBe(1);
      vi.setSystemTime(start + 10 * minute + 1);
      expect(await map.get('short')).toBeUndefined();
      expect(await map.has('short')).toBe(false);
      expect(await map.delete('short')).toBe(false);
      await opened.reopen();
      expect(await opened.keyValue('memory').getMany(['short', 'long', 'ever'])).toEqual([undefined, 2, 3]);
      await opened.keyValue('memory').set('long', 4);
      vi.setSystemTime(start + 60 * minute);
      expect(await opened.keyValue('memory').get('long')).toBe(4);
    });

    it('adds what isn’t there, once, whoever asks at the same moment', async () => {
      const map = opened.keyValue('memory');
      const asking = Array.from({ length: 20 }, (_, index) =>
        opened.keyValue('memory').add('claim', { by: index }),
      );
      const added = await Promise.all(asking);
      expect(added.filter(Boolean)).toHaveLength(1);
      expect(await map.get('claim')).toEqual({ by: added.indexOf(true) });
      expect(await opened.keyValue('settings').add('claim', 1)).toBe(true);
      await opened.reopen();
      expect(await opened.keyValue('memory').add('claim', 1)).toBe(false);
      expect(await opened.keyValue('memory').delete('claim')).toBe(true);
      expect(await opened.keyValue('memory').add('claim', 1)).toBe(true);
      expect(await opened.keyValue('memory').get('claim')).toBe(1);
    });

    it('adds again what has expired, and what was added expires', async () => {
      const map = opened.keyValue('memory');
      expect(await map.add('claim', 1, minute)).toBe(true);
      vi.setSystemTime(start + minute - 1);
      expect(await map.add('claim', 2, minute)).toBe(false);
      expect(await map.get('claim')).toBe(1);
      vi.setSystemTime(start + minute + 1);
      expect(await map.add('claim', 3, minute)).toBe(true);
      expect(await map.get('claim')).toBe(3);
      vi.setSystemTime(start + 3 * minute);
      expect(await map.get('claim')).toBeUndefined();
      await map.set('ever', 1);
      vi.setSystemTime(start + 10_000 * minute);
      expect(await map.add('ever', 2)).toBe(false);
    });

    it('sets several at once, each for its time', async () => {
      const map = opened.keyValue('memory');
      await map.set('b', 0);
      await map.setMany([
        { key: 'a', value: { yes: true } },
        { key: 'b', value: 2, ttl: minute },
      ]);
      await opened.reopen();
      expect(await opened.keyValue('memory').getMany(['a', 'b'])).toEqual([{ yes: true }, 2]);
      vi.setSystemTime(start + 2 * minute);
      expect(await opened.keyValue('memory').getMany(['a', 'b'])).toEqual([{ yes: true }, undefined]);
    });

    it('lists its own entries', async () => {
      const map = opened.keyValue('memory');
      const entries = Array.from({ length: 450 }, (_, index) => ({ key: `key ${index}`, value: index }));
      await map.setMany(entries);
      await map.set('gone', 1, minute);
      await opened.keyValue('settings').set('other', 1);
      vi.setSystemTime(start + 2 * minute);
      const listed = [];
      for await (const entry of map.iterator()) listed.push(entry);
      expect(listed).toHaveLength(entries.length);
      expect(new Map(entries.map(({ key, value }) => [key, value]))).toEqual(
        new Map(listed.map(([key, value]) => [String(key), value])),
      );
    });
  });
}

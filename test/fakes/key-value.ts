import type { KeyValue } from '../../src/chat/key-value.ts';

/** A map in memory whose entries expire by the given clock. */
export function createFakeKeyValue(now: () => Date = () => new Date(0)): KeyValue {
  const entries = new Map<string, { readonly value: unknown; readonly expires: number }>();

  function find(key: string) {
    const entry = entries.get(key);
    return entry === undefined || entry.expires <= now().getTime() ? undefined : entry;
  }

  function put(key: string, value: unknown, expiresIn = Number.POSITIVE_INFINITY): void {
    entries.set(key, { value: structuredClone(value), expires: now().getTime() + expiresIn });
  }

  return {
    get: async (key) => find(key)?.value,
    set: async (key, value, expiresIn) => put(key, value, expiresIn),
    async setMany(entries) {
      for (const { key, value, ttl } of entries) put(key, value, ttl);
    },
    async add(key, value, expiresIn) {
      if (find(key) !== undefined) return false;
      put(key, value, expiresIn);
      return true;
    },
    async delete(key) {
      const was = find(key) !== undefined;
      entries.delete(key);
      return was;
    },
  };
}

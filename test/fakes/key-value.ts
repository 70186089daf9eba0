import type { KeyValue } from '../../src/chat/key-value.ts';

/** A map in memory whose entries expire by the given clock. */
export function createFakeKeyValue(now: () => Date = () => new Date(0)): KeyValue {
  const entries = new Map<string, { readonly value: unknown; readonly expires: number }>();
  return {
    async get(key) {
      const entry = entries.get(key);
      return entry === undefined || entry.expires <= now().getTime() ? undefined : entry.value;
    },
    async set(key, value, expiresIn = Number.POSITIVE_INFINITY) {
      entries.set(key, { value: structuredClone(value), expires: now().getTime() + expiresIn });
    },
    async delete(key) {
      entries.delete(key);
    },
  };
}

import { Keyv } from 'keyv';
import type { KeyvStorageEntry } from 'keyv';
import type { KeyValue } from '../chat/key-value.ts';

/** An entry of a durable map. `expires`: milliseconds since 1970, for ever without it. */
export interface Entry {
  readonly key: string;
  readonly value: string;
  readonly expires?: number;
}

/** What an engine does for one namespace of a durable map; what has expired is not there. */
export interface KeyValueDriver {
  /** One value a key; undefined where there is none. */
  get(keys: readonly string[]): Promise<readonly (string | undefined)[]>;
  set(entries: readonly Entry[]): Promise<void>;
  /** Sets what isn't there, in one step; false where it is. */
  add(entry: Entry): Promise<boolean>;
  /** For each key whether there was a value. */
  delete(keys: readonly string[]): Promise<readonly boolean[]>;
  clear(): Promise<void>;
  /** At most `limit` entries in the order of keys, from after `after` on. */
  list(after: string, limit: number): Promise<readonly Pick<Entry, 'key' | 'value'>[]>;
}

/** A durable map as Keyv has it, and what Kiosk asks of one. */
export type DurableMap = Keyv & KeyValue;

/** Entries an iterator reads at a time. */
const page = 200;

/**
 * A durable map. There is no listener for errors, since with one Keyv answers a failure with `undefined` or `false`;
 * without one it rejects.
 */
export function createKeyv(driver: KeyValueDriver): DurableMap {
  // An adapter a map: Keyv writes to it. No namespace is given to Keyv, the driver has its own.
  const map = new Keyv({ store: createAdapter(driver) });
  const add: KeyValue['add'] = async (key, value, expiresIn) => {
    const expires = expiresIn === undefined ? undefined : Date.now() + expiresIn;
    const encoded = String(await map.encode({ value, expires }));
    return driver.add({ key, value: encoded, ...(expires !== undefined && { expires }) });
  };
  return Object.assign(map, { add });
}

/** The value in what a driver holds, for who reads it elsewhere. */
export async function decodeKept(text: string): Promise<unknown> {
  return (await new Keyv().decode(text))?.value;
}

/** Keyv's storage contract over a driver; the values are texts, as Keyv encodes them. */
function createAdapter(driver: KeyValueDriver) {
  const has = async (keys: readonly string[]) => (await driver.get(keys)).map((value) => value !== undefined);
  const set = async (entries: readonly KeyvStorageEntry[]) => {
    await driver.set(
      entries.map(({ key, value, expires }) => ({
        key,
        value: String(value),
        ...(expires !== undefined && { expires }),
      })),
    );
    return entries.map(() => true);
  };
  return {
    /** Declares that `expires` is absolute and that the engine enforces it. */
    capabilities: { expires: true },
    get: async (key: string) => (await driver.get([key]))[0],
    getMany: async (keys: string[]) => driver.get(keys),
    has: async (key: string) => (await has([key]))[0] === true,
    hasMany: has,
    async set(key: string, value: unknown, expires?: number) {
      await set([{ key, value, ...(expires !== undefined && { expires }) }]);
      return true;
    },
    setMany: set,
    delete: async (key: string) => (await driver.delete([key]))[0] === true,
    deleteMany: async (keys: string[]) => driver.delete(keys),
    clear: async () => driver.clear(),
    async *iterator() {
      for (let after = ''; ;) {
        const entries = await driver.list(after, page);
        for (const { key, value } of entries) yield [key, value];
        const last = entries.at(-1);
        if (last === undefined || entries.length < page) return;
        after = last.key;
      }
    },
  };
}

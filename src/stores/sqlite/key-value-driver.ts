import type { KeyValueDriver } from '../key-value.ts';
import type { Threads } from './index.ts';

/** One namespace of the durable map on the threads of a database. */
export function createKeyValueDriver({ reader, writer }: Threads, namespace: string): KeyValueDriver {
  const place = () => ({ namespace, now: Date.now() });
  return {
    get: (keys) => reader().call('getValues', { ...place(), keys }),
    set: (entries) => writer.call('setValues', { ...place(), entries }),
    add: (entry) => writer.call('addValue', { ...place(), entry }),
    delete: (keys) => writer.call('deleteValues', { ...place(), keys }),
    clear: () => writer.call('clearValues', namespace),
    list: (after, limit) => reader().call('listValues', { ...place(), after, limit }),
  };
}

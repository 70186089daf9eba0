import type { SourceStore } from '../../sources/store.ts';
import type { Threads } from './index.ts';

/** The port of sources on the threads of a database. */
export function createSourceStore({ reader, writer }: Threads): SourceStore {
  return {
    add: (sources, now) => writer.call('addSources', { sources, now }),
    list: () => reader().call('sources', undefined),
    due: (now, limit) => reader().call('dueSources', { now, limit }),
    settle: (url, state) => writer.call('settleSource', { url, state }),
    remove: (url) => writer.call('removeSource', url),
  };
}

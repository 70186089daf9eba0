import type { SourceStore } from '../../sources/store.ts';
import type { Threads } from './index.ts';

/** The port of sources on the threads of a database. */
export function createSourceStore({ reader, writer }: Threads): SourceStore {
  return {
    add: (sources, now) => writer.call('addSources', { sources, now }),
    list: () => reader().call('sources', undefined),
    claim: (now, limit, until, only) =>
      writer.call('claimSources', { now, limit, until, ...(only !== undefined && { only }) }),
    settle: (url, state, memory) =>
      writer.call('settleSource', { url, state, ...(memory !== undefined && { memory }) }),
    change: (url, change) => writer.call('changeSource', { url, change }),
    remove: (url) => writer.call('removeSource', url),
  };
}

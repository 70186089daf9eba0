import type { DuePage, PageStore } from '../../src/sources/pages.ts';
import type { ClaimedSource, FollowedSource, SourceStore } from '../../src/sources/store.ts';
import type { Lease, LeaseStore } from '../../src/sources/websub/leases.ts';

function withoutMemory({ memory: _memory, ...source }: ClaimedSource): FollowedSource {
  return source;
}

/** A store of followed sources in memory. */
export function createFakeSourceStore(): SourceStore {
  const kept = new Map<string, ClaimedSource>();

  return {
    async add(sources, now) {
      const fresh = sources.filter(
        ({ url }, index) => !kept.has(url) && sources.findIndex((each) => each.url === url) === index,
      );
      for (const source of fresh)
        kept.set(source.url, { ...source, status: 'active', told: 'active', dueAt: now, failures: 0 });
      return fresh.length;
    },
    list: async () =>
      [...kept.values()]
        .map(withoutMemory)
        .sort((one, other) => (one.name.toLowerCase() < other.name.toLowerCase() ? -1 : 1)),
    async claim(now, limit, until, only) {
      const claimed = [...kept.values()]
        .filter(({ status }) => status === 'active' || status === 'asleep')
        .filter(({ url, dueAt }) => (only === undefined ? dueAt <= now : url === only))
        .sort((one, other) => one.dueAt.getTime() - other.dueAt.getTime())
        .slice(0, limit);
      for (const source of claimed) kept.set(source.url, { ...source, dueAt: until });
      return claimed;
    },
    async settle(url, state, given) {
      const known = kept.get(url);
      if (known === undefined) return;
      const { name, language, channel, told, status } = known;
      const memory = given ?? known.memory;
      kept.set(url, {
        url,
        name,
        told,
        ...(language && { language }),
        ...(channel !== undefined && { channel }),
        ...state,
        ...(status === 'paused' && { status }),
        ...(memory !== undefined && { memory }),
      });
    },
    async change(url, { url: next = url, ...change }) {
      const known = kept.get(url);
      if (known === undefined) return false;
      kept.delete(url);
      if (!kept.has(next)) kept.set(next, { ...known, ...change, url: next });
      return true;
    },
    remove: async (url) => kept.delete(url),
  };
}

/** A store of pages that wait, in memory. */
export function createFakePageStore(): PageStore {
  const kept = new Map<string, DuePage>();
  return {
    async add(pages) {
      for (const page of pages) kept.set(page.name, page);
    },
    async claim(now, limit, until) {
      const claimed = [...kept.values()]
        .filter(({ dueAt }) => dueAt <= now)
        .sort((one, other) => one.dueAt.getTime() - other.dueAt.getTime())
        .slice(0, limit);
      for (const page of claimed) kept.set(page.name, { ...page, dueAt: until });
      return claimed;
    },
    async settle(name, next) {
      if (next === undefined) kept.delete(name);
      else kept.set(name, next);
    },
  };
}

/** A store of leases in memory. */
export function createFakeLeaseStore(): LeaseStore {
  const kept = new Map<string, Lease>();
  return {
    find: async (name) => [...kept.values()].find((lease) => lease.name === name),
    of: async (source) => kept.get(source),
    async put(lease) {
      kept.set(lease.source, lease);
    },
    due: async (now, limit) =>
      [...kept.values()]
        .filter(({ dueAt }) => dueAt <= now)
        .sort((one, other) => one.dueAt.getTime() - other.dueAt.getTime())
        .slice(0, limit),
    remove: async (source) => kept.delete(source),
  };
}

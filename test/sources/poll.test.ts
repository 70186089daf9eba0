import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors.ts';
import {
  createPoller,
  type FollowedSource,
  type Gathered,
  type Item,
  type PollEvent,
  type PollerParts,
  type SourceState,
  type SourceStore,
} from '../../src/sources/index.ts';
import { retryAfter } from '../../src/sources/polling/poll.ts';

const minute = 60_000;
const start = new Date('2026-11-23T08:00:00Z');
const item: Item = { url: 'https://a.example/1', source: 'A', title: 'T', text: 'Text.' };

/** A newsstand of sources in memory, with a clock that tests move. */
function stand(
  urls: readonly string[],
  parts: Partial<PollerParts> & { read: (url: string, signal: AbortSignal) => Promise<Gathered> },
) {
  const kept = new Map<string, FollowedSource>(
    urls.map((url) => [url, { url, name: url, dueAt: start, failures: 0 }]),
  );
  const clock = { now: start };
  const events: PollEvent[] = [];
  const taken: Item[] = [];
  const store: SourceStore = {
    add: async () => 0,
    list: async () => [...kept.values()],
    due: async (now, limit) => [...kept.values()].filter(({ dueAt }) => dueAt <= now).slice(0, limit),
    async settle(url, state: SourceState) {
      kept.set(url, { url, name: url, ...state });
    },
    remove: async (url) => kept.delete(url),
  };
  const poller = createPoller({
    store,
    source: ({ url }) => ({ id: url, fetch: (_, signal) => parts.read(url, signal) }),
    take: async (items) => void taken.push(...items),
    now: () => clock.now,
    random: () => 0.5,
    report: (event) => void events.push(event),
    ...parts,
  });
  return { poller, kept, clock, events, taken, store, signal: new AbortController().signal };
}

/** Promises that tests settle by hand. */
function gates() {
  const open = new Map<string, () => void>();
  return {
    open,
    wait: (url: string) => new Promise<Gathered>((resolve) => open.set(url, () => resolve({ items: [] }))),
    settled: () => new Promise<void>((resolve) => setImmediate(resolve)),
  };
}

const kinds = (events: readonly PollEvent[]) => events.map(({ kind }) => kind);

describe('a tick', () => {
  it('takes what a due source gives and keeps its bookmark, due again in half an hour', async () => {
    const { poller, kept, taken, events, clock, signal } = stand(['https://a.example/'], {
      read: async () => ({ items: [item], bookmark: 'v1' }),
    });
    await poller.tick(signal);
    expect(taken).toEqual([item]);
    expect(kept.get('https://a.example/')).toEqual({
      url: 'https://a.example/',
      name: 'https://a.example/',
      bookmark: 'v1',
      readAt: start,
      dueAt: new Date(start.getTime() + 30 * minute),
      failures: 0,
    });
    expect(events).toMatchObject([{ kind: 'read', items: 1 }]);
    await poller.tick(signal);
    expect(taken).toHaveLength(1);
    clock.now = new Date(start.getTime() + 30 * minute);
    await poller.tick(signal);
    expect(taken).toHaveLength(2);
  });

  it('tells of a failure once, tries again ever later, and tells of the recovery once', async () => {
    let fails = true;
    const { poller, kept, events, clock, signal } = stand(['https://a.example/'], {
      read: async () => {
        if (fails) throw new UserError('sources.timeout');
        return { items: [] };
      },
    });
    const waits: number[] = [];
    for (let round = 0; round < 12; round += 1) {
      await poller.tick(signal);
      const { dueAt } = kept.get('https://a.example/') ?? { dueAt: start };
      waits.push((dueAt.getTime() - clock.now.getTime()) / minute);
      clock.now = dueAt;
    }
    expect(waits).toEqual([5, 10, 20, 40, 80, 160, 320, 640, 1280, 1440, 1440, 1440]);
    expect(events).toMatchObject([{ kind: 'failing', reason: 'sources.timeout' }]);
    expect(kept.get('https://a.example/')).toMatchObject({ failures: 12, failure: 'sources.timeout' });
    fails = false;
    await poller.tick(signal);
    expect(kinds(events)).toEqual(['failing', 'recovered', 'read']);
    expect(kept.get('https://a.example/')).toMatchObject({ failures: 0 });
    expect(kept.get('https://a.example/')).not.toHaveProperty('failure');
  });

  it('keeps the bookmark of a source that fails, and one source’s failure to itself', async () => {
    const { poller, kept, taken, signal } = stand(['https://a.example/', 'https://b.example/'], {
      read: async (url) => {
        if (url === 'https://a.example/') throw new Error('a bug');
        return { items: [item] };
      },
    });
    kept.set('https://a.example/', {
      url: 'https://a.example/',
      name: 'A',
      dueAt: start,
      failures: 0,
      bookmark: 'old',
    });
    await poller.tick(signal);
    expect(kept.get('https://a.example/')).toMatchObject({
      failures: 1,
      failure: 'sources.fault',
      bookmark: 'old',
    });
    expect(taken).toEqual([item]);
  });

  it('does not forget items that could not be kept: the bookmark stays behind', async () => {
    const { poller, kept, signal } = stand(['https://a.example/'], {
      read: async () => ({ items: [item], bookmark: 'new' }),
      take: async () => {
        throw new Error('disk full');
      },
    });
    await poller.tick(signal);
    expect(kept.get('https://a.example/')).toMatchObject({ failures: 1 });
    expect(kept.get('https://a.example/')).not.toHaveProperty('bookmark');
  });

  it('reads four at once, and two of one host', async () => {
    const { wait, open, settled } = gates();
    const urls = [1, 2, 3]
      .map((n) => `https://a.example/${n}`)
      .concat([1, 2, 3].map((n) => `https://b${n}.example/`));
    const { poller, signal } = stand(urls, { read: wait });
    const ticking = poller.tick(signal);
    await settled();
    expect([...open.keys()]).toEqual([
      'https://a.example/1',
      'https://a.example/2',
      'https://b1.example/',
      'https://b2.example/',
    ]);
    open.get('https://a.example/1')?.();
    await settled();
    expect([...open.keys()].slice(4)).toEqual(['https://a.example/3']);
    while (open.size < urls.length) {
      for (const release of open.values()) release();
      await settled();
    }
    for (const release of open.values()) release();
    await ticking;
  });

  it('is the same tick while it runs', async () => {
    const { wait, open, settled } = gates();
    let reads = 0;
    const { poller, signal } = stand(['https://a.example/'], {
      read: (url) => {
        reads += 1;
        return wait(url);
      },
    });
    const first = poller.tick(signal);
    const second = poller.tick(signal);
    await settled();
    open.get('https://a.example/')?.();
    await Promise.all([first, second]);
    expect(reads).toBe(1);
  });

  it('leaves everything due when it is stopped', async () => {
    const stopping = new AbortController();
    const urls = [1, 2, 3, 4, 5, 6].map((n) => `https://a${n}.example/`);
    const begun: string[] = [];
    const { poller, kept, events } = stand(urls, {
      read: (url, signal) => {
        begun.push(url);
        if (begun.length === 4) setImmediate(() => stopping.abort());
        return new Promise((_, reject) => {
          signal.addEventListener('abort', () => reject(new Error('aborted')));
        });
      },
    });
    await poller.tick(stopping.signal);
    expect(begun).toHaveLength(4);
    expect([...kept.values()].every(({ failures, dueAt }) => failures === 0 && dueAt === start)).toBe(true);
    expect(events).toEqual([]);
  });

  it('fails where the store does, after every source had its turn', async () => {
    const begun: string[] = [];
    const { store, clock, signal } = stand(['https://a.example/', 'https://b.example/'], {
      read: async () => ({ items: [] }),
    });
    const poller = createPoller({
      store: { ...store, settle: () => Promise.reject(new Error('gone')) },
      source: ({ url }) => ({
        id: url,
        fetch: async () => {
          begun.push(url);
          return { items: [] };
        },
      }),
      take: async () => undefined,
      now: () => clock.now,
      random: () => 0.5,
      report: () => undefined,
    });
    await expect(poller.tick(signal)).rejects.toThrow('gone');
    expect(begun).toHaveLength(2);
  });
});

describe('retryAfter', () => {
  it('spreads by a quarter to each side, from five minutes to a day', () => {
    expect([retryAfter(1, 0), retryAfter(1, 1)]).toEqual([5 * minute, 6.25 * minute]);
    expect([retryAfter(3, 0), retryAfter(3, 1)]).toEqual([15 * minute, 25 * minute]);
    expect([retryAfter(1000, 0), retryAfter(1000, 1)]).toEqual([24 * 60 * minute, 24 * 60 * minute]);
  });
});

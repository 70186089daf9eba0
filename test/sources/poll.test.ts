import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors.ts';
import {
  type ClaimedSource,
  createPoller,
  FetchError,
  type Gathered,
  type Item,
  type PollEvent,
  type PollerParts,
} from '../../src/sources/index.ts';
import { memorable } from '../../src/sources/news.ts';
import { recall, remember } from '../../src/sources/polling/memory.ts';
import { createFakePageStore, createFakeSourceStore } from '../fakes/source-store.ts';

const minute = 60_000;
const start = new Date('2026-11-23T08:00:00Z');
const after = (milliseconds: number) => new Date(start.getTime() + milliseconds);
const feed = 'https://a.example/feed';

function item(name: string, parts: Partial<Item> = {}): Item {
  const url = `https://a.example/${name}`;
  return {
    url,
    names: [`a.example/${name}`],
    source: 'A',
    title: name,
    text: 'Text.',
    complete: true,
    ...parts,
  };
}

/** What a source has now; undefined: nothing changed. */
interface Has extends Omit<Gathered, 'news'> {
  readonly items: readonly Item[] | undefined;
}

const part = (name: string) => item(name, { complete: false });

function gathered(items: readonly Item[] | undefined, parts: Partial<Has> = {}): Has {
  return { items, wishes: {}, hubs: [], ...parts };
}

type Answer = Has | Error | Promise<Has>;

/** A poller of sources in memory, with a clock that tests move; each source answers what the test says. */
async function open(
  answers: Readonly<Record<string, (followed: ClaimedSource, signal: AbortSignal) => Answer>>,
  parts: Partial<PollerParts> = {},
) {
  const store = createFakeSourceStore();
  const pages = createFakePageStore();
  const clock = { now: start };
  const events: PollEvent[] = [];
  const taken: Item[] = [];
  const faults: unknown[] = [];
  const offered: unknown[][] = [];
  const poller = createPoller({
    store,
    pages,
    source: (followed) => ({
      id: followed.url,
      async fetch({ memory }, signal) {
        const answer = await answers[followed.url]?.(followed, signal);
        if (answer === undefined) throw new Error('nobody is here');
        if (answer instanceof Error) throw answer;
        const { items, ...rest } = answer;
        const before = recall(memory);
        const now = (items ?? []).map((each) => ({ ...memorable(each), written: '' }));
        const isKnown = (at: number) =>
          before.some(({ name, print }) => name === now[at]?.name && print === now[at].print);
        const news = items && {
          fresh: items.filter((_, at) => !isKnown(at)),
          memory: remember(now, before),
          dates: items.flatMap(({ publishedAt }) => publishedAt ?? []),
        };
        return { ...rest, news };
      },
    }),
    take: async (items) => void taken.push(...items),
    offer: async (...all) => void offered.push(all),
    now: () => clock.now,
    random: () => 0.5,
    report: (event) => void events.push(event),
    fault: (error) => void faults.push(error),
    ...parts,
  });
  await store.add(
    Object.keys(answers).map((url) => ({ url, name: url })),
    start,
  );
  const stopping = new AbortController();
  return {
    poller,
    store,
    pages,
    clock,
    events,
    taken,
    faults,
    offered,
    stopping,
    /** Reads what is due, to the end. */
    async read() {
      await poller.tick(stopping.signal);
      await poller.idle();
    },
    async state(url = feed) {
      return (await store.list()).find((source) => source.url === url);
    },
    kinds: () => events.map(({ kind }) => kind),
  };
}

describe('a source', () => {
  it('publishes nothing that is still to come', async () => {
    const items = [item('1', { publishedAt: start }), item('2', { publishedAt: after(minute) })];
    const { read, taken } = await open({ [feed]: () => gathered(items) });
    await read();
    expect(taken.map(({ publishedAt }) => publishedAt)).toEqual([start, undefined]);
  });

  it('is read when it is due, and gives each item once', async () => {
    const { read, taken, clock, state } = await open({ [feed]: () => gathered([item('1'), item('2')]) });
    await read();
    expect(taken.map(({ title }) => title)).toEqual(['1', '2']);
    await read();
    clock.now = (await state())?.dueAt ?? start;
    await read();
    expect(taken).toHaveLength(2);
  });

  it('never floods: what it holds when it is first read is no news, and what comes after is', async () => {
    let items = [item('1'), item('2')];
    const { read, taken, clock, state } = await open({ [feed]: () => gathered(items) });
    await read();
    items = [item('3'), ...items, item('1', { text: 'Text, changed.' })];
    clock.now = (await state())?.dueAt ?? start;
    await read();
    expect(taken.map(({ title, news }) => [title, news])).toEqual([
      ['1', false],
      ['2', false],
      ['3', true],
      ['1', true],
    ]);
  });

  it('has the pages of unfinished articles read, of the first read only the newest', async () => {
    let items = Array.from({ length: 25 }, (_, index) => part(`old-${index}`));
    const { read, taken, pages, clock, state } = await open({
      [feed]: () => gathered([...items, item('whole')]),
    });
    await read();
    expect((await pages.claim(start, 99, after(9999 * minute))).map(({ name }) => name)).toEqual(
      items.slice(0, 20).map(({ names }) => names?.[0]),
    );
    expect(taken.map(({ title, complete }) => [title, complete])).toEqual([
      ['whole', true],
      ...items.slice(20).map(({ title }) => [title, false]),
    ]);
    items = [part('new'), ...items];
    clock.now = (await state())?.dueAt ?? start;
    await read();
    const [due] = await pages.claim(clock.now, 1, after(minute));
    expect(due).toMatchObject({ name: 'a.example/new', item: { news: true }, looks: 0, failures: 0 });
  });

  it('keeps its bookmark and its memory when nothing has changed, and is asked less often', async () => {
    const bookmarks: unknown[] = [];
    const { read, clock, state, taken } = await open({
      [feed]: ({ bookmark, readAt }) => {
        bookmarks.push(bookmark);
        return gathered(readAt === undefined ? [item('1')] : undefined, { bookmark: 'v1' });
      },
    });
    const waits: number[] = [];
    for (let round = 0; round < 4; round += 1) {
      await read();
      const { dueAt = start } = (await state()) ?? {};
      waits.push((dueAt.getTime() - clock.now.getTime()) / minute);
      clock.now = dueAt;
    }
    expect(bookmarks).toEqual([undefined, 'v1', 'v1', 'v1']);
    expect(waits).toEqual([30, 37.5, 46.875, 58.59375]);
    expect(taken).toHaveLength(1);
  });

  it('is read at the pace of what it publishes, and as its server and its feed wish', async () => {
    const dated = Array.from({ length: 10 }, (_, index) =>
      item(`${index}`, { publishedAt: new Date(start.getTime() - (index + 1) * 20 * minute) }),
    );
    const wishes = { freshFor: 60 * minute };
    const patient = 'https://b.example/feed';
    const { read, state } = await open({
      [feed]: () => gathered(dated),
      [patient]: () => gathered(dated, { wishes }),
    });
    await read();
    expect((await state())?.dueAt).toEqual(after(10 * minute));
    expect((await state(patient))?.dueAt).toEqual(after(60 * minute));
  });

  it('is followed to where it has moved', async () => {
    const to = 'https://a.example/rss';
    const { read, state, kinds, events } = await open({
      [feed]: () => gathered([item('1')], { movedTo: to }),
    });
    await read();
    expect(await state()).toBeUndefined();
    expect(await state(to)).toMatchObject({ name: feed, failures: 0 });
    expect(kinds()).toEqual(['moved', 'read']);
    expect(events[0]).toMatchObject({ to });
  });

  it('tells which hubs tell of it, each time it has changed', async () => {
    const { read, offered } = await open({
      [feed]: () =>
        gathered([item('1')], { hubs: ['https://hub.example/'], topic: 'https://a.example/self' }),
      'https://b.example/': () => gathered(undefined),
    });
    await read();
    expect(offered).toEqual([[feed, 'https://a.example/self', ['https://hub.example/']]]);
  });

  it('does not forget items that could not be kept', async () => {
    let isFull = true;
    const taken: Item[] = [];
    const { read, state, clock } = await open(
      { [feed]: () => gathered([item('1')], { bookmark: 'new' }) },
      {
        async take(items) {
          if (isFull) throw new Error('disk full');
          taken.push(...items);
        },
      },
    );
    await read();
    expect(await state()).toMatchObject({ failures: 1, failure: 'sources.fault' });
    expect(await state()).not.toHaveProperty('bookmark');
    isFull = false;
    clock.now = (await state())?.dueAt ?? start;
    await read();
    expect(taken).toHaveLength(1);
  });
});

describe('a source that fails', () => {
  it('is told of once, tried ever later, sleeps after most of a day, and is told of when it recovers', async () => {
    let fails = true;
    const { read, state, clock, kinds, events } = await open({
      [feed]: () => (fails ? new UserError('sources.timeout') : gathered([])),
    });
    const waits: number[] = [];
    for (let round = 0; round < 12; round += 1) {
      await read();
      const { dueAt = start } = (await state()) ?? {};
      waits.push((dueAt.getTime() - clock.now.getTime()) / minute);
      clock.now = dueAt;
    }
    expect(waits).toEqual([5, 10, 20, 40, 80, 160, 320, 640, 1440, 1440, 1440, 1440]);
    expect(kinds()).toEqual(['failing', 'asleep']);
    expect(events).toMatchObject([{ reason: 'sources.timeout' }, { reason: 'sources.timeout' }]);
    expect(await state()).toMatchObject({ status: 'asleep', failures: 12, failure: 'sources.timeout' });
    fails = false;
    await read();
    expect(kinds()).toEqual(['failing', 'asleep', 'recovered', 'read']);
    expect(await state()).toMatchObject({ status: 'active', failures: 0 });
    expect(await state()).not.toHaveProperty('failure');
  });

  it('is left alone for as long as its server asks', async () => {
    const { read, state } = await open({
      [feed]: () => new FetchError('sources.busy', 429, 3 * 60 * minute),
    });
    await read();
    expect((await state())?.dueAt).toEqual(after(3 * 60 * minute));
  });

  it('is read no more when its server says that it is gone for good, but when it is only missing', async () => {
    const missing = 'https://b.example/feed';
    const { read, state, kinds } = await open({
      [feed]: () => new FetchError('sources.gone', 410),
      [missing]: () => new FetchError('sources.missing', 404),
    });
    await read();
    expect(await state()).toMatchObject({ status: 'ended', failure: 'sources.gone' });
    expect(await state(missing)).toMatchObject({ status: 'active', dueAt: after(5 * minute) });
    expect(kinds()).toEqual(['ended', 'failing']);
  });

  it('keeps its bookmark, and its failure to itself', async () => {
    const { read, store, state, taken } = await open({
      [feed]: ({ readAt }) =>
        readAt === undefined ? gathered([item('1')], { bookmark: 'old' }) : new Error('a bug'),
      'https://b.example/': () => gathered([item('2')]),
    });
    await read();
    await store.change(feed, { dueAt: start });
    await read();
    expect(await state()).toMatchObject({ failures: 1, failure: 'sources.fault', bookmark: 'old' });
    expect(taken.map(({ title }) => title)).toEqual(['1', '2']);
  });
});

/** Promises that tests settle by hand. */
function gates() {
  const open = new Map<string, () => void>();
  return {
    open,
    wait: ({ url }: ClaimedSource) =>
      new Promise<Has>((resolve) => open.set(url, () => resolve(gathered([])))),
    settled: () => new Promise<void>((resolve) => setImmediate(resolve)),
  };
}

describe('a tick', () => {
  it('reads many at once and two of one host, and lets a slow one wait alone', async () => {
    const { wait, open: doors, settled } = gates();
    const slow = [1, 2, 3].map((n) => `https://slow.example/${n}`);
    const quick = Array.from({ length: 30 }, (_, n) => `https://quick-${n}.example/`);
    const { poller, stopping, events } = await open({
      ...Object.fromEntries(slow.map((url) => [url, wait])),
      ...Object.fromEntries(quick.map((url) => [url, () => gathered([])])),
    });
    let ticked = false;
    const ticking = poller.tick(stopping.signal).then(() => (ticked = true));
    while (events.length < 30) await settled();
    expect([...doors.keys()]).toEqual(slow.slice(0, 2));
    expect(ticked).toBe(false);
    doors.get(slow[0] ?? '')?.();
    await ticking;
    expect([...doors.keys()]).toEqual(slow);
    // Two are still being read, and the next tick does not wait for them.
    await poller.tick(stopping.signal);
    for (const release of doors.values()) release();
    await poller.idle();
    expect(events).toHaveLength(33);
  });

  it('reads thirty-two at once', async () => {
    const { wait, open: doors, settled } = gates();
    const urls = Array.from({ length: 40 }, (_, n) => `https://a${n}.example/`);
    const { poller, stopping } = await open(Object.fromEntries(urls.map((url) => [url, wait])));
    const ticking = poller.tick(stopping.signal);
    for (let round = 0; round < 5; round += 1) await settled();
    expect(doors.size).toBe(32);
    while (doors.size < urls.length) {
      for (const release of doors.values()) release();
      await settled();
    }
    for (const release of doors.values()) release();
    await ticking;
    await poller.idle();
  });

  it('is the same tick while it runs', async () => {
    const { wait, open: doors, settled } = gates();
    const reads: string[] = [];
    const { poller, stopping } = await open({
      [feed]: (followed) => {
        reads.push(followed.url);
        return wait(followed);
      },
    });
    const ticks = [poller.tick(stopping.signal), poller.tick(stopping.signal)];
    while (doors.size === 0) await settled();
    doors.get(feed)?.();
    await Promise.all(ticks);
    await poller.idle();
    expect(reads).toEqual([feed]);
  });

  it('leaves everything due when it is stopped', async () => {
    const urls = Array.from({ length: 20 }, (_, n) => `https://a${n}.example/`);
    const { poller, store, stopping, events } = await open(
      Object.fromEntries(
        urls.map((url) => [
          url,
          (_: ClaimedSource, signal: AbortSignal) =>
            new Promise<Has>((_resolve, reject) => {
              signal.addEventListener('abort', () => reject(new Error('aborted')));
            }),
        ]),
      ),
    );
    const ticking = poller.tick(stopping.signal);
    await new Promise((resolve) => setImmediate(resolve));
    stopping.abort();
    await ticking;
    await poller.idle();
    const sources = await store.list();
    expect(sources.map(({ failures, dueAt }) => [failures, dueAt])).toEqual(urls.map(() => [0, start]));
    expect(events).toEqual([]);
  });

  it('tells of a store that fails, and goes on with the others', async () => {
    const store = createFakeSourceStore();
    await store.add(
      [feed, 'https://b.example/'].map((url) => ({ url, name: url })),
      start,
    );
    const settled: string[] = [];
    const { read, faults } = await open(
      { [feed]: () => gathered([]), 'https://b.example/': () => gathered([]) },
      {
        store: {
          ...store,
          async settle(url) {
            if (url === feed) throw new Error('gone');
            settled.push(url);
          },
        },
      },
    );
    await read();
    expect(faults).toMatchObject([{ message: 'gone' }]);
    expect(settled).toEqual(['https://b.example/']);
  });

  it('fails where what is due can’t be told', async () => {
    const failing = { ...createFakeSourceStore(), claim: () => Promise.reject(new Error('gone')) };
    const { poller, stopping } = await open({}, { store: failing });
    await expect(poller.tick(stopping.signal)).rejects.toThrow('gone');
  });
});

describe('what a source sends by itself', () => {
  it('is taken like what it is asked for, and known when it is asked', async () => {
    const { read, poller, taken, clock, state } = await open({
      [feed]: () => gathered([item('2'), item('1')]),
    });
    await read();
    const due = (await state())?.dueAt;
    await poller.receive(feed, [item('2'), item('3')]);
    expect(taken.map(({ title, news }) => [title, news])).toEqual([
      ['2', false],
      ['1', false],
      ['3', true],
    ]);
    expect((await state())?.dueAt).toEqual(due);
    clock.now = due ?? start;
    await read();
    expect(taken).toHaveLength(3);
  });

  it('is left to the first read where there was none yet, and nothing to a source nobody follows', async () => {
    const { poller, taken, state } = await open({ [feed]: () => gathered([]) });
    await poller.receive(feed, [item('1')]);
    await poller.receive('https://nobody.example/', [item('1')]);
    expect(taken).toEqual([]);
    expect((await state())?.dueAt).toEqual(start);
  });
});

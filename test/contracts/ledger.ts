import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { EntryQuery, Ledger } from '../../src/delivery/ledger.ts';
import type { DueDelivery, Outbox, Outcome, TellingArticle } from '../../src/delivery/outbox.ts';
import type { Archive } from '../../src/stories/archive.ts';
import type { ArticleStore } from '../../src/stories/store.ts';
import { article } from './article-store.ts';
import { at, delivery, says, tells, toldAs } from './deliveries.ts';

/** A ledger that was opened for one test, empty, with all that leads to its entries. */
export interface OpenedLedger {
  readonly ledger: Ledger;
  readonly outbox: Outbox;
  readonly articles: ArticleStore;
  readonly archive: Archive;
  close(): Promise<void>;
}

const here = 'discord:1:2';
const there = 'discord:1:3';

/** What every ledger must do. */
export function ledgerContract(name: string, open: () => Promise<OpenedLedger>): void {
  describe(`${name} keeps what was delivered`, () => {
    let opened: OpenedLedger;
    let ledger: Ledger;
    let outbox: Outbox;
    beforeEach(async () => {
      opened = await open();
      ({ ledger, outbox } = opened);
    });
    afterEach(() => opened.close());

    const put = async (each: DueDelivery, minute = 0) =>
      expect(await outbox.put(each, at(minute))).toBe('put');
    /** Puts a delivery that is posted, or whatever else becomes of it. */
    async function settle(each: DueDelivery, minute: number, outcome?: Outcome): Promise<void> {
      await put(each, minute);
      const [platform = ''] = each.channel.split(':');
      const claim = { platform, owner: 'me', now: at(minute), until: at(minute + 5), limit: 9 };
      expect((await outbox.claim(claim)).map(({ delivery }) => delivery.key)).toEqual([each.key]);
      const posted = { channel: each.channel, id: `post of ${each.key}` };
      await outbox.settle(each.key, 'me', outcome ?? { state: 'delivered', posted, at: at(minute) });
    }
    const fail = (each: DueDelivery, minute: number) =>
      settle(each, minute, { state: 'failed', reason: 'archived', failure: 'HTTP 403', at: at(minute) });
    const putOff = (each: DueDelivery, minute: number, again: number) =>
      settle(each, minute, { state: 'waiting', again: at(again), failure: 'HTTP 500' });
    const find = async (query: Partial<EntryQuery>) =>
      (await ledger.find({ limit: 9, ...query })).map(({ delivery }) => delivery.key);
    const told = async (channels: readonly string[], articles: readonly string[]) =>
      (await ledger.told(channels, articles)).articles;
    const outdated = async (since = 0, limit = 9) =>
      (await ledger.outdated(at(since), limit)).map(({ delivery, id }) => `${delivery}: ${id}`);
    const revise = (id: string, minute: number) =>
      opened.articles.add([article({ id, text: `Revised at ${minute}.`, arrivedAt: at(minute) })]);
    /** Notes how an article is now that a delivery told of. */
    const note = (delivery: string, now: Omit<TellingArticle, 'id'>) =>
      ledger.settle([{ delivery, articles: [{ ...now, id: 'a' }] }]);
    /** Puts an edit that says how an article is now. */
    const correct = async (key: string, edits: string, now: Omit<TellingArticle, 'id'>) => {
      const parts = [{ blocks: [], told: toldAs('s', { ...now, id: 'a' }) }];
      await put(delivery(key, { kind: 'correction', edits, parts }));
    };

    describe('entry by entry', () => {
      it('with what became of them', async () => {
        await settle(delivery('delivered'), 1);
        await fail(delivery('failed'), 2);
        await putOff(delivery('put off'), 3, 9);
        await put(delivery('put', { channel: there }), 4);
        expect(await ledger.find({ limit: 9 })).toStrictEqual([
          { delivery: delivery('put', { channel: there }), state: 'waiting', attempts: 0 },
          { delivery: delivery('put off'), state: 'waiting', attempts: 1, failure: 'HTTP 500' },
          {
            delivery: delivery('failed'),
            state: 'failed',
            attempts: 1,
            settledAt: at(2),
            failure: 'HTTP 403',
          },
          {
            delivery: delivery('delivered'),
            state: 'delivered',
            attempts: 1,
            posted: { channel: here, id: 'post of delivered' },
            settledAt: at(1),
          },
        ]);
        await outbox.claim({ platform: 'discord', owner: 'me', now: at(9), until: at(19), limit: 9 });
        const posted = { channel: here, id: 'late' };
        await outbox.settle('put off', 'me', { state: 'delivered', posted, at: at(9) });
        expect(await ledger.find({ keys: ['put off'], limit: 1 })).toStrictEqual([
          { delivery: delivery('put off'), state: 'delivered', attempts: 2, posted, settledAt: at(9) },
        ]);
      });

      it('chosen by any of what is known of them and all of it together, newest first', async () => {
        await settle(delivery('a', { plan: 'x', kind: 'alert' }), 1);
        await settle(delivery('b', { plan: 'y', kind: 'digest', channel: there }), 2);
        await fail(delivery('c', { plan: 'x', kind: 'alert' }), 3);
        await put(delivery('d', { plan: 'x', kind: 'update' }), 4);
        await put(delivery('e', { kind: 'notice', channel: there }), 5);
        expect(await find({})).toEqual(['e', 'd', 'c', 'b', 'a']);
        expect(await find({ limit: 2 })).toEqual(['e', 'd']);
        expect(await find({ keys: ['b'] })).toEqual(['b']);
        expect(await find({ keys: ['a', 'nowhere', 'e', 'c'] })).toEqual(['e', 'c', 'a']);
        expect(await find({ keys: ['a', 'e', 'c'], limit: 2 })).toEqual(['e', 'c']);
        expect(await find({ keys: [] })).toEqual([]);
        expect(await find({ channel: here })).toEqual(['d', 'c', 'a']);
        expect(await find({ plan: 'x' })).toEqual(['d', 'c', 'a']);
        expect(await find({ kinds: ['alert', 'notice'] })).toEqual(['e', 'c', 'a']);
        expect(await find({ kinds: [] })).toEqual([]);
        expect(await find({ state: 'waiting' })).toEqual(['e', 'd']);
        expect(await find({ state: 'delivered' })).toEqual(['b', 'a']);
        expect(await find({ state: 'failed' })).toEqual(['c']);
        expect(await find({ since: at(4) })).toEqual(['e', 'd']);
        expect(await find({ channel: here, kinds: ['alert'], since: at(2) })).toEqual(['c']);
        expect(await find({ channel: there, plan: 'x' })).toEqual([]);
        expect(await find({ keys: ['a'], channel: there })).toEqual([]);
        const all = { channel: here, plan: 'x', kinds: ['alert'], state: 'delivered', since: at(1) } as const;
        expect(await find({ keys: ['a', 'b', 'c'], ...all })).toEqual(['a']);
        expect(await find({ keys: ['a', 'b', 'c'], ...all, since: at(2) })).toEqual([]);
      });

      it('by the time they were put, and the last one first of several at one time', async () => {
        await put(delivery('late'), 5);
        for (const key of ['b', 'a', 'c']) await put(delivery(key), 1);
        expect(await find({})).toEqual(['late', 'c', 'a', 'b']);
        expect(await find({ since: at(2) })).toEqual(['late']);
      });
    });

    describe('what channels were told of', () => {
      it('by channel and article, oldest first, with all that is known of it', async () => {
        const revised = toldAs('flood', { id: 'a', revision: 3, withdrawn: true });
        await put(delivery('one', { parts: [tells('flood', 'a', 'b'), tells('vote', 'c')] }), 1);
        await put(delivery('other', { channel: there, parts: [tells('flood', 'b')] }), 2);
        await put(delivery('two', { parts: [...says('hello'), { blocks: [], told: revised }] }), 3);
        const flood = { story: 'flood', revision: 1, withdrawn: false, channel: here };
        const first = { ...flood, id: 'a', delivery: 'one', at: at(1) };
        const again = { ...flood, id: 'a', delivery: 'two', revision: 3, withdrawn: true, at: at(3) };
        const other = { ...flood, id: 'b', delivery: 'other', channel: there, at: at(2) };
        expect(await told([here], ['a'])).toStrictEqual([first, again]);
        expect(await told([here, there], ['a', 'b'])).toStrictEqual([
          first,
          { ...first, id: 'b' },
          other,
          again,
        ]);
        expect(await told([there], ['a', 'c'])).toEqual([]);
        expect(await told([there, there], ['b', 'b'])).toStrictEqual([other]);
        expect(await told(['discord:1'], ['a'])).toEqual([]);
        expect([await told([], ['a']), await told([here], [])]).toEqual([[], []]);
      });

      it('but for what was given up', async () => {
        await fail(delivery('failed', { parts: [tells('flood', 'a')] }), 1);
        await putOff(delivery('waits', { parts: [tells('flood', 'a')] }), 2, 9);
        expect(await told([here], ['a'])).toMatchObject([{ delivery: 'waits' }]);
      });

      it('as an edit tells it since', async () => {
        await put(delivery('one', { parts: [tells('flood', 'a', 'b')] }), 1);
        const story = toldAs('flood, again', { id: 'a', revision: 2, withdrawn: false });
        const parts = [{ blocks: [], told: story }, tells('flood, again', 'c')];
        await put(delivery('edit', { edits: 'one', parts }), 2);
        const since = { delivery: 'one', at: at(1), channel: here, withdrawn: false };
        expect(await told([here], ['a', 'b', 'c'])).toStrictEqual([
          { ...since, id: 'a', story: 'flood, again', revision: 2 },
          { ...since, id: 'b', story: 'flood', revision: 1 },
          { ...since, id: 'c', story: 'flood, again', revision: 1 },
        ]);
      });

      it('with numbers that grow by channel with each delivery that tells a story', async () => {
        const numbers = async () => {
          const { numbers } = await ledger.told([here, there], []);
          return [numbers.get(here) ?? Number.NaN, numbers.get(there) ?? Number.NaN] as const;
        };
        expect(await numbers()).toEqual([0, 0]);
        await put(delivery('notice'));
        expect(await numbers()).toEqual([0, 0]);
        await put(delivery('one', { parts: [tells('flood', 'a')] }));
        const [one] = await numbers();
        expect(one).toBeGreaterThan(0);
        await put(delivery('other', { channel: there, parts: [tells('flood', 'a')] }));
        await put(delivery('edit', { edits: 'one', parts: [tells('flood', 'a')] }));
        expect((await numbers())[0]).toBe(one);
        await put(delivery('two', { parts: [tells('vote', 'b')] }));
        expect((await numbers())[0]).toBeGreaterThan(one);
        expect((await ledger.told([], ['a'])).numbers.size).toBe(0);
      });
    });

    describe('what is no longer so', () => {
      beforeEach(async () => {
        await opened.articles.add(['a', 'b', 'c'].map((id) => article({ id, arrivedAt: at(-60) })));
        await put(delivery('one', { parts: [tells('s', 'a', 'b')] }), 0);
        await put(delivery('two', { channel: there, parts: [tells('s', 'a')] }), 1);
      });

      it('where an article was revised, until an edit or a note says so', async () => {
        expect(await outdated(-999)).toEqual([]);
        await revise('a', 5);
        await revise('c', 5);
        expect(await ledger.outdated(at(5), 1)).toStrictEqual([
          {
            id: 'a',
            revision: 1,
            withdrawn: false,
            channel: here,
            delivery: 'one',
            story: 's',
            at: at(0),
          },
        ]);
        expect(await outdated(5)).toEqual(['one: a', 'two: a']);
        expect(await outdated(6)).toEqual([]);
        await correct('edit', 'one', { revision: 2, withdrawn: false });
        expect(await outdated()).toEqual(['two: a']);
        await note('two', { revision: 2, withdrawn: false });
        expect(await outdated()).toEqual([]);
        await revise('a', 9);
        expect(await outdated()).toEqual(['one: a', 'two: a']);
      });

      it('where an article was withdrawn, and where it came back', async () => {
        await opened.archive.withdraw('a', at(5));
        expect(await outdated(5)).toEqual(['one: a', 'two: a']);
        await correct('edit', 'one', { revision: 1, withdrawn: true });
        await note('two', { revision: 1, withdrawn: true });
        expect(await outdated()).toEqual([]);
        await opened.articles.add([article({ id: 'a', arrivedAt: at(9) })]);
        expect(await outdated(9)).toEqual(['one: a', 'two: a']);
        await correct('edit again', 'one', { revision: 2, withdrawn: false });
        expect(await outdated(9)).toEqual(['two: a']);
        await opened.archive.withdraw('a', at(10));
        expect(await outdated(9)).toEqual(['one: a', 'two: a']);
      });

      it('oldest delivery first, within the limit', async () => {
        await put(delivery('three', { parts: [tells('t', 'c')] }), 2);
        for (const id of ['c', 'b', 'a']) await revise(id, 5);
        expect(await outdated()).toEqual(['one: a', 'one: b', 'two: a', 'three: c']);
        expect(await outdated(0, 2)).toEqual(['one: a', 'one: b']);
      });

      it('but for what was given up, and for what nobody stores any more', async () => {
        await fail(delivery('failed', { channel: 'web:1', parts: [tells('s', 'b')] }), 2);
        await put(delivery('gone', { channel: 'web:1', parts: [tells('s', 'nowhere')] }));
        await revise('b', 5);
        expect(await outdated()).toEqual(['one: b']);
      });

      it('and leaves other articles and deliveries as they are when one is noted', async () => {
        for (const id of ['a', 'b']) await revise(id, 5);
        const now = { revision: 2, withdrawn: false };
        await ledger.settle([]);
        await ledger.settle([
          {
            delivery: 'one',
            articles: [
              { ...now, id: 'a' },
              { ...now, id: 'nowhere' },
            ],
          },
          { delivery: 'nowhere', articles: [{ ...now, id: 'a' }] },
        ]);
        expect(await outdated()).toEqual(['one: b', 'two: a']);
        await ledger.settle(
          ['one', 'two'].map((delivery) => ({
            delivery,
            articles: [
              { ...now, id: 'a' },
              { ...now, id: 'b' },
            ],
          })),
        );
        expect(await outdated()).toEqual([]);
      });
    });

    describe('until it is forgotten', () => {
      it('with what was told by it, but never what still waits', async () => {
        const parts = [tells('flood', 'a')];
        await settle(delivery('old', { parts }), 1);
        await fail(delivery('failed', { parts }), 2);
        await settle(delivery('young', { parts }), 3);
        await putOff(delivery('put off', { parts, channel: there, notBefore: at(-999) }), 4, 9);
        expect(await ledger.prune(at(1))).toBe(0);
        expect(await ledger.prune(at(3))).toBe(2);
        expect(await find({})).toEqual(['put off', 'young']);
        const { articles } = await ledger.told([here, there], ['a']);
        expect(articles.map(({ delivery }) => delivery)).toEqual(['young', 'put off']);
        expect(await ledger.prune(at(999))).toBe(1);
        expect(await find({})).toEqual(['put off']);
        await put(delivery('old'), 10);
        expect((await ledger.told([here], ['a'])).articles).toEqual([]);
      });

      it('with numbers that were given no second time', async () => {
        const number = async () => (await ledger.told([here], [])).numbers.get(here);
        await settle(delivery('one', { parts: [tells('flood', 'a')] }), 1);
        const one = await number();
        await ledger.prune(at(9));
        expect(await number()).toBe(0);
        await put(delivery('two', { parts: [tells('flood', 'a')] }));
        expect(await outbox.put(delivery('three'), at(9), one)).toBe('outdated');
      });

      it('and leaves an edit without its target', async () => {
        await settle(delivery('one', { parts: [tells('flood', 'a')] }), 1);
        await put(delivery('edit', { edits: 'one', parts: [tells('flood', 'a')] }), 2);
        await ledger.prune(at(9));
        const [claimed] = await outbox.claim({
          platform: 'discord',
          owner: 'me',
          now: at(9),
          until: at(19),
          limit: 1,
        });
        expect(claimed?.delivery.key).toBe('edit');
        expect(claimed).not.toHaveProperty('target');
      });
    });
  });
}

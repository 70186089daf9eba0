import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Ledger } from '../../src/delivery/ledger.ts';
import type { Claim, DueDelivery, Outbox } from '../../src/delivery/outbox.ts';
import { at, delivery, says, tells, toldAs } from './deliveries.ts';

/** An outbox that was opened for one test, empty. */
export interface OpenedOutbox {
  readonly outbox: Outbox;
  readonly ledger: Ledger;
  close(): Promise<void>;
}

const posted = (id: string) => ({ channel: 'discord:1:2', id });

/** A delivery that tells a story of its own. */
function news(key: string, channel = 'discord:1:2'): DueDelivery {
  return delivery(key, { channel, parts: [tells(`story of ${key}`, key)] });
}

/** What every outbox must do. */
export function outboxContract(name: string, open: () => Promise<OpenedOutbox>): void {
  describe(`${name} keeps deliveries until the platforms have them`, () => {
    let opened: OpenedOutbox;
    let outbox: Outbox;
    let ledger: Ledger;
    beforeEach(async () => {
      opened = await open();
      ({ outbox, ledger } = opened);
    });
    afterEach(() => opened.close());

    const put = async (...deliveries: readonly DueDelivery[]) => {
      for (const each of deliveries) expect(await outbox.put(each, at(0))).toBe('put');
    };
    const take = (minute: number, parts: Partial<Claim> = {}) =>
      outbox.claim({
        platform: 'discord',
        owner: 'me',
        now: at(minute),
        until: at(minute + 5),
        limit: 9,
        ...parts,
      });
    /** The keys of what is claimed. */
    const claim = async (minute: number, parts: Partial<Claim> = {}) =>
      (await take(minute, parts)).map(({ delivery }) => delivery.key);
    const deliver = (key: string, owner = 'me') =>
      outbox.settle(key, owner, { state: 'delivered', posted: posted(`post of ${key}`), at: at(1) });
    const putOff = (key: string, minute: number) =>
      outbox.settle(key, 'me', { state: 'waiting', again: at(minute), failure: 'the platform is down' });
    const partsOf = async (key: string) => (await ledger.find({ keys: [key], limit: 1 }))[0]?.delivery.parts;

    describe('puts', () => {
      it('some at once, each as if it were put alone', async () => {
        await put(news('first'));
        const { numbers } = await ledger.told(['discord:1:2'], []);
        const told = numbers.get('discord:1:2') ?? 0;
        const puts = [
          { delivery: news('first') },
          { delivery: news('second'), told },
          { delivery: news('third'), told },
          { delivery: delivery('fourth') },
        ];
        expect(await outbox.putAll(puts, at(0))).toEqual(['known', 'put', 'outdated', 'put']);
        expect((await ledger.find({ limit: 9 })).map(({ delivery }) => delivery.key)).toEqual([
          'fourth',
          'second',
          'first',
        ]);
        expect(await outbox.putAll([], at(0))).toEqual([]);
      });

      it('a delivery, and gives it as it was put, dates within its message and all', async () => {
        const whole = delivery('whole', {
          kind: 'alert',
          plan: 'plan',
          language: 'de',
          channel: 'discord:1:2',
          dueAt: at(-3),
          notBefore: at(-2),
          parts: [
            {
              blocks: [
                { kind: 'heading', text: [{ strong: 'Überschwemmung' }, ' \u{1f30a}'] },
                {
                  kind: 'card',
                  title: 'Flood',
                  to: 'https://paper.example/flood',
                  body: { quote: '"Rain" <@everyone>', language: 'en' },
                  note: ['The Paper · ', { date: at(-500), style: 'date' }],
                  language: 'en',
                  image: { url: 'https://paper.example/flood.png', alt: 'Water' },
                },
                { kind: 'list', items: ['a', [{ link: 'b', to: 'https://paper.example/b' }]] },
              ],
              told: toldAs('flood', { id: 'flood', revision: 2, withdrawn: true }),
            },
            {
              blocks: [
                {
                  kind: 'actions',
                  actions: [{ label: 'More', command: 'story', options: { story: 'flood', count: 3 } }],
                },
              ],
            },
          ],
        });
        await put(whole);
        expect(await take(0)).toStrictEqual([{ delivery: whole, attempts: 1 }]);
        const [entry] = await ledger.find({ keys: ['whole'], limit: 1 });
        expect(entry?.delivery).toStrictEqual(whole);
      });

      it('the same key once', async () => {
        await put(delivery('a'));
        expect(await outbox.put(delivery('a', { channel: 'discord:1:3' }), at(0))).toBe('known');
        expect(await claim(0)).toEqual(['a']);
        await deliver('a');
        expect(await outbox.put(delivery('a'), at(9), 99)).toBe('known');
        expect(await claim(9)).toEqual([]);
      });

      it('nothing where the channel was told of stories since', async () => {
        const told = async () => (await ledger.told(['discord:1:2'], [])).numbers.get('discord:1:2');
        const before = await told();
        expect(before).toBe(0);
        expect(await outbox.put(news('a'), at(0), before)).toBe('put');
        expect(await outbox.put(news('b'), at(0), before)).toBe('outdated');
        expect(await ledger.find({ keys: ['b'], limit: 1 })).toEqual([]);
        expect(await outbox.put(news('b'), at(0), await told())).toBe('put');
        const after = await told();
        await put(
          delivery('notice', { kind: 'notice' }),
          news('elsewhere', 'discord:1:3'),
          delivery('correction', { edits: 'a', parts: [tells('story of a', 'a')] }),
        );
        expect(await outbox.put(news('c'), at(0), after)).toBe('put');
        expect(await outbox.put(news('a'), at(0), before)).toBe('known');
      });

      it('one of those that are composed at the same time', async () => {
        const outcomes = await Promise.all(
          ['a', 'b', 'c'].map((key) => outbox.put(delivery(key, { parts: [tells('one', key)] }), at(0), 0)),
        );
        expect(outcomes.toSorted()).toEqual(['outdated', 'outdated', 'put']);
      });
    });

    describe('within a channel', () => {
      it('keeps the order of time, then of putting, and claims one at a time', async () => {
        await put(
          delivery('third', { notBefore: at(-1) }),
          delivery('fourth', { notBefore: at(-1) }),
          delivery('second', { notBefore: at(-2) }),
          delivery('first', { notBefore: at(-3), dueAt: at(3) }),
        );
        for (const key of ['first', 'second', 'third', 'fourth']) {
          expect(await claim(0)).toEqual([key]);
          expect(await claim(0, { owner: 'other' })).toEqual([]);
          await deliver(key);
        }
        expect(await claim(0)).toEqual([]);
      });

      it('claims no second one, even if it was put later and comes before the first', async () => {
        await put(delivery('being posted', { notBefore: at(-1) }));
        expect(await claim(0)).toEqual(['being posted']);
        await put(delivery('earlier', { notBefore: at(-9) }));
        expect(await claim(1)).toEqual([]);
        expect(await outbox.next()).toEqual(at(5));
        await deliver('being posted');
        expect(await claim(1)).toEqual(['earlier']);
      });

      it('keeps the others waiting while the first one does', async () => {
        await put(delivery('first'), delivery('second'));
        await take(0);
        await putOff('first', 30);
        expect(await claim(29)).toEqual([]);
        expect(await claim(30)).toEqual(['first']);
        await outbox.settle('first', 'me', { state: 'failed', reason: 'refused', failure: '', at: at(30) });
        expect(await claim(30)).toEqual(['second']);
      });

      it('posts what is due before what was put earlier and is not', async () => {
        await put(delivery('tomorrow', { notBefore: at(1440) }), delivery('now'));
        expect(await claim(0)).toEqual(['now']);
        await deliver('now');
        expect(await claim(1439)).toEqual([]);
        expect(await claim(1440)).toEqual(['tomorrow']);
      });

      it('posts what edits or follows a delivery after it, though that waits for the morning', async () => {
        await put(
          delivery('quiet', { notBefore: at(60) }),
          delivery('correction', { kind: 'correction', edits: 'quiet' }),
          delivery('update', { kind: 'update', follows: 'quiet' }),
          delivery('other'),
        );
        expect(await claim(0)).toEqual(['other']);
        await deliver('other');
        expect(await claim(59)).toEqual([]);
        for (const key of ['quiet', 'correction', 'update']) {
          expect(await claim(60)).toEqual([key]);
          await deliver(key);
        }
      });
    });

    describe('across channels', () => {
      it('does not let one wait for another', async () => {
        await put(
          delivery('held', { channel: 'discord:1:1', notBefore: at(-9) }),
          delivery('backs off', { channel: 'discord:1:2', notBefore: at(-8) }),
          delivery('waits behind', { channel: 'discord:1:2', notBefore: at(-7) }),
          delivery('free', { channel: 'discord:1:3' }),
          delivery('free, too', { channel: 'discord:1:4' }),
        );
        expect(await claim(0, { limit: 2 })).toEqual(['held', 'backs off']);
        await putOff('backs off', 30);
        expect(await claim(1, { limit: 2 })).toEqual(['free', 'free, too']);
      });

      it('gives those first that were ready first, so that what fails again and again is in nobody’s way', async () => {
        await put(
          delivery('fails', { channel: 'discord:1:1', notBefore: at(-9) }),
          delivery('b', { channel: 'discord:1:2', notBefore: at(2) }),
          delivery('c', { channel: 'discord:1:3', notBefore: at(1) }),
        );
        expect(await claim(0)).toEqual(['fails']);
        await putOff('fails', 3);
        expect(await claim(5, { limit: 2 })).toEqual(['c', 'b']);
        expect(await claim(5)).toEqual(['fails']);
      });

      it('keeps platforms apart', async () => {
        await put(
          delivery('d', { notBefore: at(1) }),
          delivery('s', { channel: 'slack:1:2', notBefore: at(2) }),
        );
        expect(await claim(3, { platform: 'slack' })).toEqual(['s']);
        expect(await claim(3, { platform: 'slack' })).toEqual([]);
        expect(await claim(3, { platform: 'disco' })).toEqual([]);
        expect(await claim(3)).toEqual(['d']);
      });
    });

    describe('lets who claimed a delivery', () => {
      it('have it until then, and nobody settle it but its owner', async () => {
        await put(delivery('a'));
        expect(await take(0, { owner: 'slow' })).toMatchObject([{ attempts: 1 }]);
        expect(await claim(4, { owner: 'quick' })).toEqual([]);
        expect(await deliver('a', 'quick')).toBe(false);
        expect(await take(5, { owner: 'quick' })).toMatchObject([{ attempts: 2 }]);
        expect(await deliver('a', 'slow')).toBe(false);
        expect(await deliver('a', 'quick')).toBe(true);
        expect(await deliver('a', 'quick')).toBe(false);
        expect(await deliver('nowhere', 'quick')).toBe(false);
        expect(await claim(99)).toEqual([]);
      });

      it('settle it late, if nobody else has claimed it', async () => {
        await put(delivery('a'));
        await take(0);
        expect(await deliver('a')).toBe(true);
        expect(await claim(9)).toEqual([]);
      });

      it('hold on to it', async () => {
        await put(
          delivery('a', { channel: 'discord:1:1' }),
          delivery('b', { channel: 'discord:1:2' }),
          delivery('c', { channel: 'discord:1:3' }),
        );
        expect(await claim(0, { limit: 1 })).toEqual(['a']);
        expect(await claim(0, { limit: 1, owner: 'other' })).toEqual(['b']);
        expect(await claim(0)).toEqual(['c']);
        await deliver('c');
        await outbox.renew('me', ['a', 'b', 'c'], at(20));
        expect(await claim(10, { owner: 'other' })).toEqual(['b']);
        expect(await claim(20, { owner: 'third' })).toEqual(['b', 'a']);
        // What others claimed meanwhile is theirs.
        await outbox.renew('me', ['a', 'b', 'c'], at(99));
        expect(await outbox.next()).toEqual(at(25));
      });

      it('hold on to nothing else that they claimed', async () => {
        await put(delivery('a', { channel: 'discord:1:1' }), delivery('b', { channel: 'discord:1:2' }));
        expect(await claim(0)).toEqual(['a', 'b']);
        await outbox.renew('me', ['b'], at(20));
        expect(await claim(10)).toEqual(['a']);
      });

      it('count the attempts', async () => {
        await put(delivery('a'));
        for (const attempts of [1, 2, 3]) {
          expect(await take(attempts)).toMatchObject([{ attempts }]);
          await putOff('a', attempts + 1);
        }
      });
    });

    describe('leads', () => {
      it('edits and what follows to the post of their target', async () => {
        await put(delivery('a'));
        await take(0);
        await deliver('a');
        await put(
          delivery('edit', { edits: 'a', parts: says('edited') }),
          delivery('reply', { follows: 'a' }),
          delivery('lost', { edits: 'nowhere', parts: [tells('lost', 'lost')] }),
        );
        const claimed = [];
        for (const key of ['edit', 'reply', 'lost']) {
          claimed.push(...(await take(0)));
          await deliver(key);
        }
        const target = posted('post of a');
        expect(claimed).toStrictEqual([
          { delivery: delivery('edit', { edits: 'a', parts: says('edited') }), attempts: 1, target },
          { delivery: delivery('reply', { follows: 'a' }), attempts: 1, target },
          { delivery: delivery('lost', { edits: 'nowhere', parts: [tells('lost', 'lost')] }), attempts: 1 },
        ]);
      });

      it('the next edit to what the last one made of the message, and the post to what was put', async () => {
        await put(delivery('a', { parts: says('as put') }));
        await put(delivery('one', { edits: 'a', parts: says('edited once') }));
        await put(delivery('two', { edits: 'a', parts: says('edited twice') }));
        expect(await partsOf('a')).toEqual(says('edited twice'));
        expect(await partsOf('one')).toEqual(says('edited once'));
        for (const [key, text] of [
          ['a', 'as put'],
          ['one', 'edited once'],
          ['two', 'edited twice'],
        ] as const) {
          expect((await take(0))[0]?.delivery.parts).toEqual(says(text));
          await deliver(key);
        }
        expect(await partsOf('a')).toEqual(says('edited twice'));
      });
    });

    describe('says when something may be claimed next', () => {
      it('and nothing where nothing waits', async () => {
        expect(await outbox.next()).toBeUndefined();
        await put(delivery('a', { notBefore: at(3) }));
        expect(await outbox.next()).toEqual(at(3));
        await take(4);
        expect(await outbox.next()).toEqual(at(9));
        await putOff('a', 40);
        expect(await outbox.next()).toEqual(at(40));
        await take(40);
        await deliver('a');
        expect(await outbox.next()).toBeUndefined();
      });

      it('for the first of all channels, and not for what waits behind another one', async () => {
        await put(
          delivery('first', { channel: 'discord:1:1', notBefore: at(1) }),
          delivery('behind', { channel: 'discord:1:1', notBefore: at(2) }),
          delivery('other', { channel: 'discord:1:2', notBefore: at(20) }),
        );
        await take(1);
        await putOff('first', 30);
        expect(await outbox.next()).toEqual(at(20));
        await take(20, { until: at(50) });
        expect(await outbox.next()).toEqual(at(30));
        await take(30, { until: at(60) });
        expect(await outbox.next()).toEqual(at(50));
      });

      it('on some platforms', async () => {
        await put(
          delivery('d', { notBefore: at(1) }),
          delivery('s', { channel: 'slack:1:2', notBefore: at(2) }),
          delivery('w', { channel: 'web:1', notBefore: at(30) }),
        );
        expect(await outbox.next(['slack', 'web'])).toEqual(at(2));
        expect(await outbox.next(['web'])).toEqual(at(30));
        expect([await outbox.next([]), await outbox.next(['terminal'])]).toEqual([undefined, undefined]);
        await take(2, { platform: 'slack', until: at(9) });
        expect(await outbox.next(['slack'])).toEqual(at(9));
        expect(await outbox.next(['web'])).toEqual(at(30));
        expect(await outbox.next(['discord'])).toEqual(at(1));
      });

      it('no earlier than it can be claimed, whoever was before it in its channel', async () => {
        await put(delivery('lost'));
        await take(0, { owner: 'gone' });
        await put(delivery('earlier', { notBefore: at(-9) }));
        expect(await claim(5)).toEqual(['earlier']);
        await putOff('earlier', 30);
        expect(await outbox.next()).toEqual(at(30));
        expect(await claim(29)).toEqual([]);
      });
    });
  });
}

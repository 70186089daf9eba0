import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Announcement, Plan, PlanStore, Subscription } from '../../src/chat/plan.ts';

/** A store that was opened for one test, empty. */
export interface OpenedPlanStore {
  readonly store: PlanStore;
  close(): Promise<void>;
}

const at = (minute: number) => new Date(Date.UTC(2026, 4, 4, 8, minute));

function subscription(id: string, parts: Partial<Subscription> = {}): Subscription {
  return {
    id,
    kind: 'subscription',
    channel: 'discord:1:2',
    place: 'discord:1',
    spoken: 'en',
    status: 'active',
    by: 'discord:ada',
    createdAt: at(0),
    wish: { topics: [], sources: [], languages: [], stories: 5, sentences: 2 },
    timeZone: 'Europe/Berlin',
    perHour: 3,
    empty: 'skip',
    readUntil: at(0),
    ...parts,
  };
}

function announcement(id: string, parts: Partial<Announcement> = {}): Announcement {
  return {
    id,
    kind: 'announcement',
    channel: 'discord:1:2',
    place: 'discord:1',
    spoken: 'en',
    status: 'active',
    by: 'discord:ada',
    createdAt: at(0),
    texts: [{ language: 'en', text: 'The newsroom moves.' }],
    ...parts,
  };
}

/** Every field there is. */
const full: readonly Plan[] = [
  subscription('everything', {
    status: 'stopped',
    failure: 'notPermitted',
    dueAt: at(30),
    createdAt: new Date('2026-05-04T08:00:00.123Z'),
    wish: {
      topics: ['Überschwemmung', '"; DROP TABLE plans; --'],
      keywords: '(flood OR "high water") AND NOT river',
      sources: ['The Paper', 'Le Courrier'],
      languages: ['en', 'fr', 'de'],
      stories: 8,
      sentences: 3,
    },
    when: { cron: '0 8,18 * * 1-5', timeZone: 'Europe/Paris' },
    alerts: 'high',
    quiet: { from: 1320, to: 420 },
    empty: 'say',
    readUntil: at(-600),
  }),
  announcement('told', {
    failure: 'refused',
    dueAt: at(40),
    texts: [
      { language: 'fr', text: 'La rédaction déménage.\n« Merci ! »' },
      { language: 'de', text: 'Die Redaktion zieht um. \u{1f4e6}' },
    ],
    when: { cron: '0 9 1 * *', timeZone: 'UTC' },
    until: at(6000),
  }),
];

function ids(plans: readonly Plan[]): readonly string[] {
  return plans.map(({ id }) => id);
}

/** What every store of plans must do. */
export function planStoreContract(name: string, open: () => Promise<OpenedPlanStore>): void {
  describe(`${name} keeps plans`, () => {
    let opened: OpenedPlanStore;
    let store: PlanStore;
    beforeEach(async () => {
      opened = await open();
      store = opened.store;
    });
    afterEach(() => opened.close());

    const put = async (...plans: readonly Plan[]) => {
      for (const plan of plans) await store.put(plan);
    };

    it.each([...full, subscription('plain'), announcement('plain')])(
      'gives a plan back as it was put: $kind $id',
      async (plan) => {
        await put(plan);
        expect(await store.find(plan.id)).toStrictEqual(plan);
        expect(await store.list()).toStrictEqual([plan]);
        expect(await store.find('nobody')).toBeUndefined();
      },
    );

    it('keeps a plan in the place of the one with its id', async () => {
      await put(
        subscription('a', { dueAt: at(1), alerts: 'low', channel: 'discord:1:2' }),
        announcement('a', { channel: 'discord:1:3', createdAt: at(5) }),
      );
      expect(await store.list()).toStrictEqual([
        announcement('a', { channel: 'discord:1:3', createdAt: at(5) }),
      ]);
      expect(await store.list({ channel: 'discord:1:2' })).toEqual([]);
      expect([...(await store.due(at(9), 9)), ...(await store.alerted())]).toEqual([]);
    });

    it('lists all, or those of a channel or a place, oldest first', async () => {
      await put(
        subscription('young', { createdAt: at(3) }),
        announcement('old', { createdAt: at(1) }),
        subscription('next door', { createdAt: at(2), channel: 'discord:1:3' }),
        subscription('far', { createdAt: at(0), channel: 'slack:T1:C1', place: 'slack:T1' }),
        subscription('moved', { createdAt: at(4), place: 'discord:9' }),
      );
      expect(ids(await store.list())).toEqual(['far', 'old', 'next door', 'young', 'moved']);
      expect(ids(await store.list({}))).toEqual(['far', 'old', 'next door', 'young', 'moved']);
      expect(ids(await store.list({ channel: 'discord:1:2' }))).toEqual(['old', 'young', 'moved']);
      expect(ids(await store.list({ place: 'discord:1' }))).toEqual(['old', 'next door', 'young']);
      expect(ids(await store.list({ channel: 'discord:1:2', place: 'discord:9' }))).toEqual(['moved']);
      expect(await store.list({ channel: 'discord:1' })).toEqual([]);
    });

    it('gives active plans that are due, the earliest first', async () => {
      await put(
        subscription('a', { dueAt: at(3) }),
        announcement('c', { dueAt: at(1) }),
        subscription('b', { dueAt: at(2) }),
        subscription('paused', { dueAt: at(0), status: 'paused' }),
        announcement('stopped', { dueAt: at(0), status: 'stopped', failure: 'archived' }),
        subscription('never'),
      );
      expect(ids(await store.due(at(0), 9))).toEqual([]);
      expect(ids(await store.due(at(2), 9))).toEqual(['c', 'b']);
      expect(ids(await store.due(at(9), 2))).toEqual(['c', 'b']);
      expect(ids(await store.due(at(9), 9))).toEqual(['c', 'b', 'a']);
    });

    it('gives a plan that was resumed, and no longer one that is not due any more', async () => {
      await put(
        subscription('resumed', { dueAt: at(1), status: 'paused' }),
        announcement('done', { dueAt: at(1) }),
      );
      await put(subscription('resumed', { dueAt: at(1) }), announcement('done'));
      expect(ids(await store.due(at(9), 9))).toEqual(['resumed']);
    });

    it('gives active subscriptions that want alerts', async () => {
      await put(
        subscription('alerted', { alerts: 'normal' }),
        subscription('digests', { dueAt: at(1) }),
        subscription('paused', { alerts: 'high', status: 'paused' }),
        subscription('stopped', { alerts: 'high', status: 'stopped', failure: 'channelGone' }),
        announcement('told'),
      );
      expect(await store.alerted()).toStrictEqual([subscription('alerted', { alerts: 'normal' })]);
    });

    it('says when plans are due next, and what a subscription considered', async () => {
      await put(...full);
      const [{ dueAt: due }, { dueAt: told }] = [full[0] ?? {}, full[1] ?? {}];
      const moves = [
        { id: 'everything', from: due ?? at(0), to: at(99), readUntil: at(31) },
        { id: 'told', from: told ?? at(0), to: at(98) },
      ];
      expect(await store.advance(moves)).toEqual(['everything', 'told']);
      expect(await store.find('everything')).toStrictEqual({ ...full[0], dueAt: at(99), readUntil: at(31) });
      expect(await store.find('told')).toStrictEqual({ ...full[1], dueAt: at(98) });
      expect(ids(await store.due(at(98), 9))).toEqual(['told']);
    });

    it('says that plans are never due again, and leaves what was considered as it was', async () => {
      await put(subscription('a', { dueAt: at(1) }), announcement('b', { dueAt: at(1) }));
      expect(
        await store.advance([
          { id: 'a', from: at(1) },
          { id: 'b', from: at(1) },
        ]),
      ).toEqual(['a', 'b']);
      expect(await store.list()).toStrictEqual([subscription('a'), announcement('b')]);
      expect(await store.due(at(9999), 9)).toEqual([]);
    });

    it('leaves plans that were changed meanwhile, or seen to by others', async () => {
      await put(subscription('a', { dueAt: at(1) }), subscription('b', { dueAt: at(1) }));
      const move = (id: string) => ({ id, from: at(1), to: at(61), readUntil: at(2) });
      expect(await store.advance([])).toEqual([]);
      expect(await store.advance([move('a')])).toEqual(['a']);
      await put(subscription('changed', { dueAt: at(5) }));
      expect(await store.advance([move('a'), move('b'), move('changed'), move('gone')])).toEqual(['b']);
      expect(await store.find('changed')).toStrictEqual(subscription('changed', { dueAt: at(5) }));
      expect(ids(await store.list())).toEqual(['a', 'b', 'changed']);
    });

    it('forgets a plan, once', async () => {
      await put(subscription('a', { dueAt: at(1), alerts: 'low' }), subscription('b'));
      expect([await store.remove('a'), await store.remove('a')]).toEqual([true, false]);
      expect(ids(await store.list())).toEqual(['b']);
      expect([...(await store.due(at(9), 9)), ...(await store.alerted())]).toEqual([]);
    });
  });
}

import { beforeEach, describe, expect, test } from 'vitest';
import type { DueDelivery } from '../../src/delivery/outbox.ts';
import type { FollowedSource } from '../../src/sources/store.ts';
import { tags, translations } from './house.ts';
import { actionOf, manager, neighbour, openPressHouse, reader, textOf } from './newsroom.ts';
import type { PressHouse } from './newsroom.ts';

const gone: FollowedSource = {
  url: 'https://gone.example/feed',
  name: 'The Gone Gazette',
  status: 'ended',
  told: 'ended',
  dueAt: new Date('2026-05-06T08:00:00Z'),
  failures: 9,
};

let house: PressHouse;
beforeEach(async () => {
  house = await openPressHouse({ sources: [gone] });
});

const delivery = (key: string, at: string, channel = manager.channel): DueDelivery => ({
  key,
  kind: 'digest',
  channel,
  language: 'en',
  parts: [{ blocks: [{ kind: 'text', text: key }] }],
  dueAt: new Date(at),
  notBefore: new Date(at),
});

/** Puts a delivery and notes that it was posted so many seconds after its time, or given up. */
async function settle(key: string, at: string, seconds: number | 'failed'): Promise<void> {
  const { outbox } = house.store;
  const put = delivery(key, at);
  await outbox.put(put, put.dueAt);
  const later = new Date(put.dueAt.getTime() + 1000);
  const until = new Date(put.dueAt.getTime() + 60_000);
  await outbox.claim({ platform: 'discord', owner: 'one', now: later, until, limit: 10 });
  await outbox.settle(
    key,
    'one',
    seconds === 'failed'
      ? { state: 'failed', reason: 'refused', failure: 'secret words of the platform', at: until }
      : {
          state: 'delivered',
          posted: { channel: manager.channel, id: '1' },
          at: new Date(put.dueAt.getTime() + 1000 * seconds),
        },
  );
}

const typed = { en: '/status', fr: '/état', de: '/stand' } as const;
const says = {
  en: ['3 seconds', 'Tuesday, May 5 at 8 am', 'posted 2 hours late'],
  fr: ['3\u00A0secondes', 'mardi 5 mai à 8\u00A0h', 'publié avec 2\u00A0heures de retard'],
  de: ['3 Sekunden', 'Dienstag, 5. Mai, 8 Uhr', 'mit 2 Stunden Verspätung erschienen'],
};

describe.each(tags)('/status in %s', (tag) => {
  const t = translations.translate(tag);

  test('shows what was posted, when and how late, what wasn’t, and what is due', async () => {
    await house.use('en', 'subscribe', { topics: 'bridge', zone: 'Europe/Berlin', save: 'yes' });
    await settle('a', '2026-05-05T06:00:00Z', 3);
    await settle('b', '2026-05-05T07:00:00Z', 2);
    await settle('c', '2026-05-05T08:00:00Z', 7200);
    await settle('d', '2026-05-05T09:00:00Z', 'failed');
    const reply = textOf(await house.say(tag, typed[tag]));
    for (const said of says[tag]) expect(reply).toContain(said);
    expect(reply).toContain(t('replies.status.plans', { count: 1 }));
    expect(reply).toContain(t('replies.status.states.onTime'));
    expect(reply).toContain(t('replies.status.states.failed'));
    expect(reply).toContain(t('replies.digest.unhealthy', { count: 1 }));
    expect(reply).not.toContain('secret words');
  });

  test('says that nothing is set up, and that nothing was posted', async () => {
    const reply = await house.say(tag, typed[tag]);
    expect(textOf(reply)).toContain(t('errors.plan.none'));
    expect(textOf(reply)).toContain(t('replies.status.nothing'));
    expect(textOf(await house.press(tag, actionOf(reply, 'sources')))).toContain('The Gone Gazette');
  });

  test('shows what was left out while Kiosk wasn’t running, by what it is about', async () => {
    await house.use('en', 'subscribe', { topics: 'bridge', zone: 'Europe/Berlin', save: 'yes' });
    const [{ id } = { id: '' }] = await house.plans();
    const act = { by: 'kiosk', channel: manager.channel, action: 'miss', subject: id };
    await house.store.audit.note({
      ...act,
      at: new Date('2026-05-05T20:00:00Z'),
      details: '2026-05-05T06:00:00.000Z',
    });
    await house.store.audit.note({
      ...act,
      at: new Date('2026-04-05T20:00:00Z'),
      details: '2026-04-05T06:00:00.000Z',
    });
    const reply = textOf(await house.say(tag, typed[tag]));
    expect(reply).toContain(t('replies.status.missed'));
    expect(reply).toContain(`bridge · ${says[tag][1]}`);
    expect(reply).not.toMatch(/April|avril/);
  });

  test('is for managers', async () => {
    expect(textOf(await house.say(tag, typed[tag], reader))).toBe(t('errors.managersOnly'));
  });
});

test('another channel’s deliveries and plans aren’t shown', async () => {
  await settle('a', '2026-05-05T06:00:00Z', 3);
  await house.use('en', 'subscribe', { topics: 'bridge', save: 'yes' });
  const reply = textOf(await house.say('en', '/status', neighbour));
  expect(reply).not.toContain('bridge');
  expect(reply).toContain(translations.translate('en')('replies.status.nothing'));
});

test('a channel whose only delivery waits has got nothing yet', async () => {
  const put = delivery('a', '2026-05-06T07:59:00Z');
  await house.store.outbox.put(put, put.dueAt);
  const reply = textOf(await house.say('en', '/status'));
  expect(reply).toContain(translations.translate('en')('replies.status.states.waiting'));
});

import { describe, expect, it } from 'vitest';
import { findPlans, isOver, isPast, ofChannel } from '../../src/delivery/choose-plan.ts';
import { UserError } from '../../src/errors.ts';
import { createFakePlanStore } from '../fakes/plan-store.ts';
import { announcement, at, here, start, subscription, translations } from './room.ts';

const t = translations.translate('en');
const ferries = subscription({ id: 'a1', wish: { topics: ['Ferries'] } });
const bread = subscription({ id: 'b2', wish: { topics: ['bread', 'ferries'] } });
const notice = announcement({ id: 'c3' });
const all = [ferries, bread, notice];

const find = (meant: string | undefined, plans: typeof all | [] = all) => {
  try {
    return findPlans(plans, meant, t).map(({ id }) => id);
  } catch (error) {
    return error instanceof UserError ? error.key : undefined;
  }
};

describe('plans are found', () => {
  it('by id, or by what they are about', () => {
    expect([find('B2'), find(' bread '), find('FERRIES'), find('meets at ten')]).toEqual([
      ['b2'],
      ['b2'],
      ['a1', 'b2'],
      ['c3'],
    ]);
  });

  it('all of them where nothing is named', () => {
    expect([find(undefined), find(' ')]).toEqual([
      ['a1', 'b2', 'c3'],
      ['a1', 'b2', 'c3'],
    ]);
  });

  it('or it is said that there are none', () => {
    expect([find('zeppelins'), find(undefined, [])]).toEqual(['errors.plan.unknown', 'errors.plan.none']);
  });
});

it('are those of a channel of which anything is to come, of one kind or all', async () => {
  const plans = createFakePlanStore();
  const { dueAt: _due, ...over } = announcement({ id: 'over' });
  for (const plan of [...all, over, subscription({ id: 'elsewhere', channel: 'chat:2' })])
    await plans.put(plan);
  const newsdesk = { plans: plans.list };
  const ids = async (kind?: 'subscription' | 'announcement') =>
    (await ofChannel(newsdesk, here, kind)).map(({ id }) => id).toSorted();
  expect([await ids(), await ids('announcement')]).toEqual([['a1', 'b2', 'c3'], ['c3']]);
});

it('tells what is over, and what went by, from what is to come', () => {
  const { dueAt: _due, ...over } = announcement();
  expect([isOver(over), isOver(announcement()), isOver(subscription())]).toEqual([true, false, false]);
  const when = { cron: '0 8 * * *', timeZone: 'UTC' };
  expect([isPast(announcement(), at(1)), isPast(announcement(), start)]).toEqual([true, false]);
  expect([isPast(announcement({ when }), at(1)), isPast(over, at(1))]).toEqual([false, false]);
});

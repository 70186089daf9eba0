import { describe, expect, it } from 'vitest';
import type { Subscription } from '../../src/chat/plan.ts';
import { draftSubscription, plainSubscription, resumed } from '../../src/delivery/draft.ts';
import type { SubscriptionWords } from '../../src/delivery/draft.ts';
import { UserError } from '../../src/errors.ts';
import type { LanguageTag } from '../../src/language/language.ts';
import { announcement, at, here, hours, start, subscription } from './room.ts';

const setting = {
  channel: here,
  place: 'chat:1',
  by: 'chat:ada',
  language: 'en',
  timeZone: 'Europe/Berlin',
  now: start,
} as const;
const outlets = ['Ferry Post', 'Strait Wire', 'Strait Times', 'Strait', 'La Jetée'];
const plain = plainSubscription('id', setting);

const draft = (words: SubscriptionWords, base: Subscription = plain, language: LanguageTag = 'en') =>
  draftSubscription(base, words, { language, now: start }, outlets);
/** The key of what is said where something can't be understood. */
function refusal(words: SubscriptionWords, base?: Subscription): string | undefined {
  try {
    draft(words, base);
    return undefined;
  } catch (error) {
    return error instanceof UserError ? error.key : 'no refusal';
  }
}

describe('a new subscription', () => {
  it('is for everything, daily at eight by its own clocks, of the last day at first', () => {
    expect(draft({})).toEqual({
      id: 'id',
      kind: 'subscription',
      channel: here,
      place: 'chat:1',
      spoken: 'en',
      status: 'active',
      by: 'chat:ada',
      createdAt: start,
      wish: { topics: [], sources: [], languages: [], stories: 5, sentences: 1 },
      when: { cron: '0 8 * * *', timeZone: 'Europe/Berlin' },
      dueAt: new Date('2026-05-05T06:00:00Z'),
      timeZone: 'Europe/Berlin',
      perHour: 4,
      empty: 'skip',
      readUntil: at(-hours(24)),
    });
  });

  it('has alerts alone where nothing else is asked for', () => {
    const { when, dueAt, alerts } = draft({ alerts: 'normal' });
    expect([when, dueAt, alerts]).toEqual([undefined, undefined, 'normal']);
    expect(draft({ alerts: 'off' }).when).toBeDefined();
    expect(draft({ alerts: 'high', when: 'every Monday at 9' })).toMatchObject({
      alerts: 'high',
      when: { cron: '0 9 * * 1' },
      dueAt: new Date('2026-05-11T07:00:00Z'),
    });
  });
});

describe('what is typed', () => {
  it('is understood', () => {
    const words: SubscriptionWords = {
      topics: ' Hafen,  la mer;ferry\nferry ',
      keywords: ' flood OR storm ',
      sources: 'ferry post, la jetee, STRAIT W',
      languages: 'en, Deutsch français',
      stories: 3,
      length: 'long',
      quiet: '22-7',
      perHour: 9,
      empty: 'say',
      language: 'fr',
      timeZone: 'america/new york',
    };
    expect(draft(words)).toMatchObject({
      wish: {
        topics: ['Hafen', 'la mer', 'ferry'],
        keywords: 'flood OR storm',
        sources: ['Ferry Post', 'La Jetée', 'Strait Wire'],
        languages: ['en', 'de', 'fr'],
        stories: 3,
        sentences: 3,
      },
      quiet: { from: 22 * 60, to: 7 * 60 },
      perHour: 9,
      empty: 'say',
      language: 'fr',
      dueAt: new Date('2026-05-04T12:00:00Z'),
    });
  });

  it('in any language', () => {
    expect(draft({ when: 'werktags um 7 Uhr' }, plain, 'de').when?.cron).toBe('0 7 * * 1-5');
    expect(draft({ when: 'tous les lundis à 9 h' }, plain, 'fr').when?.cron).toBe('0 9 * * 1');
  });

  it('names a source whose name others begin with, but not several', () => {
    expect(draft({ sources: 'strait' }).wish.sources).toEqual(['Strait']);
    expect(refusal({ sources: 'stra' })).toMatch(/severalSources/);
  });

  it.each([
    ['errors.plan.topics', { topics: Array.from({ length: 11 }, (_, index) => `topic ${index}`).join() }],
    ['errors.plan.topic', { topics: '!?' }],
    ['errors.keywords.quotation', { keywords: '"flood' }],
    ['errors.noSource', { sources: 'Nobody' }],
    ['errors.plan.language', { languages: 'klingon' }],
    ['errors.plan.timeZone', { timeZone: 'Atlantis' }],
    ['errors.plan.quiet', { quiet: 'never ever' }],
    ['errors.plan.when', { when: 'once upon a time' }],
  ])('is refused where it isn’t: %s', (key, words) => {
    expect(refusal(words)).toBe(key);
  });
});

describe('a change', () => {
  const before = draft({
    topics: 'ferry',
    keywords: 'tide',
    alerts: 'low',
    quiet: '22-7',
    when: 'daily at 9',
  });

  it('leaves what isn’t named as it was', () => {
    expect(draft({}, before)).toEqual(before);
    const { wish, ...rest } = draft({ stories: 9 }, before);
    expect([wish, rest]).toMatchObject([
      { ...before.wish, stories: 9 },
      { alerts: 'low', when: before.when },
    ]);
  });

  it('takes back what a dash stands for', () => {
    const { wish, quiet, alerts } = draft(
      { topics: '-', keywords: '–', quiet: '—', alerts: 'off', sources: '-', languages: '-' },
      before,
    );
    expect([wish, quiet, alerts]).toEqual([{ ...plain.wish }, undefined, undefined]);
    expect(draft({ language: 'auto' }, { ...before, language: 'de' })).not.toHaveProperty('language');
  });

  it('leaves no subscription of nothing', () => {
    expect(draft({ when: '-' }, before)).not.toHaveProperty('when');
    expect(refusal({ when: '-', alerts: 'off' }, before)).toBe('errors.plan.nothing');
  });

  it('moves the times of digests to another time zone', () => {
    const moved = draft({ timeZone: 'Asia/Tokyo' }, before);
    expect([moved.when, moved.dueAt]).toEqual([
      { cron: '0 9 * * *', timeZone: 'Asia/Tokyo' },
      new Date('2026-05-05T00:00:00Z'),
    ]);
  });

  it('leaves a plan that rests at rest, and what was considered', () => {
    const paused = { ...before, status: 'paused', readUntil: at(-5) } as const;
    expect(draft({ stories: 2 }, paused)).toMatchObject({ status: 'paused', readUntil: at(-5) });
  });
});

describe('a plan that goes on', () => {
  it('is due next time, and tells of the last day at the most', () => {
    const stopped = subscription({
      status: 'stopped',
      failure: 'archived',
      dueAt: at(-hours(99)),
      readUntil: at(-hours(123)),
    });
    expect(resumed(stopped, start)).toEqual(
      subscription({ dueAt: at(hours(24)), readUntil: at(-hours(24)) }),
    );
    const short = subscription({ status: 'paused', readUntil: at(-hours(2)) });
    expect(resumed(short, start)).toMatchObject({ status: 'active', readUntil: at(-hours(2)) });
  });

  it('may be an announcement', () => {
    const paused = announcement({ status: 'paused', dueAt: at(60) });
    expect(resumed(paused, start)).toEqual(announcement({ dueAt: at(60) }));
    const when = { cron: '0 9 * * *', timeZone: 'UTC' };
    expect(resumed({ ...paused, when, dueAt: at(-hours(99)) }, start)).toEqual(
      announcement({ when, dueAt: at(60) }),
    );
  });
});

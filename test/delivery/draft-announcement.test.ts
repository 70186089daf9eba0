import { describe, expect, it } from 'vitest';
import type { Announcement } from '../../src/chat/plan.ts';
import { draftAnnouncement } from '../../src/delivery/draft-announcement.ts';
import type { AnnouncementWords } from '../../src/delivery/draft-announcement.ts';
import { UserError } from '../../src/errors.ts';
import { at, here, hours, start } from './room.ts';

const setting = {
  channel: here,
  place: 'chat:1',
  by: 'chat:ada',
  language: 'en',
  timeZone: 'Europe/Berlin',
  now: start,
} as const;

const draft = (words: AnnouncementWords, before?: Announcement) =>
  draftAnnouncement(before, before?.id ?? 'id', words, setting);
/** The key of what is said where something can't be understood. */
function refusal(words: AnnouncementWords, before?: Announcement): string | undefined {
  try {
    draft(words, before);
    return undefined;
  } catch (error) {
    return error instanceof UserError ? error.key : 'no refusal';
  }
}

const text = 'The newsroom meets at ten.';

describe('a new announcement', () => {
  it('is posted at once where nobody says when', () => {
    expect(draft({ text: ` ${text} ` })).toEqual({
      id: 'id',
      kind: 'announcement',
      channel: here,
      place: 'chat:1',
      spoken: 'en',
      status: 'active',
      by: 'chat:ada',
      createdAt: start,
      texts: [{ language: 'en', text }],
      dueAt: start,
    });
  });

  it('is posted once at a moment, by the clocks of its time zone', () => {
    const { when, dueAt } = draft({ text, when: 'tomorrow at 9' });
    expect([when, dueAt]).toEqual([undefined, new Date('2026-05-05T07:00:00Z')]);
    expect(draft({ text, when: 'tomorrow at 9', timeZone: 'Asia/Tokyo' }).dueAt).toEqual(
      new Date('2026-05-05T00:00:00Z'),
    );
  });

  it('is posted again and again, until a day is over', () => {
    expect(draft({ text, when: 'weekdays at 9', until: '2026-05-08' })).toMatchObject({
      when: { cron: '0 9 * * 1-5', timeZone: 'Europe/Berlin' },
      dueAt: new Date('2026-05-05T07:00:00Z'),
      until: new Date('2026-05-08T22:00:00Z'),
    });
  });

  it.each([
    ['errors.plan.noText', {}],
    ['errors.plan.noText', { text: '  ' }],
    ['errors.plan.past', { text, when: '2026-01-01 9:00' }],
    ['errors.plan.moment', { text, when: 'once upon a time' }],
    ['errors.plan.until', { text, when: 'daily at 9', until: 'for ever' }],
    ['errors.plan.until', { text, when: 'daily at 9', until: '2026-01-01' }],
    ['errors.plan.untilBefore', { text, when: 'every Monday at 9', until: '2026-05-05' }],
    ['errors.plan.timeZone', { text, timeZone: 'Atlantis' }],
  ])('is refused where it isn’t understood: %s', (key, words) => {
    expect(refusal(words)).toBe(key);
  });
});

describe('a change of an announcement', () => {
  const before = draft({ text, when: 'weekdays at 9', until: '2026-05-29' });

  it('leaves what isn’t named as it was', () => {
    expect(draft({}, before)).toEqual(before);
    expect(draft({ text: 'At eleven.' }, before)).toEqual({
      ...before,
      texts: [{ language: 'en', text: 'At eleven.' }],
    });
  });

  it('adds its text in another language, or changes that', () => {
    const both = draft({ text: 'Um zehn.', written: 'de' }, before);
    expect(both.texts).toEqual([
      { language: 'en', text },
      { language: 'de', text: 'Um zehn.' },
    ]);
    expect(draft({ text: 'Um elf.', written: 'de' }, both).texts).toEqual([
      { language: 'en', text },
      { language: 'de', text: 'Um elf.' },
    ]);
  });

  it('moves it to other times, another time zone, or another end', () => {
    const once = draft({ when: 'tomorrow at 9' }, before);
    expect([once.when, once.dueAt]).toEqual([undefined, new Date('2026-05-05T07:00:00Z')]);
    expect(draft({ timeZone: 'Asia/Tokyo' }, before)).toMatchObject({
      when: { cron: '0 9 * * 1-5', timeZone: 'Asia/Tokyo' },
      dueAt: new Date('2026-05-05T00:00:00Z'),
    });
    expect(draft({ until: '-' }, before)).not.toHaveProperty('until');
    expect(draft({ until: '2026-06-01' }, before).until).toEqual(new Date('2026-06-01T22:00:00Z'));
  });

  it('does not post again what is over', () => {
    const { dueAt: _due, when: _when, ...over } = before;
    expect(draft({ text: 'Again?' }, over)).not.toHaveProperty('dueAt');
    expect(draft({ when: 'daily at 9' }, { ...over, until: at(hours(999)) }).dueAt).toBeDefined();
  });
});

import { describe, expect, it } from 'vitest';
import { isTimeZone, suggestTimeZones, timeZoneOf } from '../../../src/delivery/when/index.ts';
import { languageTags, languages } from '../../../src/language/index.ts';
import { anyText } from '../../language/any-text.ts';
import * as fc from 'fast-check';

const midnightIn = (timeZone: string) => new Date(0).toLocaleString('en', { timeZone });

describe('a locale’s time zone', () => {
  it.each([
    ['de', 'Europe/Berlin'],
    ['de-AT', 'Europe/Vienna'],
    ['de-CH', 'Europe/Zurich'],
    ['fr', 'Europe/Paris'],
    ['fr-BE', 'Europe/Brussels'],
    ['fr-CA', 'America/Toronto'],
    ['fr_CA.UTF-8', 'America/Toronto'],
    ['en-GB', 'Europe/London'],
    ['en-US', 'America/New_York'],
    ['en', 'America/New_York'],
    ['en-AU', 'Australia/Sydney'],
    ['es-ES', 'Europe/Madrid'],
    ['sr_RS@latin', 'Europe/Belgrade'],
    ['', 'UTC'],
    ['C', 'UTC'],
    ['no locale', 'UTC'],
  ])('%s: %s', (locale, zone) => {
    expect(timeZoneOf(locale)).toBe(zone);
  });
});

describe('suggestions', () => {
  it('begin with the locale’s own zone and go on where its language is spoken', () => {
    expect(suggestTimeZones('', 'de-AT').slice(0, 3)).toEqual([
      'Europe/Vienna',
      'Europe/Berlin',
      'Europe/Zurich',
    ]);
    expect(suggestTimeZones('', 'fr-CA').slice(0, 3)).toEqual([
      'America/Toronto',
      'Europe/Paris',
      'Europe/Brussels',
    ]);
    expect(suggestTimeZones(' ', 'en-US')).toContain('America/Los_Angeles');
    expect(suggestTimeZones('', '')).toEqual(['UTC']);
  });

  it.each([
    ['ber', 'de', 'Europe/Berlin'],
    ['Zür', 'de-CH', 'Europe/Zurich'],
    ['zurich', 'fr', 'Europe/Zurich'],
    ['Wien', 'en', 'Europe/Vienna'],
    ['londres', 'fr', 'Europe/London'],
    ['Montréal', 'fr-CA', 'America/Toronto'],
    ['Österreich', 'de', 'Europe/Vienna'],
    ['Autriche', 'fr', 'Europe/Vienna'],
    ['austria', 'en', 'Europe/Vienna'],
    ['new york', 'de', 'America/New_York'],
    ['york', 'de', 'America/New_York'],
    ['new_york', 'en', 'America/New_York'],
    ['san francisco', 'en', 'America/Los_Angeles'],
    ['united st', 'en', 'America/New_York'],
    ['europe/ber', 'en', 'Europe/Berlin'],
    ['europe/berlin', 'en', 'Europe/Berlin'],
    ['utc', 'fr', 'UTC'],
  ])('for %s in %s begin with %s', (typed, locale, zone) => {
    expect(suggestTimeZones(typed, locale)[0]).toBe(zone);
  });

  it('prefer what is near the reader', () => {
    expect(suggestTimeZones('b', 'de')[0]).toBe('Europe/Berlin');
    expect(suggestTimeZones('b', 'fr-BE')[0]).toBe('Europe/Brussels');
  });

  it('take a name for what the system calls it', () => {
    const [zone = ''] = suggestTimeZones('asia/kolkata', 'en');
    expect(midnightIn(zone)).toBe(midnightIn('Asia/Kolkata'));
  });

  it('are zones, each once and at most 25, whatever is typed', () => {
    expect(suggestTimeZones('a', 'en')).toHaveLength(25);
    expect(suggestTimeZones('xyzzy', 'en')).toEqual([]);
    fc.assert(
      fc.property(fc.oneof(anyText, fc.string({ maxLength: 2 })), anyText, (typed, locale) => {
        const zones = suggestTimeZones(typed, locale);
        expect(zones.every(isTimeZone)).toBe(true);
        expect(new Set(zones).size).toBe(zones.length);
        expect(zones.length).toBeLessThanOrEqual(25);
      }),
      { numRuns: 50 },
    );
  });

  it('know only cities in zones that there are', () => {
    const zones = languageTags.flatMap((tag) => Object.values(languages[tag].places.cities));
    expect(zones.filter((zone) => !isTimeZone(zone))).toEqual([]);
  });
});

describe('a time zone', () => {
  it.each(['Europe/Berlin', 'europe/berlin', 'UTC', 'Asia/Kolkata', 'Asia/Calcutta'])('is %s', (name) => {
    expect(isTimeZone(name)).toBe(true);
  });

  it.each(['', 'Berlin', 'Europe/Nowhere', 'Europe/Berlin ', '../etc'])('is not %j', (name) => {
    expect(isTimeZone(name)).toBe(false);
  });
});

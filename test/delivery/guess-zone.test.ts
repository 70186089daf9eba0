import { expect, test } from 'vitest';
import { guessTimeZone } from '../../src/delivery/guess-zone.ts';

test.each([
  ['de-AT', 'Europe/Berlin', 'Europe/Vienna'],
  ['en-GB', 'Europe/Berlin', 'Europe/London'],
  // A language alone says nothing of where its readers are; where Kiosk runs does.
  ['en', 'Europe/Berlin', 'Europe/Berlin'],
  ['fr', 'America/Montreal', 'America/Montreal'],
  // Unless nobody told the machine where it is.
  ['de', 'UTC', 'Europe/Berlin'],
  ['fr', 'Etc/UTC', 'Europe/Paris'],
  [undefined, 'Etc/UTC', 'Etc/UTC'],
  ['no such locale', 'Europe/Berlin', 'Europe/Berlin'],
])('a reader with the locale %s, of a Kiosk in %s, lives by %s', (locale, own, zone) => {
  expect(guessTimeZone(locale, own)).toBe(zone);
});

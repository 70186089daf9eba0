import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDate } from '../../src/sources/date.ts';

describe('parseDate', () => {
  it.each([
    ['Mon, 23 Nov 2026 08:15:00 +0100', '2026-11-23T07:15:00.000Z'],
    ['Mon, 23 Nov 26 08:15 EST', '2026-11-23T13:15:00.000Z'],
    ['23 Nov 2026 08:15:00 GMT', '2026-11-23T08:15:00.000Z'],
    ['Mon Nov 23 08:15:00 2026', '2026-11-23T08:15:00.000Z'],
    ['Mon Nov 23 2026 08:15:00 GMT+0100 (CET)', '2026-11-23T07:15:00.000Z'],
    ['2026-11-23', '2026-11-23T00:00:00.000Z'],
    ['2026-11', '2026-11-01T00:00:00.000Z'],
    ['2026-11-23T08:15:00.25+05:30', '2026-11-23T02:45:00.000Z'],
    ['2026-11-23 08:15:00 +0100', '2026-11-23T07:15:00.000Z'],
    ['2026-11-23T08:15', '2026-11-23T08:15:00.000Z'],
    ['20261123T081500Z', '2026-11-23T08:15:00.000Z'],
    ['2026/11/23 08:15', '2026-11-23T08:15:00.000Z'],
    ['23. November 2026, 8.15 Uhr', '2026-11-23T00:00:00.000Z'],
    ['12. März 2026, 10:05 Uhr', '2026-03-12T10:05:00.000Z'],
    ['5. Jänner 2026', '2026-01-05T00:00:00.000Z'],
    ['12 mars 2026 à 10h05', '2026-03-12T10:05:00.000Z'],
    ['1er août 2026', '2026-08-01T00:00:00.000Z'],
    ['March 12th, 2026 10:05 pm', '2026-03-12T22:05:00.000Z'],
    ['12.03.2026 10:05', '2026-03-12T10:05:00.000Z'],
    ['13/03/2026', '2026-03-13T00:00:00.000Z'],
    ['1795421700', '2026-11-23T08:15:00.000Z'],
    ['1795421700000', '2026-11-23T08:15:00.000Z'],
    ['Thu, 31 Dec 2026 24:00:00 GMT', '2027-01-01T00:00:00.000Z'],
  ])('reads %s', (written, iso) => {
    expect(parseDate(written)?.toISOString()).toBe(iso);
  });

  it.each([
    '',
    'yesterday',
    '31 Feb 2026',
    '2026-13-01',
    '2026-02-29T25:00:00Z',
    '0001-01-01T00:00:00Z',
    '42',
  ])('takes %j for no date', (written) => {
    expect(parseDate(written)).toBeUndefined();
  });

  it('reads back every date a program writes', () => {
    const dates = fc.date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(dates, (date) => {
        const seconds = new Date(Math.floor(date.getTime() / 1000) * 1000);
        expect(parseDate(seconds.toISOString())).toEqual(seconds);
        expect(parseDate(seconds.toUTCString())).toEqual(seconds);
      }),
    );
  });

  it('never fails', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const date = parseDate(text);
        expect(date === undefined || date.getFullYear() > 1899).toBe(true);
      }),
    );
  });
});

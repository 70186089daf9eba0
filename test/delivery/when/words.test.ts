import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeWhen, parseCron, parseWhen } from '../../../src/delivery/when/index.ts';
import { writeCron } from '../../../src/delivery/when/slots.ts';
import type { Days, Slot } from '../../../src/delivery/when/slots.ts';
import { UserError } from '../../../src/errors.ts';
import { languageTags } from '../../../src/language/index.ts';
import { createTranslations } from '../../../src/translations.ts';
import { anyText } from '../../language/any-text.ts';
import { refused, understood } from './phrases.ts';

const { translate } = createTranslations();
const describeIn = (tag: (typeof languageTags)[number], cron: string) =>
  describeWhen({ cron }, tag, translate(tag));

function outcomeOf(text: string): string {
  try {
    const cron = parseWhen(text, 'en');
    return cron === undefined || parseCron(cron).length > 0 ? 'read' : 'empty';
  } catch (error) {
    return error instanceof UserError ? 'refused' : 'failed';
  }
}

describe.each(languageTags)('words of a schedule in %s', (tag) => {
  it.each(understood[tag])('are read: %s', (words, cron) => {
    expect(parseWhen(words, tag)).toBe(cron);
  });

  it.each(understood[tag])('are read by readers of other languages, too: %s', (words, cron) => {
    const others = languageTags.filter((one) => one !== tag);
    expect(others.map((other) => parseWhen(words, other))).toEqual([cron, cron]);
  });

  it.each(refused[tag])('are refused rather than guessed at: %s', (words) => {
    expect(languageTags.map((one) => parseWhen(words, one))).toEqual([undefined, undefined, undefined]);
  });

  it.each(Object.values(understood).flat())(
    'say what was understood, so that it can be read again: %s',
    (_, cron) => {
      const said = describeIn(tag, cron);
      expect(said).not.toContain('*');
      expect(parseWhen(said, tag)).toBe(cron);
    },
  );
});

it('takes no language’s words for another’s', () => {
  expect(parseWhen('12:00 am', 'de')).toBe('0 0 * * *');
  expect(parseWhen('6:00 pm', 'fr')).toBe('0 18 * * *');
});

it('says what is too often, however it is put', () => {
  const tooOften = new UserError('errors.when.tooOften', { minutes: 5 });
  for (const words of [
    'every 3 minutes',
    'every minute',
    'alle 2 Minuten',
    'toutes les minutes',
    'at 8:00 and 8:03',
  ])
    expect(() => parseWhen(words, 'en')).toThrow(tooOften);
});

it('takes long and hostile texts for no words of time', () => {
  expect(parseWhen('monday '.repeat(1000), 'en')).toBeUndefined();
  fc.assert(
    fc.property(anyText, (text) => {
      expect(['read', 'refused']).toContain(outcomeOf(text));
    }),
  );
});

describe('a schedule in words', () => {
  it.each([
    ['30 8 * * 1-5', 'on weekdays at 8:30 am', 'montags bis freitags um 8:30 Uhr', 'en semaine à 8 h 30'],
    ['0 7,18 * * *', 'every day at 7 am and 6 pm', 'täglich um 7 und 18 Uhr', 'tous les jours à 7 h et 18 h'],
    ['0 12 * * *', 'every day at noon', 'täglich um 12 Uhr', 'tous les jours à midi'],
    [
      '0 9 * * 4,1',
      'every Monday and Thursday at 9 am',
      'jeden Montag und Donnerstag um 9 Uhr',
      'le lundi et le jeudi à 9 h',
    ],
    ['0 10 * * sat,sun', 'at weekends at 10 am', 'am Wochenende um 10 Uhr', 'le week-end à 10 h'],
    [
      '5 0 * * 2-6',
      'Tuesday to Saturday at 12:05 am',
      'von Dienstag bis Samstag um 0:05 Uhr',
      'du mardi au samedi à 0 h 05',
    ],
    ['0 * * * *', 'every hour', 'jede Stunde', 'toutes les heures'],
    ['*/30 * * * *', 'every 30 minutes', 'alle 30 Minuten', 'toutes les 30 minutes'],
    [
      '0 8-18/2 * * 1-5',
      'on weekdays, every 2 hours between 8 am and 6 pm',
      'montags bis freitags, alle 2 Stunden zwischen 8 und 18 Uhr',
      'en semaine, toutes les 2 heures entre 8 h et 18 h',
    ],
    [
      '0 9 1,22 * *',
      'on the 1st and 22nd of the month at 9 am',
      'am 1. und 22. des Monats um 9 Uhr',
      'le 1er et le 22 du mois à 9 h',
    ],
    [
      '0 8 * * 1-5 | 0 10 * * 0,6',
      'on weekdays at 8 am and at weekends at 10 am',
      'montags bis freitags um 8 Uhr und am Wochenende um 10 Uhr',
      'en semaine à 8 h et le week-end à 10 h',
    ],
  ])('is what a native would say: %s', (cron, english, german, french) => {
    const said = [describeIn('en', cron), describeIn('de', cron), describeIn('fr', cron)];
    expect(said.map((text) => text.replaceAll('\u00A0', ' '))).toEqual([english, german, french]);
  });

  it('keeps its numbers and their units on one line in French', () => {
    expect(describeIn('fr', '30 8 * * *')).toBe('tous les jours à 8\u00A0h\u00A030');
  });

  it.each([
    '15 * * * *',
    '0 8 * 3 *',
    '0 8 13 * 5',
    '0 9 1-7 * *',
    '*/25 * * * *',
    '*/30 8-17 * * * | 0 20 * * *',
    '10 0-23/2 * * * | 20 1-23/2 * * *',
  ])('is cron where words don’t suffice: %s', (cron) => {
    expect(languageTags.map((tag) => describeIn(tag, cron))).toEqual([cron, cron, cron]);
  });

  it('of no expression is refused', () => {
    expect(() => describeIn('en', 'weekdays')).toThrow(UserError);
  });
});

const anyDays: fc.Arbitrary<Days> = fc.oneof(
  fc.constant({}),
  sorted(fc.integer({ min: 0, max: 6 }), 6).map((weekdays) => ({ weekdays })),
  sorted(fc.integer({ min: 1, max: 31 }), 6).map((monthDays) => ({ monthDays })),
);
const anyTimes = sorted(
  fc.integer({ min: 0, max: 287 }).map((five) => five * 5),
  10,
);
const anySlots: fc.Arbitrary<readonly Slot[]> = fc.uniqueArray(
  fc.record({ days: anyDays, times: anyTimes }),
  {
    minLength: 1,
    maxLength: 3,
    selector: ({ days }) => JSON.stringify(days),
  },
);

function sorted(value: fc.Arbitrary<number>, maxLength: number): fc.Arbitrary<readonly number[]> {
  return fc
    .uniqueArray(value, { minLength: 1, maxLength })
    .map((numbers) => numbers.sort((one, other) => one - other));
}

describe.each(languageTags)('any times on any days, said in %s,', (tag) => {
  it('are read again as the same', () => {
    fc.assert(
      fc.property(anySlots, (slots) => {
        const cron = writeCron(slots);
        fc.pre(cron.split('|').length <= 12);
        const said = describeIn(tag, cron);
        fc.pre(said.length <= 200);
        expect(parseWhen(said, tag)).toBe(cron);
      }),
    );
  });
});

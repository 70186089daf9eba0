import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holdsPart, splitCompound } from '../../src/language/index.ts';

const stored = new Map(
  Object.entries({
    daten: 40,
    date: 3,
    leck: 6,
    datenleck: 2,
    wahl: 60,
    kampf: 30,
    wahlkampf: 25,
    team: 50,
    bund: 20,
    tag: 90,
    bundestag: 200,
    arbeit: 50,
    amt: 20,
    arbeitsamt: 3,
    schule: 40,
    haus: 70,
    kirche: 20,
    turm: 10,
    kind: 30,
    garten: 25,
    rat: 30,
    stadt: 80,
    regierung: 90,
    chef: 40,
    sicherheit: 30,
    behorde: 20,
    aus: 300,
    die: 500,
    erde: 20,
    und: 900,
  }),
);
const frequency = (word: string) => stored.get(word) ?? 0;
const split = (word: string) => splitCompound(word, 'de', frequency);

describe('splitCompound', () => {
  it.each([
    ['datenleck', ['daten', 'leck']],
    ['wahlkampfteam', ['wahlkampf', 'team']],
    ['arbeitsamt', ['arbeit', 'amt']],
    ['schulhaus', ['schule', 'haus']],
    ['kirchturm', ['kirche', 'turm']],
    ['kindergarten', ['kind', 'garten']],
    ['regierungschef', ['regierung', 'chef']],
    ['sicherheitsbehorde', ['sicherheit', 'behorde']],
    ['datenlecks', ['daten', 'leck']],
  ])('splits %s', (word, parts) => expect(split(word)).toEqual(parts));

  it.each([
    ['a word as common as its parts', 'bundestag'],
    ['a word of unknown parts', 'xylophonist'],
    ['a word with one unknown part', 'datenxyz'],
    ['function words', 'ausdie'],
    ['a short word', 'rat'],
    ['nothing', ''],
    ['an endless word', 'daten'.repeat(100)],
  ])('leaves %s alone', (_case, word) => expect(split(word)).toEqual([word]));

  it('leaves words alone in languages that write them apart', () => {
    expect(splitCompound('datenleck', 'en', frequency)).toEqual(['datenleck']);
  });

  it('gives only words that are stored, or the word itself', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...stored.keys(), 's', 'n', 'x')).map((parts) => parts.join('')),
        (word) => {
          const parts = split(word);
          const unknown = parts.filter((part) => frequency(part) === 0);
          expect(unknown).toEqual(parts.length === 1 && frequency(word) === 0 ? [word] : []);
        },
      ),
    );
  });
});

describe('holdsPart', () => {
  it.each([
    ['datenleck', 'daten'],
    ['datenleck', 'leck'],
    ['datenlecks', 'leck'],
    ['wahlkampfteam', 'wahl'],
    ['wahlkampfteam', 'team'],
    ['arbeitsamt', 'arbeit'],
    ['schulhaus', 'schule'],
    ['stadtrat', 'rat'],
  ])('%s holds %s', (word, part) => expect(holdsPart(word, part, 'de', frequency)).toBe(true));

  it.each([
    ['auswahl', 'wahl'],
    ['daten', 'daten'],
    ['datenxyz', 'daten'],
    ['verrat', 'rat'],
    ['wahlkampfteam', 'kampf'],
    ['stadt', 'st'],
  ])('%s does not hold %s', (word, part) => expect(holdsPart(word, part, 'de', frequency)).toBe(false));

  it('is never true in languages that write words apart', () => {
    expect(holdsPart('datenleck', 'daten', 'fr', frequency)).toBe(false);
  });
});

import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadDetector } from '../../src/language/index.ts';
import type { Detector } from '../../src/language/index.ts';
import { anyText } from './any-text.ts';

let detector: Detector;

beforeAll(async () => {
  detector = await loadDetector();
});

describe('detect', () => {
  it.each([
    ['en', 'The council voted against the new bridge on Thursday evening.'],
    ['en', 'COUNCIL VOTES AGAINST NEW BRIDGE OVER THE RIVER'],
    ['fr', 'Le conseil municipal a voté contre le nouveau pont jeudi soir.'],
    ['fr', 'LE CONSEIL REJETTE LE PROJET DE PONT SUR LE FLEUVE'],
    ['de', 'Der Stadtrat hat am Donnerstagabend gegen die neue Brücke gestimmt.'],
    ['de', 'Wer hat das Datenleck zuerst gemeldet?'],
    ['fr', 'Qui a signalé la fuite en premier ?'],
    ['en', 'Who reported the leak first?'],
    ['en', 'Read it at https://www.exemple.fr/politique/les-nouvelles-du-jour before they delete it'],
  ])('knows %s: %s', (language, text) => expect(detector.detect(text)).toMatchObject({ language }));

  it.each([
    ['Dutch', 'De gemeenteraad heeft donderdagavond tegen de nieuwe brug gestemd.'],
    ['Catalan', 'El ple de l’ajuntament ha votat dijous al vespre contra el nou pont.'],
    ['Italian', 'Il consiglio comunale ha votato giovedì sera contro il nuovo ponte.'],
    ['Spanish', 'El ayuntamiento votó el jueves por la noche contra el nuevo puente.'],
    ['Danish', 'Byrådet stemte torsdag aften imod den nye bro over åen.'],
    ['Latin', 'Ferrum argentum plumbum aurum cuprum stannum hydrargyrum sulphur carbo'],
    ['Russian', 'Городской совет проголосовал против нового моста.'],
    ['no words', '12.345 – 67 %'],
    ['an address alone', 'https://www.lagazette.example/politique/conseil'],
    ['emoji', '🎉🎉🎉'],
    ['nothing', ''],
  ])('takes %s for none of its languages', (_case, text) =>
    expect(detector.detect(text).language).toBeUndefined(),
  );

  it('reads a long text beyond its first lines', () => {
    const boilerplate = 'Photo: AFP, Reuters, DPA, EPA, ANP. '.repeat(60);
    const text =
      boilerplate + 'Der Stadtrat hat gegen die neue Brücke gestimmt, weil sie zu teuer ist. '.repeat(80);
    expect(detector.detect(text).language).toBe('de');
  });

  it('is surer of a sentence than of a word', () => {
    const word = detector.detect('Land');
    const sentence = detector.detect('Das Land hat gestern eine neue Regierung gewählt.');
    expect(sentence.confidence).toBeGreaterThan(word.confidence);
  });

  it('accepts any text and keeps its confidence between 0 and 1', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, fc.string({ unit: 'grapheme', maxLength: 3000 })), (text) => {
        const { confidence } = detector.detect(text);
        expect(confidence).toBeGreaterThanOrEqual(0);
        expect(confidence).toBeLessThanOrEqual(1);
      }),
    );
  });
});

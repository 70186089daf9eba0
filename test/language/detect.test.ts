import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadDetector, plainLanguage } from '../../src/language/index.ts';
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

describe('the language of running text', () => {
  const texts = {
    en: 'The council of Eastmere has voted for the bridge that was closed in spring, and the mayor said on Monday that it will be open to all by the end of the year. It is the third time that the town has tried to find the money for it, and those who live on the other side have waited for it with a patience that few of their neighbours share.',
    fr: 'Le conseil a voté pour le pont qui était fermé depuis le printemps, et le maire a dit lundi qu’il sera ouvert à tous avant la fin de l’année. C’est la troisième fois que la ville essaie de trouver l’argent, et ceux qui vivent de l’autre côté l’ont attendu avec une patience que peu de leurs voisins partagent, même s’ils ne le disent pas.',
    de: 'Der Rat hat für die Brücke gestimmt, die seit dem Frühjahr gesperrt war, und der Bürgermeister sagte am Montag, dass sie bis zum Ende des Jahres für alle offen sein wird. Es ist das dritte Mal, dass die Stadt das Geld dafür sucht, und wer auf der anderen Seite wohnt, hat mit einer Geduld darauf gewartet, die nur wenige der Nachbarn haben.',
  };

  it.each(Object.entries(texts))('is told by its function words alone: %s', (language, text) => {
    expect(plainLanguage(text)).toBe(language);
    expect(detector.detect(text).language).toBe(language);
  });

  it.each([
    ['short texts', texts.en.slice(0, 200)],
    ['nothing', ''],
    ['names', 'Eastmere Varnholm Odrau Kelso Mirabel Costland Tarrow Loft '.repeat(20)],
    [
      'Dutch',
      'De gemeenteraad heeft voor de brug gestemd die sinds het voorjaar gesloten was, en de burgemeester zei maandag dat zij voor het einde van het jaar voor iedereen open zal zijn. Het is de derde keer dat de stad het geld zoekt, en wie aan de andere kant woont, heeft er met een geduld op gewacht dat weinig van hun buren delen, al zeggen zij dat niet.',
    ],
    [
      'Catalan',
      'El ple ha votat a favor del pont que era tancat des de la primavera, i l’alcalde va dir dilluns que serà obert a tothom abans de la fi de l’any. És la tercera vegada que la ciutat busca els diners, i els que viuen a l’altra banda l’han esperat amb una paciència que pocs dels seus veïns comparteixen, encara que no ho diguin a ningú mai.',
    ],
  ])('is left to a detector for %s', (_, text) => {
    expect(plainLanguage(text)).toBeUndefined();
  });
});

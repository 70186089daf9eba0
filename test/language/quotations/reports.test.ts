import { expect, test } from 'vitest';
import { reportsIn } from '../../../src/language/index.ts';
import type { LanguageTag } from '../../../src/language/index.ts';

const speakers = (language: LanguageTag, text: string) =>
  reportsIn(text, language).map(({ speaker }) => text.slice(speaker.start, speaker.end));

test.each([
  ['en', 'Elin Tarrow said the tannery was beyond repair.', 'Elin Tarrow'],
  ['en', 'Elin Tarrow told the council on Monday that the tannery was lost.', 'Elin Tarrow'],
  ['en', 'The owner, Ansgar Loft, apologised and said that the hall would be rebuilt.', 'Ansgar Loft'],
  ['en', 'Kelso’s mayor, Ansgar Loft, warned that the river was poisoned.', 'Ansgar Loft'],
  ['en', 'According to Elin Tarrow, the fire began in the attic.', 'Elin Tarrow'],
  ['en', 'The fire began in the attic, Elin Tarrow said on Monday.', 'Elin Tarrow'],
  [
    'fr',
    'La cheffe des pompiers, Elin Tarrow, a reconnu lundi devant le conseil que la tannerie était perdue.',
    'Elin Tarrow',
  ],
  ['fr', 'Selon la procureure de Kelso, Elin Tarrow, le feu a pris au grenier.', 'Elin Tarrow'],
  ['fr', 'Le feu a pris au grenier, a indiqué lundi Elin Tarrow.', 'Elin Tarrow'],
  ['fr', 'Elin Tarrow a dit avoir averti la tannerie.', 'Elin Tarrow'],
  ['de', 'Elin Tarrow sagte am Montag in Kelso, die Gerberei sei verloren.', 'Elin Tarrow'],
  ['de', 'Am Montag sagte Elin Tarrow in Kelso, die Gerberei sei verloren.', 'Elin Tarrow'],
  ['de', 'Elin Tarrow teilte mit, dass die Gerberei verloren sei.', 'Elin Tarrow'],
  ['de', 'Laut Polizei brach das Feuer im Dachstuhl aus.', 'Polizei'],
  ['de', 'Das Feuer brach im Dachstuhl aus, so Elin Tarrow.', 'Elin Tarrow'],
  ['de', 'Elin Tarrow sprach von einem schweren Verlust für die Stadt.', 'Elin Tarrow'],
] as const)('in %s, a sentence reports what somebody says: %s', (language, text, speaker) => {
  expect(speakers(language, text)).toEqual([speaker]);
});

test.each([
  ['en', 'Elin Tarrow visited the tannery that burnt on Monday.'],
  ['en', 'Elin Tarrow was told that the tannery was lost.'],
  ['en', 'Elin Tarrow did not say that the tannery was lost.'],
  ['en', 'Did Elin Tarrow say that the tannery was lost?'],
  ['en', 'A group of owners had asked Elin Tarrow in a letter to come.'],
  ['en', 'According to a survey, the tannery is loved.'],
  ['fr', 'Elin Tarrow a critiqué les règles que la ville impose.'],
  ['fr', 'La maire, Elin Tarrow, a salué le conseil.'],
  ['fr', 'La tannerie a été refaite, selon les techniques du Moyen Âge, en chêne.'],
  ['fr', 'Pour Elin Tarrow, la journée fut longue.'],
  ['fr', 'Elin Tarrow n’a pas dit que la tannerie était perdue.'],
  ['de', 'Elin Tarrow teilte sich den Preis mit Kelso, das zum ersten Mal gewann.'],
  ['de', 'Elin Tarrow sagte nicht, ob die Gerberei verloren sei.'],
  ['de', 'Elin Tarrow kritisierte die Regeln, die in Kelso gelten.'],
  ['de', 'Laut einer Umfrage halten 59 Prozent die Gerberei für schön.'],
] as const)('in %s, a sentence is no report: %s', (language, text) => {
  expect(speakers(language, text)).toEqual([]);
});

test('a pronoun stands for the last name that it may mean, and for none where there are two', () => {
  expect(
    speakers('en', 'Elin Tarrow said the hall was lost. She warned that the river was poisoned.'),
  ).toEqual(['Elin Tarrow', 'Elin Tarrow']);
  expect(speakers('en', 'There came Elin Tarrow and Ines Hafner. She said the river was poisoned.')).toEqual(
    [],
  );
});

test('what stands in quotation marks is left to quotations', () => {
  expect(speakers('en', 'Elin Tarrow said that “the hall of the tannery is lost for good”.')).toEqual([]);
});

import { describe, expect, test } from 'vitest';
import { quotationsIn } from '../../../src/language/index.ts';
import type { LanguageTag } from '../../../src/language/index.ts';

/** Each quotation of a text without its marks, and its speaker. */
function said(text: string, language: LanguageTag): readonly (readonly [string, string | undefined])[] {
  return quotationsIn(text, language).map(({ start, end, speaker }) => [
    text.slice(start + 1, end - 1).trim(),
    speaker && text.slice(speaker.start, speaker.end),
  ]);
}

const bridge = {
  en: 'The bridge will stay shut for now.',
  fr: 'Le pont restera fermé pour le moment.',
  de: 'Die Brücke bleibt vorerst gesperrt.',
};

describe('the speaker of a quotation', () => {
  test.each([
    ['“The bridge will stay shut for now,” said Elin Tarrow.', 'Elin Tarrow'],
    ['“The bridge will stay shut for now,” Elin Tarrow said on Monday.', 'Elin Tarrow'],
    ['“The bridge will stay shut for now,” Elin Tarrow, the captain, told reporters.', 'Elin Tarrow'],
    ['Elin Tarrow said: “The bridge will stay shut for now.”', 'Elin Tarrow'],
    ['On Monday, the mayor, Ansgar Loft, said: “The bridge will stay shut for now.”', 'Ansgar Loft'],
    ['According to Elin Tarrow, “the bridge will stay shut for now”.', 'Elin Tarrow'],
    ['“The bridge will stay shut for now,” said a spokesman for the port.', 'a spokesman for the port'],
    [
      'Costland board member Elin Tarrow said “the bridge will stay shut for now”.',
      'Costland board member Elin Tarrow',
    ],
    ['“The bridge will stay shut for now,” and Kelso closed its port, Elin Tarrow said.', 'Elin Tarrow'],
  ])('is told in English: %s', (text, speaker) => {
    expect(said(text, 'en').map(([, who]) => who)).toEqual([speaker]);
  });

  test.each([
    ['« Le pont restera fermé pour le moment », a déclaré Elin Tarrow.', 'Elin Tarrow'],
    ['« Le pont restera fermé pour le moment », explique le Premier ministre.', 'le Premier ministre'],
    ['« Le pont, a précisé Elin Tarrow, restera fermé pour le moment. »', 'Elin Tarrow'],
    ['Selon Elin Tarrow, « le pont restera fermé pour le moment ».', 'Elin Tarrow'],
    ['Elin Tarrow a déclaré lundi : « Le pont restera fermé pour le moment. »', 'Elin Tarrow'],
    ['« Le pont restera fermé », en ville, a estimé Elin Tarrow.', 'Elin Tarrow'],
  ])('is told in French: %s', (text, speaker) => {
    expect(said(text, 'fr').map(([, who]) => who)).toEqual([speaker]);
  });

  test.each([
    ['„Die Brücke bleibt vorerst gesperrt“, sagte Elin Tarrow.', 'Elin Tarrow'],
    ['„Die Brücke bleibt vorerst gesperrt“, so die Sprecherin der Polizei.', 'die Sprecherin der Polizei'],
    ['„Die Brücke bleibt vorerst gesperrt“, sagte am Montag Elin Tarrow.', 'Elin Tarrow'],
    ['„Die Brücke bleibt vorerst gesperrt“, hat Elin Tarrow gesagt.', 'Elin Tarrow'],
    ['Am Montag sagte Elin Tarrow: „Die Brücke bleibt vorerst gesperrt.“', 'Elin Tarrow'],
    ['Elin Tarrow: „Die Brücke bleibt vorerst gesperrt.“', 'Elin Tarrow'],
    ['Laut Elin Tarrow bleibt die Brücke „vorerst gesperrt, und zwar ganz“.', 'Elin Tarrow'],
  ])('is told in German: %s', (text, speaker) => {
    expect(said(text, 'de').map(([, who]) => who)).toEqual([speaker]);
  });

  test.each([
    ['en', `Captain Elin Tarrow spoke on Monday. “${bridge.en}” she said.`],
    ['fr', `Elin Tarrow a parlé lundi. « ${bridge.fr} », a-t-elle souligné.`],
    ['de', `Elin Tarrow sprach am Montag. „${bridge.de}“, sagte sie.`],
  ] as const)('is in %s the last name that a pronoun may mean', (language, text) => {
    expect(said(text, language)).toEqual([[expect.any(String), expect.stringContaining('Elin Tarrow')]]);
  });

  test.each([
    ['en', `Elin Tarrow met Ansgar Loft. They spoke. “${bridge.en}” they said.`],
    ['en', `In Kelso, Elin Tarrow met Ansgar Loft. “${bridge.en}” he said.`],
    ['en', `Elin Tarrow lost against Ansgar Loft. Nobody knew why. “${bridge.en}” it said.`],
    ['fr', `La ville a perdu contre Ansgar Loft. « ${bridge.fr} », a-t-il dit.`],
    ['de', `Elin Tarrow und die Reeder kamen. „${bridge.de}“, sagten sie.`],
    ['de', `In dem Brief heißt es: „${bridge.de}“`],
    ['de', `Auch das Motiv hing dort: „${bridge.de}“`],
  ] as const)('is left open where the text leaves it open: %s %s', (language, text) => {
    expect(said(text, language)).toEqual([[expect.any(String), undefined]]);
  });

  test('is given whole where a last name stands for it', () => {
    const text = `Elin Tarrow steered the ship. Nobody was hurt. “${bridge.en.slice(0, -1)},” Tarrow said.`;
    expect(said(text, 'en').map(([, who]) => who)).toEqual(['Elin Tarrow']);
  });

  test('speaks on in the quotation that follows', () => {
    const text = `“${bridge.en.slice(0, -1)},” said Elin Tarrow. “Nobody knows how long it will take.”`;
    expect(said(text, 'en').map(([, who]) => who)).toEqual(['Elin Tarrow', 'Elin Tarrow']);
  });
});

describe('a quotation', () => {
  test.each([
    ['en', 'The film “The Bridge of Varnholm” opened on Monday.'],
    ['en', 'The so-called “emergency” lasted for days.'],
    ['fr', 'Le film « Le Pont de Varnholm » est sorti lundi.'],
    ['de', 'Das Buch „Die Brücke von Varnholm“ erschien am Montag.'],
    ['de', 'Die „Mirabel“ lief aus.'],
  ] as const)('is no title and no single word: %s %s', (language, text) => {
    expect(said(text, language)).toEqual([]);
  });

  test('runs over several sentences', () => {
    const words = 'It was dark. We saw nothing! Who would have?';
    expect(said(`Elin Tarrow said: “${words}” Then she left.`, 'en')).toEqual([[words, 'Elin Tarrow']]);
  });

  test('lies where the text holds it, in order, in any text', () => {
    const text = `“${bridge.en}” said Elin Tarrow.\n\n„${bridge.de}“ “unclosed « and »so on`;
    const found = quotationsIn(text, 'en');
    expect(found.length).toBeGreaterThan(0);
    for (const { start, end } of found) expect(text.slice(start, end)).toMatch(/^[“„].*[”“]$/u);
  });
});

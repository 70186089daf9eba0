import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodedOnce } from '../../src/sources/twice.ts';

/** Encodes a text twice, as a program does that takes UTF-8 for windows-1252. */
function twice(text: string): string {
  return new TextDecoder('windows-1252').decode(new TextEncoder().encode(text));
}

describe('encodedOnce', () => {
  it.each([
    'Übermäßige Größe für Österreich',
    'L’été, la cathédrale « Notre-Dame » à Nîmes – cœur, Œuvre, Ÿ',
    '“It’s naïve,” he said — for 5 € or £4…',
    'São Paulo, coração, Ångström, España, ¿por qué?',
    'Paris – London',
  ])('takes back that "%s" was encoded twice', (text) => {
    expect(encodedOnce(twice(text))).toBe(text);
  });

  it.each([
    'Übermäßige „Größe“ für Österreich, ÄÖÜ äöü ß',
    '« LIBERTÉ », L’ÉTÉ À NÎMES, CŒUR : « Ça ira »… Â, Ê',
    'l’abbé », à « côté »',
    '“It’s naïve,” he said — for 5 € or £4…',
    'NÃO, SÃO PAULO, IRMÃ, coração',
    '„Å“ und “Å” heißen Dörfer, PÅ SVENSKA',
    'Why cafÃ© shows instead of café',
    'The letters Ã© alone',
    '<b>Ã©</b> and <i>â</i>',
    'plain',
  ])('leaves "%s" as it is', (text) => {
    expect(encodedOnce(text)).toBe(text);
  });

  it('takes back each run between tags for itself', () => {
    expect(encodedOnce(`<title>${twice('Köln')}</title><p>Köln</p><p>${twice('für')}</p>`)).toBe(
      '<title>Köln</title><p>Köln</p><p>für</p>',
    );
  });

  it('leaves alone whatever people write in French, German and English', () => {
    const letters = [...'abcdexyz ABCDEXYZ .,-0123456789éèêëàâäçîïôöùûüÿœæßÉÈÊËÀÂÄÇÎÏÔÖÙÛÜŒÆ€£«»„“”‚‘’–—…'];
    // What no one writes is "Â" or "Ã" before a mark.
    const written = fc.string({ unit: fc.constantFrom(...letters, '\u00A0', '\u202F') });
    fc.assert(
      fc.property(written, (text) => {
        fc.pre(!/[ÂÃ][^\p{L}\s.,-]|[ÂÃ]\u00A0|â€|â‚|â„/u.test(text));
        expect(encodedOnce(text)).toBe(text);
      }),
      { numRuns: 1000 },
    );
  });
});

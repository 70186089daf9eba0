import { describe, expect, test } from 'vitest';
import { findAliases } from '../../src/answers/initials.ts';
import { conceptsByTerm } from '../../src/answers/wording.ts';
import { sentenceTerms } from '../../src/language/index.ts';
import type { LanguageTag } from '../../src/language/index.ts';
import { concept } from './collection.ts';

/** What an article calls a question's words otherwise: "its terms → the words". */
function aliases(asked: string, text: string, language: LanguageTag = 'en') {
  const concepts = asked
    .split(' ')
    .map((word) => concept(word, { terms: sentenceTerms(word, language), asked: [word] }));
  const conceptOf = conceptsByTerm(concepts);
  const written = sentenceTerms(text, language);
  const said = written.flatMap((term, at) => {
    const number = conceptOf.get(term);
    return number === undefined ? [] : [{ at, concept: number }];
  });
  const found = findAliases([{ terms: written, said }], concepts);
  return found.map((alias) => {
    const meant = alias.concepts.map((number) => asked.split(' ')[number]);
    return `${alias.terms.join(' ')} → ${meant.join(' ')}`;
  });
}

describe('initials beside what they stand for', () => {
  test.each([
    ['en', 'DFB', 'The Dover Flood Board (DFB) warned.', 'dover flood board → DFB'],
    ['en', 'DFB', 'The DFB, or Dover Flood Board, warned.', 'dover flood board → DFB'],
    ['fr', 'DSM', 'La Direction de la sécurité des marées (DSM) alerte.', 'direct secur mar → DSM'],
    ['de', 'BfH', 'Das Bundesamt für Häfen (BfH) warnt.', 'bundesamt haf → BfH'],
    ['de', 'BSA', 'Das Bundesschleusenamt (BSA) warnt.', 'bundesschleusenamt → BSA'],
  ] as const)('mean the same (%s): %s in “%s”', (language, asked, text, alias) => {
    expect(aliases(asked, text, language)).toEqual([alias]);
  });

  test.each([
    ['en', 'Dover Flood Board', 'The Dover Flood Board (DFB) warned.', 'dfb → Dover Flood Board'],
    ['de', 'Odrauer Zentralbank', 'Die Odrauer Zentralbank (OZB) warnt.', 'ozb → Odrauer Zentralbank'],
  ] as const)('are found by what they stand for (%s): %s', (language, asked, text, alias) => {
    expect(aliases(asked, text, language)).toEqual([alias]);
  });

  test.each([
    ['other words stand beside them', 'DFB', 'The DFB warned the mayor of Dover.'],
    ['the question writes a word', 'web', 'The Weir End Bridge web site is down.'],
    ['one word alone is asked for of what they stand for', 'Board', 'The Dover Flood Board (DFB) warned.'],
    ['a word begins with none of them', 'DFB', 'The Dover Flood Warning Board (DFB) met.'],
    ['their letters are in another order', 'Dover Flood Board', 'The Dover Flood Board (DBF) warned.'],
  ])('mean nothing where %s', (_, asked, text) => {
    expect(aliases(asked, text)).toEqual([]);
  });
});

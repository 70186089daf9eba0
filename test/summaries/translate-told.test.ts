import { describe, expect, test } from 'vitest';
import { createLexicon } from '../../src/language/index.ts';
import { translateTold } from '../../src/summaries/translate-told.ts';
import { tell } from './tell.ts';

const lexicon = createLexicon([
  { en: ['bridge'], fr: ['pont'], de: ['Brücke'] },
  { en: ['tanker', 'oil tanker'], fr: ['pétrolier'], de: ['Tanker'] },
  { en: ['collide', 'ram'], fr: ['heurter'], de: ['rammen'] },
  { en: ['price of oil'], fr: ['prix du pétrole'], de: ['Ölpreis'] },
  { en: ['coast guard'], fr: ['garde-côtes'], de: ['Küstenwache'] },
]);

function translated(text: string, known: readonly string[] = []) {
  const told = tell('Pont de Varnholm', text, 'fr');
  return translateTold(told, 'en', lexicon, new Set(known)).analysis;
}

describe('a text in the terms of another language', () => {
  test('has its words translated; names and numbers stay', () => {
    const { title, sentences } = translated('Le pétrolier Mirabel a heurté le pont de Varnholm à 14 heures.');
    expect(title).toBe('bridg varnholm');
    expect(sentences[0]?.terms.split(' ')).toEqual(
      expect.arrayContaining(['tanker', 'mirabel', 'bridg', '14']),
    );
    expect(sentences[0]?.terms).not.toContain('petroli');
  });

  test('takes of several words the one that the others use', () => {
    expect(translated('Il heurte.').sentences[0]?.terms).toBe('collid');
    expect(translated('Il heurte.', ['ram']).sentences[0]?.terms).toBe('ram');
  });

  test('keeps a word that the others write the same', () => {
    expect(translated('Le pont.', ['pont']).sentences[0]?.terms).toBe('pont');
  });

  test('takes words that mean something together as one', () => {
    const told = tell('', 'The coast guard came.', 'en');
    expect(translateTold(told, 'fr', lexicon, new Set()).analysis.sentences[0]?.terms).toBe('gard cot cam');
    expect(translated('Le prix du pétrole monte.').sentences[0]?.terms).toBe('price oil mont');
  });

  test('has its sentences where they stood', () => {
    const text = 'Le pont est là. Les garde-côtes aussi.';
    const told = tell('', text, 'fr');
    const { analysis } = translateTold(told, 'en', lexicon, new Set());
    expect(analysis.sentences.map(({ start, end }) => ({ start, end }))).toEqual(
      told.analysis.sentences.map(({ start, end }) => ({ start, end })),
    );
    expect(analysis.sentences[1]?.terms).toBe('coast guard');
  });

  test('in the language asked for stays as it is', () => {
    const told = tell('Bridge', 'The bridge is there.');
    expect(translateTold(told, 'en', lexicon, new Set())).toBe(told);
  });
});

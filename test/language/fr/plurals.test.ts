import { describe, expect, test } from 'vitest';
import { termOf } from '../../../src/language/index.ts';

describe('a French plural has the term of its singular', () => {
  test.each([
    ['religions', 'religion'],
    ['avions', 'avion'],
    ['passagers', 'passager'],
    ['conflits', 'conflit'],
    ['photos', 'photo'],
    ['individus', 'individu'],
    ['amis', 'ami'],
    ['lois', 'loi'],
    ['jeux', 'jeu'],
    ['vœux', 'vœu'],
    ['matériaux', 'matériau'],
  ])('%s, %s', (plural, one) => {
    expect(termOf(plural, 'fr')).toBe(termOf(one, 'fr'));
  });
});

describe('what only ends like one has its own', () => {
  test.each([
    ['paris', 'pari'],
    ['prix', 'pri'],
    ['bois', 'boi'],
    ['virus', 'viru'],
  ])('%s, %s', (word, other) => {
    expect(termOf(word, 'fr')).not.toBe(termOf(other, 'fr'));
  });

  test.each([
    ['anglais', 'anglaise'],
    ['pris', 'prise'],
    ['inclus', 'incluse'],
    ['nombreux', 'nombreuse'],
    ['demandons', 'demandons'],
  ])('that of its other forms: %s, %s', (word, form) => {
    expect(termOf(word, 'fr')).toBe(termOf(form, 'fr'));
  });
});

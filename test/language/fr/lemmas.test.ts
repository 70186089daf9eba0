import { describe, expect, test } from 'vitest';
import { familyOf, termOf } from '../../../src/language/index.ts';

describe('a French verb', () => {
  test.each([
    ['mangent', 'mange'],
    ['achètent', 'acheter'],
    ['gèrent', 'gérer'],
    ['servir', 'sert'],
    ['parue', 'paraître'],
    ['parues', 'paraître'],
    ['répondit', 'répondre'],
    ['répondre', 'répondait'],
    ['apprenait', 'apprendre'],
    ['réécrivait', 'réécrire'],
    ['traduire', 'traduisait'],
    ['viendra', 'venir'],
  ])('%s finds %s', (asked, written) => {
    expect(familyOf(asked, 'fr')).toContain(termOf(written, 'fr'));
  });

  test.each([
    ['agent', 'âge'],
    ['content', 'conte'],
    ['parent', 'parer'],
    ['voie', 'voir'],
    ['verre', 'voir'],
    ['fonda', 'fondre'],
  ])('%s does not find %s, which only ends like one', (asked, written) => {
    expect(familyOf(asked, 'fr')).not.toContain(termOf(written, 'fr'));
  });
});

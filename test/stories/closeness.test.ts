import { describe, expect, test } from 'vitest';
import { closeness, profileOf, rarityOf, tellingTerms } from '../../src/stories/closeness.ts';
import { candidate } from '../answers/collection.ts';

const profile = (terms: string) => new Map(terms.split(' ').map((term): [string, number] => [term, 1]));
const rare = () => 1;
const words = (prefix: string) => Array.from({ length: 40 }, (_, index) => `${prefix}${index}`).join(' ');
const rarity = (term: string) => ({ harbour: 1, bridg: 2, tanker: 2, ship: 1 })[term] ?? 0;

describe('the closeness of two articles', () => {
  test('is the same story from 1 on, for the same terms more', () => {
    const mine = profile('bridg tanker mirabel varnholm ruder');
    expect(closeness(mine, mine, rare, rare)).toBeGreaterThan(1);
    expect(closeness(mine, profile('bread baker kelso mirabel loaf'), rare, rare)).toBeLessThan(1);
  });

  test('across languages counts what the other calls a term', () => {
    const names: Readonly<Record<string, readonly string[]>> = {
      bridg: ['passerel', 'pont'],
      tanker: ['petroli'],
      rudder: ['gouvernail'],
      crew: ['equipag'],
    };
    const mine = profile('bridg tanker rudder crew mirabel varnholm');
    const theirs = profile('pont petroli gouvernail equipag mirabel varnholm');
    expect(closeness(mine, theirs, rare, rare, (term) => names[term] ?? [])).toBeGreaterThan(1);
    expect(closeness(mine, theirs, rare, rare, () => [])).toBe(0);
  });

  test('across languages is nothing for a few shared names', () => {
    const mine = profile('mirabel varnholm costland tarrow loft');
    expect(closeness(mine, mine, rare, rare, () => [])).toBe(0);
  });

  test('across languages is less than one story for a few words among many', () => {
    const shared = 'mirabel varnholm costland tarrow loft kelso';
    const near = closeness(
      profile(`${shared} ${words('a')}`),
      profile(`${shared} ${words('b')}`),
      rare,
      rare,
      () => [],
    );
    expect(near).toBeGreaterThan(0);
    expect(near).toBeLessThan(1);
  });

  test('counts the most frequent of what the other calls a term', () => {
    const names = 'mirabel varnholm costland tarrow loft';
    const theirs = new Map([...profile(`${names} pont`), ['passerel', 9]]);
    const near = (alternatives: readonly string[]) =>
      closeness(profile(`${names} bridg`), theirs, rare, rare, (term) =>
        term === 'bridg' ? alternatives : [],
      );
    expect(near(['pont', 'passerel'])).toBe(near(['passerel', 'pont']));
    expect(near(['pont', 'passerel'])).not.toBe(near(['pont']));
  });

  test('of nothing is nothing', () => {
    expect(closeness(new Map(), profile('mirabel'), rare, rare)).toBe(0);
  });
});

describe('the profile of an article', () => {
  test('counts its words, those of its title three times', () => {
    const article = candidate('a', {
      title: 'Bridge rammed',
      text: 'The bridge is shut. A tanker rammed it.',
    });
    expect(Object.fromEntries(profileOf(article))).toEqual({ bridg: 4, ram: 4, shut: 1, tanker: 1 });
    expect([...profileOf(candidate('b', { text: '' }))]).toEqual([]);
  });

  test('reads what it opens with, not its background', () => {
    const text = Array.from({ length: 30 }, (_, index) => `The tanker lost ${100 + index} tons.`).join(' ');
    const profile = profileOf(candidate('a', { text }));
    expect([profile.has('100'), profile.has('117'), profile.has('118')]).toEqual([true, true, false]);
  });
});

describe('the terms that tell most of an article', () => {
  const counts = new Map([
    ['harbour', 2],
    ['bridg', 1],
    ['tanker', 1],
    ['ship', 1],
    ['year', 9],
  ]);

  test('are rare or frequent in it, those that tell most first; where two tell as much, words decide', () => {
    expect(tellingTerms(counts, rarity, 9)).toEqual(['bridg', 'tanker', 'harbour', 'ship']);
    const other = new Map([...counts].toReversed());
    expect(tellingTerms(other, rarity, 9)).toEqual(['bridg', 'tanker', 'harbour', 'ship']);
  });

  test('are no more than asked for', () => {
    expect(tellingTerms(counts, rarity, 2)).toEqual(['bridg', 'tanker']);
    expect(tellingTerms(new Map([...counts].toReversed()), rarity, 1)).toEqual(['bridg']);
  });
});

test('a term is the rarer the fewer articles hold it, and tells nothing where none does', () => {
  const found = {
    total: 100,
    frequencies: new Map([
      ['few', 1],
      ['many', 60],
      ['none', 0],
    ]),
  };
  expect(rarityOf('few', found)).toBeGreaterThan(rarityOf('many', found));
  expect(rarityOf('many', found)).toBeGreaterThan(0);
  expect([rarityOf('none', found), rarityOf('unheard', found)]).toEqual([0, 0]);
});

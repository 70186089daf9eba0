import { describe, expect, test } from 'vitest';
import { closeness, profileOf, rarityOf, tellingTerms, viewOf } from '../../src/stories/closeness.ts';
import { candidate } from '../answers/collection.ts';

const profile = (terms: string) => new Map(terms.split(' ').map((term): [string, number] => [term, 1]));
const rare = () => 1;
const words = (prefix: string) => Array.from({ length: 40 }, (_, index) => `${prefix}${index}`).join(' ');
const rarity = (term: string) => ({ harbour: 1, bridg: 2, tanker: 2, ship: 1 })[term] ?? 0;

function telling(profile: ReadonlyMap<string, number>, limit: number): readonly string[] {
  return tellingTerms(viewOf(profile, rarity, rarity), limit).flat();
}

describe('the closeness of two articles', () => {
  test('is the same story from 1 on, for the same terms more', () => {
    const mine = profile('bridg tanker mirabel varnholm ruder');
    expect(closeness(viewOf(mine, rare, rare), mine)).toBeGreaterThan(1);
    expect(closeness(viewOf(mine, rare, rare), profile('bread baker kelso mirabel loaf'))).toBeLessThan(1);
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
    expect(
      closeness(
        viewOf(mine, rare, rare, (term) => names[term] ?? []),
        theirs,
      ),
    ).toBeGreaterThan(1);
    expect(
      closeness(
        viewOf(mine, rare, rare, () => []),
        theirs,
      ),
    ).toBe(0);
  });

  test('across languages is nothing for a few shared names', () => {
    const mine = profile('mirabel varnholm costland tarrow loft');
    expect(
      closeness(
        viewOf(mine, rare, rare, () => []),
        mine,
      ),
    ).toBe(0);
  });

  test('across languages is less than one story for a few words among many', () => {
    const shared = 'mirabel varnholm costland tarrow loft kelso';
    const near = closeness(
      viewOf(profile(`${shared} ${words('a')}`), rare, rare, () => []),
      profile(`${shared} ${words('b')}`),
    );
    expect(near).toBeGreaterThan(0);
    expect(near).toBeLessThan(1);
  });

  test('counts the most frequent of what the other calls a term', () => {
    const names = 'mirabel varnholm costland tarrow loft';
    const theirs = new Map([...profile(`${names} pont`), ['passerel', 9]]);
    const near = (alternatives: readonly string[]) =>
      closeness(
        viewOf(profile(`${names} bridg`), rare, rare, (term) => (term === 'bridg' ? alternatives : [])),
        theirs,
      );
    expect(near(['pont', 'passerel'])).toBe(near(['passerel', 'pont']));
    expect(near(['pont', 'passerel'])).not.toBe(near(['pont']));
  });

  test('of nothing is nothing', () => {
    expect(closeness(viewOf(new Map(), rare, rare), profile('mirabel'))).toBe(0);
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
    expect(telling(counts, 9)).toEqual(['bridg', 'tanker', 'harbour', 'ship']);
    expect(telling(new Map([...counts].toReversed()), 9)).toEqual(['bridg', 'tanker', 'harbour', 'ship']);
  });

  test('are no more than asked for', () => {
    expect(telling(counts, 2)).toEqual(['bridg', 'tanker']);
    expect(telling(new Map([...counts].toReversed()), 1)).toEqual(['bridg']);
  });

  test('come with what the other language calls them', () => {
    const view = viewOf(new Map([['bridg', 1]]), rarity, rarity, () => ['pont', 'passerel']);
    expect(tellingTerms(view, 1)).toEqual([['bridg', 'pont', 'passerel']]);
  });
});

test('a term is the rarer the fewer articles hold it', () => {
  expect(rarityOf(1, 100)).toBeGreaterThan(rarityOf(60, 100));
  expect(rarityOf(100, 100)).toBeGreaterThan(0);
});

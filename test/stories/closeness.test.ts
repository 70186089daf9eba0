import { describe, expect, test } from 'vitest';
import { closeness, viewOf } from '../../src/stories/closeness.ts';

const profile = (terms: string) => new Map(terms.split(' ').map((term): [string, number] => [term, 1]));
const rare = () => 1;

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
});

import { describe, expect, it } from 'vitest';
import { memoize } from '../../src/language/memo.ts';

describe('memoize', () => {
  it('computes a word once while it is asked for now and then', () => {
    const computed: string[] = [];
    const upper = memoize((word) => {
      computed.push(word);
      return word.toUpperCase();
    }, 10);
    for (let index = 0; index < 100; index += 1) {
      expect(upper('often')).toBe('OFTEN');
      expect(upper(`word${index}`)).toBe(`WORD${index}`);
    }
    expect(computed.filter((word) => word === 'often')).toHaveLength(1);
  });

  it('forgets words nobody asks for', () => {
    const computed: string[] = [];
    const same = memoize((word) => {
      computed.push(word);
      return word;
    }, 10);
    same('rare');
    for (let index = 0; index < 30; index += 1) same(`word${index}`);
    same('rare');
    expect(computed.filter((word) => word === 'rare')).toHaveLength(2);
  });
});

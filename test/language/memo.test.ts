import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { memoize } from '../../src/language/memo.ts';

/** Bytes of JavaScript that are left after a collection. */
function heldMemory(): number {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
  return process.memoryUsage().heapUsed;
}

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

  it('keeps the words, not the texts they were cut out of', () => {
    const beginningOf = memoize((word) => word.slice(0, 14), 100);
    const before = heldMemory();
    for (let index = 0; index < 50; index += 1) {
      const text = `${index} has a beginning${' and goes on'.repeat(50_000)}`;
      expect(beginningOf(text.slice(0, 20))).toBe(text.slice(0, 14));
    }
    expect(heldMemory() - before).toBeLessThan(5_000_000);
    expect(beginningOf('0 has a beginning and')).toBe('0 has a beginn');
  });
});

import { expect, test } from 'vitest';
import { soak } from '../bench/soak/soak.ts';

const none = { lost: 0, twice: 0, wrongLanguage: 0, notApplied: 0, strange: 0 };

test.each([1, 2])(
  'with %i process killed over and over, all is there once',
  { timeout: 120_000 },
  async (processes) => {
    const { findings, wrong, kills, posts, edits } = await soak({
      seed: 1,
      channels: 6,
      days: 3,
      kills: 5,
      processes,
    });
    expect(findings).toEqual([]);
    expect(wrong).toEqual(none);
    expect(kills).toBe(5);
    expect(posts).toBeGreaterThan(30);
    expect(edits).toBeGreaterThan(0);
  },
);

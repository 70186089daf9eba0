import { expect, test } from 'vitest';
import { soak } from '../bench/soak/soak.ts';

// `npm run soak` does the same for weeks.
test(
  'two processes that are killed over and over post all there is, once',
  { timeout: 120_000 },
  async () => {
    const { findings, killed, posts, edits } = await soak({
      seed: 7,
      channels: 6,
      days: 2,
      kills: 5,
      processes: 2,
    });
    expect(findings).toEqual([]);
    expect(killed).toHaveLength(5);
    expect(posts).toBeGreaterThan(30);
    expect(edits).toBeGreaterThan(0);
  },
);

import type { Block } from '../blocks.ts';
import { shareIn, wordRuns } from './words.ts';

/** Shorter blocks may be said twice: headings of a list, answers to questions. */
const shortest = 40;

/** Texts longer than this, in characters, are taken as they are. */
const longest = 500_000;

/** Blocks without those whose words stand in the others: pulled quotations, and the whole text once more for another screen. */
export function withoutRepetition(blocks: readonly Block[]): readonly Block[] {
  const size = blocks.reduce((sum, { text }) => sum + text.length, 0);
  if (size > longest) return blocks;
  const runs = new Map(blocks.map((block) => [block, wordRuns(block.text)]));
  const counts = new Map<string, number>();
  for (const own of runs.values()) for (const run of own) counts.set(run, (counts.get(run) ?? 0) + 1);
  const elsewhere = { has: (run: string) => (counts.get(run) ?? 0) > 1 };
  const repeated = new Set<Block>();
  // The longest first, so that a heap of everything goes and not all that it repeats; of equals the last goes.
  for (const block of blocks.toReversed().sort((one, other) => other.text.length - one.text.length)) {
    const own = runs.get(block) ?? new Set();
    if (block.text.length < shortest || shareIn(own, elsewhere) < 0.9) continue;
    repeated.add(block);
    for (const run of own) counts.set(run, (counts.get(run) ?? 0) - 1);
  }
  return blocks.filter((block) => !repeated.has(block));
}

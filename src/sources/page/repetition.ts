import type { Block } from '../blocks.ts';
import { shareIn, squash, wordRuns } from './words.ts';

/** Shorter blocks may be said twice, in characters: headings of a list, answers to questions. */
const shortest = 40;

/** Texts of more characters or blocks than this are taken as they are: blocks are compared with each other. */
const longest = 500_000;
const mostBlocks = 2000;

/** A quotation is pulled out of a paragraph that is longer than it by this factor. */
const pulled = 1.4;

/**
 * Blocks without those that say again what others say: the same paragraph, a sentence pulled out of a paragraph for show, and the
 * whole text once more in one piece.
 */
export function withoutRepetition(blocks: readonly Block[]): readonly Block[] {
  const size = blocks.reduce((sum, { text }) => sum + text.length, 0);
  if (size > longest || blocks.length > mostBlocks) return blocks;
  const runs = new Map(blocks.map((block) => [block, wordRuns(block.text)]));
  const counts = new Map<string, number>();
  for (const own of runs.values()) for (const run of own) counts.set(run, (counts.get(run) ?? 0) + 1);
  const elsewhere = { has: (run: string) => (counts.get(run) ?? 0) > 1 };
  const repeats = (block: Block) => shareIn(runs.get(block) ?? new Set(), elsewhere) >= 0.9;
  const pieces = blocks.filter((block) => block.text.length <= size / 3 || !repeats(block));
  const said = new Map(pieces.map((block) => [block, squash(block.text)]));
  const seen = new Set<string>();
  return pieces.filter((block) => {
    if (block.text.length < shortest) return true;
    const own = said.get(block) ?? '';
    const again = seen.has(own);
    seen.add(own);
    if (again || !repeats(block)) return !again;
    return !pieces.some(
      (other) => other.text.length > pulled * block.text.length && said.get(other)?.includes(own),
    );
  });
}

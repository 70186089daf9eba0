import type { Block } from '../blocks.ts';
import { isHeading, isSentence } from './shape.ts';
import { commonStyles, isProse } from './weight.ts';

/**
 * Adds to chosen blocks what belongs to them: paragraphs between them that look alike, with their headings, and the opening
 * between the headline and the first of them.
 * @param titleAt the headline's place among the blocks; negative for none
 */
export function fillGaps(
  blocks: readonly Block[],
  chosen: ReadonlySet<Block>,
  titleAt: number,
): ReadonlySet<Block> {
  const isText = (block: Block | undefined) => block !== undefined && chosen.has(block) && isProse(block);
  const first = blocks.findIndex((block, at) => at > titleAt && isText(block));
  const last = blocks.findLastIndex((block) => chosen.has(block));
  const common = commonStyles(chosen);
  const isMissing = (block: Block | undefined) =>
    block !== undefined && block.linked < 0.5 && isProse(block) && common.has(block.style);
  const filled = new Set(chosen);
  for (const [at, block] of blocks.entries()) {
    if (at <= titleAt || at > last) continue;
    if (at > first && first >= 0) {
      if (isMissing(block) || (isHeading(block) && block.linked < 0.5 && isMissing(blocks[at + 1])))
        filled.add(block);
    } else if (titleAt >= 0 && isSentence(block)) filled.add(block);
  }
  return filled;
}

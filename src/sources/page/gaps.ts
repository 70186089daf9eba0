import type { Block } from '../blocks.ts';
import { isHeading, isSentence } from './shape.ts';
import { commonStyles, isProse } from './weight.ts';

/**
 * Adds to chosen blocks what belongs to them: paragraphs between them that look alike, with their headings, and the opening
 * before the first of them.
 * @param titleAt the headline's place among the blocks; negative for none
 * @param isOpening tells what the page describes itself with
 */
export function fillGaps(
  blocks: readonly Block[],
  chosen: ReadonlySet<Block>,
  titleAt: number,
  isOpening: (block: Block) => boolean,
): ReadonlySet<Block> {
  const isText = (block: Block | undefined) => block !== undefined && chosen.has(block) && isProse(block);
  const first = blocks.findIndex((block, at) => at > titleAt && isText(block));
  const last = blocks.findLastIndex((block) => chosen.has(block));
  const common = commonStyles(chosen);
  const looksAlike = (block: Block | undefined) =>
    block !== undefined && isProse(block) && common.has(block.style);
  const belongs = (block: Block, at: number) => {
    if (first >= 0 && at > first)
      return looksAlike(block) || (isHeading(block) && block.linked < 0.5 && looksAlike(blocks[at + 1]));
    return (at > titleAt && titleAt >= 0 && isSentence(block)) || isOpening(block);
  };
  return new Set(blocks.filter((block, at) => chosen.has(block) || (at <= last && belongs(block, at))));
}

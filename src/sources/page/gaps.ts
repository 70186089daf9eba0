import type { Block } from '../blocks.ts';
import { isHeading, isSentence } from './shape.ts';
import { isProse } from './weight.ts';

/**
 * Adds to chosen blocks what belongs to them: paragraphs between them that look alike, and the opening between the headline
 * and the first of them.
 * @param title the article's headline, squashed
 * @param styles how each block's element is called and classed
 */
export function fillGaps(
  blocks: readonly Block[],
  chosen: ReadonlySet<Block>,
  titleAt: number,
  styles: ReadonlyMap<Block, string>,
): ReadonlySet<Block> {
  const first = blocks.findIndex((block) => chosen.has(block));
  const last = blocks.findLastIndex((block) => chosen.has(block));
  if (first < 0) return chosen;
  const common = commonStyles(chosen, styles);
  const filled = new Set(chosen);
  for (let at = Math.max(0, titleAt); at <= last; at += 1) {
    const block = blocks[at];
    if (block === undefined || chosen.has(block) || block.linked >= 0.5) continue;
    if (at > first) {
      if (isProse(block) && common.has(styles.get(block) ?? '')) filled.add(block);
      const next = blocks[at + 1];
      if (isHeading(block) && next !== undefined && isProse(next) && common.has(styles.get(next) ?? ''))
        filled.add(block);
    } else if (titleAt >= 0 && isSentence(block)) filled.add(block);
  }
  return filled;
}

/** Styles that hold at least a fifth of the chosen running text. */
function commonStyles(chosen: ReadonlySet<Block>, styles: ReadonlyMap<Block, string>): ReadonlySet<string> {
  const sizes = new Map<string, number>();
  let total = 0;
  for (const block of chosen) {
    if (!isProse(block)) continue;
    const style = styles.get(block) ?? '';
    sizes.set(style, (sizes.get(style) ?? 0) + block.text.length);
    total += block.text.length;
  }
  return new Set([...sizes].filter(([, size]) => size >= total / 5).map(([style]) => style));
}

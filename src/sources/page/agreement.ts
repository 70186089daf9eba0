import type { Block } from '../blocks.ts';
import { isProse } from './weight.ts';
import { shareIn, wordRuns } from './words.ts';

/** A text in structured data shorter than this is a summary. */
const shortestBody = 500;

/**
 * Lets the text in a page's structured data vote on chosen blocks, where both are of the same article: paragraphs that aren't in
 * it go, unless they open the article, and paragraphs that are in it come.
 */
export function agreedWith(
  body: string,
  blocks: readonly Block[],
  chosen: ReadonlySet<Block>,
): ReadonlySet<Block> {
  if (body.length < shortestBody) return chosen;
  const runs = wordRuns(body);
  const shared = new Set(
    blocks.filter((block) => isProse(block) && shareIn(wordRuns(block.text), runs) >= 0.8),
  );
  const prose = [...chosen].filter(isProse);
  if (lengthOf(prose.filter((block) => shared.has(block))) < 0.6 * lengthOf(prose)) return chosen;
  const first = blocks.findIndex((block) => shared.has(block));
  return new Set(
    blocks.filter((block, at) => shared.has(block) || (chosen.has(block) && (at < first || !isProse(block)))),
  );
}

function lengthOf(blocks: readonly Block[]): number {
  return blocks.reduce((sum, { text }) => sum + text.length, 0);
}

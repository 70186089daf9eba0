import { type Block, blocksOf } from '../blocks.ts';
import { holdsMoreThan } from '../elements.ts';
import { agreedWith } from './agreement.ts';
import { removeClutter } from './clutter.ts';
import { fillGaps } from './gaps.ts';
import { openNoscript } from './noscript.ts';
import { chosenByReadability } from './readability.ts';
import { trim } from './trim.ts';
import { isProse } from './weight.ts';

/**
 * What gave an article's text: Readability's choice of blocks, the text in the page's JSON-LD, every block that isn't clutter, or
 * a document that was plain text already.
 */
export type Extractor = 'readability' | 'json-ld' | 'blocks' | 'plain-text';

/** Readability looks at everything several times, so pages with more elements or characters are read without it. */
const mostElements = 15_000;
const mostCharacters = 600_000;

/**
 * Finds a page's article. Changes the document.
 * @param parts.isTitle tells the article's own headline
 * @param parts.isOpening tells what the page describes itself with
 * @param parts.body the article's text by the page's structured data; '' for none
 */
export function articleIn(
  document: Document,
  parts: {
    readonly isTitle: (block: Block) => boolean;
    readonly isOpening: (block: Block) => boolean;
    readonly body: string;
  },
): { readonly text: string; readonly extractor: Extractor } {
  const { isTitle, isOpening } = parts;
  openNoscript(document.body);
  removeClutter(document.body, isTitle);
  const blocks = blocksOf(document.body);
  const titleAt = blocks.findIndex(isTitle);
  const readable = isReadable(document.body, blocks)
    ? chosenByReadability(document, blocks)
    : new Set<Block>();
  const extractor = [...readable].some(isProse) ? 'readability' : 'blocks';
  const chosen = extractor === 'readability' ? readable : new Set(blocks);
  const filled = fillGaps(blocks, chosen, titleAt, isOpening);
  const agreed = agreedWith(parts.body, blocks, filled);
  const text = trim(
    blocks.filter((block) => agreed.has(block)),
    parts,
  )
    .map((block) => block.text)
    .join('\n\n');
  // What the publisher gives as the whole text wins only where the page itself shows next to nothing of it.
  return parts.body.length > 4 * text.length
    ? { text: parts.body, extractor: 'json-ld' }
    : { text, extractor };
}

function isReadable(body: Element, blocks: readonly Block[]): boolean {
  const size = blocks.reduce((sum, { text }) => sum + text.length, 0);
  return size <= mostCharacters && blocks.some(isProse) && !holdsMoreThan(mostElements, body);
}

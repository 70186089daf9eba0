import type { Block } from '../blocks.ts';
import { isCredit, isPointer, isRequest } from './phrases.ts';
import { withoutRepetition } from './repetition.ts';
import { isHeading, isItem, isSentence } from './shape.ts';
import { isProse } from './weight.ts';

/**
 * Takes out of chosen blocks what readers would skip: the headline, bylines and dates before the first sentence, links to other
 * articles, credits of pictures, what is said twice, and what is left over after the last sentence.
 * @param tests.isTitle tells the article's own headline
 * @param tests.isOpening tells its opening, which needn't be a sentence
 */
export function trim(blocks: readonly Block[], { isTitle, isOpening }: Tests): readonly Block[] {
  const titled = afterTitle(blocks, isTitle).filter((block) => !isTitle(block));
  const kept = withoutRepetition(withoutPointers(titled));
  const from = kept.findIndex((block) => isTelling(block) || isOpening(block));
  if (from < 0) return kept;
  return withoutBareHeadings(
    withoutEnd(withoutBylines(kept.slice(startOf(kept, from)), isOpening)),
    isOpening,
  );
}

interface Tests {
  readonly isTitle: (block: Block) => boolean;
  readonly isOpening: (block: Block) => boolean;
}

/** Bylines and dates stand before the second sentence, too, where the first is the opening. */
function withoutBylines(blocks: readonly Block[], isOpening: (block: Block) => boolean): readonly Block[] {
  let telling = 0;
  return blocks.filter((block) => {
    const tells = isTelling(block) || isOpening(block);
    if (tells) telling += 1;
    return telling >= 2 || tells || isHeading(block) || isItem(block) || endsSentence(block);
  });
}

function withoutEnd(blocks: readonly Block[]): readonly Block[] {
  const to = blocks.findLastIndex(
    (block) => !isRequest(block) && (isTelling(block) || block.name === 'li' || endsSentence(block)),
  );
  return blocks.slice(0, to + 1);
}

/** The blocks after the headline, unless the text begins before it. */
function afterTitle(blocks: readonly Block[], isTitle: (block: Block) => boolean): readonly Block[] {
  const first = blocks.findIndex(isProse);
  const at = blocks.findIndex(isTitle);
  return at < first && at <= blocks.length / 2 ? blocks.slice(at + 1) : blocks;
}

function isTelling(block: Block): boolean {
  return isSentence(block) || isProse(block);
}

/** A sentence, however short, or a paragraph that is long enough to be one without saying so. */
function endsSentence({ name, text, linked }: Block): boolean {
  if (name === 'p' && linked === 0 && text.split(' ').length >= 7) return true;
  return /\s\S+\s\S*[\p{L})”"»“’][.!?…]["”“»)]*$/u.test(text.slice(-60));
}

/** Leaves out links to elsewhere, with the list of them that follows a line like "Read more:". */
function withoutPointers(blocks: readonly Block[]): readonly Block[] {
  let listing = false;
  return blocks.filter((block) => {
    if (isPointer(block)) {
      listing = !isTelling(block);
      return false;
    }
    if (isLinkAlone(block) || isCredit(block.text)) return false;
    if (listing && (isItem(block) || block.linked > 0.5) && !isProse(block)) return false;
    listing = false;
    return true;
  });
}

function isLinkAlone({ text, linked }: Block): boolean {
  if (linked < 0.6) return false;
  return text.length < 120 || (linked >= 0.9 && !/[.!?]["”“»]?$/.test(text));
}

/** A heading right before the first sentence belongs to it. */
function startOf(blocks: readonly Block[], from: number): number {
  const before = blocks[from - 1];
  return before !== undefined && isHeading(before) && before.name !== 'h1' ? from - 1 : from;
}

/** A heading with nothing below it lost what it stood above. */
function withoutBareHeadings(
  blocks: readonly Block[],
  isOpening: (block: Block) => boolean,
): readonly Block[] {
  return blocks.filter((block, at) => {
    const next = blocks[at + 1];
    return (
      !isHeading(block) ||
      isOpening(block) ||
      (next !== undefined && (!isHeading(next) || next.name > block.name))
    );
  });
}

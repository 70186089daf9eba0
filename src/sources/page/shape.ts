import type { Block } from '../blocks.ts';

/** A sentence shorter than this is more likely a label. */
const shortestSentence = 40;

/** True for a heading inside an article; a whole sentence is an opening that only looks like one. */
export function isHeading(block: Block): boolean {
  return /^h[1-6]$/.test(block.name) && !(block.text.length >= 80 && isSentence(block));
}

/** True for an item of a list or a row of a table. */
export function isItem({ name }: Block): boolean {
  return name === 'li' || name === 'tr' || name === 'dd' || name === 'dt';
}

/** True for a block that ends as sentences do and isn't a link. */
export function isSentence({ text, linked }: Block): boolean {
  return linked < 0.5 && text.length >= shortestSentence && /[.!?…:][\s"'”“»›’)\]]*$/u.test(text.slice(-20));
}

import { type Block, blocksOf } from '../blocks.ts';

/** What an element holds. */
export interface Weight {
  /** Characters in paragraphs that read like running text. */
  readonly prose: number;
  readonly headings: number;
  /** Of the headings, those that are links: the titles of other articles. */
  readonly linkedHeadings: number;
  /** True where the article's own headline is in it. */
  readonly titled: boolean;
}

type Sum = { -readonly [part in keyof Weight]: Weight[part] };

/** A paragraph this long is seldom a label, a link's name or a line of data. */
const shortestProse = 80;

/** True for a block that reads like running text: long, and not made of links. */
export function isProse({ text, linked }: Block): boolean {
  return linked < 0.5 && text.length * (1 - linked) >= shortestProse;
}

/**
 * The weight of every element below `root` that holds any text.
 * @param isTitle tells the article's own headline, which is no title of another even where it is a link
 */
export function weights(root: Element, isTitle: (block: Block) => boolean): ReadonlyMap<Element, Weight> {
  const found = new Map<Element, Sum>();
  for (const block of blocksOf(root)) {
    const titled = isTitle(block);
    const prose = isProse(block) ? block.text.length : 0;
    const heading = !titled && /^h[1-6]$/.test(block.name) ? 1 : 0;
    const linkedHeading = block.linked >= 0.9 ? heading : 0;
    for (let element: Element | null = block.element; element !== null; element = element.parentElement) {
      let weight = found.get(element);
      if (weight === undefined) {
        weight = { ...weightless };
        found.set(element, weight);
      }
      weight.prose += prose;
      weight.headings += heading;
      weight.linkedHeadings += linkedHeading;
      weight.titled ||= titled;
      if (element === root) break;
    }
  }
  return found;
}

/** The weight of an element without text. */
export const weightless: Weight = { prose: 0, headings: 0, linkedHeadings: 0, titled: false };

/** The styles that hold at least a fifth of the running text among blocks. */
export function commonStyles(blocks: Iterable<Block>): ReadonlySet<string> {
  const sizes = new Map<string, number>();
  let total = 0;
  for (const block of blocks) {
    if (!isProse(block)) continue;
    sizes.set(block.style, (sizes.get(block.style) ?? 0) + block.text.length);
    total += block.text.length;
  }
  return new Set([...sizes].filter(([, size]) => size >= total / 5).map(([style]) => style));
}

import { isElement, isText, nameOf } from './elements.ts';
import { isBlock, isCell, isSilent } from './html.ts';
import { collapse, linesOf } from './spaces.ts';

/** A paragraph, a heading, an item of a list or a row of a table, as a reader would see it. */
export interface Block {
  /** The name of the element it stands in, in lower case; "p" for a paragraph. */
  readonly name: string;
  /** The innermost block element around it. */
  readonly element: Element;
  /** That element's name and classes: what is made alike looks alike. */
  readonly style: string;
  readonly text: string;
  /** How much of it is links: 0 for none, 1 for all of it. */
  readonly linked: number;
  readonly nodes: readonly Node[];
}

/** What readers see below `root`, block by block. */
export function blocksOf(root: Element): readonly Block[] {
  const blocks: Block[] = [];
  const around: Element[] = [root];
  let links = 0;
  let run = emptyRun();
  const end = () => {
    const element = around.at(-1) ?? root;
    const name = nameOf(element);
    const text = linesOf(run.written);
    if (text !== '')
      blocks.push({
        name,
        element,
        style: `${name} ${element.getAttribute('class') ?? ''}`,
        text,
        linked: run.linked / run.letters,
        nodes: run.nodes,
      });
    run = emptyRun();
  };
  let node: Node | null = root.firstChild;
  while (node !== null) {
    const open: boolean = isElement(node) && !isSilent(nameOf(node));
    if (isText(node)) addText(run, node, links > 0);
    else if (open) {
      const name: string = nameOf(node);
      if (isElement(node) && isBlock(name)) {
        end();
        around.push(node);
      } else if (name === 'br') {
        // Two line breaks are how old pages begin a paragraph.
        if (run.broken) end();
        else {
          run.written += '\n';
          run.broken = true;
        }
      } else if (isCell(name)) run.written += ' ';
      else if (name === 'a') links += 1;
    }
    const inside: Node | null = open ? node.firstChild : null;
    if (inside !== null) {
      node = inside;
      continue;
    }
    if (open) close(node);
    while (node !== null && node !== root && node.nextSibling === null) {
      node = node.parentNode;
      if (node !== null && node !== root) close(node);
    }
    node = node === null || node === root ? null : node.nextSibling;
  }
  end();
  return blocks;

  function close(left: Node) {
    const name = nameOf(left);
    if (name === 'a') links -= 1;
    if (!isBlock(name)) return;
    end();
    around.pop();
  }
}

interface Run {
  written: string;
  letters: number;
  linked: number;
  /** True after a line break that no text follows yet. */
  broken: boolean;
  nodes: Node[];
}

function emptyRun(): Run {
  return { written: '', letters: 0, linked: 0, broken: false, nodes: [] };
}

function addText(run: Run, node: Node, linked: boolean): void {
  const text = collapse(node.nodeValue ?? '');
  run.written += text;
  const letters = text.trim().length;
  if (letters === 0) return;
  run.letters += letters;
  run.broken = false;
  if (linked) run.linked += letters;
  run.nodes.push(node);
}

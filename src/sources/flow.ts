import { decodeHTML, decodeHTMLAttribute } from 'entities';
import { isBlock, isCell, isSilent } from './html.ts';
import { attributesOf, createTagReader, type Tag } from './tags.ts';

/** The text of markup in the order of reading, before its white space is put in order, and what stands where in it. */
export interface Flow {
  readonly text: string;
  readonly links: readonly Place[];
  readonly images: readonly Place[];
}

/** A link or an image: what it says of itself, and where in the text it begins and ends. */
export interface Place {
  readonly attribute: (name: string) => string | undefined;
  readonly from: number;
  readonly to: number;
}

/** Longer markup is cut here, in UTF-16 units. */
export const longestMarkup = 4_000_000;

/** Tags that are open at once beyond these are a trap or a mistake; where they close is not asked. */
const deepest = 300;

const empty = new Set(
  'area base basefont br col command embed frame hr img input isindex keygen link meta param source track wbr'.split(
    ' ',
  ),
);
/** Elements that end where the next of their kind begins. */
const closedByNext = new Set('p li dt dd td th tr option'.split(' '));

/** What an element puts before its text. */
function breakBefore(name: string): string {
  if (name === 'br') return '\n';
  return isCell(name) ? ' ' : breakAfter(name);
}

/** What an element puts after its text. */
function breakAfter(name: string): string {
  return isBlock(name) ? '\n\n' : '';
}

/**
 * Reads the text of a piece of HTML without building a document, in time that grows with its length alone. Blocks
 * are set apart by blank lines, line breaks stay, what readers don't see is left out.
 */
export function flowOf(markup: string): Flow {
  const source = markup.slice(0, longestMarkup);
  const links: Span[] = [];
  const images: Place[] = [];
  const linked: Span[] = [];
  const open: string[] = [];
  /** How many elements are open around the silent one that is; -1 where none is. */
  let hidden = -1;
  let text = '';

  function read(from: number, to: number): void {
    if (hidden >= 0 || from >= to) return;
    const piece = source.slice(from, to);
    const decoded = piece.includes('&') ? decodeHTML(piece) : piece;
    text += /[\n\r\u0085]/.test(decoded) ? decoded.replace(/[\n\r\u0085]/g, ' ') : decoded;
  }

  function begin(tag: Tag): void {
    const { name } = tag;
    const isHidden = hidden >= 0;
    if (!isHidden) text += breakBefore(name);
    if (name === 'img' && !isHidden) images.push(placeOf(tag));
    // Only these may close themselves in HTML, and so may what is in them.
    const isEmpty = empty.has(name) || (tag.isEmpty && (isHidden || name === 'svg' || name === 'math'));
    if (isEmpty || open.length >= deepest || (closedByNext.has(name) && open.at(-1) === name)) return;
    if (!isHidden && isSilent(name)) hidden = open.length;
    if (name === 'a') {
      const link = placeOf(tag);
      links.push(link);
      linked.push(link);
    }
    open.push(name);
  }

  function placeOf(tag: Tag): Span {
    const attribute = (name: string) => {
      const value = attributesOf(source, tag).find(([other]) => other === name)?.[1];
      return value?.includes('&') ? decodeHTMLAttribute(value) : value;
    };
    return { attribute, from: text.length, to: text.length };
  }

  function finish(name: string): void {
    const depth = open.lastIndexOf(name);
    if (depth < 0) {
      // These two open themselves where they weren't.
      if (hidden < 0 && (name === 'p' || name === 'br')) text += breakBefore(name);
      return;
    }
    while (open.length > depth) {
      const last = open.pop() ?? '';
      if (last === 'a') end(linked.pop());
      if (hidden >= open.length) hidden = -1;
      else if (hidden < 0) text += breakAfter(last);
    }
  }

  function end(link: Span | undefined): void {
    if (link !== undefined) link.to = text.length;
  }

  const next = createTagReader(source, 'html');
  let at = 0;
  for (let tag = next(); tag !== undefined; tag = next()) {
    read(at, tag.from);
    at = tag.to;
    if (tag.kind === 'opening') begin(tag);
    if (tag.kind === 'closing') finish(tag.name);
  }
  read(at, source.length);
  linked.forEach(end);
  return { text, links, images };
}

type Span = Place & { to: number };

import { decodeHTMLStrict } from 'entities';
import type { Element } from './elements.ts';

const nobody: readonly Element[] = [];

/** The children of that name. */
export function all(element: Element, name: string): readonly Element[] {
  return element.children.get(name) ?? nobody;
}

/** The text of the first child that has any, whose name is one of these; earlier names count first. */
export function text(element: Element, ...names: readonly string[]): string | undefined {
  return first(element, names, plain);
}

/** The same as markup, ready to be read as HTML. */
export function markup(element: Element, ...names: readonly string[]): string | undefined {
  return first(element, names, html);
}

function first(element: Element, names: readonly string[], read: (child: Element) => string) {
  for (const name of names) {
    for (const child of all(element, name)) {
      const found = read(child);
      if (found !== '') return found;
    }
  }
  return undefined;
}

/** What an element says, without any tags in it: an address, a date, a name. */
export function plain({ inside }: Element): string {
  return assembled(inside, { outside: unescaped, section: asIs, tag: () => '' }).trim();
}

/**
 * What an element says as HTML. Feeds escape their markup, put it into CDATA sections, or just write it.
 * @param section how a CDATA section among tags is to be read
 */
export function html(element: Element, section: (text: string) => string = asIs): string {
  const { inside, isTagged } = element;
  if (!isTagged) return plain(element);
  return assembled(inside, { outside: asIs, section, tag: unprefixed }).trim();
}

/** Makes a text HTML that says the same. */
export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** Puts together what is written outside of CDATA sections, in them, and in tags; comments are left out. */
function assembled(inside: string, read: Record<'outside' | 'section' | 'tag', (text: string) => string>) {
  let result = '';
  let at = 0;
  for (let from = inside.indexOf('<'); from >= 0; from = inside.indexOf('<', at)) {
    if (from > at) result += read.outside(inside.slice(at, from));
    const [opening, closing] = marks.find(([mark]) => inside.startsWith(mark, from)) ?? tagMarks;
    const start = from + opening.length;
    const close = inside.indexOf(closing, start);
    const end = close < 0 ? inside.length : close;
    if (opening === '<![CDATA[') result += read.section(inside.slice(start, end));
    else if (opening === '<') result += read.tag(inside.slice(from, end + closing.length));
    at = end + closing.length;
  }
  return at < inside.length ? result + read.outside(inside.slice(at)) : result;
}

const marks = [
  ['<![CDATA[', ']]>'],
  ['<!--', '-->'],
  ['<?', '?>'],
] as const;
const tagMarks = ['<', '>'] as const;

function unescaped(text: string): string {
  return text.includes('&') ? decodeHTMLStrict(text) : text;
}

/** HTML has no prefixes, whatever XHTML is written with. */
function unprefixed(tag: string): string {
  return tag.replace(/^(<\/?)[\w.-]+:(?=[a-z])/i, '$1');
}

function asIs(text: string): string {
  return text;
}

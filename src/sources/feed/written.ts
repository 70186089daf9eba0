import { decodeHTMLStrict } from 'entities';
import { createTagReader } from '../tags.ts';
import type { Element } from './elements.ts';

const nobody: readonly Element[] = [];

/** The children of that name. */
export function all(element: Element, name: string): readonly Element[] {
  return element.children.get(name) ?? nobody;
}

/** The texts of all children whose names are these, in the order of the names. */
export function texts(element: Element, names: readonly string[]): readonly string[] {
  const found: string[] = [];
  for (const name of names) for (const child of all(element, name)) found.push(plain(child));
  return found;
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
  // HTML has no prefixes, whatever XHTML is written with.
  const written = inside.replace(/<(\/?)[a-z][\w.-]*:(?=[a-z])/gi, '<$1');
  return (
    written.includes(sectionStart) ? assembled(written, { outside: asIs, section, tag: asIs }) : written
  ).trim();
}

/** Makes a text HTML that says the same. */
export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** Puts together what is written outside of CDATA sections, in them, and in tags; comments are left out. */
function assembled(whole: string, read: Record<'outside' | 'section' | 'tag', (text: string) => string>) {
  if (!whole.includes('<')) return read.outside(whole);
  // Of an end of a section that is broken, there may be a rest.
  const inside =
    whole.startsWith(sectionStart) && !whole.includes(sectionEnd) ? whole.replace(/\]\]?>?\s*$/, '') : whole;
  if (isSection(inside)) return read.section(inside.slice(sectionStart.length, -sectionEnd.length));
  let result = '';
  let at = 0;
  const next = createTagReader(inside, 'xml');
  for (let tag = next(); tag !== undefined; tag = next()) {
    if (tag.from > at) result += read.outside(inside.slice(at, tag.from));
    at = tag.to;
    const written = inside.slice(tag.from, at);
    if (tag.kind !== 'other') result += read.tag(written);
    // A tag without an end is none.
    else if (!/^<[!?]/.test(written)) result += read.outside(written);
    else if (written.startsWith(sectionStart))
      result += read.section(
        written.slice(sectionStart.length, written.endsWith(sectionEnd) ? -sectionEnd.length : undefined),
      );
  }
  return at < inside.length ? result + read.outside(inside.slice(at)) : result;
}

/** Most texts are one section and nothing else. */
function isSection(inside: string): boolean {
  return inside.startsWith(sectionStart) && inside.indexOf(sectionEnd) === inside.length - sectionEnd.length;
}

const sectionStart = '<![CDATA[';
const sectionEnd = ']]>';

function unescaped(text: string): string {
  if (!text.includes('&')) return text;
  const decoded = decodeHTMLStrict(text);
  return decoded.includes('\uFFFD\uFFFD') ? decodeHTMLStrict(text.replace(halves, joined)) : decoded;
}

/** Letters beyond the basic plane that are written as the two halves UTF-16 has for them. */
const halves = /&#(x[dD][89abAB][\da-fA-F]{2}|5[56]\d{3});&#(x[dD][c-fC-F][\da-fA-F]{2}|5[67]\d{3});/g;

function joined(...[, high = '', low = '']: readonly string[]): string {
  return String.fromCharCode(Number(high.replace('x', '0x')), Number(low.replace('x', '0x')));
}

function asIs(text: string): string {
  return text;
}

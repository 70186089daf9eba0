import { decodeHTMLStrict } from 'entities';
import { absoluteAddress } from '../address.ts';
import { type Attribute, attributesOf, createTagReader, type Tag } from '../tags.ts';
import { ends, holdsText, isEntry, isWhole, surrounds } from './grammar.ts';
import { outermostScope, type Scope } from './namespaces.ts';

/** An element of a feed that is XML. */
export interface Element {
  /** In lower case; the feed's own vocabulary needs no prefix, others have their usual one: "title", "dc:date". */
  readonly name: string;
  /** Values by names of the same kind. */
  readonly attributes: ReadonlyMap<string, string>;
  /** By name. */
  readonly children: ReadonlyMap<string, readonly Element[]>;
  /** What relative links in it start from, by `xml:base`. */
  readonly base: string;
  /** What is written between its tags. */
  readonly inside: string;
  /** True where there are tags in a text. */
  readonly isTagged: boolean;
}

/** A feed taken apart: what it says of itself, and its items or entries. */
export interface Elements {
  readonly head: Element;
  readonly items: readonly Element[];
}

/** More items than this are left out: the newest come first, and no reader asks for the rest. */
export const mostItems = 5000;

/** Where a feed has more elements than this, it is cut; those of newspapers need some twenty for an item. */
const mostElements = 200_000;

/** Elements inside of one that is this deep are left alone: those of a feed are five deep at most. */
const deepest = 20;

/** Longer texts are cut, in UTF-16 units; the longest of newspapers have some 100,000. */
const longestText = 4_000_000;

/** Surroundings inside of surroundings beyond these change nothing: no feed has more than four. */
const mostSurroundings = 20;

const none: ReadonlyMap<string, string> = new Map();

type Draft = Omit<{ -readonly [key in keyof Element]: Element[key] }, 'children'> & {
  readonly children: Map<string, Element[]>;
};

interface Open {
  /** As written, in lower case. */
  readonly tag: string;
  /** Where its inside begins. */
  readonly from: number;
  readonly scope: Scope;
  readonly element: Draft;
}

/**
 * Takes a feed that is XML apart, however broken: tags needn't be closed, prefixes declared or letters escaped, and
 * whatever a document type declares is ignored.
 * @param source from the first tag on
 * @param url what relative links start from
 * @param own the usual prefix of the feed's own vocabulary
 * @returns undefined where the source ends before it says anything
 */
export function readElements(source: string, url: string, own: 'rss' | 'atom'): Elements | undefined {
  const said = new Map<string, string>();
  const head = draft('', said, url);
  const items: Element[] = [];
  const open: Open[] = [];
  let ground = { scope: outermostScope(own), base: url };
  /** The open element that holds text, which is the innermost, and how often its tag is open in it as markup. */
  let text: Draft | undefined;
  let nested = 0;
  let root: string | undefined;
  /** How many items there were before the root's end. */
  let complete: number | undefined;
  let elements = 0;
  let surrounded = 0;

  function closeDownTo(depth: number, end: number): void {
    for (const { element, from } of open.splice(depth))
      element.inside = source.slice(from, Math.min(end, from + longestText));
    text = undefined;
    nested = 0;
  }

  /** False where there is more than is to be read. */
  function begin(tag: Tag): boolean {
    for (let inner = open.at(-1); inner !== undefined; inner = open.at(-1)) {
      if (ends(inner.element.name, inner.scope.elementName(tag.name))) closeDownTo(open.length - 1, tag.from);
      else if (text === undefined) break;
      else {
        text.isTagged = true;
        if (tag.name === inner.tag && !tag.isEmpty) nested += 1;
        return true;
      }
    }
    const written = attributesOf(source, tag);
    const scope = (open.at(-1)?.scope ?? ground.scope).inside(written);
    const name = scope.elementName(tag.name);
    const isItem = isEntry(name);
    if (elements >= mostElements || (isItem && items.length >= mostItems)) return false;
    elements += 1;
    const attributes = written.length === 0 ? none : named(written, scope);
    const parent = open.at(-1)?.element;
    const outer = parent?.base ?? ground.base;
    const base = absoluteAddress(attributes.get('xml:base'), outer) ?? outer;
    if (parent === undefined && !isItem && (root === undefined || surrounds(name))) {
      surround(tag.name, name, written, scope, base);
      if (tag.isEmpty) finish(tag);
      for (const [key, value] of attributes) said.set(key, value);
      return true;
    }
    root ??= tag.name;
    const element = draft(name, attributes, base);
    if (isItem) items.push(element);
    else put(parent ?? head, element);
    if (tag.isEmpty || open.length >= deepest) return true;
    open.push({ tag: tag.name, from: tag.to, scope, element });
    if (holdsText(name)) text = element;
    return true;
  }

  function surround(
    tag: string,
    name: string,
    written: readonly Attribute[],
    scope: Scope,
    base: string,
  ): void {
    surrounded += 1;
    if (surrounded > mostSurroundings) return;
    const prefix = name.slice(0, Math.max(0, name.indexOf(':')));
    // Whatever vocabulary a root claims to be of, what is written like the root is the feed's own.
    const isStranger = root === undefined && prefix !== '' && prefix !== 'rdf';
    ground = { scope: isStranger ? outermostScope(prefix).inside(written) : scope, base };
    root ??= tag;
    head.base = base;
  }

  function finish({ name, from }: Tag): void {
    if (name === root) complete ??= items.length;
    if (nested > 0 && name === open.at(-1)?.tag) {
      nested -= 1;
      return;
    }
    const depth = open.findLastIndex(({ tag }) => tag === name);
    if (depth >= 0) closeDownTo(depth, from);
  }

  const next = createTagReader(source, 'xml');
  let end = source.length;
  for (let tag = next(); tag !== undefined; tag = next()) {
    if (tag.kind === 'closing') finish(tag);
    if (tag.kind !== 'opening' || begin(tag)) continue;
    end = tag.from;
    break;
  }
  const torn = text;
  if (open.length > 0) closeDownTo(0, end);
  if (torn !== undefined && isWhole(torn.name)) torn.inside = '';
  if (complete === undefined) return items.length > 0 || head.children.size > 0 ? { head, items } : undefined;
  // Some feeds end too early, and others are followed by scripts that only look like them.
  const inside = complete;
  return { head, items: items.filter(({ children }, index) => index < inside || children.size > 0) };
}

function named(written: readonly Attribute[], scope: Scope): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  for (const [name, value] of written) {
    const usual = scope.attributeName(name);
    if (!attributes.has(usual)) attributes.set(usual, value.includes('&') ? decodeHTMLStrict(value) : value);
  }
  return attributes;
}

function draft(name: string, attributes: ReadonlyMap<string, string>, base: string): Draft {
  return { name, attributes, children: new Map(), base, inside: '', isTagged: false };
}

function put({ children }: Draft, child: Element): void {
  const namesakes = children.get(child.name);
  if (namesakes === undefined) children.set(child.name, [child]);
  else namesakes.push(child);
}

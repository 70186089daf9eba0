import { decodeHTML } from 'entities';
import { parseHTML } from 'linkedom';
import { flowOf, longestMarkup } from './flow.ts';
import { paragraphsOf, tidy } from './spaces.ts';

/**
 * Markup with more tags than this, and four times as many entities, is cut where they end. The time a parser takes grows
 * with the square of tags that are never closed; the pages of newspapers hold fewer than 10,000.
 */
const mostTags = 60_000;

/** A line longer than this is no headline; the rest of it is dropped. */
const longestLine = 2000;

/** Tags that open deeper than this are a trap or a mistake; what is inside keeps its text and loses its nesting. */
const deepestNesting = 150;

/** Elements a headline may hold; every other `<word>` in one is text that was never escaped. */
const headlineElements =
  'a|abbr|acronym|applet|b|base|big|blink|blockquote|br|button|center|cite|code|dd|del|div|dl|dt|em|embed|font|form|' +
  'frame|frameset|h[1-6]|hr|i|iframe|img|input|ins|kbd|label|li|link|mark|marquee|meta|nobr|noscript|object|ol|p|pre|q|' +
  'ruby|rp|rt|s|samp|script|section|small|span|strike|strong|style|sub|sup|svg|table|td|th|time|tr|tt|u|ul|var|video|wbr';
/**
 * What shows that a headline is markup: an end, an attribute, a break, a paragraph's beginning or a comment. A tag by
 * itself is what the headline speaks of ("The <b> element").
 */
const headlineTag = new RegExp(
  `</(?:${headlineElements})\\s*>|<(?:${headlineElements})(?:\\s+[a-z-]+\\s*=[^<>]*|\\s*/)>|<(?:br|hr|wbr)\\s*>|^\\s*<p>|<!--[^<>]*-->`,
  'i',
);
const anyTag = /<(\/?)([a-z][^\s<>/]*)[^<>]*>/gi;
const closedByOthers = new Set(
  'area base br col embed hr img input link meta param source track wbr p li dt dd td th tr option'.split(
    ' ',
  ),
);
const entity = /&(?:(?:[a-z][a-z0-9]{1,30}|#\d{1,7}|#x[\da-f]{1,6});|(?:amp|lt|gt|quot)\b)/i;

/** Parses HTML, however broken, into a document that has a head and a body. */
export function parseMarkup(html: string): Document {
  const bounded = cut(html);
  const document = parsed(bounded);
  return depthOf(document) > deepestNesting ? parsed(flattened(bounded)) : document;
}

function parsed(html: string): Document {
  const { document } = parseHTML(html);
  const root = document.documentElement;
  const body = root?.nodeName === 'HTML' ? childNamed(root, 'BODY') : undefined;
  if (body === undefined) return parseHTML(`<html><head></head><body>${html}</body></html>`).document;
  gather(document, body);
  return document;
}

/** Moves what stands between a head and a body, or after both, into the body: browsers do so, and `document.body` relies on it. */
function gather(document: Document, body: Element): void {
  const children = [...document.documentElement.children];
  const start = body.firstChild;
  const at = children.indexOf(body);
  for (const [index, child] of children.entries())
    if (child !== body && child.nodeName !== 'HEAD') body.insertBefore(child, index < at ? start : null);
}

/** The text of markup as paragraphs separated by blank lines. Text without any markup keeps its own paragraphs. */
export function textOf(markup: string): string {
  if (!/[<&]/.test(markup)) return paragraphsOf(markup);
  return paragraphsOf(/<[a-z!/?]/i.test(markup) ? flowOf(markup).text : decodeHTML(markup));
}

/** A headline, a name or a label as one line, whether it came escaped once, twice or as markup. */
export function lineOf(markup: string): string {
  return decodedLine(markup, headlineTag);
}

/** A line that says it holds no markup, so that whatever looks like a tag in it is to be read. */
export function plainLineOf(text: string): string {
  return decodedLine(text, undefined);
}

function decodedLine(written: string, markup: RegExp | undefined): string {
  let line = written.slice(0, longestLine);
  for (let round = 0; round < 3; round += 1) {
    const tagged = markup !== undefined && line.includes('<') && markup.test(line);
    if (!tagged && !entity.test(line)) break;
    line = tagged ? paragraphsOf(flowOf(line).text) : decodeHTML(line);
  }
  return tidy(line);
}

function childNamed(element: Element, name: string): Element | undefined {
  return [...element.children].find((child) => child.nodeName === name);
}

function cut(html: string): string {
  let tags = 0;
  let entities = 0;
  for (const { index, 0: sign } of html.slice(0, longestMarkup).matchAll(/[<&]/g)) {
    if (sign === '<') tags += 1;
    else entities += 1;
    if (tags > mostTags || entities > 4 * mostTags) return html.slice(0, index);
  }
  return html.slice(0, longestMarkup);
}

function depthOf(document: Document): number {
  let deepest = 0;
  let depth = 0;
  let node: Node | null = document.documentElement;
  while (node !== null) {
    if (node.firstChild !== null) {
      node = node.firstChild;
      depth += 1;
      deepest = Math.max(deepest, depth);
      continue;
    }
    while (node !== null && node.nextSibling === null) {
      node = node.parentNode;
      depth -= 1;
    }
    node = node?.nextSibling ?? null;
  }
  return deepest;
}

/** Takes tags out of markup that open too deep: nesting costs readers of a document their stack or their time. */
function flattened(html: string): string {
  let depth = 0;
  let removed = -1;
  return html.replace(anyTag, (tag: string, slash: string, name: string, at: number) => {
    const kept = depth <= deepestNesting;
    if (!closedByOthers.has(name.toLowerCase())) depth = slash === '' ? depth + 1 : Math.max(0, depth - 1);
    if (kept && depth <= deepestNesting) return tag;
    // One space for a whole row of tags keeps words apart and no more.
    const space = at === removed ? '' : ' ';
    removed = at + tag.length;
    return space;
  });
}

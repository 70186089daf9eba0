import { attribute, isElement } from '../elements.ts';
import { lineOf } from '../markup.ts';
import type { LinkedData } from './json-ld.ts';
import type { Survey } from './survey.ts';
import { squash } from './words.ts';

const metaNames = [
  'author',
  'article:author',
  'dc.creator',
  'dcterms.creator',
  'parsely-author',
  'sailthru.author',
  'citation_author',
  'byl',
];

/** More authors than this are no authors, and longer lines no names. */
const mostAuthors = 20;
const longestLine = 300;

/** Words before a name. */
const before =
  /^(?:(?:von|by|par|de|text|texte|autor(?:in)?|author|auteure?|written by|reported by|story by|posted by|ein (?:artikel|kommentar|gastbeitrag|interview) von|article (?:de|par)|propos recueillis par)(?:\s*:|(?=\s))|[©/|•·,:–—-])\s*/iu;

/** Where a line of names is divided: "Mara Quill, Theo Brand und Ida Holm". */
const between = /\s*(?:[,;|/•·&]|\s(?:und|and|et|with|mit|avec|u\.)\s)\s*/iu;

/**
 * Who wrote an article: names alone. A page's structured data is believed first, then its `<meta>` elements, then microdata,
 * and the first byline last.
 * @param site the names of the site and its publisher, which sign what nobody else does
 */
export function authorsOf(
  page: Survey,
  linked: LinkedData | undefined,
  site: readonly string[],
): readonly string[] {
  const publishers = new Set(site.map(squash).filter(Boolean));
  const signed = [
    linked?.authors ?? [],
    metaNames.flatMap((name) => page.metas.get(name) ?? []),
    (page.properties.get('author') ?? []).filter((element) => !isInComment(element)).flatMap(textsIn),
  ];
  for (const written of signed) {
    const names = written
      .flatMap((text) => namesIn(lineOf(text)))
      .filter((name) => !publishers.has(squash(name)) && !isAddress(name));
    if (names.length > 0)
      return [...new Map(names.map((name) => [squash(name), name])).values()].slice(0, mostAuthors);
  }
  for (const byline of page.bylines) {
    if (isInComment(byline)) continue;
    const names = textsIn(byline)
      .flatMap((text) => namesIn(lineOf(text)))
      .filter(isName);
    if (names.length > 0) return [...new Set(names)].slice(0, mostAuthors);
  }
  return [];
}

/** The texts of the links in an element, else its own. */
function textsIn(element: Element): readonly string[] {
  const links = [...element.querySelectorAll('a')]
    .slice(0, mostAuthors)
    .map(({ textContent }) => textContent ?? '');
  const texts = links.some((text) => isName(lineOf(text)))
    ? links
    : [attribute(element, 'content') ?? element.textContent ?? ''];
  return texts.map((text) => text.slice(0, longestLine));
}

function isInComment(element: Element): boolean {
  for (let node: Node | null = element; node !== null && isElement(node); node = node.parentNode)
    if (
      /comment|kommentar|respond/i.test(`${attribute(node, 'class') ?? ''} ${attribute(node, 'id') ?? ''}`) &&
      node.nodeName !== 'BODY'
    )
      return true;
  return false;
}

function namesIn(line: string): readonly string[] {
  if (line.length >= longestLine) return [];
  const bare = withoutLead(line);
  const names = bare.split(between).map(clean).filter(isName);
  // Places and papers stand beside names; where there is no name, a signature is all there is.
  return names.length > 0 ? names : [clean(bare)].filter((name) => /\p{L}/u.test(name) && name.length <= 60);
}

function withoutLead(line: string): string {
  const rest = line.replace(before, '');
  return rest === line ? rest.trim() : withoutLead(rest);
}

/** Takes off what stands in brackets after a name: "Mara Quill (mq)". */
function clean(name: string): string {
  return name
    .replace(/\s*[([][^()[\]]*[)\]]\s*$/u, '')
    .replace(/^[\s,;:.|–—-]+|[\s,;:|–—-]+$/gu, '')
    .trim();
}

/** Two to five words that begin with capitals; "von", "de", "van" may stand between them. */
function isName(name: string): boolean {
  return (
    name.length <= 60 &&
    /^\p{Lu}[\p{L}\p{M}'’.-]*(?:\s(?:\p{Lu}[\p{L}\p{M}'’.-]*|von|van|vom|zu|de|du|des|del|della|da|di|der|den|la|le|el|al|bin|ben|y|e)){1,5}$/u.test(
      name,
    )
  );
}

function isAddress(name: string): boolean {
  return /^(?:https?:|www\.|@)|^[\w-]+\.(?:com|de|fr|org|net|at|ch)$|\d{3}|[<>{}=]/iu.test(name);
}

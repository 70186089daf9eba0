import { attribute, elementsOf, nameOf } from '../elements.ts';

/** What stands in a page beside its text; attribute values as written, in the page's order. */
export interface Survey {
  /** The contents of `<meta>` elements by property, name, itemprop or http-equiv, lower case. */
  readonly metas: ReadonlyMap<string, readonly string[]>;
  readonly links: readonly PageLink[];
  /** The texts of its JSON-LD scripts. */
  readonly scripts: readonly string[];
  readonly title: string;
  /** Headings of the first rank, else of the second. */
  readonly headings: readonly Element[];
  readonly times: readonly Element[];
  /** Elements with a microdata property, by the property's name. */
  readonly properties: ReadonlyMap<string, readonly Element[]>;
  /** Elements that name who wrote something, surest first. */
  readonly bylines: readonly Element[];
}

/** A `<link>` element. */
export interface PageLink {
  /** Its relations, lower case, with a space around each: " alternate feed ". */
  readonly rel: string;
  readonly type: string;
  readonly href: string;
  readonly title: string;
}

/** More elements of one kind than this are not looked at. */
const most = {
  metas: 20,
  links: 200,
  scripts: 100,
  headings: 20,
  times: 50,
  properties: 20,
  bylines: 20,
} as const;

const dataProperties = new Set([
  'datepublished',
  'datecreated',
  'datemodified',
  'author',
  'creator',
  'headline',
]);
const bylineClass =
  /(?:^|[\s_-])(?:byline|author(?:s|[-_]?name|[-_]?link)?|autor(?:en)?|auteur|verfasser)(?:$|[\s_-])/i;

/** Looks once at every element of a page. */
export function survey(document: Document): Survey {
  const metas = new Map<string, string[]>();
  const properties = new Map<string, Element[]>();
  const links: PageLink[] = [];
  const scripts: string[] = [];
  const titles: string[] = [];
  const headings: { readonly first: Element[]; readonly second: Element[] } = { first: [], second: [] };
  const times: Element[] = [];
  const bylines: { readonly marked: Element[]; readonly named: Element[] } = { marked: [], named: [] };
  for (const element of elementsOf(document.documentElement)) {
    switch (nameOf(element)) {
      case 'meta':
        addMeta(metas, element);
        continue;
      case 'link':
        add(links, linkOf(element), most.links);
        continue;
      case 'script':
        if (/^application\/ld\+json/i.test(attribute(element, 'type') ?? ''))
          add(scripts, element.textContent ?? '', most.scripts);
        continue;
      case 'title':
        add(titles, element.textContent ?? '', 1);
        continue;
      case 'h1':
        add(headings.first, element, most.headings);
        break;
      case 'h2':
        add(headings.second, element, most.headings);
        break;
      case 'time':
        add(times, element, most.times);
        break;
    }
    const property = attribute(element, 'itemprop')?.trim().toLowerCase();
    if (property !== undefined && dataProperties.has(property)) addTo(properties, property, element);
    if (/\bauthor\b/i.test(attribute(element, 'rel') ?? '')) add(bylines.marked, element, most.bylines);
    else if (bylineClass.test(attribute(element, 'class') ?? '')) add(bylines.named, element, most.bylines);
  }
  return {
    metas,
    links,
    scripts,
    title: titles[0] ?? '',
    headings: headings.first.length > 0 ? headings.first : headings.second,
    times,
    properties,
    bylines: [...bylines.marked, ...bylines.named],
  };
}

function addMeta(metas: Map<string, string[]>, element: Element): void {
  const content = attribute(element, 'content')?.trim();
  if (content === undefined || content === '') return;
  for (const key of ['property', 'name', 'itemprop', 'http-equiv']) {
    const name = attribute(element, key)?.trim().toLowerCase();
    if (name === undefined || name === '') continue;
    const known = metas.get(name);
    if (known === undefined) metas.set(name, [content]);
    else add(known, content, most.metas);
  }
}

function linkOf(element: Element): PageLink {
  const relations = (attribute(element, 'rel') ?? '').toLowerCase().split(/\s+/);
  return {
    rel: ` ${relations.filter(Boolean).join(' ')} `,
    type: (attribute(element, 'type') ?? '').trim().toLowerCase(),
    href: attribute(element, 'href') ?? '',
    title: attribute(element, 'title') ?? '',
  };
}

function addTo(properties: Map<string, Element[]>, name: string, element: Element): void {
  const known = properties.get(name);
  if (known === undefined) properties.set(name, [element]);
  else add(known, element, most.properties);
}

function add<value>(values: value[], value: value, limit: number): void {
  if (values.length < limit) values.push(value);
}

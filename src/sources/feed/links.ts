import { address } from './item.ts';
import type { Element } from './elements.ts';
import { all, plain } from './written.ts';

/** An address and what it is to the document that links to it. */
export interface Link {
  readonly url: string;
  /** In lower case; a link that doesn't say is an alternate. */
  readonly relations: readonly string[];
  readonly type: string;
}

/** The links of that name in an element, as Atom writes them; some feeds put the address between the tags. */
export function linksIn(element: Element, name: string): readonly Link[] {
  return all(element, name).flatMap((link) => {
    const { attributes, base } = link;
    const url = address(attributes.get('href') || plain(link), base);
    if (url === undefined) return [];
    return [{ url, relations: relationsOf(link), type: attributes.get('type')?.toLowerCase() ?? '' }];
  });
}

/** True for a link to what readers read. */
export function isAlternate(link: Element): boolean {
  return relationsOf(link).includes('alternate');
}

function relationsOf({ attributes }: Element): readonly string[] {
  const written = attributes.get('rel')?.trim().toLowerCase() || 'alternate';
  return written.split(/\s+/).map(registered);
}

/** Addresses of what readers read, pages before other kinds. */
export function pagesAmong(links: readonly Link[]): readonly string[] {
  const alternates = links.filter(({ relations }) => relations.includes('alternate'));
  const isPage = ({ type }: Link) => type === '' || type.includes('html');
  const canonical = links.filter(({ relations }) => relations.includes('canonical'));
  return [...alternates.filter(isPage), ...alternates, ...canonical].map(({ url }) => url);
}

/** Where a feed says it is to be read, and who tells of news in it (WebSub). */
export function announced(links: readonly Link[]) {
  const having = (relation: string) =>
    links.filter(({ relations }) => relations.includes(relation)).map(({ url }) => url);
  return { self: having('self')[0], hubs: [...new Set(having('hub'))] };
}

/** Relations may be written as the address of their registration. */
function registered(relation: string): string {
  return relation.replace(/^https?:\/\/www\.iana\.org\/assignments\/relation\//, '');
}

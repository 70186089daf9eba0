import { squash } from './words.ts';

/** What a page's structured data says of its article; as written. */
export interface LinkedData {
  readonly headline?: string;
  readonly description?: string;
  readonly published?: string;
  readonly modified?: string;
  readonly authors: readonly string[];
  readonly image?: string;
  readonly language?: string;
  readonly publisher?: string;
  readonly body?: string;
  /** Whether the article can be read without paying, where the publisher says so. */
  readonly free?: boolean;
}

/** More structured data than this is not looked at: nodes of all scripts together. */
const mostNodes = 5000;

/** More names than this are not looked at. */
const mostNames = 50;

const articleTypes = /(?:Article|BlogPosting|Report|Posting)$/;

/** As many articles in one page's structured data are a list, unless one of them is the page's own. */
const leastList = 3;

/**
 * The article in a page's JSON-LD scripts (https://schema.org/Article); undefined where there is none, or a list of others.
 * @param page.url where the page was read from
 * @param page.titles what the page calls itself
 */
export function linkedData(
  scripts: readonly string[],
  page: { readonly url: string; readonly titles: readonly string[] },
): LinkedData | undefined {
  const nodes = scripts.flatMap(nodesOf);
  const articles = nodes.filter(isArticle);
  const path = pathOf(page.url);
  const titles = new Set(page.titles.map(squash).filter((title) => title !== ''));
  const own = articles.filter(
    (node) =>
      titles.has(squash(String(node['headline'] ?? ''))) ||
      (path !== undefined && addressesOf(node).some((address) => pathOf(address) === path)),
  );
  if (own.length === 0 && articles.length >= leastList) return undefined;
  // Teasers of other articles are described too, but shorter than the page's own.
  const [best] = (own.length > 0 ? own : articles).sort((one, other) => weight(other) - weight(one));
  if (best === undefined) return undefined;
  return {
    ...text('headline', best['headline'] ?? best['name']),
    ...text('description', best['description']),
    ...text('published', best['datePublished'] ?? best['dateCreated']),
    ...text('modified', best['dateModified']),
    authors: names(best['author'] ?? best['creator'], nodes),
    ...text('image', addressOf(best['image'] ?? best['thumbnailUrl'])),
    ...text('language', best['inLanguage']),
    ...text('publisher', names(best['publisher'], nodes)[0]),
    ...text('body', best['articleBody']),
    ...freedom(best['isAccessibleForFree']),
  };
}

type Node = Readonly<Record<string, unknown>>;

/** The addresses that a node says it is found at. */
function addressesOf(node: Node): readonly string[] {
  const places = [node['url'], node['@id'], node['mainEntityOfPage']].map((value) =>
    isNode(value) ? (value['@id'] ?? value['url']) : value,
  );
  return places.filter((place) => typeof place === 'string');
}

/** The path of an address; undefined for a front page, which every address of a site leads to. */
function pathOf(address: string): string | undefined {
  const path = URL.parse(address)?.pathname.replace(/\/$/, '');
  return path === '' ? undefined : path;
}

function nodesOf(script: string): readonly Node[] {
  const found: Node[] = [];
  const waiting: unknown[] = [parse(script)];
  while (waiting.length > 0 && found.length < mostNodes) {
    const value = waiting.pop();
    if (Array.isArray(value)) waiting.push(...value.slice(0, mostNodes).toReversed());
    if (!isNode(value)) continue;
    found.push(value);
    waiting.push(value['@graph'], value['mainEntity'], value['mainEntityOfPage'], value['liveBlogUpdate']);
  }
  return found;
}

function parse(script: string): unknown {
  const json = script.replace(
    /^\s*(?:<!--|\/\*<!\[CDATA\[\*\/|<!\[CDATA\[|\/\/<!\[CDATA\[)|(?:-->|\/\*\]\]>\*\/|\]\]>|\/\/\]\]>)\s*$/g,
    '',
  );
  try {
    return JSON.parse(json);
  } catch {
    return parseLoosely(json);
  }
}

/** Publishers put raw line breaks and tabs into strings, which JSON forbids. */
function parseLoosely(json: string): unknown {
  try {
    return JSON.parse(json.replace(/\p{Cc}+/gu, ' ').replace(/;\s*$/, ''));
  } catch {
    return undefined;
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isArticle(node: Node): boolean {
  return [node['@type']].flat().some((type) => typeof type === 'string' && articleTypes.test(type));
}

function weight(node: Node): number {
  const body = node['articleBody'];
  const live = [node['@type']].flat().includes('BlogPosting') ? 0 : 1;
  return live + Object.keys(node).length + (typeof body === 'string' ? 100 : 0);
}

function text<key extends string>(key: key, value: unknown): { readonly [name in key]?: string };
function text(key: string, value: unknown): Readonly<Record<string, string>> {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return typeof first === 'string' && first.trim() !== '' ? { [key]: first } : {};
}

/** The names of people or organisations; some are described elsewhere and named here by their `@id`. */
function names(value: unknown, nodes: readonly Node[]): readonly string[] {
  return [value]
    .flat(2)
    .slice(0, mostNames)
    .flatMap((person: unknown) => {
      if (typeof person === 'string') return [person];
      if (!isNode(person)) return [];
      const described =
        'name' in person ? person : nodes.find((node) => node['@id'] === person['@id'] && 'name' in node);
      return [described?.['name']].flat(2).filter((name) => typeof name === 'string');
    });
}

function freedom(value: unknown): { readonly free?: boolean } {
  const said = String(value).toLowerCase();
  return said === 'true' || said === 'false' ? { free: said === 'true' } : {};
}

function addressOf(value: unknown): unknown {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return isNode(first) ? (first['url'] ?? first['contentUrl'] ?? first['@id']) : first;
}

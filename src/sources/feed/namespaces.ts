import type { Attribute } from '../tags.ts';

/** The usual prefixes of the vocabularies that feeds are written in, by address without scheme and final mark. */
const vocabularies: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'www.w3.org/2005/atom': 'atom',
    'purl.org/atom/ns': 'atom',
    'purl.org/rss/1.0': 'rss',
    'purl.org/net/rss1.1': 'rss',
    'my.netscape.com/rdf/simple/0.9': 'rss',
    'channel.netscape.com/rdf/simple/0.9': 'rss',
    'my.netscape.com/publish/formats/rss-0.91.dtd': 'rss',
    'backend.userland.com/rss': 'rss',
    'backend.userland.com/rss091': 'rss',
    'backend.userland.com/rss092': 'rss',
    'backend.userland.com/rss2': 'rss',
    'blogs.law.harvard.edu/tech/rss': 'rss',
    'cyber.law.harvard.edu/rss': 'rss',
    'www.rssboard.org/rss-specification': 'rss',
    'www.w3.org/1999/02/22-rdf-syntax-ns': 'rdf',
    'purl.org/dc/elements/1.0': 'dc',
    'purl.org/dc/elements/1.1': 'dc',
    'purl.org/dc/terms': 'dcterms',
    'purl.org/rss/1.0/modules/content': 'content',
    'purl.org/rss/1.0/modules/syndication': 'sy',
    'search.yahoo.com/mrss': 'media',
    'video.search.yahoo.com/mrss': 'media',
    'tools.search.yahoo.com/mrss': 'media',
    'www.rssboard.org/media-rss': 'media',
    'www.itunes.com/dtds/podcast-1.0.dtd': 'itunes',
    'www.w3.org/1999/xhtml': 'xhtml',
    'www.w3.org/xml/1998/namespace': 'xml',
  }),
);

/** Prefixes that stand for a vocabulary where none is declared, besides the usual ones. */
const aliases: ReadonlyMap<string, string> = new Map([
  ...[...vocabularies.values()].map((prefix) => [prefix, prefix] as const),
  ['a10', 'atom'],
  ['atom03', 'atom'],
  ['atom10', 'atom'],
]);

/** The vocabularies that are declared somewhere in a document. */
export interface Scope {
  /** What an element or attribute is called where the feed's own vocabulary needs no prefix, and others their usual one. */
  elementName(written: string): string;
  attributeName(written: string): string;
  /** The scope inside of an element that declares vocabularies itself; the same where it declares none. */
  inside(attributes: readonly Attribute[]): Scope;
}

/** The scope around a document whose own vocabulary usually has the prefix `own`. */
export function outermostScope(own: string): Scope {
  return createScope(own, new Map(), undefined);
}

function createScope(own: string, declared: ReadonlyMap<string, string>, around: Lookup | undefined): Scope {
  const names = new Map<string, string>();
  const lookup: Lookup = (prefix) => declared.get(prefix) ?? around?.(prefix);

  function name(written: string, unprefixed: string): string {
    const colon = written.indexOf(':');
    const prefix = colon < 0 ? '' : written.slice(0, colon);
    const usual = colon < 0 ? unprefixed : (lookup(prefix) ?? aliases.get(prefix) ?? prefix);
    const local = written.slice(colon + 1);
    return usual === '' || usual === own ? local : `${usual}:${local}`;
  }

  return {
    elementName(written) {
      const known = names.get(written);
      if (known !== undefined) return known;
      const found = name(written, lookup('') ?? '');
      names.set(written, found);
      return found;
    },
    attributeName: (written) => name(written, ''),
    inside(attributes) {
      if (!attributes.some(([name]) => name.startsWith('xmlns'))) return this;
      const inner = attributes.flatMap(([name, value]) => {
        if (name !== 'xmlns' && !name.startsWith('xmlns:')) return [];
        const prefix = name.slice(6);
        return [[prefix, vocabularyOf(value) ?? prefix] as const];
      });
      return createScope(own, new Map(inner), lookup);
    },
  };
}

type Lookup = (prefix: string) => string | undefined;

/** Addresses are written with http and https, with and without a final mark, and in any case. */
function vocabularyOf(address: string): string | undefined {
  const bare = address
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/[/#]$/, '');
  return vocabularies.get(bare);
}

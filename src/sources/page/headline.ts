import { squash } from './words.ts';

/** What a page offers as its article's headline. */
export interface Titles {
  /** For sharing and for machines, best first: OpenGraph, JSON-LD, Twitter. */
  readonly shared: readonly string[];
  /** The one in the page's structured data; '' for none. */
  readonly linked: string;
  /** The window's title. */
  readonly page: string;
  /** The heading of the first rank that readers see first; '' for none. */
  readonly heading: string;
  /** The headings that readers see: those of the first rank, else those of the second. */
  readonly headings: readonly string[];
  readonly siteName: string;
  readonly host: string;
}

/** What stands between a headline and the name of a site or a section. */
const separator = /\s+[|·•–—»«›‹:/-]\s+|\s*(?:\||::)\s*/u;
const separatorAtEnd = /[\s|·•–—»«›‹:/-]+$/u;
const separatorAtStart = /^[\s|·•–—»«›‹:/-]+/u;

/** What is shorter, in letters, is more often the name of a section than a headline. */
const shortest = 15;

/**
 * The headline of a page's article, without the names of its site and its section. What a page offers for sharing comes first,
 * since publishers choose it with care while headings leave out its first half or hold a section's name; the other places
 * correct it where they agree on something better.
 */
export function headlineOf({ shared, linked, page, headings, siteName, host }: Titles): string {
  const site = [siteName, host].map(squashSite).filter((name) => name.length > 1);
  const seen = headings.filter((heading) => squash(heading).length >= shortest && !isSite(heading, site));
  const titled = withoutSite(page, site);
  // The window's title often ends in the names of sections, which a heading inside it shows.
  const agreed = seen.find((heading) => squash(titled).includes(squash(heading)));
  const written = shared.find((title) => !isSite(withoutSite(title, site), site));
  if (written === undefined) return agreed ?? (titled || (headings[0] ?? ''));
  const offered = withoutSite(written, site);
  if (agreed !== undefined && squash(offered).length < shortest) return agreed;
  // With the site's name in it nobody chose it by hand.
  const sameEverywhere =
    agreed !== undefined && squash(agreed) === squash(titled) && squash(agreed) === squash(linked);
  if (sameEverywhere && offered !== written && squash(agreed) !== squash(offered)) return agreed;
  return seen.map((heading) => agreement(heading, offered)).find((title) => title !== undefined) ?? offered;
}

/** What a heading and an offered title agree on where one of them holds more than the headline; undefined where none does. */
function agreement(heading: string, offered: string): string | undefined {
  const said = squash(heading);
  const parts = offered.split(separator);
  const [first = ''] = parts;
  if (parts.length > 1 && (squash(first) === said || squash(parts.at(-1) ?? '') === said)) return heading;
  if (squash(offered).startsWith(said) && separator.test(offered)) return heading;
  const [one, other] = [divided(heading), divided(offered)];
  if (one === undefined || other === undefined || squash(one.rest) !== squash(other.rest)) return undefined;
  // Two kickers before one headline.
  const [kicker, another] = [squash(one.kicker), squash(other.kicker)];
  return kicker.includes(another) || another.includes(kicker) ? undefined : other.rest;
}

/** A kicker and what comes after it: "Harbour: Night ferry starts in December". */
function divided(title: string): { readonly kicker: string; readonly rest: string } | undefined {
  const [whole, kicker = ''] = /^([^:|–—]{3,60}?)(?::|\s[-|–—])\s/u.exec(title) ?? [];
  if (whole === undefined) return undefined;
  const rest = title.slice(whole.length);
  return squash(rest).length >= shortest ? { kicker, rest } : undefined;
}

/** Takes a site's name off the end or the beginning of a title: "A strike ends | The Paper". */
function withoutSite(title: string, site: readonly string[]): string {
  // A kicker may be a part of the site's name, so before a colon the whole of it counts.
  const colon = title.indexOf(': ');
  if (colon > 0 && site.includes(squashSite(title.slice(0, colon))))
    return title.slice(colon + 2).trimStart();
  const parts = title.split(separator);
  const [first = ''] = parts;
  const last = parts.at(-1) ?? '';
  if (parts.length > 1 && isSite(last, site))
    return title.slice(0, title.lastIndexOf(last)).replace(separatorAtEnd, '');
  if (parts.length > 1 && isSite(first, site)) return title.slice(first.length).replace(separatorAtStart, '');
  return title;
}

/** A site is seldom named alike everywhere ("SZ.de", "Süddeutsche.de"), but its name is short of other words. */
function isSite(part: string, site: readonly string[]): boolean {
  const squashed = squashSite(part);
  if (squashed.length < 2) return squashed.length === 0;
  return site.some(
    (name) => name.includes(squashed) || (squashed.includes(name) && squashed.length <= name.length + 8),
  );
}

function squashSite(text: string): string {
  return squash(text.replace(/\.(?:com|org|net|de|at|ch|fr|be|lu|ca|co\.uk)$/i, ''));
}

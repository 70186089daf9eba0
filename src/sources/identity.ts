import normalizeUrl from 'normalize-url';
import { getDomain } from 'tldts';
import { digest } from './polling/memory.ts';

/** Longer addresses are compared as they are written. */
const longestAddress = 2000;

/** Parameters that say who sent a reader, or how a page is to be shown, and never which article it is. */
const wayParameters = [
  /^(?:utm|mtm|pk|piwik|hsa|at|ns|wt|sc|mc|oly|vero|mkt|stm|itm|guce|_hs[a-z]*)_/i,
  /^(?:fb|g|d|ms|y|tw|tt)clid$|^[gw]braid$|^ig(?:sh|shid)$|^srsltid$/i,
  /^(?:x?tor|xtref|cmp|cmpid|cid_source|icid|ito|ocid|smid|smtyp|emc|spm|s_cid|share|shared|guccounter|traffic_?source)$/i,
  /^(?:wt\.?z?mc|wt_mc|sara_ref|ref|ref_?src|ref_?url|referrer|source|src|from|via|partner|campaign|__twitter_impression)$/i,
  /^(?:rss|feed|feed_?name|feed_?type|amp|outputtype|nocache)$/i,
];
/** Addresses that are their own key, as most are once a paper's "www." is gone: nothing in them has a second spelling. */
const plainAddress = /^https?:\/\/(?:www\.)?([a-z0-9-]+(?:\.[a-z0-9-]+)+(?:\/[\w-]+(?:\.html?)?){1,12})$/;
const unusualPath = /\/amp(?:\.html?)?(?:\/|$)|\/(?:index|default)\.html?$/i;

/** Labels a paper puts before its name for other devices. */
const deviceLabels = /^(?:www\d?|m|mobile|mobil|amp)\./;
const directoryIndex = [/^(?:index|default)\.(?:html?|php\d?|aspx?|jsp)$/];

/**
 * What an article's addresses have in common, whatever their scheme, device, AMP or mobile form and the parameters that track
 * readers: "paper.example/2026/night-ferry". Compare only; it can't always be opened.
 */
export function addressKey(url: string): string {
  if (url.length > longestAddress) return url;
  const plain = plainAddress.exec(url)?.[1];
  if (plain !== undefined && !deviceLabels.test(plain) && !unusualPath.test(plain)) return plain;
  const direct = outOfCache(url);
  const parsed = URL.parse(direct);
  if (parsed === null) return url;
  parsed.hostname = withoutDevice(parsed.hostname);
  const normal = normalizeUrl(parsed.href, {
    forceHttps: true,
    stripHash: true,
    removeQueryParameters: wayParameters,
    removeDirectoryIndex: directoryIndex,
    transformPath: withoutAmp,
  });
  return normal.replace(/^https:\/\//, '');
}

/** Who publishes at an address: the domain that was registered ("bbc.co.uk"), else the host. */
export function publisherOf(url: string): string {
  const host = URL.parse(outOfCache(url))?.hostname ?? '';
  return getDomain(host, { allowPrivateDomains: true }) ?? host;
}

/** Google and others serve AMP pages from caches whose addresses hold the page's own. */
function outOfCache(url: string): string {
  const cached =
    /^https?:\/\/(?:[\w-]+\.cdn\.ampproject\.org\/(?:c|v|wp)\/|(?:www\.)?google\.[a-z.]{2,6}\/amp\/)(s\/)?(.+)$/i.exec(
      url,
    );
  if (cached === null) return url;
  return `${cached[1] === undefined ? 'http' : 'https'}://${cached[2] ?? ''}`;
}

function withoutDevice(hostname: string): string {
  const short = hostname.replace(deviceLabels, '');
  return short !== hostname && getDomain(short) !== null ? short : hostname;
}

/** "/amp/story", "/story/amp", "/story.amp", "/story.amp.html" and "/amp.html" under a story are all the story. */
function withoutAmp(segments: readonly string[]): string[] {
  const kept = segments.filter((segment, index) => {
    const isEnd = index === 0 || index === segments.length - 1;
    return segments.length === 1 || !isEnd || !/^amp(?:\.html?)?$/i.test(segment);
  });
  return kept.map((segment, index) =>
    index === kept.length - 1 ? segment.replace(/\.amp(?=$|\.html?$)/i, '') : segment,
  );
}

/** What names an entry of a feed. */
export interface Nameable {
  readonly url: string;
  /** What the feed calls it. */
  readonly guid: string | undefined;
  readonly title: string;
}

/** Shorter guids are counters, and other feeds of the publisher count, too. */
const shortestGuid = 8;

/** What is known of an item that isn't read again, in digests: its first name, its address' key and its guid ('' for none). */
export interface Identified {
  readonly name: string;
  readonly address: string;
  readonly guid: string;
}

/**
 * What names each entry of one feed, strongest first: its address, then its guid with its publisher. Where different entries share an
 * address (the parts of a live report, say) it names none of them; the guid does, else the address with the title. A guid that others
 * bear, or that stands in a feed whose guids named nothing so far, names nothing.
 * @param others items that the feed holds besides
 */
export function namesIn(
  entries: readonly Nameable[],
  others: readonly Identified[] = [],
): readonly (readonly string[])[] {
  const keys = entries.map(({ url }) => addressKey(url));
  const sharing = Map.groupBy(entries.entries(), ([index]) => keys[index] ?? '');
  const known = Map.groupBy(others, ({ address }) => address);
  const guids = new Set(others.map(({ guid }) => guid));
  const areTold = others.length === 0 || guids.size > 1 || !guids.has('');
  return entries.map((entry, index) => {
    const { url, guid, title } = entry;
    const key = keys[index] ?? url;
    const names = areTold && guid !== undefined && guid.length >= shortestGuid && guid !== url;
    const byGuid = names && !guids.has(digest(guid)) ? [`${publisherOf(url)} ${guid}`] : [];
    const isShared =
      (sharing.get(key) ?? []).some(([, other]) => other.guid !== guid || other.title !== title) ||
      (known.get(digest(key)) ?? []).some((other) => isAnother(other, entry));
    if (!isShared) return [key, ...byGuid];
    return byGuid.length > 0 ? byGuid : [`${key}#${title}`];
  });
}

/** True where an item at the same address is not the same one. */
function isAnother({ name, address, guid }: Identified, entry: Nameable): boolean {
  const isNamedOtherwise = name !== address;
  return isNamedOtherwise || (guid !== '' && entry.guid !== undefined && guid !== digest(entry.guid));
}

/**
 * The name that a page's own (canonical) address gives an article that was found at `url`; undefined where the page names a section
 * or its home page as its own, as some do.
 */
export function canonicalName(url: string, canonical: string): string | undefined {
  const [here, own] = [addressKey(url), addressKey(canonical)];
  if (here === own || publisherOf(url) !== publisherOf(canonical)) return undefined;
  return tellingParts(here).isDisjointFrom(tellingParts(own)) ? undefined : own;
}

/** Long numbers and long names are hardly shared by two articles. */
function tellingParts(key: string): ReadonlySet<string> {
  return new Set(key.match(/\d{5,}|[^/?&=]{20,}/g));
}

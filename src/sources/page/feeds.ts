import { absoluteAddress } from '../address.ts';
import { lineOf } from '../markup.ts';
import type { Survey } from './survey.ts';

/** A feed that a page offers. */
export interface OfferedFeed {
  readonly url: string;
  /** What the page calls it; '' for nothing. */
  readonly title: string;
}

const feedTypes = /^(?:application|text)\/(?:rss\+xml|atom\+xml|rdf\+xml|feed\+json|xml)\b/;

/** More feeds than this are a directory, not an offer. */
const mostFeeds = 50;

/** The feeds a page offers (https://www.rssboard.org/rss-autodiscovery), each once, those of comments last. */
export function feedsOf({ links }: Survey, url: string): readonly OfferedFeed[] {
  const feeds = new Map<string, OfferedFeed>();
  for (const { rel, type, href, title } of links) {
    if (!rel.includes(' alternate ') && !rel.includes(' feed ')) continue;
    if (!feedTypes.test(type) && !(type === 'application/json' && /feed/i.test(href))) continue;
    const address = absoluteAddress(href, url);
    if (address !== undefined && !feeds.has(address) && feeds.size < mostFeeds)
      feeds.set(address, { url: address, title: lineOf(title) });
  }
  const found = [...feeds.values()];
  return [...found.filter((feed) => !isOfComments(feed)), ...found.filter(isOfComments)];
}

function isOfComments({ url, title }: OfferedFeed): boolean {
  return /comment|kommentar/i.test(`${url} ${title}`);
}

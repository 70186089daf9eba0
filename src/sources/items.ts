import type { LanguageTag } from '../language/language.ts';
import type { Feed, FeedItem } from './feed/feed.ts';
import { type Identified, namesIn } from './identity.ts';
import type { Item } from './item.ts';

/**
 * A text shorter than this is a teaser, in UTF-16 units; most news are several times longer. Where a feed has a summary besides that is
 * less than half as long, less is enough.
 */
const shortestWhole = { alone: 1200, besideSummary: 600 };
/** How teasers end. */
const cutOff =
  /(?:…|\.\.\.|\[(?:…|\.\.\.|&hellip;)\]|\b(?:continue reading|read (?:more|the full (?:story|article))|weiterlesen|mehr (?:lesen|erfahren)|zum artikel|lire (?:la suite|plus|l['’]article)|en savoir plus))[\s.…›»→)\]]*$/i;

/**
 * The articles of a feed, each once. Entries without a link are left out: there is nothing to cite. Whether a text is the whole
 * article is told by its length and its end.
 * @param source the name of who publishes them; '' for the feed's own title
 */
export function itemsOf(feed: Feed, source: string, language?: LanguageTag): readonly Item[] {
  return itemsIn(feed, source, language, []).filter((item) => item !== undefined);
}

/**
 * The same in the places of the feed's entries; undefined where one is left out.
 * @param others items that the feed holds besides, which were not read
 */
export function itemsIn(
  feed: Feed,
  source: string,
  language: LanguageTag | undefined,
  others: readonly Identified[],
): readonly (Item | undefined)[] {
  const names = namesIn(
    feed.items.map((entry) => ({ ...entry, url: entry.url ?? '' })),
    others,
  );
  const seen = new Set<string>();
  return feed.items.map((entry, index) => {
    const { url, publishedAt = entry.updatedAt, authors, image } = entry;
    const own = names[index] ?? [];
    const text = longer(entry);
    const title = entry.title || firstWords(text);
    if (url === undefined || title === '' || own.some((name) => seen.has(name))) return undefined;
    for (const name of own) seen.add(name);
    return {
      url,
      names: own,
      source: source || feed.title,
      ...(language !== undefined && { language }),
      title,
      text,
      ...(publishedAt !== undefined && { publishedAt }),
      authors,
      ...(image !== undefined && { image }),
      complete: isWhole(text, entry),
    };
  });
}

/** The item as it is stored where no more than its feed says can be read: at least its title is text. */
export function itemAlone(item: Item): Item {
  return { ...item, text: item.text === '' ? item.title : item.text, complete: false };
}

function isWhole(text: string, { content, summary }: FeedItem): boolean {
  const isBesideSummary = summary !== '' && content.length > 2 * summary.length;
  const shortest = isBesideSummary ? shortestWhole.besideSummary : shortestWhole.alone;
  return text.length >= shortest && !cutOff.test(text.slice(-60));
}

/** Feeds disagree on which of the two holds the whole text. */
function longer({ content, summary }: FeedItem): string {
  return content.length >= summary.length ? content : summary;
}

/** Short notes have no title; their beginning stands for one. */
function firstWords(text: string): string {
  const [line = ''] = text.split('\n');
  return line.length <= 100 ? line : `${line.slice(0, 100).replace(/\s+\S*$/u, '')}…`;
}

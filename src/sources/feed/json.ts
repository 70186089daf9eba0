import type { JsonFeed } from 'feedsmith';
import { absoluteAddress } from '../address.ts';
import type { Feed } from './feed.ts';
import { type FeedDate, feedItem, line, looksLikeImage } from './item.ts';

/** JSON Feed 1.0 and 1.1. */
export function jsonEntries(feed: JsonFeed.Feed<FeedDate>, url: string): Feed {
  return {
    title: line(feed.title),
    url: absoluteAddress(feed.home_page_url, url) ?? url,
    language: feed.language,
    items: (feed.items ?? []).map((item) =>
      feedItem({
        id: item.id,
        links: [item.url, item.external_url, absoluteAddress(item.id)],
        base: url,
        title: item.title,
        summary: item.summary?.replaceAll('<', '&lt;'),
        content: item.content_html ?? item.content_text?.replaceAll('<', '&lt;'),
        published: [item.date_published, item.date_modified],
        updated: [item.date_modified],
        authors: (item.authors ?? feed.authors ?? []).map(({ name }) => name),
        categories: item.tags ?? [],
        images: [
          item.image,
          item.banner_image,
          ...(item.attachments ?? [])
            .filter((file) => file.mime_type?.startsWith('image/') || looksLikeImage(file.url))
            .map((file) => file.url),
        ],
      }),
    ),
  };
}

import { mostItems } from './elements.ts';
import type { Feed } from './feed.ts';
import { address, feedItem, firstOf, line, looksLikeImage, plainLine } from './item.ts';
import { anyTime } from './rhythm.ts';

/**
 * JSON Feed 1.0 and 1.1.
 * @throws {SyntaxError} where it is no JSON
 */
export function jsonFeed(text: string, url: string): Feed {
  const feed = fieldsOf(parsed(text));
  const page = address(feed.text('home_page_url'), url) ?? url;
  const people = authorsOf(feed);
  return {
    title: line(feed.text('title')),
    url: page,
    language: feed.text('language'),
    self: address(feed.text('feed_url'), url),
    hubs: feed
      .list('hubs')
      .filter((hub) => fieldsOf(hub).text('type')?.toLowerCase() === 'websub')
      .flatMap((hub) => address(fieldsOf(hub).text('url'), url) ?? []),
    ...anyTime,
    items: feed
      .list('items')
      .slice(0, mostItems)
      .map((item) => readItem(fieldsOf(item), people, url, page)),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return JSON.parse(mended(text));
  }
}

/** Lines that break inside of strings, commas after the last of a list and words after the end are common mistakes. */
function mended(text: string): string {
  return text
    .slice(0, text.lastIndexOf('}') + 1)
    .replace(/[\t\n\r]/g, ' ')
    .replace(/,(?=\s*[\]}])/g, '');
}

function readItem(item: Fields, people: readonly string[], base: string, page: string) {
  const id = item.text('id');
  const own = authorsOf(item);
  return feedItem(
    {
      guid: id,
      links: [
        item.text('url'),
        item.text('external_url'),
        id !== undefined && /^https?:/i.test(id) ? id : undefined,
      ],
      base,
      title: plainLine(item.text('title')),
      summary: item.text('summary')?.replaceAll('<', '&lt;'),
      content: item.text('content_html') ?? item.text('content_text')?.replaceAll('<', '&lt;'),
      contentBase: base,
      published: [item.text('date_published'), item.text('date_modified')],
      updated: [item.text('date_modified')],
      authors: own.length > 0 ? own : people,
      categories: item.list('tags').map(textOf),
      images: [
        item.text('image'),
        item.text('banner_image'),
        ...item
          .list('attachments')
          .map(fieldsOf)
          .filter((file) => file.text('mime_type')?.startsWith('image/') || looksLikeImage(file.text('url')))
          .map((file) => file.text('url')),
      ],
    },
    page,
  );
}

/** Version 1.0 has one author, version 1.1 several; some feeds just write a name. */
function authorsOf(owner: Fields): readonly string[] {
  const written = [...owner.list('authors'), ...owner.list('author')];
  const named = firstOf([written], (people) =>
    people.flatMap((who) => textOf(who) ?? fieldsOf(who).text('name') ?? []),
  );
  return named ?? [];
}

/** What is in an object, read as what it ought to be. */
interface Fields {
  /** Text or a number as text; undefined for nothing and for anything else. */
  text(name: string): string | undefined;
  /** The values of a list, or the one value that stands in its place. */
  list(name: string): readonly unknown[];
}

function fieldsOf(value: unknown): Fields {
  const fields = new Map(
    typeof value === 'object' && value !== null
      ? Object.entries(value).map(([name, field]: [string, unknown]) => [name.toLowerCase(), field])
      : [],
  );
  return {
    text: (name) => textOf(fields.get(name)),
    list(name) {
      const field = fields.get(name);
      if (Array.isArray(field)) return field;
      return field === undefined || field === null ? [] : [field];
    },
  };
}

function textOf(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

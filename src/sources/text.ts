import { isLanguageTag } from '../language/index.ts';
import { absoluteAddress, hostName } from './address.ts';
import { parseDate } from './date.ts';
import type { ReadArticle } from './document.ts';
import { paragraphsOf } from './spaces.ts';
import type { Notice } from './page/page.ts';

const fields = ['url', 'date', 'source', 'language', 'title', 'author'] as const;

type Field = (typeof fields)[number];

/**
 * Reads a plain text: lines like "URL: …", "Date: …", "Source: …", "Language: …", "Title: …" and "Author: …" may come
 * first, then the title, then the text.
 * @param url where the text was read from, unless it says so itself
 */
export function readText(written: string, url: string): ReadArticle | Notice {
  const lines = written.replace(/\r\n?/g, '\n').trim().split('\n');
  const { said, rest } = head(lines);
  const paragraphs = paragraphsOf(rest.join('\n'));
  const [first = '', ...others] = paragraphs.split('\n');
  const title = said.get('title') ?? first;
  // A text of one line is its own title; otherwise the first line isn't said twice.
  const text = said.has('title') || others.length === 0 ? paragraphs : others.join('\n').trim();
  if (text === '') return { kind: 'notice', reason: 'sources.notice.empty', title: '', feeds: [] };
  const own = absoluteAddress(said.get('url'));
  const address = own ?? absoluteAddress(url) ?? url;
  const publishedAt = parseDate(said.get('date') ?? '');
  const author = said.get('author');
  const language = said.get('language')?.toLowerCase().slice(0, 2);
  return {
    kind: 'article',
    title,
    text,
    url: address,
    named: own !== undefined,
    source: said.get('source') ?? hostName(address),
    publishedAt,
    updatedAt: undefined,
    authors: author === undefined ? [] : [author],
    image: undefined,
    language: isLanguageTag(language) ? language : undefined,
    languageHint: language,
    feeds: [],
    how: {
      extractor: 'plain-text',
      publishedAt: publishedAt === undefined ? undefined : 'text',
      updatedAt: undefined,
    },
  };
}

/** The lines "Key: value" a text begins with, and the lines after them. */
function head(lines: readonly string[]) {
  const said = new Map<Field, string>();
  let at = 0;
  for (const line of lines) {
    const [, key, value] = /^(\w+)\s*:\s*(.+)$/u.exec(line.trim()) ?? [];
    const field = fields.find((name) => name === key?.toLowerCase());
    if (field === undefined || value === undefined || said.has(field)) break;
    said.set(field, value.trim());
    at += 1;
  }
  return { said, rest: lines.slice(at) };
}

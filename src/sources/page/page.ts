import { Readability } from '@mozilla/readability';
import { absoluteAddress } from '../address.ts';
import { headlineOf } from './headline.ts';
import { lineOf, paragraphsOf, parseMarkup, textOf, textOfNode } from '../markup.ts';
import { metadataOf } from './metadata.ts';
import { type Notice, noticeIn } from './notice.ts';

export type { Notice } from './notice.ts';

/** An article as a page shows it. */
export interface Page {
  readonly kind: 'page';
  readonly title: string;
  /** Plain text; paragraphs are separated by blank lines. */
  readonly text: string;
  /** The page's canonical address, else the one it was read from. */
  readonly url: string;
  /** True where the page itself says what its address is. */
  readonly named: boolean;
  /** The site's name, else its host. */
  readonly source: string;
  readonly publishedAt: Date | undefined;
  readonly authors: readonly string[];
  readonly image: string | undefined;
  /** What the page says its language is ("de"); many pages are wrong about it. */
  readonly languageHint: string | undefined;
}

/** Readability looks at everything several times, so pages with more tags and entities are read without it. */
const mostNodes = 100_000;

/**
 * Reads the article out of a page. Never throws, whatever the page holds.
 * @param url where the page was read from
 */
export function readPage(html: string, url: string): Page | Notice {
  const document = parseMarkup(html);
  const metadata = metadataOf(document, url);
  const headings = [...document.querySelectorAll('h1')]
    .slice(0, 5)
    .map((heading) => lineOf(heading.textContent ?? ''));
  const title = headlineOf(metadata, headings.filter(Boolean));
  const everything = textOfNode(document.body);
  const text = withoutTitle(articleText(document, html, metadata.linked?.body), title);
  const notice = noticeIn(text, everything, metadata.linked?.free ?? true);
  if (notice !== undefined) return notice;
  return {
    kind: 'page',
    title: title || (text.split('\n')[0] ?? ''),
    text,
    url: metadata.canonical ?? absoluteAddress(url) ?? url,
    named: metadata.canonical !== undefined,
    source: metadata.siteName,
    publishedAt: metadata.publishedAt,
    authors: metadata.authors,
    image: metadata.image,
    languageHint: metadata.languageHint,
  };
}

/** Readability changes the document it reads, so everything else is read before. */
function articleText(document: Document, html: string, body: string | undefined): string {
  const said = paragraphsOf(textOf(body ?? ''));
  const found = nodesIn(html) > mostNodes ? paragraphs(document) : readability(document);
  // What the publisher gives as the whole text wins only where the page itself shows next to nothing of it.
  return said.length > 4 * found.length ? said : found;
}

function readability(document: Document): string {
  try {
    const article = new Readability<Node>(document, {
      serializer: (node) => node,
      charThreshold: 250,
      disableJSONLD: true,
    });
    const content = article.parse()?.content;
    return content === null || content === undefined ? '' : textOfNode(content);
  } catch {
    return paragraphs(document);
  }
}

/** About how many nodes a document will have, by the characters that begin one. */
function nodesIn(html: string): number {
  let count = 0;
  for (const _ of html.matchAll(/[<&]/g)) count += 1;
  return count;
}

function paragraphs(document: Document): string {
  return [...document.querySelectorAll('p')]
    .map((paragraph) => textOfNode(paragraph))
    .filter(Boolean)
    .join('\n\n');
}

function withoutTitle(text: string, title: string): string {
  return title !== '' && text.startsWith(`${title}\n`) ? text.slice(title.length).trimStart() : text;
}

/** What a document is by the first thing in it, and the document from there on, repaired. */
export type Root =
  | { readonly kind: 'feed'; readonly format: 'rss' | 'rdf' | 'atom' | 'json'; readonly text: string }
  | { readonly kind: 'page' | 'opml' | 'text'; readonly text: string };

/** How far into a document its first element is looked for: warnings of a server's scripts may stand before it. */
const searched = 10_000;

const roots = /<(?:[a-z][\w.-]*:)?(rss|feed|rdf|opml|!doctype\s+html|html|head|body)(?=[\s>/])/i;
const anyMarkup = /^\s*<(?:!--|!?[a-z])/i;

/** Tells feeds, pages, OPML and plain texts apart without parsing them, and takes away what no parser should see. */
export function rootOf(written: string): Root {
  const text = repaired(written);
  if (isJsonFeed(text)) return { kind: 'feed', format: 'json', text };
  const found = roots.exec(text.slice(0, searched).replace(/<!--[\s\S]*?-->/g, blank));
  const name = found?.[1]?.toLowerCase();
  if (found === null || name === undefined) return { kind: anyMarkup.test(text) ? 'page' : 'text', text };
  // A text may speak of "<rss>" without being one; a real root says which version or namespace it is of.
  const before = text.slice(0, found.index).trimStart();
  const bare = !/^<[^<>]+=/.test(text.slice(found.index, searched));
  if (before !== '' && !before.includes('<') && bare) return { kind: 'text', text };
  const from = text.slice(found.index);
  if (name === 'opml') return { kind: 'opml', text: from };
  if (name === 'feed') return { kind: 'feed', format: 'atom', text: from };
  if (name === 'rss' || name === 'rdf') return { kind: 'feed', format: name, text: from };
  return { kind: 'page', text };
}

function isJsonFeed(text: string): boolean {
  if (!text.startsWith('{')) return false;
  return /"version"\s*:\s*"https?:(?:\\?\/){2}jsonfeed\.org|"items"\s*:\s*\[/.test(text);
}

/** White space and anything XML can't hold goes. */
function repaired(text: string): string {
  return text.replace(/(?![\t\n\r])[\p{Cc}\uFEFF\uFFFE\uFFFF]/gu, '').trimStart();
}

function blank(comment: string): string {
  return ' '.repeat(comment.length);
}

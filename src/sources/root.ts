/** What a document is by the first thing in it, and the document from there on, repaired. */
export type Root =
  | { readonly kind: 'feed'; readonly format: 'rss' | 'rdf' | 'atom' | 'json'; readonly text: string }
  | { readonly kind: 'page' | 'opml' | 'text'; readonly text: string };

/** How far into a document its first element is looked for: warnings of a server's scripts may stand before it. */
const searched = 10_000;

const roots =
  /<(?:[a-z][\w.-]*:)?(rss|feed|rdf|channel|entry|opml|!doctype\s+html|html|head|body)(?=[\s>/])/i;
const anyMarkup = /^\s*<(?:!--|!?[a-z])/i;

/** Tells feeds, pages, OPML and plain texts apart without parsing them, and takes away what no parser should see. */
export function rootOf(written: string): Root {
  const text = repaired(written);
  if (isJsonFeed(text)) return { kind: 'feed', format: 'json', text };
  const start = afterProlog(text);
  const found = roots.exec(text.slice(start, start + searched).replace(/<!--[\s\S]*?-->/g, blank));
  const name = found?.[1]?.toLowerCase();
  if (found === null || name === undefined) return { kind: anyMarkup.test(text) ? 'page' : 'text', text };
  // A text may speak of "<rss>" without being one; a real root says which version or namespace it is of.
  const at = start + found.index;
  const before = text.slice(start, at).trimStart();
  const bare = !/^<[^<>]+=/.test(text.slice(at, at + searched));
  if (before !== '' && !before.includes('<') && bare) return { kind: 'text', text };
  const from = text.slice(at);
  if (name === 'opml') return { kind: 'opml', text: from };
  if (name === 'feed' || name === 'entry') return { kind: 'feed', format: 'atom', text: from };
  if (name === 'rss' || name === 'channel') return { kind: 'feed', format: 'rss', text: from };
  if (name === 'rdf') return { kind: 'feed', format: 'rdf', text: from };
  return { kind: 'page', text };
}

/** Where what a document begins with ends: its declaration, instructions, comments and document type. */
function afterProlog(text: string): number {
  for (let at = 0; ;) {
    while (/\s/.test(text.charAt(at))) at += 1;
    const head = text.slice(at, at + 20);
    const closing = head.startsWith('<!--') ? '-->' : head.startsWith('<?') ? '>' : undefined;
    const end = closing !== undefined ? text.indexOf(closing, at) : endOfDoctype(text, at, head);
    if (end < 0) return at;
    at = end + (closing?.length ?? 1);
  }
}

/** A document type may declare entities in brackets, with tags in them. */
function endOfDoctype(text: string, at: number, head: string): number {
  if (!/^<!doctype\s(?!\s*html)/i.test(head)) return -1;
  const end = text.indexOf('>', at);
  const bracket = text.indexOf('[', at);
  if (bracket < 0 || bracket > end) return end;
  const close = /\]\s*>/g;
  close.lastIndex = bracket;
  const found = close.exec(text);
  return found === null ? end : found.index + found[0].length - 1;
}

function isJsonFeed(text: string): boolean {
  if (!text.startsWith('{')) return false;
  return /"version"\s*:\s*"https?:(?:\\?\/){2}jsonfeed\.org|"items"\s*:\s*\[/.test(text);
}

/** White space and anything XML can't hold goes. */
function repaired(text: string): string {
  return text.replace(/[[\p{Cc}\uFEFF\uFFFE\uFFFF]--[\t\n\r]]/gv, '').trimStart();
}

function blank(comment: string): string {
  return ' '.repeat(comment.length);
}

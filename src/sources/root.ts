/** What a document is by the first thing in it, and the document from there on, repaired. */
export type Root =
  | {
      readonly kind: 'feed';
      readonly format: 'rss' | 'rdf' | 'atom' | 'json';
      readonly text: string;
      /** What is written before it. */
      readonly prolog: string;
    }
  | { readonly kind: 'page' | 'opml' | 'text'; readonly text: string };

/** How far into a document its first element is looked for: warnings of a server's scripts may stand before it. */
const searched = 10_000;

const roots =
  /<(?:(?:[a-z][\w.-]*:)?(rss|feed|rdf|channel|entry|opml)|(?:!doctype\s+)?html|head|body)(?=[\s>/])/i;
const formats: ReadonlyMap<string, 'rss' | 'rdf' | 'atom'> = new Map([
  ['feed', 'atom'],
  ['entry', 'atom'],
  ['rss', 'rss'],
  ['channel', 'rss'],
  ['rdf', 'rdf'],
] as const);
/** What a page begins with, and some feeds that were taken for one on their way. */
const pageTags = /^(?:\s|<\?[^<>]*>|<\/?(?:html|head|body|meta|pre)(?=[\s>])[^<>]*>)*/i;
const htmlType = /<!doctype\s+html/i;
const anyMarkup = /^\s*<(?:!--|!?[a-z])/i;

/** Tells feeds, pages, OPML and plain texts apart without parsing them, and takes away what no parser should see. */
export function rootOf(written: string): Root {
  const text = repaired(written);
  if (isJsonFeed(text)) return { kind: 'feed', format: 'json', text, prolog: '' };
  const afterDeclarations = afterProlog(text);
  const wrapping = pageTags.exec(text.slice(afterDeclarations, afterDeclarations + searched))?.[0] ?? '';
  const start = afterDeclarations + wrapping.length;
  const found = roots.exec(text.slice(start, start + searched).replace(/<!--[\s\S]*?-->/g, blank));
  const isPage = wrapping.includes('<') || htmlType.test(text.slice(0, afterDeclarations));
  if (found === null) return { kind: isPage || anyMarkup.test(text) ? 'page' : 'text', text };
  // A text may speak of "<rss>" without being one; a real root says which version or namespace it is of.
  const at = start + found.index;
  const before = text.slice(start, at).trimStart();
  const bare = !/^<[^<>]+=/.test(text.slice(at, at + searched));
  if (isPage && (bare || found.index > 0)) return { kind: 'page', text };
  if (before !== '' && !before.includes('<') && bare) return { kind: 'text', text };
  const from = text.slice(at);
  const name = found[1]?.toLowerCase() ?? '';
  if (name === 'opml') return { kind: 'opml', text: from };
  const format = formats.get(name);
  return format === undefined
    ? { kind: 'page', text }
    : { kind: 'feed', format, text: from, prolog: text.slice(0, at) };
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
  if (!/^<!doctype\s/i.test(head)) return -1;
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

/** White space before a document and anything XML can't hold goes. */
function repaired(text: string): string {
  return text.replace(/[[\p{Cc}\uFEFF\uFFFE\uFFFF]--[\t\n\r]]/gv, meant).trimStart();
}

/** What a control character was meant to be: a break of old, or a letter of windows-1252 that was taken for Latin 1. */
function meant(control: string): string {
  if (control === '\v' || control === '\f') return ' ';
  const code = control.charCodeAt(0);
  if (code < 0x80 || code > 0x9f || code === 0x85) return '';
  const letter = upper.decode(Uint8Array.of(code));
  return letter === control ? '' : letter;
}

const upper = new TextDecoder('windows-1252');

function blank(comment: string): string {
  return ' '.repeat(comment.length);
}

/** Markup that took effect: what kind, on which words, and where it leads. */
export interface Mark {
  readonly kind:
    | 'bold'
    | 'italic'
    | 'underline'
    | 'strike'
    | 'spoiler'
    | 'code'
    | 'link'
    | 'heading'
    | 'subtext'
    | 'quote'
    | 'list'
    | 'mention'
    | 'emoji'
    | 'time';
  readonly text: string;
  readonly to?: string;
}

/** Words as a reader reads them, and the markup that took effect in them, outer before inner. */
export interface Read {
  readonly text: string;
  readonly marks: readonly Mark[];
}

/** What ids are called: "@Ada", "#news", "@editors". */
export type NameOf = (kind: '@' | '#' | '@&', id: string) => string;

interface Rule {
  readonly pattern: RegExp;
  show(found: RegExpExecArray, parts: { inline(text: string): Read; nameOf: NameOf }): Read;
}

const plain = (text: string): Read => ({ text, marks: [] });
const marked = (kind: Mark['kind'], { text, marks }: Read, to?: string): Read => ({
  text,
  marks: [{ kind, text, ...(to === undefined ? {} : { to }) }, ...marks],
});
const around = (kind: Mark['kind'], pattern: RegExp): Rule => ({
  pattern,
  show: (found, { inline }) => marked(kind, inline(found[1] ?? found[2] ?? '')),
});
const named = (kind: '@' | '#' | '@&', pattern: RegExp): Rule => ({
  pattern,
  show: (found, { nameOf }) => marked('mention', plain(nameOf(kind, found[1] ?? ''))),
});

/** Discord's inline rules, each tried at the place where the text has come to; after its clients' own. */
const rules: readonly Rule[] = [
  { pattern: /^\\([^0-9A-Za-z\s])/, show: (found) => plain(found[1] ?? '') },
  {
    pattern: /^(`+)([\s\S]*?[^`])\1(?!`)/,
    show: (found) => marked('code', plain((found[2] ?? '').trim())),
  },
  {
    pattern: /^<(https?:\/\/[^\s>]+)>/,
    show: (found) => marked('link', plain(found[1] ?? ''), found[1] ?? ''),
  },
  {
    pattern: /^https?:\/\/[^\s<]+[^<.,:;"')\]\s]/,
    show: (found) => marked('link', plain(found[0]), found[0]),
  },
  {
    pattern:
      /^\[((?:\\.|\[[^\]]*\]|[^[\]\\])*)\]\(\s*<?(https?:\/\/(?:\\.|[^\s\\<>)])+)>?(?:\s+['"][\s\S]*?['"])?\s*\)/,
    show: (found, { inline }) =>
      marked('link', inline(found[1] ?? ''), (found[2] ?? '').replaceAll('\\', '')),
  },
  named('@', /^<@!?(\d+)>/),
  named('@&', /^<@&(\d+)>/),
  named('#', /^<#(\d+)>/),
  { pattern: /^@(?:everyone|here)/, show: (found) => marked('mention', plain(found[0])) },
  { pattern: /^<\/([-_ \p{L}\p{N}]+):\d+>/u, show: (found) => marked('mention', plain(`/${found[1]}`)) },
  { pattern: /^<id:(\w+)>/, show: (found) => marked('mention', plain(found[1] ?? '')) },
  { pattern: /^<a?:(\w+):\d+>/, show: (found) => marked('emoji', plain(`:${found[1]}:`)) },
  {
    pattern: /^<t:(-?\d{1,13})(?::([tTdDfFsSR]))?>/,
    show: (found) => marked('time', plain(timeText(Number(found[1]), found[2] ?? 'f'))),
  },
  around('spoiler', /^\|\|([\s\S]+?)\|\|/),
  around('bold', /^\*\*((?:\\[\s\S]|[^\\])+?)\*\*(?!\*)/),
  around('underline', /^__((?:\\[\s\S]|[^\\])+?)__(?!_)/),
  around(
    'italic',
    /^\b_((?:__|\\[\s\S]|[^\\_])+?)_\b|^\*(?=\S)((?:\*\*|\\[\s\S]|\s+(?:\\[\s\S]|[^\s*\\]|\*\*)|[^\s*\\])+?)\*(?!\*)/,
  ),
  around('strike', /^~~(?=\S)((?:\\[\s\S]|~(?!~)|[^\s~\\]|\s(?!~~))+?)~~/),
];

/** What a time shows: the moment in UTC, in parts as the style says. */
function timeText(seconds: number, style: string): string {
  const at = new Date(seconds * 1000);
  if (Number.isNaN(at.getTime())) return 'Invalid Date';
  const iso = at.toISOString();
  if (style === 'd' || style === 'D') return iso.slice(0, 10);
  if (style === 't' || style === 'T') return iso.slice(11, 16);
  return `${iso.slice(0, 10)} ${iso.slice(11, 16)}`;
}

/** Reads text in which only inline markup takes effect, as in the title of an embed. */
export function readInline(source: string, nameOf: NameOf): Read {
  const read: Read[] = [];
  let rest = source;
  while (rest !== '') {
    const [length, shown] = next(rest, nameOf);
    read.push(shown);
    rest = rest.slice(length);
  }
  return joined(read, '');
}

function next(rest: string, nameOf: NameOf): readonly [number, Read] {
  const inline = (text: string) => readInline(text, nameOf);
  for (const { pattern, show } of rules) {
    const found = pattern.exec(rest);
    if (found !== null) return [found[0].length, show(found, { inline, nameOf })];
  }
  // A word is passed over as a whole, so that an underscore within it begins nothing.
  const passed = /^(?:(?!https?:\/\/)[0-9A-Za-z\u00C0-\uFFFF])+|^[\s\S]/.exec(rest)?.[0] ?? rest;
  return [passed.length, plain(passed)];
}

/** Reads text in which all markup takes effect, as in the content of a message. */
export function readMarkdown(source: string, nameOf: NameOf): Read {
  const parts = source.split(/(```[\s\S]+?```)/);
  return joined(
    parts.map((part, index) => {
      if (index % 2 === 0) return readLines(part, nameOf);
      const code = part.slice(3, -3).replace(/^[\w+-]*\n/, '');
      return marked('code', plain(code.replace(/\n$/, '')));
    }),
    '',
  );
}

function readLines(source: string, nameOf: NameOf): Read {
  const deep = /(?:^|\n)>>> ([\s\S]*)$/.exec(source);
  if (deep !== null) {
    const before = source.slice(0, deep.index);
    const quote = marked('quote', readMarkdown(deep[1] ?? '', nameOf));
    return before === '' ? quote : joined([readLines(before, nameOf), quote], '\n');
  }
  // Inline markup may cross lines; only lines that begin with a mark of their own stand apart.
  const lines = source.split('\n');
  const blocks: Read[] = [];
  let running: string[] = [];
  const flush = () => {
    if (running.length > 0) blocks.push(readInline(running.join('\n'), nameOf));
    running = [];
  };
  for (const line of lines) {
    const block = readBlock(line, nameOf);
    if (block === undefined) running.push(line);
    else {
      flush();
      blocks.push(block);
    }
  }
  flush();
  return joined(blocks, '\n');
}

function readBlock(line: string, nameOf: NameOf): Read | undefined {
  const [, quoted] = /^> (.*)$/.exec(line) ?? [];
  if (quoted !== undefined) return marked('quote', readLines(quoted, nameOf));
  const [, heading, title] = /^ ?(#{1,3}|-#) +(\S.*)$/.exec(line) ?? [];
  if (title !== undefined) return marked(heading === '-#' ? 'subtext' : 'heading', readInline(title, nameOf));
  const [, indent, bullet, item] = /^( *)([-*]|\d{1,9}\.) +(\S.*)$/.exec(line) ?? [];
  if (item === undefined) return undefined;
  const { text, marks } = readInline(item, nameOf);
  const sign = bullet === '-' || bullet === '*' ? '•' : bullet;
  return { text: `${indent}${sign} ${text}`, marks: [{ kind: 'list', text }, ...marks] };
}

/** Reads several pieces as one. */
export function joined(read: readonly Read[], between: string): Read {
  return {
    text: read.map(({ text }) => text).join(between),
    marks: read.flatMap(({ marks }) => marks),
  };
}

import { joined, marked, mention, plainRead } from './mark.ts';
import type { Mark, NameOf, Read } from './mark.ts';

/** What Slack writes for the characters that control its markup. */
const entities: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };

/** Text with its entities resolved. */
export function unescape(text: string): string {
  return text.replaceAll(/&(?:amp|lt|gt);/g, (entity) => entities[entity] ?? entity);
}

const wrapped = (mark: string) =>
  new RegExp(
    `^${mark}(?![\\s${mark}])([^\\n]*?[^\\s${mark}]|[^\\s${mark}])${mark}(?![\\p{L}\\p{N}${mark}])`,
    'u',
  );

/** Emphasis, each with the character it stands between. */
const emphasis: readonly (readonly [RegExp, Mark['kind']])[] = [
  [wrapped('\\*'), 'bold'],
  [wrapped('_'), 'italic'],
  [wrapped('~'), 'strike'],
];

/** Reads mrkdwn as Slack's clients show it (docs.slack.dev/messaging/formatting-message-text). */
export function readMrkdwn(source: string, nameOf: NameOf, verbatim = false): Read {
  const parts = source.split(/(```[\s\S]+?```)/);
  return joined(
    parts.map((part, index) =>
      index % 2 === 1
        ? marked('code', plainRead(unescape(part.slice(3, -3))))
        : readLines(part, nameOf, verbatim),
    ),
    '',
  );
}

function readLines(source: string, nameOf: NameOf, verbatim: boolean): Read {
  return joined(
    source.split('\n').map((line) => {
      const [, quoted] = /^(?:&gt;|>) ?(.*)$/.exec(line) ?? [];
      return quoted === undefined
        ? inline(line, nameOf, verbatim)
        : marked('quote', inline(quoted, nameOf, verbatim));
    }),
    '\n',
  );
}

function inline(source: string, nameOf: NameOf, verbatim: boolean): Read {
  const read: Read[] = [];
  let rest = source;
  let before = '';
  while (rest !== '') {
    const [length, shown] = next(rest, before, nameOf, verbatim);
    read.push(shown);
    before = rest.charAt(length - 1);
    rest = rest.slice(length);
  }
  return joined(read, '');
}

function next(rest: string, before: string, nameOf: NameOf, verbatim: boolean): readonly [number, Read] {
  const code = /^`([^`\n]+)`/.exec(rest);
  if (code !== null) return [code[0].length, marked('code', plainRead(unescape(code[1] ?? '')))];
  const control = /^<([^<>\n]+)>/.exec(rest);
  const meant = control === null ? undefined : readControl(control[1] ?? '', nameOf);
  if (control !== null && meant !== undefined) return [control[0].length, meant];
  const address = verbatim ? null : /^https?:\/\/[^\s<>|]+[^\s<>|.,;:!?)\]"'*_~]/.exec(rest);
  if (address !== null) {
    const url = unescape(address[0]);
    return [address[0].length, marked('link', plainRead(url), url)];
  }
  const emoji = /^:([a-z0-9_+'-]+):/.exec(rest);
  if (emoji !== null && !/[\p{L}\p{N}]/u.test(before) && !/^:\d+:/.test(emoji[0]))
    return [emoji[0].length, marked('emoji', plainRead(emoji[0]))];
  // A mark within a word means nothing.
  if (!/[\p{L}\p{N}]/u.test(before))
    for (const [pattern, kind] of emphasis) {
      const found = pattern.exec(rest);
      if (found !== null) return [found[0].length, marked(kind, inline(found[1] ?? '', nameOf, verbatim))];
    }
  const passed = /^(?:(?!https?:\/\/)[\p{L}\p{N}])+|^&(?:amp|lt|gt);|^[\s\S]/u.exec(rest)?.[0] ?? rest;
  return [passed.length, plainRead(unescape(passed))];
}

/** What stands between angle brackets; nothing where it has no meaning. */
function readControl(inner: string, nameOf: NameOf): Read | undefined {
  const [target = '', ...labels] = inner.split('|');
  const label = labels.length === 0 ? undefined : unescape(labels.join('|'));
  if (/^@[UW]\w+$/.test(target)) return mention(`@${nameOf(target.slice(1))}`, target.slice(1));
  if (/^#[CG]\w+$/.test(target)) return mention(`#${nameOf(target.slice(1))}`);
  const [, special] = /^!(here|channel|everyone|group)$/.exec(target) ?? [];
  if (special !== undefined) return mention(`@${special}`, `@${special}`);
  const [, group] = /^!subteam\^(S\w+)$/.exec(target) ?? [];
  if (group !== undefined) return mention(label ?? `@${group}`, group);
  const date = /^!date\^(-?\d+)\^([^^]+)(?:\^(.+))?$/.exec(target);
  if (date !== null) {
    const shown = dateText(Number(date[1]), unescape(date[2] ?? ''));
    const link = date[3];
    const read = marked('date', plainRead(shown), label);
    return link === undefined ? read : marked('link', read, unescape(link));
  }
  if (!/^(?:https?:\/\/|mailto:|tel:|slack:\/\/)/.test(target)) return undefined;
  const url = unescape(target);
  return marked('link', plainRead(label ?? url), url);
}

/** What a date shows, in UTC: Slack's own words depend on the reader's settings. */
export function dateText(seconds: number, format: string): string {
  const iso = new Date(seconds * 1000).toISOString();
  return format.replaceAll(/\{(date|time)[a-z_]*\}|\{ago\}/g, (_, kind: string | undefined) =>
    kind === 'time' ? iso.slice(11, 16) : iso.slice(0, 10),
  );
}

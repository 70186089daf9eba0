import { stripVTControlCharacters, styleText } from 'node:util';
import type { Action, Message } from '../../chat/message.ts';
import { clean, partsOf } from '../../chat/plain.ts';
import type { FormatDate, Part } from '../../chat/plain.ts';

/** How a message is laid out. */
export interface Layout {
  readonly formatDate: FormatDate;
  /** Width to wrap at; undefined where lines stay whole. */
  readonly columns: number | undefined;
  readonly colour: boolean;
  /** How many actions are numbered already. */
  readonly numbered: number;
}

/** Lines longer than this are hard to read, however wide the terminal is. */
const widestText = 100;

const formats = {
  heading: ['bold'],
  title: ['bold'],
  note: ['dim'],
  address: ['cyan'],
  action: ['green'],
} as const;

const indented: ReadonlySet<Part['role']> = new Set(['body', 'note', 'address']);

/** A message as lines for a terminal, its actions numbered. Nothing in it can drive the terminal but Kiosk's own colours. */
export function layOut(message: Message, layout: Layout): string {
  const options = { formatDate: layout.formatDate, ...(layout.colour && { emphasize }) };
  const blocks = partsOf(message, options).map((parts) =>
    parts.map((part) => layOutPart(part, layout)).join('\n'),
  );
  const actions = actionsOf(message).map(({ label }, index) =>
    numberedLine(layout.numbered + index, label, layout),
  );
  return [...blocks, ...(actions.length > 0 ? [actions.join('\n')] : [])].join('\n\n');
}

/** A line that offers a choice by its number. */
export function numberedLine(index: number, label: string, { columns, colour }: Layout): string {
  const text = clean(label).replace(/\s+/g, ' ').trim();
  return styled('action', wrap(text, columns, { first: `[${index + 1}] `, rest: '    ' }), colour);
}

/** Every action of a message, in order. */
export function actionsOf(message: Message): readonly Action[] {
  return message.blocks
    .flatMap((block) => (block.kind === 'actions' ? block.actions : []))
    .filter(({ asks }) => asks === undefined);
}

function layOutPart({ role, text }: Part, { columns, colour }: Layout): string {
  const indent = indented.has(role) ? '  ' : '';
  const lines = wrap(
    text,
    columns,
    role === 'item' ? { first: '• ', rest: '  ' } : { first: indent, rest: indent },
  );
  return styled(role, lines, colour);
}

function styled(role: Part['role'] | 'action', lines: readonly string[], colour: boolean): string {
  if (!colour || role === 'text' || role === 'item' || role === 'body') return lines.join('\n');
  return lines
    .map((line) => styleText([...formats[role]], stripVTControlCharacters(line), { validateStream: false }))
    .join('\n');
}

/** Each word by itself, so that lines may break between them. */
function emphasize(text: string): string {
  return text.replace(/\S+/g, (word) => styleText('bold', word, { validateStream: false }));
}

/** Breaks a text into lines at its spaces; a word longer than a line, such as an address, stays whole. */
export function wrap(
  text: string,
  columns: number | undefined,
  indent: { readonly first: string; readonly rest: string } = { first: '', rest: '' },
): readonly string[] {
  const most = Math.min(columns ?? Infinity, columns === undefined ? Infinity : widestText);
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    let line = lines.length === 0 ? indent.first : indent.rest;
    let used = width(line);
    let empty = true;
    for (const word of paragraph.split(/ +/)) {
      const length = width(word);
      if (!empty && used + 1 + length > most) {
        lines.push(line);
        line = indent.rest;
        used = width(line);
        empty = true;
      }
      line += empty ? word : ` ${word}`;
      used += length + (empty ? 0 : 1);
      empty = false;
    }
    lines.push(line.trimEnd());
  }
  return lines;
}

const graphemes = new Intl.Segmenter();
const narrow = /^[\u0020-\u024F\u2010-\u2027]*$/;
const wide =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303E\uFF01-\uFF60\uFFE0-\uFFE6\p{Emoji_Presentation}]|\uFE0F/u;
const invisible = /^[\p{M}\p{Cf}]+$/u;

/** How many columns a text takes, without what styles it; East Asian characters and emoji take two (after Unicode Standard Annex 11). */
export function width(text: string): number {
  if (narrow.test(text)) return text.length;
  let columns = 0;
  for (const { segment } of graphemes.segment(stripVTControlCharacters(text))) {
    if (!invisible.test(segment)) columns += wide.test(segment) ? 2 : 1;
  }
  return columns;
}

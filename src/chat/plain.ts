import type { Block, Message, Span, Text } from './message.ts';
import { quote } from './quotation.ts';

/** Writes a date the reader's way. */
export type FormatDate = (date: Date, style: 'date' | 'time' | 'relative') => string;

/** A piece of a message as plain text, and what it is there for. */
export interface Part {
  readonly role: 'text' | 'heading' | 'item' | 'title' | 'body' | 'note' | 'address';
  readonly text: string;
}

/** What plain texts need to be written. */
export interface PlainOptions {
  readonly formatDate: FormatDate;
  /** Makes what is strong stand out; left out where all text is alike. */
  readonly emphasize?: (text: string) => string;
}

// Control characters (C0, DEL, C1) but the line feed, and the bidirectional embeddings, overrides and isolates of Unicode Standard
// Annex 9, spelled as escapes since they can't be seen.
const controls = /(?!\n)\p{Cc}|[\u202A-\u202E\u2066-\u2069]/gu;

/** A text without control characters but line feeds, so that it can't drive a terminal or reverse what stands around it. */
export function clean(text: string): string {
  return text
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replaceAll('\t', ' ')
    .replace(controls, '');
}

/** Running text as a plain string: links with their address, quotes in the marks of their language. Cleaned. */
export function textOf(text: Text, options: PlainOptions): string {
  if (typeof text === 'string') return clean(text);
  if (isSpans(text)) return text.map((span) => textOf(span, options)).join('');
  if ('strong' in text) {
    const words = textOf(text.strong, options);
    return options.emphasize?.(words) ?? words;
  }
  if ('link' in text) return link(textOf(text.link, options), text.to);
  if ('quote' in text) return quote(textOf(text.quote, options), text.language);
  return clean(options.formatDate(text.date, text.style));
}

function isSpans(text: Text): text is readonly Span[] {
  return Array.isArray(text);
}

function link(label: string, to: string): string {
  const written = address(to);
  return label.trim() === '' || label === written ? written : `${label} (${written})`;
}

/** An address as one word, so that whatever stands around it isn't taken for a part of it. */
function address(to: string): string {
  return clean(to).trim().replace(/\s/g, '%20');
}

/** What a message says, block by block; actions are left out, and so are empty blocks. */
export function partsOf(message: Message, options: PlainOptions): readonly (readonly Part[])[] {
  return message.blocks
    .map((block) => partsOfBlock(block, message, options).filter(({ text }) => text !== ''))
    .filter((parts) => parts.length > 0);
}

function partsOfBlock(block: Block, message: Message, options: PlainOptions): readonly Part[] {
  const line = (text: Text) =>
    textOf(text, options)
      .replace(/\s*\n\s*/g, ' ')
      .trim();
  switch (block.kind) {
    case 'text':
      return [{ role: 'text', text: textOf(block.text, options).trim() }];
    case 'heading':
      return [{ role: 'heading', text: line(block.text) }];
    case 'list':
      return block.items.map((item) => ({ role: 'item', text: line(item) }));
    case 'card': {
      const note = block.note === undefined ? '' : line(block.note);
      const badge = block.language === message.language ? undefined : block.language?.toUpperCase();
      return [
        { role: 'title', text: line(block.title) },
        { role: 'body', text: block.body === undefined ? '' : textOf(block.body, options).trim() },
        { role: 'note', text: [note, badge].filter(Boolean).join(' · ') },
        { role: 'address', text: block.to === undefined ? '' : address(block.to) },
      ];
    }
    case 'actions':
      return [];
  }
}

/**
 * A message as plain text: blocks apart by an empty line, cards as title, body, small print and address, each on its own line.
 * For notifications, logs and whatever shows no more than text.
 */
export function plain(message: Message, options: PlainOptions): string {
  return partsOf(message, options)
    .map((parts) => parts.map(({ role, text }) => (role === 'item' ? `• ${text}` : text)).join('\n'))
    .join('\n\n');
}

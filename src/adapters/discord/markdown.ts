import type { Span, Text } from '../../chat/message.ts';
import { beginningOf, piecesOf } from '../../chat/pieces.ts';
import { textOf } from '../../chat/plain.ts';
import { quoteSpans } from '../../chat/quotation.ts';
import type { LanguageTag } from '../../language/language.ts';
import { linkable, literal } from './literal.ts';

/** Markdown that may be broken before and behind it, and nowhere inside. */
export type Piece = string;

/** Pieces of running text before they are escaped are no longer than this; escaped, no longer than twice that. */
const longest = 900;

/** A link's words and its address at the most, so that a link fits where text does. */
const longestLink = { words: 300, address: 1000 };

/** Discord's letters for how a timestamp is shown, each reader's own way. */
const styles = { date: 'D', time: 'f', relative: 'R' } as const;

/** Running text as Discord's markdown, in pieces. */
export function markdownPieces(text: Text, language: LanguageTag): readonly Piece[] {
  if (isSpans(text)) return text.flatMap((span) => markdownPieces(span, language));
  if (typeof text === 'string') return literalPieces(text, language);
  if ('strong' in text)
    return markdownPieces(text.strong, language).flatMap((piece) =>
      piece.trim() === '' ? piece : strong(piece),
    );
  if ('link' in text) return [link(text.link, text.to)];
  if ('quote' in text)
    return markdownPieces(quoteSpans(text.quote, plainText(text.quote), text.language), text.language);
  const seconds = Math.floor(text.date.getTime() / 1000);
  return Number.isNaN(seconds) ? [] : [`<t:${seconds}:${styles[text.style]}>`];
}

function isSpans(text: Text): text is readonly Span[] {
  return Array.isArray(text);
}

function literalPieces(text: string, language: LanguageTag): readonly Piece[] {
  return piecesOf(text, language, longest).map(literal);
}

/** White space between the asterisks would make them literal. */
function strong(piece: Piece): Piece {
  const [, before = '', words = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(piece) ?? [];
  return `${before}**${words}**${after}`;
}

function link(label: Text, to: string): Piece {
  const address = linkable(to, longestLink.address);
  const shown =
    plainText(label)
      .replace(/[ \t\r\n]+/g, ' ')
      .trim() || to;
  const words = literal(beginningOf(shown, ({ length }) => length <= longestLink.words));
  return address === undefined ? words : `[${words}](<${address}>)`;
}

/** The words alone. A date among them, which nobody would see in their own time zone there, stays in ours. */
function plainText(text: Text): string {
  return textOf(text, { formatDate: (date) => date.toISOString().slice(0, 10) });
}

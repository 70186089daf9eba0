import type { types } from '@slack/bolt';
import type { Span, Text } from '../../chat/message.ts';
import { piecesOf } from '../../chat/pieces.ts';
import { clean, textOf } from '../../chat/plain.ts';
import { quoteSpans } from '../../chat/quotation.ts';
import type { LanguageTag } from '../../language/language.ts';
import { linkable } from './literal.ts';

/** A piece of running text as Slack has it: nothing in its words is markup. */
export type Element = types.RichTextElement;

/** A text element is no longer than this, so that a message can be broken between them. */
const longest = 1000;

/** Slack's words for how a date is shown, each reader's own way. */
const formats = { date: '{date_long}', time: '{date_long}, {time}', relative: '{date_pretty}' } as const;

/** Running text as elements of Slack's rich text. */
export function elementsOf(text: Text, language: LanguageTag, isStrong = false): readonly Element[] {
  if (isSpans(text)) return text.flatMap((span) => elementsOf(span, language, isStrong));
  if (typeof text === 'string') return words(text, language, isStrong);
  if ('strong' in text) return elementsOf(text.strong, language, true);
  if ('quote' in text)
    return elementsOf(quoteSpans(text.quote, wordsOf(text.quote), text.language), text.language, isStrong);
  if ('link' in text) {
    const shown = wordsOf(text.link).trim();
    const url = linkable(text.to);
    if (url === undefined) return words(shown, language, isStrong);
    return [{ type: 'link', url, ...(shown !== '' && { text: shown }), ...style(isStrong) }];
  }
  const milliseconds = text.date.getTime();
  if (Number.isNaN(milliseconds)) return [];
  const fallback = text.date.toISOString().slice(0, 10);
  return [
    {
      type: 'date',
      timestamp: Math.floor(milliseconds / 1000),
      format: formats[text.style],
      fallback,
      ...style(isStrong),
    },
  ];
}

/** The words of a text alone. */
export function wordsOf(text: Text): string {
  return textOf(text, { formatDate: (date) => date.toISOString().slice(0, 10) });
}

function words(text: string, language: LanguageTag, isStrong: boolean): readonly Element[] {
  return piecesOf(clean(text), language, longest).map((piece) => ({
    type: 'text',
    text: piece,
    ...style(isStrong),
  }));
}

function style(isStrong: boolean): { readonly style?: { readonly bold: true } } {
  return isStrong ? { style: { bold: true } } : {};
}

function isSpans(text: Text): text is readonly Span[] {
  return Array.isArray(text);
}

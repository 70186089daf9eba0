import { isDeepStrictEqual } from 'node:util';
import type { APIEmbed } from 'discord.js';
import type { Block, Span, Text } from '../../chat/message.ts';
import { beginningOf } from '../../chat/pieces.ts';
import type { LanguageTag } from '../../language/language.ts';
import { limits } from './limits.ts';
import { linkable, literal } from './literal.ts';
import { markdownPieces } from './markdown.ts';

/** A card of a message. */
export type Card = Extract<Block, { kind: 'card' }>;

/** Begins small print. What is written in a text is escaped, so that it stands nowhere else. */
const smallPrint = '-# ';
/** Small print at the most. */
const longestNote = 1000;
/** Kiosk's green, beside cards. */
export const color = 0x1f_5c_46;

/** The blocks of a message, with what one article says in one card. */
export function gathered(blocks: readonly Block[]): readonly Block[] {
  const found: Block[] = [];
  for (const block of blocks) {
    const last = found.at(-1);
    if (last?.kind === 'card' && block.kind === 'card' && isSame(last, block)) {
      found[found.length - 1] = { ...last, body: [...spansOf(last), '\n', ...spansOf(block)] };
    } else found.push(block);
  }
  return found;
}

function isSame({ body: _one, ...one }: Card, { body: _other, ...other }: Card): boolean {
  return one.to !== undefined && isDeepStrictEqual(one, other);
}

function spansOf({ body = '' }: Card): readonly Span[] {
  return isSpans(body) ? body : [body];
}

function isSpans(text: Text): text is readonly Span[] {
  return Array.isArray(text);
}

/** A card as an embed. */
export function embedOf(
  { title, to, body, note, language: spoken, image }: Card,
  language: LanguageTag,
): APIEmbed {
  const url = to === undefined ? undefined : linkable(to);
  const picture = image?.url.startsWith('https:') === true ? linkable(image.url) : undefined;
  const badge = spoken === undefined || spoken === language ? [] : [spoken.toUpperCase()];
  const small = [note === undefined ? '' : fitted(note, language, longestNote), ...badge].filter(
    (text) => text !== '',
  );
  const print = small.length === 0 ? '' : `${smallPrint}${small.join(' · ').replace(/[ \t\r\n]+/g, ' ')}`;
  const told = body === undefined ? '' : fitted(body, language, limits.description - print.length - 1);
  const description = [told, print].filter((text) => text !== '').join('\n');
  return {
    ...(title !== '' && { title: titleOf(title, language) }),
    ...(url !== undefined && { url }),
    ...(description !== '' && { description }),
    ...(picture !== undefined && { thumbnail: { url: picture } }),
    color,
  };
}

/** An embed whose title leads somewhere without its own address: Discord shows only the first of several with the same one. */
export function linked({ url = '', title = '', description = '', ...embed }: APIEmbed): APIEmbed {
  const head = `**[${title}](<${url}>)**`;
  const fits = head.length + 1 + description.length <= limits.description;
  return fits
    ? { ...embed, description: `${head}\n${description}`.trim() }
    : { ...embed, title, description };
}

function titleOf(title: Text, language: LanguageTag): string {
  if (typeof title !== 'string') return fitted(title, language, limits.title);
  const line = title.replace(/[ \t\r\n]+/g, ' ').trim();
  return literal(beginningOf(line, (beginning) => literal(beginning).length <= limits.title));
}

/** As many pieces as fit; the rest is where the title leads. */
function fitted(body: Text, language: LanguageTag, room: number): string {
  const pieces = markdownPieces(body, language);
  let written = '';
  for (const piece of pieces) {
    if (written.length + piece.length > room - 1) return `${written.trim()}…`;
    written += piece;
  }
  return written.trim();
}

import type { APIEmbed } from 'discord.js';
import type { Block, Message, Text } from '../../chat/message.ts';
import type { LanguageTag } from '../../language/language.ts';
import { color, embedOf, gathered, linked } from './embeds.ts';
import type { Card } from './embeds.ts';
import { limits } from './limits.ts';
import { markdownPieces } from './markdown.ts';
import type { Piece } from './markdown.ts';

/** What one Discord message can hold of one of ours. */
export interface Page {
  readonly content: string;
  readonly embeds: readonly APIEmbed[];
}

/**
 * A message as Discord messages: text first, cards as embeds, and what follows a card in an embed of its own, so that the order is kept.
 * What doesn't fit goes on a further page; there is always a first one.
 */
export function pagesOf({ language, blocks }: Message): readonly Page[] {
  const pages: Page[] = [];
  let draft = createDraft();
  const place = (put: (draft: Draft) => boolean) => {
    if (put(draft)) return;
    pages.push(draft.page());
    draft = createDraft();
    put(draft);
  };
  for (const block of gathered(blocks)) {
    if (block.kind === 'card') {
      const embed = embedOf(block, language);
      place((to) => to.embed(embed));
    } else {
      for (const line of linesOf(block, language)) {
        line.forEach((piece, index) => place((to) => to.text(piece, index === 0)));
      }
    }
  }
  if (!draft.isEmpty() || pages.length === 0) pages.push(draft.page());
  return pages;
}

function linesOf(block: Exclude<Block, Card>, language: LanguageTag): readonly (readonly Piece[])[] {
  const line = (start: string, text: Text): readonly Piece[] => {
    const [first, ...rest] = markdownPieces(text, language).map((piece) => piece.replace(/\s*\n\s*/g, ' '));
    return first === undefined ? [] : [start + first, ...rest];
  };
  switch (block.kind) {
    case 'text':
      return [markdownPieces(block.text, language)];
    case 'heading':
      return [line('## ', block.text)];
    case 'list':
      return block.items.map((item) => line('- ', item));
    case 'actions':
      return [];
  }
}

interface Draft {
  /** Adds to the text; false where it doesn't fit. */
  text(piece: Piece, startsLine: boolean): boolean;
  /** Adds a card; false where it doesn't fit. */
  embed(embed: APIEmbed): boolean;
  isEmpty(): boolean;
  page(): Page;
}

function createDraft(): Draft {
  let content = '';
  const embeds: APIEmbed[] = [];
  /** The text behind the last card. */
  let tail: string | undefined;
  const room = () =>
    limits.embedText - embeds.reduce((sum, embed) => sum + sizeOf(embed), 0) - (tail?.length ?? 0);
  const count = () => embeds.length + (tail === undefined ? 0 : 1);
  const close = () => {
    if (tail !== undefined) embeds.push({ description: tail.trim(), color });
    tail = undefined;
  };

  return {
    text(piece, startsLine) {
      const joined = (before: string) =>
        before !== '' && startsLine ? `${before}\n${piece}` : before + piece;
      if (embeds.length === 0) {
        const longer = joined(content);
        if (longer.length > limits.content) return false;
        content = longer;
        return true;
      }
      const longer = joined(tail ?? '');
      const fits = longer.length <= limits.description && longer.length - (tail?.length ?? 0) <= room();
      if (!fits || (tail === undefined && count() === limits.embeds)) return false;
      tail = longer;
      return true;
    },
    embed(embed) {
      const shown = embeds.some(({ url }) => url !== undefined && url === embed.url) ? linked(embed) : embed;
      if (count() === limits.embeds || sizeOf(shown) > room()) return false;
      close();
      embeds.push(shown);
      return true;
    },
    isEmpty: () => content.trim() === '' && count() === 0,
    page() {
      close();
      const text = content.trim();
      // Discord takes no message without anything in it.
      return { content: text === '' && embeds.length === 0 ? '…' : text, embeds };
    },
  };
}

function sizeOf({ title = '', description = '' }: APIEmbed): number {
  return title.length + description.length;
}

import { expect, test } from 'vitest';
import type { Block, Message, Text } from '../../src/chat/message.ts';
import { foreignIn } from '../locales/own-words.ts';
import { openHouse, tags } from './house.ts';
import { library } from './library.ts';
import { calls, corrected, given, look, namesIn, sources } from './ways.ts';

/** Everything a message says that is neither a quotation, a link's label nor an article's title. */
function saidIn({ blocks }: Message): readonly string[] {
  return blocks.flatMap(saidInBlock);
}

function saidInBlock(block: Block): readonly string[] {
  switch (block.kind) {
    case 'text':
    case 'heading':
      return spansOf(block.text);
    case 'list':
      return block.items.flatMap(spansOf);
    case 'card':
      // What a card with a language shows is of a paper, but for its note.
      return [
        ...(block.language === undefined ? [...spansOf(block.title), ...spansOf(block.body ?? '')] : []),
        ...spansOf(block.note ?? ''),
      ];
    case 'actions':
      return block.actions.map(({ label }) => label);
  }
}

function spansOf(text: Text): readonly string[] {
  if (typeof text === 'string') return [text];
  if ('strong' in text) return spansOf(text.strong);
  if ('quote' in text || 'link' in text || 'date' in text) return [];
  return text.flatMap(spansOf);
}

test.each(tags)('every reply to readers of %s is in that language’s own words', async (tag) => {
  const full = await openHouse({ items: [...library, corrected], sources, look, manager: true });
  const empty = await openHouse();
  const said = new Set<string>();
  for (const house of [full, empty]) {
    for (const [command, options] of calls) {
      const message = await house.call(tag, command, options);
      expect(message.language).toBe(tag);
      for (const text of saidIn(message)) said.add(text);
    }
  }
  expect(said.size).toBeGreaterThan(20);
  expect(foreignIn(said, tag, new Set([...given, ...namesIn(full.listings, tag)]))).toEqual([]);
});

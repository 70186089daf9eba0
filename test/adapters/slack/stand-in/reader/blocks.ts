import type { Block } from '../forms/blocks.ts';
import type { Text } from '../forms/text.ts';
import { joined, marked, plainRead } from './mark.ts';
import type { NameOf, Read } from './mark.ts';
import { readMrkdwn, unescape } from './mrkdwn.ts';
import { readRich } from './rich.ts';

/** Reads blocks as they stand below each other; controls are no words. */
export function readBlocks(blocks: readonly Block[], nameOf: NameOf): Read {
  const reads = blocks.flatMap((block) => readBlock(block, nameOf));
  return joined(
    reads.filter(({ text }) => text !== ''),
    '\n',
  );
}

/** Reads a text of either kind. */
export function readText(text: Text, nameOf: NameOf): Read {
  if (text.type === 'mrkdwn') return readMrkdwn(text.text, nameOf, text.verbatim === true);
  const shown = unescape(text.text);
  const emoji =
    text.emoji === false ? [] : [...shown.matchAll(/(?<![\p{L}\p{N}]):[a-z_+'-][a-z0-9_+'-]*:/gu)];
  return {
    text: shown,
    marks: emoji.map(([name]) => ({ kind: 'emoji', text: name })),
    pings: [],
  };
}

function readBlock(block: Block, nameOf: NameOf): readonly Read[] {
  switch (block.type) {
    case 'section': {
      const texts = [...(block.text === undefined ? [] : [block.text]), ...(block.fields ?? [])];
      return texts.map((text) => readText(text, nameOf));
    }
    case 'header':
      return [marked('heading', readText(block.text, nameOf))];
    case 'context': {
      const texts = block.elements.flatMap((one) => (one.type === 'image' ? [] : [readText(one, nameOf)]));
      return [joined(texts, ' ')];
    }
    case 'rich_text':
      return [readRich(block.elements, nameOf)];
    case 'input':
      return [readText(block.label, nameOf)];
    case 'image':
      return block.title === undefined ? [] : [readText(block.title, nameOf)];
    // Its markup is Markdown, which nobody here reads.
    case 'markdown':
      return [plainRead(block.text)];
    case 'divider':
    case 'actions':
      return [];
  }
}

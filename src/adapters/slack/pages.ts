import type { Message } from '../../chat/message.ts';
import { plain } from '../../chat/plain.ts';
import { beginningOf } from '../../chat/pieces.ts';
import type { Translate } from '../../texts.ts';
import type { Controls } from '../controls.ts';
import { blocksOf, button } from './blocks.ts';
import type { SlackBlock } from './blocks.ts';
import { limits } from './limits.ts';
import { escaped } from './literal.ts';

/** What a message of Slack's says, with what notifications and screen readers say of it. */
export interface Body {
  readonly text: string;
  readonly blocks: SlackBlock[];
}

/** Room that is left for the button that leads to the next page. */
const reserved = { blocks: 1, json: 1000 };

/** Renders a page of a message, counted from 0, with a button that leads to the next one where there is one. */
export async function bodyOf(
  message: Message,
  page: number,
  parts: { readonly controls: Controls; readonly t: Translate },
): Promise<Body> {
  const { controls, t } = parts;
  const { language } = message;
  const rendered = await Promise.all(message.blocks.map((block) => blocksOf(block, language, controls)));
  const pages = paged(rendered.flat().flatMap(broken));
  const blocks = pages[page] ?? [];
  const more =
    page + 1 >= pages.length
      ? []
      : [
          await button(
            t('replies.page.next'),
            { kind: 'page', message: await controls.keep(message), page: page + 1 },
            controls,
          ),
        ];
  return {
    text: fallbackOf(message),
    blocks: [
      ...blocks.map((block, index) => ({ ...block, block_id: `b${index}` })),
      ...(more.length === 0 ? [] : [{ type: 'actions' as const, block_id: 'more', elements: more }]),
    ],
  };
}

/** A message as notifications show it; what it says is no markup there either. */
function fallbackOf(message: Message): string {
  const text = plain(message, { formatDate: (date) => date.toISOString().slice(0, 10) });
  return escaped(beginningOf(text, (beginning) => escaped(beginning).length <= limits.fallback)) || '…';
}

/** Blocks put together for as long as they fit into one message. */
function paged(blocks: readonly SlackBlock[]): readonly (readonly SlackBlock[])[] {
  const pages: SlackBlock[][] = [];
  let page: SlackBlock[] = [];
  let size = 0;
  for (const block of blocks) {
    const length = JSON.stringify(block).length;
    const isFull =
      page.length >= limits.blocks - reserved.blocks || size + length > limits.json - reserved.json;
    if (isFull && page.length > 0) {
      pages.push(page);
      page = [];
      size = 0;
    }
    page.push(block);
    size += length;
  }
  return page.length === 0 && pages.length > 0 ? pages : [...pages, page];
}

/** Rich text that is too long for a message alone, in several blocks. */
function broken(block: SlackBlock): readonly SlackBlock[] {
  if (block.type !== 'rich_text' || JSON.stringify(block).length <= limits.json - reserved.json)
    return [block];
  return block.elements.flatMap((element): SlackBlock[] => {
    if (element.type === 'rich_text_list')
      return element.elements.map((item) => ({
        type: 'rich_text',
        elements: [{ ...element, elements: [item] }],
      }));
    if (element.type === 'rich_text_preformatted') return [{ type: 'rich_text', elements: [element] }];
    const parts: SlackBlock[] = [];
    for (let at = 0; at < element.elements.length; at += piecesAtOnce)
      parts.push({
        type: 'rich_text',
        elements: [{ ...element, elements: element.elements.slice(at, at + piecesAtOnce) }],
      });
    return parts;
  });
}

/** So many pieces of text fit into a block whatever they are. */
const piecesAtOnce = 3;

import type { types } from '@slack/bolt';
import type { Block, Text } from '../../chat/message.ts';
import { beginningOf } from '../../chat/pieces.ts';
import type { LanguageTag } from '../../language/language.ts';
import type { Control, Controls } from '../controls.ts';
import { limits } from './limits.ts';
import { linkable } from './literal.ts';
import { elementsOf, wordsOf } from './rich-text.ts';
import type { Element } from './rich-text.ts';

/** A block as Slack knows it. */
export type SlackBlock = types.KnownBlock;

type Card = Extract<Block, { kind: 'card' }>;
type Actions = Extract<Block, { kind: 'actions' }>;

/** A block of ours as blocks of Slack's; none where it says nothing. */
export async function blocksOf(
  block: Block,
  language: LanguageTag,
  controls: Pick<Controls, 'write'>,
): Promise<readonly SlackBlock[]> {
  switch (block.kind) {
    case 'text':
      return richText([section(block.text, language)]);
    case 'heading':
      return heading(block.text, language);
    case 'list':
      return richText([
        {
          type: 'rich_text_list',
          style: 'bullet',
          elements: block.items.map((item) => section(item, language)),
        },
      ]);
    case 'card':
      return card(block, language);
    case 'actions':
      return actions(block, controls);
  }
}

/** The buttons of a message in one row; what they do is in their values. */
export async function actions(
  { actions }: Actions,
  controls: Pick<Controls, 'write'>,
): Promise<readonly SlackBlock[]> {
  if (actions.length === 0) return [];
  const written = actions
    .slice(0, limits.buttons)
    .map(({ label, ...action }) => button(label, { kind: 'action', ...action }, controls));
  const buttons = (await Promise.all(written)).map((each, index) => ({ ...each, action_id: `do:${index}` }));
  return [{ type: 'actions', elements: buttons }];
}

/** A button that stands for a control. */
export async function button(
  label: string,
  control: Control,
  controls: Pick<Controls, 'write'>,
): Promise<types.Button> {
  return {
    type: 'button',
    action_id: 'do',
    text: { type: 'plain_text', text: shortened(label, limits.label), emoji: false },
    value: await controls.write(control),
  };
}

/** A text on one line that is cut between words where it is too long; never empty, which Slack refuses. */
export function shortened(text: string, longest: number): string {
  const line = text.replace(/[ \t\r\n]+/g, ' ').trim() || '…';
  return beginningOf(line, ({ length }) => length <= longest);
}

function section(text: Text, language: LanguageTag): types.RichTextSection {
  return { type: 'rich_text_section', elements: [...elementsOf(text, language)] };
}

function richText(elements: readonly types.RichTextBlockElement[]): readonly SlackBlock[] {
  const filled = elements.filter((each) => each.elements.length > 0);
  return filled.length === 0 ? [] : [{ type: 'rich_text', elements: filled }];
}

/** A heading that is too long for one is a strong text. */
function heading(text: Text, language: LanguageTag): readonly SlackBlock[] {
  const words = wordsOf(text)
    .replace(/[ \t\r\n]+/g, ' ')
    .trim();
  if (words === '') return [];
  if (words.length > limits.header || typeof text !== 'string')
    return richText([section({ strong: text }, language)]);
  return [{ type: 'header', text: { type: 'plain_text', text: words, emoji: false } }];
}

function card(
  { title, to, body = '', note, language: spoken, image }: Card,
  language: LanguageTag,
): readonly SlackBlock[] {
  const head: Text = to === undefined ? { strong: title } : { strong: { link: title, to } };
  const picture = image?.url.startsWith('https:') === true ? linkable(image.url) : undefined;
  const told = wordsOf(body).trim();
  const quoted: readonly Element[] = elementsOf(body, language);
  const shown: readonly SlackBlock[] =
    picture !== undefined && told !== ''
      ? [
          ...richText([section(head, language)]),
          {
            type: 'section',
            text: {
              type: 'plain_text',
              text: beginningOf(told, ({ length }) => length <= limits.section),
              emoji: false,
            },
            accessory: {
              type: 'image',
              image_url: picture,
              alt_text: shortened(image?.alt ?? '', limits.alt),
            },
          },
        ]
      : richText([section(head, language), { type: 'rich_text_quote', elements: [...quoted] }]);
  return [...shown, ...small(note, spoken === language ? undefined : spoken)];
}

/** Small print: words as they are, dates in each reader's own time. */
function small(note: Text | undefined, spoken: LanguageTag | undefined): readonly SlackBlock[] {
  const spans = note === undefined ? [] : Array.isArray(note) ? note : [note];
  const elements = [...spans, ...(spoken === undefined ? [] : [spoken.toUpperCase()])].flatMap(
    (span): (types.PlainTextElement | types.MrkdwnElement)[] => {
      if (typeof span === 'object' && 'date' in span) return dateText(span.date);
      const words = wordsOf(span).trim();
      // Slack sets what stands here apart by itself.
      return words === '' || words === '·'
        ? []
        : [{ type: 'plain_text', text: shortened(words, limits.contextText), emoji: false }];
    },
  );
  return elements.length === 0
    ? []
    : [{ type: 'context', elements: elements.slice(0, limits.contextElements) }];
}

function dateText(date: Date): types.MrkdwnElement[] {
  if (Number.isNaN(date.getTime())) return [];
  const fallback = date.toISOString().slice(0, 10);
  const seconds = Math.floor(date.getTime() / 1000);
  return [{ type: 'mrkdwn', text: `<!date^${seconds}^{date_long}|${fallback}>` }];
}

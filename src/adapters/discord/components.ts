import { ButtonStyle, ComponentType } from 'discord.js';
import type {
  APIActionRowComponent,
  APIButtonComponent,
  APIComponentInMessageActionRow,
  APIEmbed,
} from 'discord.js';
import type { Action, Block, Message } from '../../chat/message.ts';
import { beginningOf } from '../../chat/pieces.ts';
import type { Translate } from '../../texts.ts';
import type { Control, Controls } from '../controls.ts';
import { limits } from './limits.ts';
import { pagesOf } from './pages.ts';

type Row = APIActionRowComponent<APIComponentInMessageActionRow>;

/** The parts of a Discord message that we write. Nobody is ever pinged by one. */
export interface Body {
  readonly content: string;
  readonly embeds: APIEmbed[];
  readonly components: Row[];
  readonly allowed_mentions: { readonly parse: [] };
}

/** Renders a page of a message with its buttons, and with one that leads to the next page where there is one. */
export async function bodyOf(
  message: Message,
  page: number,
  parts: { readonly controls: Controls; readonly t: Translate },
): Promise<Body> {
  const { controls, t } = parts;
  const pages = pagesOf(message);
  const { content, embeds } = pages[page] ?? { content: '…', embeds: [] };
  const rows = await Promise.all(
    message.blocks.flatMap((block) => (block.kind === 'actions' ? rowOf(block, parts) : [])),
  );
  const isLast = page + 1 >= pages.length;
  const more = isLast
    ? []
    : [
        button(
          t('replies.page.next'),
          { kind: 'page', message: await controls.keep(message), page: page + 1 },
          controls,
        ),
      ];
  const components = withMore(distinct(rows.filter((row) => row !== undefined)), await Promise.all(more));
  return { content, embeds: [...embeds], components, allowed_mentions: { parse: [] } };
}

async function rowOf(
  { actions }: Extract<Block, { kind: 'actions' }>,
  { controls, t }: { readonly controls: Controls; readonly t: Translate },
): Promise<Row | undefined> {
  if (actions.length === 0) return undefined;
  if (actions.length <= limits.buttons) {
    const buttons = actions.map((action) => button(action.label, controlOf(action), controls));
    return { type: ComponentType.ActionRow, components: await Promise.all(buttons) };
  }
  const options = actions.slice(0, limits.menuOptions).map(async (action) => ({
    label: shortened(action.label, limits.optionLabel),
    value: await controls.write(controlOf(action)),
  }));
  const written = await Promise.all(options);
  const [first] = written;
  if (first === undefined) return undefined;
  return {
    type: ComponentType.ActionRow,
    components: [
      {
        type: ComponentType.StringSelect,
        // Its entries say what they do; this only tells menus apart.
        custom_id: `menu ${first.value}`.slice(0, limits.customId),
        placeholder: t('replies.page.choose'),
        options: written.filter(
          ({ value }, index) => written.findIndex((one) => one.value === value) === index,
        ),
      },
    ],
  };
}

function controlOf({ label: _label, ...action }: Action): Control {
  return { kind: 'action', ...action };
}

async function button(label: string, control: Control, controls: Controls): Promise<APIButtonComponent> {
  return {
    type: ComponentType.Button,
    style: ButtonStyle.Secondary,
    label: shortened(label, limits.label),
    custom_id: await controls.write(control),
  };
}

/** A text on one line that is cut between words where it is too long; never empty, which Discord refuses. */
export function shortened(text: string, longest: number): string {
  return beginningOf(text.replace(/[ \t\r\n]+/g, ' ').trim() || '…', ({ length }) => length <= longest);
}

/** Discord refuses a message in which an id comes twice. */
function distinct(rows: readonly Row[]): readonly Row[] {
  const seen = new Set<string>();
  return rows
    .map((row) => ({
      ...row,
      components: row.components.filter((component) => {
        const id = 'custom_id' in component ? component.custom_id : '';
        return !seen.has(id) && seen.add(id);
      }),
    }))
    .filter(({ components }) => components.length > 0);
}

function withMore(rows: readonly Row[], more: readonly APIButtonComponent[]): Row[] {
  const kept = rows.slice(0, more.length === 0 ? limits.rows : limits.rows - 1);
  return more.length === 0 ? [...kept] : [...kept, { type: ComponentType.ActionRow, components: [...more] }];
}

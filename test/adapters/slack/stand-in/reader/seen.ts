import type { Block } from '../forms/blocks.ts';
import { placed } from '../forms/layout.ts';
import type { Placed } from '../forms/layout.ts';
import type { Option } from '../forms/elements.ts';
import type { Message, Metadata, View, World } from '../world/world.ts';
import { readBlocks } from './blocks.ts';
import { joined } from './mark.ts';
import type { Mark, Read } from './mark.ts';
import { readMrkdwn } from './mrkdwn.ts';

/** A button as a reader sees it. */
export interface SeenButton {
  readonly text: string;
  readonly actionId: string;
  readonly value: string | undefined;
  readonly url: string | undefined;
  readonly style: string | undefined;
}

/** A menu as a reader sees it; what an external one offers, only the app knows. */
export interface SeenSelect {
  readonly kind: string;
  readonly actionId: string;
  readonly blockId: string;
  readonly options: readonly { readonly text: string; readonly value: string }[];
  /** What is chosen already. */
  readonly chosen: readonly string[];
}

/** What blocks show. */
export interface Shown {
  readonly text: string;
  readonly marks: readonly Mark[];
  readonly buttons: readonly SeenButton[];
  readonly selects: readonly SeenSelect[];
  readonly images: readonly { readonly url: string; readonly alt: string }[];
  readonly blocks: readonly Block[];
}

/** A message as a reader sees it. */
export interface Seen extends Shown {
  readonly channelId: string;
  readonly ts: string;
  /** The id of whoever wrote it. */
  readonly userId: string;
  /** The text that notifications and screen readers use, as it was sent, and as it is read. */
  readonly fallback: string;
  readonly notification: Read;
  /** The message that it replies to. */
  readonly threadTs: string | undefined;
  readonly metadata: Metadata | undefined;
  /** Whether it was changed; Slack's client says so only of a message without blocks. */
  readonly edited: boolean;
  readonly ephemeral: boolean;
  readonly unfurlLinks: boolean | undefined;
  readonly unfurlMedia: boolean | undefined;
  /** Whom it notifies, in its text or its blocks. */
  readonly pings: readonly string[];
}

/** A modal or a home tab as a reader sees it. */
export interface SeenView extends Shown {
  readonly id: string;
  readonly type: 'modal' | 'home';
  readonly title: string | undefined;
  readonly submit: string | undefined;
  readonly callbackId: string;
  readonly privateMetadata: string;
  readonly closed: boolean;
  /** What is to be filled in, by label. */
  readonly inputs: readonly string[];
  readonly errors: Readonly<Record<string, string>>;
}

/** Shows a message. */
export function see(world: World, message: Message): Seen {
  const notification = readMrkdwn(message.text, nameIn(world));
  const read = message.blocks.length === 0 ? notification : readBlocks(message.blocks, nameIn(world));
  const { pings } = joined([notification, read], '');
  return {
    ...shown(message.blocks),
    text: read.text,
    marks: read.marks,
    channelId: message.channelId,
    ts: message.ts,
    userId: message.userId,
    fallback: message.text,
    notification,
    threadTs: message.threadTs,
    metadata: message.metadata,
    edited: message.editedTs !== undefined,
    ephemeral: message.onlyFor !== undefined,
    unfurlLinks: message.unfurlLinks,
    unfurlMedia: message.unfurlMedia,
    pings: [...new Set(pings)],
  };
}

/** Shows a view. */
export function seeView(world: World, view: View): SeenView {
  const { form } = view;
  const read = readBlocks(form.blocks, nameIn(world));
  return {
    ...shown(form.blocks),
    text: read.text,
    marks: read.marks,
    id: view.id,
    type: form.type,
    title: form.type === 'modal' ? form.title.text : undefined,
    submit: form.type === 'modal' ? form.submit?.text : undefined,
    callbackId: form.callback_id ?? '',
    privateMetadata: form.private_metadata ?? '',
    closed: view.closed,
    inputs: placed(form.blocks).flatMap(({ label }) => label ?? []),
    errors: view.errors,
  };
}

function nameIn(world: World) {
  return (id: string) => world.users.get(id)?.name ?? world.channels.get(id)?.name ?? id;
}

function shown(blocks: readonly Block[]): Omit<Shown, 'text' | 'marks'> {
  const controls = placed(blocks);
  return {
    buttons: controls.flatMap(({ control, actionId }) =>
      control.type === 'button'
        ? [
            {
              text: control.text.text,
              actionId,
              value: control.value,
              url: control.url,
              style: control.style,
            },
          ]
        : [],
    ),
    selects: controls.flatMap((place) => seeSelect(place)),
    images: blocks.flatMap(imagesIn),
    blocks,
  };
}

/** The options of a menu, whatever groups they are in. */
export function optionsOf({ control }: Placed): readonly Option[] {
  if (!('options' in control || 'option_groups' in control)) return [];
  const groups = 'option_groups' in control ? (control.option_groups ?? []) : [];
  return [...(control.options ?? []), ...groups.flatMap(({ options }) => options)];
}

function seeSelect(place: Placed): readonly SeenSelect[] {
  const { control, actionId, blockId } = place;
  if (control.type === 'button' || control.type === 'plain_text_input') return [];
  const options = optionsOf(place).map(({ text, value }) => ({ text: text.text, value }));
  return [{ kind: control.type, actionId, blockId, options, chosen: chosenIn(place) }];
}

/** The values that a control holds before anybody touches it. */
export function chosenIn({ control }: Placed): readonly string[] {
  if ('initial_option' in control && control.initial_option !== undefined)
    return [control.initial_option.value];
  if ('initial_options' in control && control.initial_options !== undefined)
    return control.initial_options.map(({ value }) => value);
  const single = Object.entries(control).flatMap(([key, value]) =>
    key.startsWith('initial_') && (typeof value === 'string' || Array.isArray(value)) ? [value].flat() : [],
  );
  return single.filter((value) => typeof value === 'string');
}

function imagesIn(block: Block): readonly { readonly url: string; readonly alt: string }[] {
  const images =
    block.type === 'image'
      ? [block]
      : block.type === 'context'
        ? block.elements.filter((one) => one.type === 'image')
        : block.type === 'section' && block.accessory?.type === 'image'
          ? [block.accessory]
          : [];
  return images.map(({ image_url, alt_text }) => ({ url: image_url, alt: alt_text }));
}

import type { Button, StringSelect, TopComponent } from '../forms/components.ts';
import type { Embed } from '../forms/embeds.ts';
import { messageFlags } from '../forms/message.ts';
import { walk } from '../forms/layout.ts';
import type { Component } from '../forms/components.ts';
import type { Mentions, Message, World } from '../world/world.ts';
import { joined, readInline, readMarkdown } from './markdown.ts';
import type { Mark, NameOf, Read } from './markdown.ts';

/** A button as a reader sees it. */
export interface SeenButton {
  readonly label: string;
  readonly customId: string | undefined;
  /** Where it leads, if it leads somewhere. */
  readonly url: string | undefined;
  readonly disabled: boolean;
}

/** A menu as a reader sees it. */
export interface SeenSelect {
  readonly customId: string;
  readonly placeholder: string;
  readonly options: readonly { readonly label: string; readonly value: string }[];
}

/** A message as a reader sees it. */
export interface Seen {
  readonly id: string;
  readonly channelId: string;
  readonly author: string;
  /** Everything that can be read, piece by piece from top to bottom, as it looks and without markup. */
  readonly text: string;
  /** The markup that took effect. */
  readonly marks: readonly Mark[];
  readonly buttons: readonly SeenButton[];
  readonly selects: readonly SeenSelect[];
  /** The addresses of its pictures. */
  readonly pictures: readonly string[];
  readonly files: readonly string[];
  readonly embeds: readonly Embed[];
  /** As it was sent. */
  readonly content: string;
  readonly components: readonly TopComponent[];
  readonly ephemeral: boolean;
  /** Whether the bot is still thinking. */
  readonly loading: boolean;
  readonly edited: boolean;
  readonly crossposted: boolean;
  readonly pings: Mentions;
  readonly repliesTo: string | undefined;
}

/** Shows a message to a reader. */
export function see(world: World, message: Message): Seen {
  const nameOf = namesIn(world);
  const { components, flags } = message;
  const placed = walk(components).map(({ component }) => component);
  const hidden = (flags & messageFlags.suppressEmbeds) !== 0;
  const embeds = hidden ? [] : message.embeds;
  const read = joined(
    [
      ...(message.content === '' ? [] : [readMarkdown(message.content, nameOf)]),
      ...embeds.flatMap((embed) => readEmbed(embed, nameOf)),
      ...placed.flatMap((component) =>
        component.type === 10 ? [readMarkdown(component.content, nameOf)] : [],
      ),
    ],
    '\n',
  );
  return {
    id: message.id,
    channelId: message.channelId,
    author: message.author.name,
    text: read.text,
    marks: read.marks,
    buttons: placed.flatMap((component) => (component.type === 2 ? [seeButton(component)] : [])),
    selects: placed.flatMap((component) => (component.type === 3 ? [seeSelect(component)] : [])),
    pictures: [...embeds.flatMap(picturesOf), ...placed.flatMap(picturesIn)],
    files: message.files,
    embeds,
    content: message.content,
    components,
    ephemeral: message.onlyFor !== undefined,
    loading: (flags & messageFlags.loading) !== 0,
    edited: message.editedAt !== undefined,
    crossposted: message.crossposted,
    pings: message.mentions,
    repliesTo: message.repliesTo,
  };
}

function namesIn(world: World): NameOf {
  const guilds = [...world.guilds.values()];
  return (kind, id) => {
    if (kind === '#') return `#${world.channels.get(id)?.name ?? 'unknown'}`;
    if (kind === '@') return `@${world.users.get(id)?.name ?? 'unknown-user'}`;
    const role = guilds.flatMap(({ roles }) => roles).find((role) => role.id === id);
    return `@${role?.name ?? 'unknown-role'}`;
  };
}

/** Authors and footers are plain; titles and names of fields know inline markup; the rest knows all. */
function readEmbed(embed: Embed, nameOf: NameOf): readonly Read[] {
  const plain = (text: string): Read => ({ text, marks: [] });
  const title = embed.title ? readInline(embed.title, nameOf) : undefined;
  return [
    ...(embed.author ? [plain(embed.author.name)] : []),
    ...(title === undefined ? [] : [title]),
    ...(embed.description ? [readMarkdown(embed.description, nameOf)] : []),
    ...(embed.fields ?? []).flatMap(({ name, value }) => [
      readInline(name, nameOf),
      readMarkdown(value, nameOf),
    ]),
    ...(embed.footer ? [plain(embed.footer.text)] : []),
  ];
}

function picturesOf({ image, thumbnail }: Embed): readonly string[] {
  return [thumbnail, image].flatMap((picture) => picture?.url ?? []);
}

function picturesIn(component: Component): readonly string[] {
  if (component.type === 11) return [component.media.url];
  return component.type === 12 ? component.items.map(({ media }) => media.url) : [];
}

function seeButton({ label, emoji, custom_id, url, disabled }: Button): SeenButton {
  return {
    label: label ?? emoji?.name ?? '',
    customId: custom_id ?? undefined,
    url: url ?? undefined,
    disabled: disabled ?? false,
  };
}

function seeSelect({ custom_id, placeholder, options }: StringSelect): SeenSelect {
  return {
    customId: custom_id,
    placeholder: placeholder ?? '',
    options: options.map(({ label, value }) => ({ label, value })),
  };
}

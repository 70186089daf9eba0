import { ChannelFlags } from 'discord.js';
import type { Message } from '../../chat/message.ts';
import { plain, textOf } from '../../chat/plain.ts';
import { fold } from '../../language/index.ts';
import { shortened } from './components.ts';
import { limits } from './limits.ts';

/** What is to be known of a forum. */
export interface Forum {
  readonly flags: number;
  readonly available_tags: readonly { readonly id: string; readonly name: string }[];
}

/** Tags that a thread of a forum may have. */
const mostTags = 5;

/** The forum's tags that the message speaks of; the first one where none is, and Discord wants one. */
export function tagsFor(message: Message, { flags, available_tags: tags }: Forum): readonly string[] {
  const told = fold(plain(message, { formatDate: () => '' }));
  const fitting = tags.filter(({ name }) => told.includes(fold(name))).slice(0, mostTags);
  const isWanted = (flags & ChannelFlags.RequireTag) !== 0;
  return (fitting.length === 0 && isWanted ? tags.slice(0, 1) : fitting).map(({ id }) => id);
}

/** A thread is called like what it tells: the one article it is about, else its first heading or title, else its first words. */
export function nameOf({ blocks }: Message): string {
  const cards = blocks.filter((block) => block.kind === 'card').map(({ title }) => title);
  const headings = blocks.filter((block) => block.kind === 'heading').map(({ text }) => text);
  const texts = blocks.filter((block) => block.kind === 'text').map(({ text }) => text);
  const [name = ''] = [...(cards.length === 1 ? cards : []), ...headings, ...cards, ...texts];
  return shortened(
    textOf(name, { formatDate: (date) => date.toISOString().slice(0, 10) }),
    limits.threadName,
  );
}

import type { APIMessage } from 'discord.js';

/** What a message says: its own words, and those of its embeds, in which other programs write. */
export function textsOf({ content, embeds }: Pick<APIMessage, 'content' | 'embeds'>): string {
  const quoted = embeds.flatMap(({ title, description, url }) => [title, description, url]);
  return [content, ...quoted].filter((text) => text !== undefined && text !== '').join('\n\n');
}

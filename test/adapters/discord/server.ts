import { openForTest } from './open.ts';

/** Milliseconds. */
export const hour = 60 * 60 * 1000;

/** Kiosk in a server with a channel and a reader. */
export async function openServer(...parts: Parameters<typeof openForTest>) {
  const opened = await openForTest(...parts);
  const { discord } = opened;
  const guild = discord.guild({ name: 'Harbour' });
  const news = guild.channel({ name: 'news' });
  const ada = discord.user({ name: 'Ada' });
  guild.join(ada);
  const idOf = ({ id }: { readonly id: string }) => `discord:${guild.id}:${id}`;
  /** The texts in a channel or a thread. */
  const texts = (room: Parameters<typeof discord.visible>[0]) =>
    discord.visible(room).map(({ text }) => text);
  return { ...opened, guild, news, ada, idOf, texts, channel: idOf(news) };
}

import { openForTest } from './open.ts';

/** Milliseconds. */
export const hour = 60 * 60 * 1000;

/** Kiosk in a workspace with a channel and a reader. */
export async function openRoom(...parts: Parameters<typeof openForTest>) {
  const opened = await openForTest(...parts);
  const { slack } = opened;
  const news = slack.channel({ name: 'news' });
  const ada = slack.user({ name: 'Ada' });
  const idOf = ({ id }: { readonly id: string }) => `slack:${slack.workspace.id}:${id}`;
  /** The texts in a channel, in threads or not. */
  const texts = (room: Parameters<typeof slack.visible>[0]) => slack.visible(room).map(({ text }) => text);
  return { ...opened, news, ada, idOf, texts, channel: idOf(news) };
}

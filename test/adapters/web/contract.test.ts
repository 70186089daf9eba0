import { everyone } from '../../../src/adapters/web/channels.ts';
import { createWebAdapter } from '../../../src/adapters/web/web.ts';
import { describeChatAdapter } from '../../contracts/chat-adapter.ts';
import { listen } from './events.ts';
import { ask, translations } from './open.ts';

describeChatAdapter('the web page', async () => {
  const adapter = createWebAdapter({ host: '127.0.0.1', port: 0, translations, log: { error() {} } });
  const port = () => Number(new URL(adapter.address()).port);
  const ada = 'the-reader-called-ada';
  const replies: string[] = [];
  let stream: Awaited<ReturnType<typeof listen>> | undefined;
  return {
    adapter,
    channel: everyone,
    reader: `web:${ada}`,
    async say(text) {
      const { body } = await ask(port(), '/api/call', { body: { text, language: 'en' } });
      replies.push(body);
    },
    async seen() {
      stream ??= await listen(port(), { cookie: `kiosk_reader=${ada}` });
      const posts = new Map(stream.events.map(({ post }) => [post.id, JSON.stringify(post.message)]));
      return [...replies, ...posts.values()];
    },
    async release() {
      stream?.close();
    },
  };
});

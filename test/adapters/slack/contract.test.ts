import { describeChatAdapter } from '../../contracts/chat-adapter.ts';
import { openSlack } from './open.ts';

describeChatAdapter('Slack', async () => {
  const { slack, adapter } = await openSlack();
  const channel = slack.channel({ name: 'news' });
  const ada = slack.user({ name: 'Ada' });
  return {
    adapter,
    channel: `slack:${slack.workspace.id}:${channel.id}`,
    async say(text) {
      await slack.until(() => (slack.socket.connected() > 0 ? true : undefined));
      ada.in(channel).write(`<@${slack.workspace.install()?.botUserId ?? ''}> ${text}`);
    },
    async seen() {
      return slack.visible(channel).map((message) => message.text);
    },
    async release() {
      await slack.close();
    },
  };
});

import { describeChatAdapter } from '../../contracts/chat-adapter.ts';
import { openSlack } from './open.ts';

describeChatAdapter('Slack', async () => {
  const { slack, adapter } = await openSlack();
  const channel = slack.channel({ name: 'news' });
  const ada = slack.user({ name: 'Ada' });
  return {
    adapter,
    channel: `slack:${slack.workspace.id}:${channel.id}`,
    reader: `slack:${slack.workspace.id}:${ada.id}`,
    async say(text) {
      await slack.until(() => (slack.socket.connected() > 0 ? true : undefined));
      ada.in(channel).write(`<@${slack.workspace.install()?.botUserId ?? ''}> ${text}`);
    },
    async seen() {
      return [channel.id, ada.direct().channelId].flatMap((room) =>
        slack.visible(room).map(({ text }) => text),
      );
    },
    async release() {
      await slack.close();
    },
  };
});

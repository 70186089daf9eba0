import { describeChatAdapter } from '../../contracts/chat-adapter.ts';
import { openDiscord } from './open.ts';

describeChatAdapter('Discord', async () => {
  const { discord, adapter } = await openDiscord();
  const guild = discord.guild({ name: 'Harbour' });
  const channel = guild.channel({ name: 'news' });
  const ada = discord.user({ name: 'Ada' });
  guild.join(ada);
  return {
    adapter,
    channel: `discord:${guild.id}:${channel.id}`,
    reader: `discord:${ada.id}`,
    async say(text) {
      await discord.until(() => (discord.gateway.connected() > 0 ? true : undefined));
      ada.in(channel).write(`<@${discord.bot.id}> ${text}`);
    },
    async seen() {
      const rooms = [channel.id, ...discord.threads(channel).map(({ id }) => id), ada.direct().channelId];
      return rooms.flatMap((room) => discord.visible(room).map(({ text }) => text));
    },
    async release() {
      await discord.close();
    },
  };
});

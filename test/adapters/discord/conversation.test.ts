import { describe, expect, test } from 'vitest';
import type { Message } from '../../../src/chat/message.ts';
import { createFakeDesk, fakeListings } from '../../fakes/desk.ts';
import { openForTest } from './open.ts';

const says = (text: string): Message => ({ language: 'en', blocks: [{ kind: 'text', text }] });

async function openRoom() {
  const opened = await openForTest();
  const { discord } = opened;
  const desk = createFakeDesk();
  const guild = discord.guild({ name: 'Harbour' });
  const channel = guild.channel({ name: 'news' });
  const ada = discord.user({ name: 'Ada' });
  guild.join(ada);
  await opened.start(fakeListings, desk);
  const kiosk = `<@${discord.bot.id}>`;
  const answers = () => discord.visible(channel).filter(({ author }) => author === discord.bot.name);
  /** Settles when so many answers are there. */
  const answered = (count: number) =>
    discord.until(() => (answers().length >= count ? answers() : undefined));
  return { ...opened, desk, guild, channel, ada, kiosk, answers, answered };
}

describe('who mentions Kiosk', () => {
  test('is answered in reply, without a ping, while it shows that it is typing', async () => {
    const { discord, desk, ada, channel, kiosk, answered, guild } = await openRoom();
    // As if it weren't escaped; Discord pings whoever stands in a message, unless it is told not to.
    desk.reply(() => says(`At noon, @everyone and <@${ada.id}>.`));
    const question = ada.in(channel).write(`${kiosk} When does *it* sail?`);
    const [answer] = await answered(1);
    expect(answer).toMatchObject({
      text: `At noon, @everyone and <@${ada.id}>.`,
      repliesTo: question.id,
    });
    expect(desk.asked).toMatchObject([
      {
        text: 'When does *it* sail?',
        caller: { id: `discord:${ada.id}`, manager: false },
        channel: `discord:${guild.id}:${channel.id}`,
      },
    ]);
    expect(discord.requests.map(({ path }) => path)).toContain(`/channels/${channel.id}/typing`);
    expect(discord.pings).toEqual([]);
    expect(discord.violations).toEqual([]);
  });

  test('only by replying to it is answered as well', async () => {
    const { ada, channel, kiosk, answered, desk } = await openRoom();
    ada.in(channel).write(`${kiosk} Who?`);
    const [first] = await answered(1);
    ada.in(channel).write('And when?', { repliesTo: first?.id ?? '' });
    await answered(2);
    expect(desk.asked.map((asked) => 'text' in asked && asked.text)).toEqual(['Who?', 'And when?']);
  });

  test('is answered though Kiosk may not read what was written before', async () => {
    const { discord, ada, channel, kiosk, answered } = await openRoom();
    channel.deny('bot', 'readMessageHistory');
    ada.in(channel).write(`${kiosk} Who?`);
    expect(await answered(1)).toMatchObject([{ repliesTo: undefined }]);
    expect(discord.violations).toEqual([]);
  });
});

test('a question that is taken back meanwhile is answered all the same', async () => {
  const { ada, channel, kiosk, desk, answered } = await openRoom();
  const held = Promise.withResolvers<Message>();
  desk.reply(() => held.promise);
  const question = ada.in(channel).write(`${kiosk} Who?`);
  await expect.poll(() => desk.asked.length).toBe(1);
  channel.removeMessage(question.id);
  held.resolve(says('Ada.'));
  expect(await answered(1)).toMatchObject([{ text: 'Ada.' }]);
});

test('who writes to Kiosk directly needs no mention', async () => {
  const { discord, desk, ada } = await openRoom();
  const direct = ada.direct();
  direct.write('When does it sail?');
  await discord.until(() => (direct.sees().length > 1 ? true : undefined));
  expect(desk.asked).toMatchObject([
    { text: 'When does it sail?', channel: `discord:@me:${direct.channelId}` },
  ]);
});

test('what isn’t meant for Kiosk, or was written by a program, is left alone', async () => {
  const { ada, channel, desk, answered, kiosk, discord, guild } = await openRoom();
  ada.in(channel).write('Just talking about news.');
  ada.in(channel).write(`<@${ada.id}> hello`);
  const program = discord.user({ name: 'Weather', bot: true });
  guild.join(program);
  program.in(channel).write(`${kiosk} It rains.`);
  await discord.until(() => (discord.visible(channel).length >= 3 ? true : undefined));
  ada.in(channel).write(`${kiosk} Who?`);
  await answered(1);
  expect(desk.asked).toHaveLength(1);
});

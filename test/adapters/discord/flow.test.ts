import { expect, test } from 'vitest';
import { library } from '../../commands/library.ts';
import { openHouse, tags, translations } from '../../commands/house.ts';
import type { Item } from '../../../src/sources/item.ts';
import { openForTest } from './open.ts';

/** A server in which Kiosk has read the news, a reader and a manager. */
async function openNewsroom(items: readonly Item[] = library) {
  const opened = await openForTest();
  const { discord } = opened;
  const house = await openHouse({ items });
  const guild = discord.guild({ name: 'Harbour', locale: 'fr' });
  const channel = guild.channel({ name: 'news' });
  const ada = discord.user({ name: 'Ada' });
  const boss = discord.user({ name: 'Boss' });
  guild.join(ada);
  guild.join(boss, guild.role('editors', { permissions: ['manageGuild'] }));
  await opened.start(house.listings, house.desk);
  return { ...opened, house, guild, channel, ada: ada.in(channel), boss: boss.in(channel) };
}

test.each([
  ['en', 'How long is the tanker Mirabel?', '183'],
  ['fr', 'Quelle est la longueur du pétrolier Mirabel ?', '183'],
  ['de', 'Wie lang ist der Tanker Mirabel?', '183'],
] as const)(
  'a reader in %s asks, sees the story, sums it up and asks on',
  async (locale, question, answer) => {
    const t = translations.translate(locale);
    const { discord, ada } = await openNewsroom();
    const how = { locale };
    const reply = await ada.command('ask', { question }, how).reply();
    expect(reply.text).toContain(answer);
    expect(reply.embeds.length).toBeGreaterThan(0);
    expect(reply.buttons.map(({ label }) => label)).toEqual(
      expect.arrayContaining([t('replies.summary'), t('replies.story'), t('replies.followUp')]),
    );
    const story = await ada.click(reply, t('replies.story'), how).reply();
    expect(story.text).toContain(t('replies.reportedBy', { count: 4 }));
    const summary = await ada.click(story, t('replies.summary'), how).reply();
    expect(summary.text).toContain(answer);
    const pressed = ada.click(reply, t('replies.followUp'), how);
    const { title } = await pressed.modal();
    expect(title).toBe(t('replies.followUp'));
    const followed = await ada.submit(pressed, { question }, how).reply();
    expect(followed.text).toContain(answer);
    expect(discord.violations).toEqual([]);
  },
);

test.each(tags)('stories, sources, help and settings are shown in %s', async (locale) => {
  const t = translations.translate(locale);
  const { discord, ada, boss } = await openNewsroom();
  const how = { locale };
  const say = async (name: string, options = {}, who = ada) =>
    (await who.command(name, options, how).reply()).text;
  expect(await say('latest')).toContain(t('replies.latest'));
  expect(await say('sources')).toContain(t('replies.sources.followed', { count: 0 }));
  expect(await say('help')).toContain(t('commands.summary.description'));
  expect(await say('language', { language: locale })).not.toBe('');
  expect(await say('setup', {}, boss)).toContain(t('replies.setup.permitted'));
  expect(() => ada.command('setup')).toThrow('is not offered');
  expect(discord.violations).toEqual([]);
});

test('a manager learns what Kiosk may not do, and adds a source by a form', async () => {
  const { discord, channel, boss, house } = await openNewsroom();
  const t = translations.translate('en');
  channel.deny('bot', 'embedLinks');
  const setup = await boss.command('setup').reply();
  expect(setup.text).toContain(t('replies.setup.permissions.embed'));
  const pressed = boss.click(setup, t('replies.setup.add'));
  await pressed.modal();
  const answered = await boss.submit(pressed, { source: 'not an address at all' }).reply();
  expect(answered.text).not.toBe('');
  expect(house.reads()).toBe(0);
  expect(discord.violations).toEqual([]);
});

test('a message with a text is summed up from its menu, for the reader alone', async () => {
  const { discord, ada, channel } = await openNewsroom();
  const [{ text = '' } = {}] = library;
  const message = ada.write(text);
  const summary = await ada.menu('Summarise', message).reply();
  expect(summary.ephemeral).toBe(true);
  expect(summary.text).toContain('rammed the Varnholm bridge');
  const nothing = await ada.menu('Summarise', ada.write('Hi.')).reply();
  expect(nothing.text).toBe(translations.translate('en')('errors.noStory', { words: 'Hi.' }));
  expect(discord.visible(channel).filter(({ author }) => author === discord.bot.name)).toEqual([]);
  expect(discord.violations).toEqual([]);
});

/** What a paper could write to be more than words. */
const hostile = [
  '@everyone @here <@1> <@&2> <#3> ping',
  '[Click](https://evil.example) <https://evil.example> https://evil.example',
  '# Big\n> quoted\n- list\n1. list **bold** __under__ ~~gone~~ ||spoiler|| `code` ```block```',
  ':tada: <:x:1> <t:0:R> </ask:1> <id:customize>',
].map((title, index) => ({
  url: `https://paper.example/${index}`,
  source: title,
  language: 'en' as const,
  title,
  text: `${title}. The ferry of Varnholm sails at noon.`,
  publishedAt: new Date('2026-05-04T08:00:00Z'),
}));

test('nothing that a paper writes takes effect', async () => {
  const { discord, ada } = await openNewsroom(hostile);
  const reply = await ada.command('latest', { count: 20 }).reply();
  const allowed = new Set(['heading', 'subtext', 'time']);
  expect(reply.marks.filter(({ kind }) => !allowed.has(kind))).toEqual([]);
  expect(discord.pings).toEqual([]);
  expect(discord.violations).toEqual([]);
});

import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  Events,
  GatewayIntentBits,
  MessageFlags,
  ModalBuilder,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js';
import type { Client, Interaction, SendableChannels } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { descriptionFile, openDescription } from './stand-in/description.ts';
import { openHarbour } from './stand-in-bot.ts';

const question = { type: 3, name: 'question', description: 'What to ask', required: true } as const;
const ask = {
  name: 'ask',
  name_localizations: { de: 'fragen', fr: 'demander' },
  description: 'Asks a question',
  options: [question],
} as const;

async function register(
  client: Client<true>,
  ...commands: Parameters<typeof client.application.commands.set>[0][number][]
) {
  await client.application.commands.set(commands);
}

async function sendable(client: Client<true>, id: string): Promise<SendableChannels> {
  const channel = await client.channels.fetch(id);
  if (!channel?.isSendable()) throw new Error('Nothing can be sent there');
  return channel;
}

test.skipIf(openDescription() === undefined)(
  `holds requests against Discord's own description (${descriptionFile})`,
  async () => {
    await using harbour = await openHarbour();
    const { discord, channel, ask } = harbour;
    await ask(`POST /channels/${channel.id}/messages`, { content: 5 });
    await ask(`POST /channels/${channel.id}/whispers`, {});
    expect(discord.violations.filter(({ kind }) => kind === 'description')).toHaveLength(1);
    expect(discord.violations.filter(({ kind }) => kind === 'route')).toHaveLength(1);
  },
);

describe('discord.js', () => {
  test('logs in and knows its guilds', async () => {
    await using harbour = await openHarbour();
    const client = await harbour.bot({ presence: { status: 'idle' } });
    expect(client.user.username).toBe('kiosk');
    expect(client.guilds.cache.get(harbour.guild.id)).toMatchObject({
      name: 'Harbour',
      preferredLocale: 'de',
    });
    expect(harbour.discord.gateway.identified).toHaveLength(1);
    expect(harbour.discord.gateway.presences.at(-1)?.status).toBe('idle');
    expect(harbour.discord.violations).toEqual([]);
  });

  test('registers commands, which readers call in their language and it defers and answers', async () => {
    await using harbour = await openHarbour();
    const { discord, channel, ada } = harbour;
    const client = await harbour.bot({}, async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.deferReply({ flags: MessageFlags.Ephemeral });
      await interaction.editReply(
        `${interaction.locale}: ${interaction.options.getString('question', true)}`,
      );
      await interaction.followUp({ content: 'More', flags: MessageFlags.Ephemeral });
    });
    await register(client, ask);
    expect(discord.commands().map(({ form }) => form.name)).toEqual(['ask']);

    const call = ada.in(channel).command('demander', { question: 'Où ?' });
    expect(await call.acknowledged()).toEqual({ kind: 'deferred', ephemeral: true });
    expect(await call.reply()).toMatchObject({ text: 'fr: Où ?', ephemeral: true });
    expect(await call.followUp()).toMatchObject({ text: 'More' });
    expect(discord.visible(channel)).toEqual([]);
    expect(ada.in(channel).sees()).toHaveLength(2);
    expect(discord.violations).toEqual([]);
  });

  test('is clicked, opens a modal and answers what was filled in', async () => {
    await using harbour = await openHarbour();
    const { discord, channel, ada } = harbour;
    const client = await harbour.bot({}, answerWithForm);
    await register(client, ask);

    const shown = await ada.in(channel).command('ask', { question: 'Form?' }).reply();
    const clicked = ada.in(channel).click(shown, 'Ask more');
    expect(await clicked.modal()).toMatchObject({ title: 'Ask' });
    const submitted = ada.in(channel).submit(clicked, { Question: 'Does the ferry sail?' });
    expect(await submitted.acknowledged()).toEqual({ kind: 'update' });
    expect(await submitted.reply()).toMatchObject({ id: shown.id, text: 'Does the ferry sail?' });
    expect(discord.violations).toEqual([]);
  });

  test('suggests while a reader types, and hears of menus of messages and users', async () => {
    await using harbour = await openHarbour();
    const { discord, channel, ada } = harbour;
    const client = await harbour.bot({}, async (interaction) => {
      if (interaction.isAutocomplete())
        await interaction.respond([{ name: `${interaction.options.getFocused()}!`, value: 'sail' }]);
      if (interaction.isMessageContextMenuCommand())
        await interaction.reply(interaction.targetMessage.content);
      if (interaction.isUserContextMenuCommand()) await interaction.reply(interaction.targetUser.displayName);
    });
    await register(
      client,
      { ...ask, options: [{ ...question, autocomplete: true }] },
      { type: 3, name: 'Ask about this' },
      { type: 2, name: 'Ask them' },
    );
    const reader = ada.in(channel);
    expect(await reader.complete('ask', 'question', 'fer').choices()).toEqual([
      { name: 'fer!', value: 'sail' },
    ]);
    const written = reader.write('The ferry is late.');
    expect((await reader.menu('Ask about this', written).reply()).text).toBe('The ferry is late.');
    expect((await reader.userMenu('Ask them', ada.id).reply()).text).toBe('Ada');
    expect(discord.violations).toEqual([]);
  });

  test('posts once however often it sends the same nonce, for some minutes', async () => {
    await using harbour = await openHarbour();
    const { discord, channel } = harbour;
    const client = await harbour.bot();
    const there = await sendable(client, channel.id);
    const send = () => there.send({ content: 'The crane has come.', nonce: 'crane', enforceNonce: true });
    expect((await send()).id).toBe((await send()).id);
    expect(discord.visible(channel)).toHaveLength(1);
    discord.clock.pass(10 * 60_000);
    await send();
    expect(discord.visible(channel)).toHaveLength(2);
  });

  test('pings only whom it means to', async () => {
    await using harbour = await openHarbour();
    const { discord, channel, ada } = harbour;
    channel.allow('bot', 'mentionEveryone');
    const there = await sendable(await harbour.bot(), channel.id);
    await there.send({ content: `@everyone <@${ada.id}>`, allowedMentions: { parse: [] } });
    expect(discord.pings).toEqual([]);
    await there.send(`@everyone <@${ada.id}>`);
    expect(discord.pings).toMatchObject([{ pings: { everyone: true, users: [ada.id] } }]);
  });

  test('hears what is written, but reads it only where it may', async () => {
    await using harbour = await openHarbour();
    const { discord, channel, ada } = harbour;
    const heard: string[] = [];
    const intents = [
      GatewayIntentBits.Guilds,
      GatewayIntentBits.GuildMessages,
      GatewayIntentBits.DirectMessages,
    ];
    const client = await harbour.bot({ intents, partials: [1] });
    const three = new Promise<void>((done) => {
      client.on(Events.MessageCreate, ({ content }) => {
        if (heard.push(content) === 3) done();
      });
    });
    ada.in(channel).write('Among ourselves');
    ada.in(channel).write(`<@${discord.bot.id}> Does it sail?`);
    ada.direct().write('Between us');
    await three;
    expect(heard).toEqual(['', `<@${discord.bot.id}> Does it sail?`, 'Between us']);
  });

  test('opens posts in forums, edits, publishes and deletes', async () => {
    await using harbour = await openHarbour();
    const { discord, guild } = harbour;
    const forum = guild.channel({ name: 'stories', kind: 'forum', tags: ['ferry'] });
    const announcements = guild.channel({ name: 'flash', kind: 'announcement' });
    const client = await harbour.bot();
    const channel = await client.channels.fetch(forum.id);
    if (channel?.type !== 15) throw new Error('No forum');
    const tag = forum.now()?.tags[0]?.id ?? '';
    const thread = await channel.threads.create({
      name: 'Ferry',
      message: { content: 'It sails.' },
      appliedTags: [tag],
    });
    expect(discord.visible(thread.id)).toMatchObject([{ text: 'It sails.', id: thread.id }]);
    expect(discord.threads(forum)).toMatchObject([{ name: 'Ferry', appliedTags: [tag] }]);

    const there = await sendable(client, announcements.id);
    const sent = await there.send('The crane is red.');
    await sent.edit('The crane is blue.');
    await sent.crosspost();
    expect(discord.visible(announcements)).toMatchObject([
      { text: 'The crane is blue.', crossposted: true, edited: true },
    ]);
    await sent.delete();
    expect(discord.visible(announcements)).toEqual([]);
    expect(discord.violations).toEqual([]);
  });

  test('shows embeds, layouts and files', async () => {
    await using harbour = await openHarbour();
    const { discord, channel } = harbour;
    const there = await sendable(await harbour.bot(), channel.id);
    await there.send({
      embeds: [
        {
          title: '**Bold** \\*not\\*',
          description: '# Head\n[Shown](https://example.org/a)',
          footer: { text: '*plain*' },
        },
      ],
    });
    await there.send({
      flags: MessageFlags.IsComponentsV2,
      components: [{ type: 17, components: [{ type: 10, content: '> Quoted' }] }],
      files: [{ attachment: Buffer.from('x'), name: 'x.txt' }],
    });
    expect(discord.visible(channel)).toMatchObject([
      { text: 'Bold *not*\nHead\nShown\n*plain*' },
      { text: 'Quoted', files: ['x.txt'] },
    ]);
    expect(discord.violations).toEqual([]);
  });
});

/** Answers with a button, the button with a modal, and the modal with what was filled in. */
async function answerWithForm(interaction: Interaction): Promise<void> {
  if (interaction.isChatInputCommand()) {
    const button = new ButtonBuilder().setCustomId('form').setLabel('Ask more').setStyle(ButtonStyle.Primary);
    await interaction.reply({
      content: 'Well?',
      components: [new ActionRowBuilder<ButtonBuilder>().addComponents(button)],
    });
  }
  if (interaction.isButton()) {
    const input = new TextInputBuilder().setCustomId('q').setLabel('Question').setStyle(TextInputStyle.Short);
    const row = new ActionRowBuilder<TextInputBuilder>().addComponents(input);
    await interaction.showModal(new ModalBuilder().setCustomId('form').setTitle('Ask').addComponents(row));
  }
  if (interaction.isModalSubmit() && interaction.isFromMessage())
    await interaction.update({ content: interaction.fields.getTextInputValue('q'), components: [] });
}

import { Client, Events, GatewayIntentBits } from 'discord.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createDiscordStandIn } from './stand-in/index.ts';
import type { DiscordStandIn } from './stand-in/index.ts';

let discord: DiscordStandIn;
let client: Client;
beforeEach(async () => {
  discord = await createDiscordStandIn();
  client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api: discord.api } });
});
afterEach(async () => {
  await client.destroy();
  await discord.close();
});

test('lets a bot in', async () => {
  const guild = discord.guild({ name: 'Harbour', locale: 'de' });
  const channel = guild.channel({ name: 'news' });
  const ada = discord.user({ name: 'Ada', locale: 'de' });
  guild.join(ada);
  const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(discord.token);
  await ready;
  expect(client.guilds.cache.get(guild.id)?.name).toBe('Harbour');
  await client.application?.commands.set([
    {
      name: 'ask',
      description: 'Asks',
      options: [{ type: 3, name: 'question', description: 'What', required: true }],
    },
  ]);
  client.on(Events.InteractionCreate, async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    await interaction.deferReply();
    await interaction.editReply({
      content: `**You** asked ${interaction.options.getString('question')} <@${interaction.user.id}>`,
      components: [{ type: 1, components: [{ type: 2, style: 1, label: 'More', custom_id: 'more' }] }],
    });
    await interaction.followUp({ content: 'And more', flags: 64 });
  });
  const call = ada.in(channel).command('ask', { question: 'Does the _ferry_ sail?' });
  console.log(await call.acknowledged(), await call.reply(), await call.followUp());
  console.log(discord.visible(channel), discord.violations, discord.pings.length);
  const posted = await client.channels.cache.get(channel.id)?.fetch();
  if (posted?.isSendable())
    console.log(
      (await posted.send({ content: 'hi @everyone', nonce: 'x', enforceNonce: true })).id,
      (await posted.send({ content: 'hi', nonce: 'x', enforceNonce: true })).id,
    );
  console.log(discord.requests.map((r) => `${r.method} ${r.path} ${r.status}`));
});

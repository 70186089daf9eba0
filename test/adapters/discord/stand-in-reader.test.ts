import { MessageFlags, RESTJSONErrorCodes } from 'discord.js';
import type { Interaction } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { openHarbour } from './stand-in-bot.ts';
import type { Harbour } from './stand-in-bot.ts';

const ping = { name: 'ping', description: 'Answers' } as const;

/** Lets a bot in that answers typed commands with `answer`. */
async function openPing(answer: (interaction: Interaction) => Promise<unknown>): Promise<Harbour> {
  const harbour = await openHarbour();
  const client = await harbour.bot({}, answer);
  await client.application.commands.set([ping]);
  return harbour;
}

describe('a reader', () => {
  test('is offered commands by place and permission', async () => {
    await using harbour = await openHarbour();
    const { discord, guild, channel, ada, ask } = harbour;
    const commands = `/applications/${discord.applicationId}/commands`;
    await ask(`PUT ${commands}`, [
      ping,
      { ...ping, name: 'manage', default_member_permissions: String(1 << 5), contexts: [0] },
      { ...ping, name: 'hidden', default_member_permissions: '0' },
    ]);
    ada.in(channel).command('ping');
    ada.direct().command('ping');
    expect(() => ada.in(channel).command('manage')).toThrow('Ada is not offered manage here');
    expect(() => ada.in(channel).command('hidden')).toThrow('Ada is not offered hidden here');
    expect(() => ada.direct().command('manage')).toThrow('Ada is not offered manage here');
    expect(() => ada.in(channel).command('whisper')).toThrow('There is no command whisper');
    guild.join(ada, guild.role('Editors', { permissions: ['manageGuild'] }));
    ada.in(channel).command('manage');
    channel.deny(ada, 'viewChannel');
    expect(() => ada.in(channel).command('ping')).toThrow('Ada sees no channel');
    guild.expel();
    expect(() => ada.in(guild.channel({ name: 'other' })).command('ping')).toThrow(
      'There is no command ping',
    );
  });

  test('gives options as the command wants them', async () => {
    await using harbour = await openHarbour();
    const { discord, channel, ada, ask } = harbour;
    const options = [
      { type: 4, name: 'count', description: 'How many', required: true, min_value: 1, max_value: 5 },
      { type: 3, name: 'language', description: 'Which', choices: [{ name: 'German', value: 'de' }] },
      { type: 3, name: 'topic', description: 'What', max_length: 10 },
    ];
    await ask(`POST /applications/${discord.applicationId}/commands`, { ...ping, options });
    const give = (values: Readonly<Record<string, string | number>>) => () =>
      ada.in(channel).command('ping', values);
    expect(give({})).toThrow('/ping needs count');
    expect(give({ count: 'two' })).toThrow('not a number');
    expect(give({ count: 1.5 })).toThrow('not a whole number');
    expect(give({ count: 6 })).toThrow('out of bounds');
    expect(give({ count: 1, language: 'fr' })).toThrow('not one of the choices');
    expect(give({ count: 1, topic: 'everything there is' })).toThrow('too short or too long');
    expect(give({ count: 1, colour: 'red' })).toThrow('no option colour');
    expect(() => ada.in(channel).complete('ping', 'topic', 'x')).toThrow('suggests nothing');
    expect(give({ count: 5, language: 'de', topic: 'ferries' })).not.toThrow();
  });

  test('chooses from menus, and clicks only what can be clicked', async () => {
    await using harbour = await openPing(async (interaction) => {
      if (interaction.isChatInputCommand()) await interaction.reply({ components: menu() });
      if (interaction.isStringSelectMenu())
        await interaction.update({ content: interaction.values.join(), components: [] });
    });
    const { channel, ada, guild, discord } = harbour;
    const reader = ada.in(channel);
    const shown = await reader.command('ping').reply();
    expect(shown.selects).toMatchObject([
      { customId: 'which', options: [{ label: 'One' }, { label: 'Two' }] },
    ]);
    expect(() => reader.select(shown, 'which', ['three'])).toThrow('no option three');
    expect(() => reader.click(shown, 'Gone')).toThrow('no button Gone');
    const chosen = await reader.select(shown, 'which', ['Two']).reply();
    expect(chosen).toMatchObject({ id: shown.id, text: '2', edited: true });
    const bert = discord.user({ name: 'Bert' });
    guild.join(bert);
    expect(bert.in(channel).sees()).toHaveLength(1);
  });

  test('sees alone what is said to them alone, as it was deferred', async () => {
    await using harbour = await openPing(async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.deferReply({ flags: MessageFlags.Ephemeral });
      // Takes the place of what was deferred, whatever it asks for.
      await interaction.followUp('For Ada');
      await interaction.followUp('For everybody');
    });
    const { discord, channel, ada, guild } = harbour;
    const call = ada.in(channel).command('ping');
    expect(await call.reply()).toMatchObject({ text: 'For Ada', ephemeral: true });
    expect(await call.followUp()).toMatchObject({ text: 'For everybody', ephemeral: false });
    const bert = discord.user({ name: 'Bert' });
    guild.join(bert);
    expect(
      bert
        .in(channel)
        .sees()
        .map(({ text }) => text),
    ).toEqual(['For everybody']);
    const [seen] = call.seen();
    expect(() => bert.in(channel).click(seen?.id ?? '', 'x')).toThrow('Bert sees no such message');
  });

  test('gets nothing more a quarter of an hour later', async () => {
    const codes: unknown[] = [];
    await using harbour = await openPing(async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.reply('Here');
      harbour.discord.clock.pass(15 * 60_000);
      await interaction.editReply('Later').catch((error: unknown) => codes.push(error));
    });
    const call = harbour.ada.in(harbour.channel).command('ping');
    await expect.poll(() => codes).toMatchObject([{ code: RESTJSONErrorCodes.InvalidWebhookToken }]);
    expect((await call.reply()).text).toBe('Here');
  });

  test('can shut the bot out', async () => {
    await using harbour = await openHarbour();
    const { ada, ask } = harbour;
    const { channelId } = ada.direct();
    const opened = await ask('POST /users/@me/channels', { recipient_id: ada.id });
    expect(opened).toMatchObject({ status: 200, body: { id: channelId } });
    expect(await ask(`POST /channels/${channelId}/messages`, { content: 'Hello' })).toMatchObject({
      status: 200,
    });
    ada.shutOut();
    const refused = await ask(`POST /channels/${channelId}/messages`, { content: 'Hello?' });
    expect(refused).toMatchObject({ status: 403, body: { code: 50007 } });
  });
});

test('a bot reads back what was said to it, and of the rest only that it was said', async () => {
  await using harbour = await openHarbour();
  const { channel, ada, ask, discord } = harbour;
  ada.in(channel).write('Among ourselves');
  ada.in(channel).write(`<@${discord.bot.id}> To you`);
  const path = `/channels/${channel.id}/messages`;
  expect(await ask(`GET ${path}`)).toMatchObject({
    body: [{ content: `<@${discord.bot.id}> To you` }, { content: '' }],
  });
  expect(await ask(`GET ${path}?limit=1`)).toMatchObject({
    body: [{ content: `<@${discord.bot.id}> To you` }],
  });
  expect(await ask(`GET ${path}?limit=101`)).toMatchObject({ status: 400 });
});

test('a bot answers a message where it may read it, or says that it need not', async () => {
  await using harbour = await openHarbour();
  const { channel, ada, ask, discord } = harbour;
  const written = ada.in(channel).write('Does it sail?');
  const answer = (id: string, more: object = {}) =>
    ask(`POST /channels/${channel.id}/messages`, {
      content: 'It does.',
      message_reference: { message_id: id, ...more },
    });
  expect(await answer(written.id)).toMatchObject({ status: 200, body: { type: 19 } });
  expect(discord.visible(channel).at(-1)).toMatchObject({
    repliesTo: written.id,
    pings: { users: [ada.id] },
  });
  channel.removeMessage(written.id);
  expect(await answer(written.id)).toMatchObject({ status: 400, body: { code: 50035 } });
  expect(await answer(written.id, { fail_if_not_exists: false })).toMatchObject({
    status: 200,
    body: { type: 0 },
  });
  channel.deny('bot', 'readMessageHistory');
  expect(await answer(written.id, { fail_if_not_exists: false })).toMatchObject({
    status: 403,
    body: { code: 160002 },
  });
});

function menu() {
  const options = [
    { label: 'One', value: '1' },
    { label: 'Two', value: '2' },
  ];
  return [
    { type: 1, components: [{ type: 3, customId: 'which', options }] },
    { type: 1, components: [{ type: 2, style: 1, label: 'Gone', customId: 'gone', disabled: true }] },
  ];
}

import { describe, expect, test } from 'vitest';
import type { Listing } from '../../../src/chat/adapter.ts';
import type { Message } from '../../../src/chat/message.ts';
import { createFakeDesk, fakeListings, fakeStories } from '../../fakes/desk.ts';
import { createFakeKeyValue } from '../../fakes/key-value.ts';
import { openForTest, translations } from './open.ts';

const says = (text: string): Message => ({ language: 'en', blocks: [{ kind: 'text', text }] });

const openly = fakeListings.map((listing) => ({ ...listing, audience: 'channel' as const }));

/** A reader and a manager in a server with Kiosk. */
async function openServer(listings: readonly Listing[] = openly) {
  const opened = await openForTest();
  const { discord } = opened;
  const desk = createFakeDesk();
  const guild = discord.guild({ name: 'Harbour' });
  const channel = guild.channel({ name: 'news' });
  const ada = discord.user({ name: 'Ada', locale: 'de' });
  const boss = discord.user({ name: 'Boss' });
  guild.join(ada);
  guild.join(boss, guild.role('editors', { permissions: ['manageGuild'] }));
  await opened.start(listings, desk);
  return { ...opened, desk, guild, channel, ada: ada.in(channel), boss: boss.in(channel), reader: ada };
}

describe('a command', () => {
  test('is deferred, then answered, with all that the platform knows of the call', async () => {
    const { discord, desk, ada, reader, guild, channel } = await openServer();
    const held = Promise.withResolvers<Message>();
    desk.reply(() => held.promise);
    const call = ada.command('ask', { question: 'Fährt die _Fähre_?', count: 2 });
    expect(await call.acknowledged()).toMatchObject({ kind: 'deferred', ephemeral: false });
    held.resolve(says('It *sails*.'));
    expect(await call.reply()).toMatchObject({ text: 'It *sails*.', marks: [], ephemeral: false });
    expect(desk.asked).toMatchObject([
      {
        command: 'ask',
        options: { question: 'Fährt die _Fähre_?', count: 2 },
        caller: { id: `discord:${reader.id}`, manager: false },
        channel: `discord:${guild.id}:${channel.id}`,
        locale: 'de',
      },
    ]);
    expect(discord.violations).toEqual([]);
  });

  test('is a manager’s where Discord says that they manage the server', async () => {
    const { desk, boss } = await openServer();
    await boss.command('ask', { question: 'Who?' }).reply();
    expect(desk.asked).toMatchObject([{ caller: { manager: true } }]);
  });

  test('of direct messages is answered there', async () => {
    const { desk, reader } = await openServer();
    const { channelId, ...direct } = reader.direct();
    await direct.command('ask', { question: 'Who?' }).reply();
    expect(desk.asked).toMatchObject([{ channel: `discord:@me:${channelId}`, caller: { manager: false } }]);
  });

  test('that asks for a private reply is seen by the reader alone', async () => {
    const privately = openly.map((listing) => ({ ...listing, audience: 'caller' as const }));
    const { discord, ada, channel } = await openServer(privately);
    const call = ada.command('ask', { question: 'Who?' });
    expect(await call.reply()).toMatchObject({ ephemeral: true });
    expect(discord.visible(channel)).toEqual([]);
  });

  test('gets suggestions while it is typed', async () => {
    const { desk, ada } = await openServer();
    const call = ada.complete('story', 'story', 'ferry');
    expect(await call.choices()).toEqual([{ name: fakeStories[1], value: fakeStories[1] }]);
    expect(desk.askedSuggestions).toMatchObject([{ command: 'story', option: 'story', typed: 'ferry' }]);
  });

  test('that Discord doesn’t have yet when its answer comes is answered a moment later', async () => {
    const { discord, ada } = await openServer();
    discord.fault('PATCH /webhooks/:application/:token/messages/@original', {
      kind: 'refused',
      reason: 'unknownWebhook',
    });
    const reply = await ada.command('ask', { question: 'Early?' }).reply();
    expect(reply.text).toContain('Early?');
  });

  test('that took too long costs no other one', async () => {
    const { discord, ada, adapter, channel, guild } = await openServer();
    discord.fault('PATCH /webhooks/:application/:token/messages/@original', {
      kind: 'refused',
      reason: 'invalidWebhookToken',
    });
    await ada.command('ask', { question: 'Late?' }).acknowledged();
    await discord.until(() => (discord.faultsLeft().length === 0 ? true : undefined));
    expect(await ada.command('ask', { question: 'In time?' }).reply()).toBeDefined();
    const where = `discord:${guild.id}:${channel.id}`;
    await expect(adapter.post({ key: 'one', channel: where, message: says('Hello') })).resolves.toBeDefined();
  });

  test('whose answer Discord doesn’t take gets an apology instead, and the next one an answer', async () => {
    const { discord, desk, ada, logged } = await openServer();
    discord.fault('PATCH /webhooks/:application/:token/messages/@original', { kind: 'dropped' });
    const apology = await ada.command('ask', { question: 'Lost?' }, { locale: 'de' }).reply();
    const noted = logged.find((line) => line.includes('"level":"error"'));
    const incident = /"incident":"(\w+)"/.exec(noted ?? '')?.[1] ?? '';
    expect(apology.text).toBe(translations.translate('de')('replies.fault', { incident }));
    desk.reply(() => says('Here.'));
    expect(await ada.command('ask', { question: 'Found?' }).reply()).toMatchObject({ text: 'Here.' });
  });
});

describe('a button', () => {
  const withActions: Message = {
    language: 'en',
    blocks: [
      { kind: 'text', text: 'A ferry.' },
      {
        kind: 'actions',
        actions: [
          { label: 'Story', command: 'story', options: { story: 'ferry' } },
          { label: 'Long', command: 'ask', options: { question: 'x'.repeat(500), count: 10 } },
          { label: 'Follow up', command: 'ask', options: {}, asks: 'question' },
          { label: 'The same story', command: 'story', options: { story: 'ferry' } },
        ],
      },
    ],
  };

  test('does what it says, for whoever presses it, and only they see it', async () => {
    const { desk, ada, boss, discord } = await openServer();
    desk.reply(() => withActions);
    const reply = await ada.command('ask', { question: 'Ferry?' }).reply();
    expect(reply.buttons.map(({ label }) => label)).toEqual(['Story', 'Long', 'Follow up']);
    desk.reply(() => says('Told.'));
    expect(await boss.click(reply, 'Story').reply()).toMatchObject({ text: 'Told.', ephemeral: true });
    expect(desk.asked.at(-1)).toMatchObject({
      command: 'story',
      options: { story: 'ferry' },
      caller: { manager: true },
    });
    await ada.click(reply, 'Long').reply();
    expect(desk.asked.at(-1)).toMatchObject({ options: { question: 'x'.repeat(500), count: 10 } });
    expect(discord.violations).toEqual([]);
  });

  test('works after a restart, days later', async () => {
    const { desk, ada, adapter, discord, kept } = await openServer();
    desk.reply(() => withActions);
    const reply = await ada.command('ask', { question: 'Ferry?' }).reply();
    await adapter.stop();
    discord.clock.pass(30 * 24 * 60 * 60 * 1000);
    const again = createFakeDesk();
    const restarted = await openForTest({ discord, kept });
    await restarted.start(fakeListings, again);
    await ada.click(reply, 'Long').reply();
    expect(again.asked).toMatchObject([{ options: { question: 'x'.repeat(500), count: 10 } }]);
  });

  test.each(['en', 'fr', 'de'] as const)('that nobody knows any more says so in %s', async (locale) => {
    const { desk, ada, adapter, discord } = await openServer();
    desk.reply(() => withActions);
    const reply = await ada.command('ask', { question: 'Ferry?' }).reply();
    await adapter.stop();
    const restarted = await openForTest({ discord, kept: createFakeKeyValue() });
    await restarted.start(fakeListings, createFakeDesk());
    const stale = await ada.click(reply, 'Long', { locale }).reply();
    expect(stale).toMatchObject({
      text: translations.translate(locale)('replies.page.stale'),
      ephemeral: true,
    });
  });

  test('opens a form for what it asks for, and does the rest with it', async () => {
    const { desk, ada, discord } = await openServer();
    desk.reply(() => withActions);
    const reply = await ada.command('ask', { question: 'Ferry?' }).reply();
    const pressed = ada.click(reply, 'Follow up');
    await pressed.modal();
    desk.reply(() => says('At noon.'));
    const answered = await ada.submit(pressed, { question: 'And when?' }).reply();
    expect(answered).toMatchObject({ text: 'At noon.', ephemeral: true });
    expect(desk.asked.at(-1)).toMatchObject({ command: 'ask', options: { question: 'And when?' } });
    expect(discord.violations).toEqual([]);
  });

  test('more than fit a row are a menu', async () => {
    const { desk, ada, discord } = await openServer();
    const actions = Array.from({ length: 8 }, (_, index) => ({
      label: `Story ${index}`,
      command: 'story',
      options: { story: `s${index}` },
    }));
    desk.reply(() => ({ language: 'fr', blocks: [{ kind: 'actions', actions }] }));
    const reply = await ada.command('ask', { question: 'Ferry?' }).reply();
    const [menu] = reply.selects;
    expect(menu?.placeholder).toBe(translations.translate('fr')('replies.page.choose'));
    const third = menu?.options[3];
    expect(third?.label).toBe('Story 3');
    await ada.select(reply, menu?.customId ?? '', [third?.value ?? '']).reply();
    expect(desk.asked.at(-1)).toMatchObject({ command: 'story', options: { story: 's3' } });
    expect(discord.violations).toEqual([]);
  });
});

describe('a message too long for one', () => {
  const sentence = 'The ferry sails at noon from the old pier. ';
  const long: Message = { language: 'en', blocks: [{ kind: 'text', text: sentence.repeat(120) }] };

  test('is turned page by page, by each reader for themselves', async () => {
    const { desk, ada, boss, channel, discord } = await openServer();
    desk.reply(() => long);
    const first = await ada.command('ask', { question: 'Ferry?' }).reply();
    const next = translations.translate('en')('replies.page.next');
    const second = await boss.click(first, next).reply();
    expect(second.ephemeral).toBe(true);
    const third = await boss.click(second, next).reply();
    expect(third.id).toBe(second.id);
    expect(third.buttons).toEqual([]);
    const texts = [first, second, third].map(({ text }) => text);
    expect(texts.join(' ')).toBe(sentence.repeat(120).trim());
    expect(discord.visible(channel)).toHaveLength(1);
    expect(discord.violations).toEqual([]);
  });
});

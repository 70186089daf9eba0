import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { openHarbour } from './stand-in-bot.ts';
import { isObject } from './stand-in/json.ts';

const long = (length: number) => 'x'.repeat(length);
const many = <item>(count: number, make: (index: number) => item) =>
  Array.from({ length: count }, (_, index) => make(index));
const button = (index: number) => ({ type: 2, style: 1, label: 'Go', custom_id: `go ${index}` });
const row = (...components: readonly object[]) => ({ type: 1, components });
const layout = (...components: readonly object[]) => ({ flags: 1 << 15, components });
const words = (content: string) => ({ type: 10, content });

/** The places and codes of what a refusal complains about: "embeds.0.title BASE_TYPE_MAX_LENGTH". */
function complaints(body: unknown): readonly string[] {
  const below = (value: unknown, path: string): readonly string[] => {
    if (!isObject(value)) return [];
    const own = Array.isArray(value['_errors']) ? value['_errors'] : [];
    return [
      ...own.map((error: unknown) => `${path} ${isObject(error) ? String(error['code']) : ''}`.trim()),
      ...Object.entries(value).flatMap(([key, inner]) =>
        key === '_errors' ? [] : below(inner, path === '' ? key : `${path}.${key}`),
      ),
    ];
  };
  return isObject(body) ? below(body['errors'], '') : [];
}

describe('a message is refused with', () => {
  test.each([
    ['too much content', { content: long(2001) }, 'content BASE_TYPE_MAX_LENGTH'],
    ['eleven embeds', { embeds: many(11, () => ({ title: 'x' })) }, 'embeds BASE_TYPE_MAX_LENGTH'],
    ['a long title', { embeds: [{ title: long(257) }] }, 'embeds.0.title BASE_TYPE_MAX_LENGTH'],
    [
      'a long description',
      { embeds: [{ description: long(4097) }] },
      'embeds.0.description BASE_TYPE_MAX_LENGTH',
    ],
    [
      'a long author',
      { embeds: [{ author: { name: long(257) } }] },
      'embeds.0.author.name BASE_TYPE_BAD_LENGTH',
    ],
    [
      'a long footer',
      { embeds: [{ footer: { text: long(2049) } }] },
      'embeds.0.footer.text BASE_TYPE_MAX_LENGTH',
    ],
    [
      'a long field',
      { embeds: [{ fields: [{ name: 'x', value: long(1025) }] }] },
      'embeds.0.fields.0.value BASE_TYPE_BAD_LENGTH',
    ],
    [
      'a field without a name',
      { embeds: [{ fields: [{ name: '', value: 'x' }] }] },
      'embeds.0.fields.0.name BASE_TYPE_BAD_LENGTH',
    ],
    [
      '26 fields',
      { embeds: [{ fields: many(26, () => ({ name: 'x', value: 'x' })) }] },
      'embeds.0.fields BASE_TYPE_MAX_LENGTH',
    ],
    [
      '6,001 characters of embeds',
      { embeds: [{ description: long(3000) }, { description: long(3001) }] },
      'embeds MAX_EMBED_SIZE_EXCEEDED',
    ],
    ['an embed of nothing', { embeds: [{}] }, 'embeds.0.description BASE_TYPE_REQUIRED'],
    ['a link to nowhere', { embeds: [{ title: 'x', url: 'nowhere' }] }, 'embeds.0.url URL_TYPE_INVALID_URL'],
    [
      'a link that runs',
      { embeds: [{ title: 'x', url: 'javascript:alert(1)' }] },
      'embeds.0.url URL_TYPE_INVALID_SCHEME',
    ],
    [
      'a day that is none',
      { embeds: [{ title: 'x', timestamp: 'yesterday' }] },
      'embeds.0.timestamp DATE_TIME_TYPE_PARSE',
    ],
    [
      'six rows',
      { content: 'x', components: many(6, (index) => row(button(index))) },
      'components BASE_TYPE_BAD_LENGTH',
    ],
    [
      'six buttons in a row',
      { content: 'x', components: [row(...many(6, button))] },
      'components.0.components BASE_TYPE_BAD_LENGTH',
    ],
    ['an empty row', { content: 'x', components: [row()] }, 'components.0.components BASE_TYPE_BAD_LENGTH'],
    [
      'a long label',
      { content: 'x', components: [row({ ...button(1), label: long(81) })] },
      'components.0.components.0.label BASE_TYPE_MAX_LENGTH',
    ],
    [
      'a long id',
      { content: 'x', components: [row({ ...button(1), custom_id: long(101) })] },
      'components.0.components.0.custom_id BASE_TYPE_BAD_LENGTH',
    ],
    [
      'an id twice',
      { content: 'x', components: [row(button(1), button(1))] },
      'components.0.components.1.custom_id COMPONENT_CUSTOM_ID_DUPLICATED',
    ],
    [
      'a button that leads nowhere',
      { content: 'x', components: [row({ type: 2, style: 5, label: 'Go' })] },
      'components.0.components.0.url BASE_TYPE_REQUIRED',
    ],
    [
      'a button that does nothing',
      { content: 'x', components: [row({ type: 2, style: 1, label: 'Go' })] },
      'components.0.components.0.custom_id BASE_TYPE_REQUIRED',
    ],
    [
      'a button within nothing',
      { content: 'x', components: [button(1)] },
      'components.0.type UNION_TYPE_CHOICES',
    ],
    [
      '26 options',
      {
        content: 'x',
        components: [
          row({ type: 3, custom_id: 'x', options: many(26, (index) => ({ label: 'x', value: `${index}` })) }),
        ],
      },
      'components.0.components.0.options BASE_TYPE_BAD_LENGTH',
    ],
    [
      'an option twice',
      {
        content: 'x',
        components: [row({ type: 3, custom_id: 'x', options: many(2, () => ({ label: 'x', value: 'x' })) })],
      },
      'components.0.components.0.options.1 SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
    ],
    ['layout without its flag', { components: [words('x')] }, 'components.0.type UNION_TYPE_CHOICES'],
    [
      'layout beside content',
      { ...layout(words('x')), content: 'x' },
      'content MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
    ],
    [
      'layout beside embeds',
      { ...layout(words('x')), embeds: [{ title: 'x' }] },
      'embeds MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
    ],
    [
      '41 components',
      layout({ type: 17, components: many(40, () => words('x')) }),
      'components COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
    ],
    [
      '4,001 characters of text',
      layout(words(long(2000)), words(long(2001))),
      'components COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
    ],
    [
      'a field of spaces',
      { embeds: [{ fields: [{ name: 'x', value: '  ' }] }] },
      'embeds.0.fields.0.value BASE_TYPE_BAD_LENGTH',
    ],
    [
      'an emoji that is none',
      { content: 'x', components: [row({ ...button(1), emoji: { name: 'wave' } })] },
      'components.0.components.0.emoji COMPONENT_INVALID_EMOJI',
    ],
    [
      'a picture that did not come along',
      layout({ type: 12, items: [{ media: { url: 'attachment://x.png' } }] }),
      'components.0 UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND',
    ],
    [
      'mentions allowed twice',
      { content: 'x', allowed_mentions: { parse: ['users'], users: ['1'] } },
      'allowed_mentions MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
    ],
    ['a long nonce', { content: 'x', nonce: long(26) }, 'nonce BASE_TYPE_MAX_LENGTH'],
  ] as const)('%s', async (_, body, complaint) => {
    await using harbour = await openHarbour();
    const { discord, channel, ask } = harbour;
    const answer = await ask(`POST /channels/${channel.id}/messages`, body);
    expect(answer).toMatchObject({ status: 400, body: { code: 50035, message: 'Invalid Form Body' } });
    expect(complaints(answer.body)).toContain(complaint);
    expect(discord.visible(channel)).toEqual([]);
    expect(discord.violations).toContainEqual(expect.objectContaining({ kind: 'form' }));
  });

  test.each([{}, { content: ' \n ' }, { embeds: [], components: [] }])('nothing in it: %j', async (body) => {
    await using harbour = await openHarbour();
    const answer = await harbour.ask(`POST /channels/${harbour.channel.id}/messages`, body);
    expect(answer).toMatchObject({ status: 400, body: { code: 50006 } });
  });
});

test('messages at their limits are taken', async () => {
  await using harbour = await openHarbour();
  const { discord, channel, ask } = harbour;
  const bodies = [
    {
      content: 'x',
      components: [row({ ...button(0), emoji: { name: '➡️' } }, { ...button(1), emoji: { name: '🇩🇪' } })],
    },
    {
      content: long(2000),
      components: many(5, (line) => row(...many(5, (index) => button(line * 5 + index)))),
    },
    { embeds: many(10, () => ({ title: long(100), description: long(500) })) },
    layout({ type: 17, components: many(39, () => words(long(102))) }),
  ];
  for (const body of bodies)
    expect(await ask(`POST /channels/${channel.id}/messages`, body)).toMatchObject({ status: 200 });
  expect(discord.violations).toEqual([]);
});

const option = { type: 3, name: 'question', description: 'What' };
const command = { name: 'ask', description: 'Asks' };
describe('a command is refused with', () => {
  test.each([
    ['capitals in its name', { ...command, name: 'Ask' }, 'name APPLICATION_COMMAND_INVALID_NAME'],
    ['spaces in its name', { ...command, name: 'ask me' }, 'name APPLICATION_COMMAND_INVALID_NAME'],
    ['a long name', { ...command, name: long(33) }, 'name BASE_TYPE_BAD_LENGTH'],
    ['no description', { name: 'ask' }, 'description BASE_TYPE_REQUIRED'],
    ['a long description', { ...command, description: long(101) }, 'description BASE_TYPE_BAD_LENGTH'],
    [
      'a locale that there is not',
      { ...command, name_localizations: { 'de-CH': 'frag' } },
      'name_localizations.de-CH DICT_TYPE_INVALID_KEY',
    ],
    [
      '26 options',
      { ...command, options: many(26, (index) => ({ ...option, name: `o${index}` })) },
      'options BASE_TYPE_MAX_LENGTH',
    ],
    [
      'an option twice',
      { ...command, options: [option, option] },
      'options.1 APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS',
    ],
    [
      'options of one name in German',
      {
        ...command,
        options: [
          { ...option, name_localizations: { de: 'frage' } },
          { ...option, name: 'topic', name_localizations: { de: 'frage' } },
        ],
      },
      'options.1 APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS',
    ],
    [
      'a required option last',
      { ...command, options: [option, { ...option, name: 'must', required: true }] },
      'options.1 APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
    ],
    [
      '26 choices',
      {
        ...command,
        options: [{ ...option, choices: many(26, (index) => ({ name: `${index}`, value: `${index}` })) }],
      },
      'options.0.choices BASE_TYPE_MAX_LENGTH',
    ],
    [
      'choices and suggestions',
      { ...command, options: [{ ...option, autocomplete: true, choices: [{ name: 'x', value: 'x' }] }] },
      'options.0.autocomplete APPLICATION_COMMAND_AUTOCOMPLETE_WITH_CHOICES',
    ],
    [
      '8,001 characters',
      {
        ...command,
        options: many(25, (index) => ({
          ...option,
          name: `o${index}`,
          choices: many(25, (choice) => ({
            name: long(6) + String(choice),
            value: long(5) + String(choice),
          })),
        })),
      },
      'APPLICATION_COMMAND_TOO_LARGE',
    ],
  ] as const)('%s', async (_, body, complaint) => {
    await using harbour = await openHarbour();
    const { discord, ask } = harbour;
    const answer = await ask(`POST /applications/${discord.applicationId}/commands`, body);
    expect(answer).toMatchObject({ status: 400, body: { code: 50035 } });
    expect(complaints(answer.body)).toContain(complaint);
    expect(discord.commands()).toEqual([]);
  });
});

test('commands are kept, changed and taken away, everywhere and in one guild', async () => {
  await using harbour = await openHarbour();
  const { discord, guild, ask } = harbour;
  const everywhere = `/applications/${discord.applicationId}/commands`;
  const here = `/applications/${discord.applicationId}/guilds/${guild.id}/commands`;
  const translations = { de: long(99) };
  expect(
    await ask(`POST ${everywhere}`, { ...command, description_localizations: translations }),
  ).toMatchObject({ status: 201 });
  expect(await ask(`POST ${everywhere}`, command)).toMatchObject({ status: 200 });
  await ask(`PUT ${here}`, [command, { ...command, name: 'latest' }]);
  const [first] = discord.commands(guild.id);
  await ask(`PATCH ${here}/${first?.id}`, { description: 'Asks here' });
  expect(discord.commands(guild.id).map(({ form }) => form.description)).toEqual(['Asks here', 'Asks']);
  expect(await ask(`DELETE ${here}/${first?.id}`)).toMatchObject({ status: 204 });
  expect(await ask(`GET ${here}/${first?.id}`)).toMatchObject({ status: 404, body: { code: 10063 } });
  expect(await ask(`GET ${everywhere}`)).toMatchObject({ body: [{ name: 'ask' }] });
  expect(
    await ask(
      `PUT ${here}`,
      many(101, (index) => ({ ...command, name: `c${index}` })),
    ),
  ).toMatchObject({ status: 400, body: { code: 30032 } });
  const twice = await ask(`PUT ${here}`, [command, command]);
  expect(complaints(twice.body)).toEqual(['1.name APPLICATION_COMMANDS_DUPLICATE_NAME']);
});

test('what a bot may not do is refused', async () => {
  await using harbour = await openHarbour();
  const { discord, guild, channel, ada, ask } = harbour;
  const thread = channel.thread('Ferry');
  const forum = guild.channel({ name: 'stories', kind: 'forum' });
  const strict = guild.channel({ name: 'tagged', kind: 'forum', tags: ['x'], tagRequired: true });
  const written = ada.in(channel).write('Mine');
  const messages = `/channels/${channel.id}/messages`;
  const post = { name: 'Ferry', message: { content: 'x' } };
  const content = { content: 'x' };
  const refusal = async (name: string, body?: unknown) => {
    const answer = await ask(name, body);
    return [answer.status, isObject(answer.body) ? answer.body['code'] : undefined];
  };
  expect(await refusal(`POST /channels/1/messages`, content)).toEqual([404, 10003]);
  expect(await refusal(`GET ${messages}/1`)).toEqual([404, 10008]);
  expect(await refusal(`PATCH ${messages}/${written.id}`, content)).toEqual([403, 50005]);
  expect(await refusal(`DELETE ${messages}/${written.id}`)).toEqual([403, 50013]);
  expect(await refusal(`POST ${messages}/${written.id}/crosspost`)).toEqual([400, 50024]);
  expect(await refusal(`POST /channels/${forum.id}/messages`, content)).toEqual([400, 50008]);
  expect(await refusal(`POST /channels/${strict.id}/threads`, post)).toEqual([400, 40067]);
  expect(await refusal(`GET /guilds/1`)).toEqual([404, 10004]);
  expect(await refusal(`PATCH ${messages}`, content)).toEqual([405, 0]);

  const sent = await ask(`POST /channels/${thread.id}/messages`, content);
  const sentId = isObject(sent.body) ? String(sent.body['id']) : '';
  thread.set({ archived: true });
  expect(await refusal(`PATCH /channels/${thread.id}/messages/${sentId}`, content)).toEqual([400, 50083]);
  thread.set({ locked: true });
  expect(await refusal(`POST /channels/${thread.id}/messages`, content)).toEqual([400, 50083]);

  channel.deny('bot', 'embedLinks');
  expect(await refusal(`POST ${messages}`, { embeds: [{ title: 'x' }] })).toEqual([403, 50013]);
  channel.deny('everyone', 'sendMessages');
  expect(await refusal(`POST ${messages}`, content)).toEqual([403, 50013]);
  channel.allow('bot', 'sendMessages');
  expect(await refusal(`POST ${messages}`, content)).toEqual([200, undefined]);
  channel.deny('bot', 'viewChannel');
  expect(await refusal(`POST ${messages}`, content)).toEqual([403, 50001]);
  guild.expel();
  expect(await refusal(`GET /guilds/${guild.id}`)).toEqual([403, 50001]);

  expect(await ask('GET /users/@me', undefined, 'stolen')).toMatchObject({ status: 401, body: { code: 0 } });
  expect(discord.violations.map(({ kind }) => kind)).toContain('authorization');
});

test('threads are begun at messages, once, and listed', async () => {
  await using harbour = await openHarbour();
  const { guild, channel, ada, ask } = harbour;
  const { id } = ada.in(channel).write('Mine');
  const begin = (name: string) => ask(`POST /channels/${channel.id}/messages/${id}/threads`, { name });
  const tooLong = await begin(long(101));
  expect(complaints(tooLong.body)).toEqual(['name BASE_TYPE_BAD_LENGTH']);
  channel.deny('bot', 'createPublicThreads');
  expect(await begin('Ferry')).toMatchObject({ status: 403, body: { code: 50013 } });
  channel.allow('bot', 'createPublicThreads');
  expect(await begin('Ferry')).toMatchObject({ status: 201, body: { id, parent_id: channel.id } });
  expect(await begin('Ferry')).toMatchObject({ status: 400, body: { code: 160004 } });
  const listed = async () => {
    const [active, archived] = await Promise.all([
      ask(`GET /guilds/${guild.id}/threads/active`),
      ask(`GET /channels/${channel.id}/threads/archived/public`),
    ]);
    const threads = v.object({ threads: v.array(v.object({ id: v.string() })) });
    return [active, archived].map(({ body }) => v.parse(threads, body).threads.map((one) => one.id));
  };
  expect(await listed()).toEqual([[id], []]);
  guild.find(id).set({ archived: true });
  expect(await listed()).toEqual([[], [id]]);
  channel.removeMessage(id);
  expect(await ask(`POST /channels/${channel.id}/messages/${id}/threads`, { name: 'x' })).toMatchObject({
    status: 404,
    body: { code: 10008 },
  });
});

test('a channel publishes ten messages an hour', async () => {
  await using harbour = await openHarbour();
  const { discord, guild, ask } = harbour;
  const flash = guild.channel({ name: 'flash', kind: 'announcement' });
  const publish = async () => {
    const sent = await ask(`POST /channels/${flash.id}/messages`, { content: 'x' });
    const { id } = v.parse(v.object({ id: v.string() }), sent.body);
    return ask(`POST /channels/${flash.id}/messages/${id}/crosspost`);
  };
  for (let count = 0; count < 10; count += 1) expect(await publish()).toMatchObject({ status: 200 });
  discord.clock.pass(60_000);
  const limited = await publish();
  expect(limited).toMatchObject({ status: 429, body: { code: 20028, retry_after: 3540 } });
  expect(limited.headers.get('retry-after')).toBe('1');
  expect(discord.invalidRequests()).toBe(0);
  discord.clock.pass(3_540_000);
  expect(await publish()).toMatchObject({ status: 200 });
});

test('a published message is edited three times an hour', async () => {
  await using harbour = await openHarbour();
  const { guild, ask } = harbour;
  const flash = guild.channel({ name: 'flash', kind: 'announcement' });
  const sent = await ask(`POST /channels/${flash.id}/messages`, { content: 'x' });
  const { id } = v.parse(v.object({ id: v.string() }), sent.body);
  const edit = () => ask(`PATCH /channels/${flash.id}/messages/${id}`, { content: 'y' });
  await edit();
  await ask(`POST /channels/${flash.id}/messages/${id}/crosspost`);
  for (let count = 0; count < 3; count += 1) expect(await edit()).toMatchObject({ status: 200 });
  expect(await edit()).toMatchObject({ status: 429, body: { code: 20028 } });
});

test('every answer says how much may still be asked', async () => {
  await using harbour = await openHarbour();
  const { headers } = await harbour.ask('GET /users/@me');
  expect(headers.get('x-ratelimit-limit')).toBe('1000');
  expect(headers.get('x-ratelimit-remaining')).toBe('999');
  expect(headers.get('x-ratelimit-reset-after')).toBe('1.000');
  expect(headers.get('x-ratelimit-bucket')).toMatch(/^[0-9a-f]{32}$/);
});

const input = { type: 4, style: 1, label: 'Question', custom_id: 'q' };
const modal = (...components: readonly object[]) => ({
  type: 9,
  data: { custom_id: 'x', title: 'x', components },
});
describe('an answer is refused with', () => {
  test.each([
    [
      '26 suggestions',
      'complete',
      { type: 8, data: { choices: many(26, () => ({ name: 'x', value: 'x' })) } },
      'data.choices BASE_TYPE_MAX_LENGTH',
    ],
    [
      'a number for who wants text',
      'complete',
      { type: 8, data: { choices: [{ name: 'x', value: 5 }] } },
      'data.choices.0.value APPLICATION_COMMAND_OPTION_CHOICE_TYPE',
    ],
    [
      'suggestions for who asked for none',
      'command',
      { type: 8, data: { choices: [] } },
      'type INTERACTION_INVALID_CALLBACK_TYPE',
    ],
    [
      'a message for who wants suggestions',
      'complete',
      { type: 4, data: { content: 'x' } },
      'type INTERACTION_INVALID_CALLBACK_TYPE',
    ],
    [
      'a change of no message',
      'command',
      { type: 7, data: { content: 'x' } },
      'type INTERACTION_INVALID_CALLBACK_TYPE',
    ],
    [
      'a long title',
      'command',
      { type: 9, data: { custom_id: 'x', title: long(46), components: [row(input)] } },
      'data.title BASE_TYPE_BAD_LENGTH',
    ],
    [
      'six fields',
      'command',
      modal(...many(6, (index) => row({ ...input, custom_id: `${index}` }))),
      'data.components BASE_TYPE_BAD_LENGTH',
    ],
    [
      'one field twice',
      'command',
      modal(row(input), row(input)),
      'data.components.1.components.0.custom_id COMPONENT_CUSTOM_ID_DUPLICATED',
    ],
    [
      'too much content',
      'command',
      { type: 4, data: { content: long(2001) } },
      'data.content BASE_TYPE_MAX_LENGTH',
    ],
  ] as const)('%s', async (_, kind, body, complaint) => {
    await using harbour = await openHarbour();
    const { discord, channel, ada, ask } = harbour;
    const options = [{ ...option, autocomplete: true }];
    await ask(`POST /applications/${discord.applicationId}/commands`, { ...command, options });
    const reader = ada.in(channel);
    const { id, now } = kind === 'command' ? reader.command('ask') : reader.complete('ask', 'question', 'x');
    const answer = await ask(`POST /interactions/${id}/${now().token}/callback`, body);
    expect(answer).toMatchObject({ status: 400, body: { code: 50035 } });
    expect(complaints(answer.body)).toContain(complaint);
    expect(now().acknowledged).toBeUndefined();
  });
});

test('members are listed to whom Discord lists them', async () => {
  await using harbour = await openHarbour();
  const { guild, discord, ask } = harbour;
  expect(await ask(`GET /guilds/${guild.id}/members?limit=5`)).toMatchObject({
    status: 403,
    body: { code: 50001 },
  });
  expect(discord.invalidRequests()).toBe(1);
  await using open = await openHarbour({ granted: ['guildMembers'] });
  const listed = await open.ask(`GET /guilds/${open.guild.id}/members?limit=5`);
  const names = v.parse(v.array(v.object({ user: v.object({ username: v.string() }) })), listed.body);
  expect(names.map(({ user }) => user.username).sort()).toEqual(['ada', 'kiosk', 'owner of harbour']);
});

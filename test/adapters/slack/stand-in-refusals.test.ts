import { describe, expect, test } from 'vitest';
import { openHarbour } from './stand-in-bot.ts';
import { createSlackStandIn } from './stand-in/index.ts';

const plain = (text: string) => ({ type: 'plain_text', text });
const mrkdwn = (text: string) => ({ type: 'mrkdwn', text });
const long = (length: number) => 'x'.repeat(length);
const section = { type: 'section', text: mrkdwn('Words') };
const button = (id: string, more: object = {}) => ({
  type: 'button',
  action_id: id,
  text: plain('Go'),
  ...more,
});
const select = (more: object) => ({ type: 'actions', elements: [{ type: 'static_select', ...more }] });
const option = (text: string) => ({ text: plain(text), value: 'v' });
const image = { type: 'image', image_url: 'https://harbour.example/a.png', alt_text: 'A ferry' };
const times = <Item>(count: number, item: Item): readonly Item[] => Array.from({ length: count }, () => item);

describe('blocks are refused with', () => {
  test.each([
    ['51 of them', times(51, { type: 'divider' }), 'no more than 50 items allowed [json-pointer:/blocks]'],
    [
      'a section of 3,001 characters',
      [{ type: 'section', text: mrkdwn(long(3001)) }],
      'must be less than 3001 characters [json-pointer:/blocks/0/text/text]',
    ],
    [
      'an empty section',
      [{ type: 'section', text: mrkdwn('') }],
      'must be more than 0 characters [json-pointer:/blocks/0/text/text]',
    ],
    [
      'a section of nothing',
      [{ type: 'section' }],
      'either text or fields must be set [json-pointer:/blocks/0]',
    ],
    [
      '11 fields',
      [{ type: 'section', fields: times(11, plain('x')) }],
      'no more than 10 items allowed [json-pointer:/blocks/0/fields]',
    ],
    [
      'a field of 2,001 characters',
      [{ type: 'section', fields: [plain(long(2001))] }],
      'must be less than 2001 characters [json-pointer:/blocks/0/fields/0/text]',
    ],
    [
      'a header of 151 characters',
      [{ type: 'header', text: plain(long(151)) }],
      'must be less than 151 characters [json-pointer:/blocks/0/text/text]',
    ],
    [
      'a header with markup',
      [{ type: 'header', text: mrkdwn('*a*') }],
      'must be a valid literal [json-pointer:/blocks/0/text/type]',
    ],
    [
      '11 elements in a context',
      [{ type: 'context', elements: times(11, plain('x')) }],
      'no more than 10 items allowed [json-pointer:/blocks/0/elements]',
    ],
    [
      '26 actions',
      [{ type: 'actions', elements: Array.from({ length: 26 }, (_, index) => button(String(index))) }],
      'no more than 25 items allowed [json-pointer:/blocks/0/elements]',
    ],
    [
      'a button of 76 characters',
      [{ type: 'actions', elements: [button('a', { text: plain(long(76)) })] }],
      'must be less than 76 characters [json-pointer:/blocks/0/elements/0/text/text]',
    ],
    [
      'a value of 2,001 characters',
      [{ type: 'actions', elements: [button('a', { value: long(2001) })] }],
      'must be less than 2001 characters [json-pointer:/blocks/0/elements/0/value]',
    ],
    [
      'an id of 256 characters',
      [{ type: 'actions', elements: [button(long(256))] }],
      'must be less than 256 characters [json-pointer:/blocks/0/elements/0/action_id]',
    ],
    [
      'an action id twice',
      [{ type: 'actions', elements: [button('a'), button('a')] }],
      '`action_id` "a" already exists for another element [json-pointer:/blocks/0]',
    ],
    [
      'a block id twice',
      [
        { ...section, block_id: 'b' },
        { ...section, block_id: 'b' },
      ],
      '`block_id` "b" already exists [json-pointer:/blocks/1]',
    ],
    [
      '101 options',
      [select({ options: times(101, option('x')) })],
      'no more than 100 items allowed [json-pointer:/blocks/0/elements/0/options]',
    ],
    [
      'an option of 76 characters',
      [select({ options: [option(long(76))] })],
      'must be less than 76 characters [json-pointer:/blocks/0/elements/0/options/0/text/text]',
    ],
    [
      'a menu without options',
      [select({})],
      'exactly one of options and option_groups must be set [json-pointer:/blocks/0]',
    ],
    [
      'a picture without words',
      [{ ...image, alt_text: undefined }],
      'missing required field: alt_text [json-pointer:/blocks/0]',
    ],
    [
      'a picture that is not fetched safely',
      [{ ...image, image_url: 'http://harbour.example/a.png' }],
      'must be a valid image URL (https) [json-pointer:/blocks/0/image_url]',
    ],
    ['an unknown type', [{ type: 'carousel' }], 'unsupported type: carousel [json-pointer:/blocks/0]'],
    [
      'an unknown field',
      [{ ...section, colour: 'red' }],
      'invalid additional property: colour [json-pointer:/blocks/0]',
    ],
  ])('%s', async (_, blocks, message) => {
    await using harbour = await openHarbour();
    const { slack, channel } = harbour;
    expect(await harbour.ask('chat.postMessage', { channel: channel.id, text: 'Words', blocks })).toEqual({
      status: 200,
      ok: false,
      error: 'invalid_blocks',
      errors: [message],
      response_metadata: { messages: [`[ERROR] ${message}`] },
    });
    expect(slack.visible(channel)).toEqual([]);
    expect(slack.violations).toMatchObject([{ kind: 'form', where: 'chat.postMessage' }]);
  });
});

describe('a message is refused', () => {
  test.each([
    ['without words', {}, 'no_text'],
    [
      'with 13,201 characters in its blocks',
      { text: 'Words', blocks: blocksOf(13_201) },
      'msg_blocks_too_long',
    ],
    ['with blocks that are no list', { text: 'Words', blocks: 'none' }, 'invalid_blocks_format'],
    ['with metadata of another kind', { text: 'Words', metadata: { key: 1 } }, 'invalid_metadata_format'],
    ['in a thread of no time', { text: 'Words', thread_ts: '' }, 'invalid_thread_ts'],
    ['in a thread that is not', { text: 'Words', thread_ts: '1.000001' }, 'thread_not_found'],
  ])('%s', async (_, args, error) => {
    await using harbour = await openHarbour();
    const { channel } = harbour;
    expect(await harbour.ask('chat.postMessage', { channel: channel.id, ...args })).toMatchObject({ error });
  });

  test('in channels where the bot may not write', async () => {
    await using harbour = await openHarbour();
    const { slack } = harbour;
    const post = async (id: string) => harbour.ask('chat.postMessage', { channel: id, text: 'Words' });
    const open = slack.channel({ name: 'open', bot: false });
    const hidden = slack.channel({ name: 'hidden', kind: 'private', bot: false });
    const old = slack.channel({ name: 'old', archived: true });
    expect(await post('C404')).toMatchObject({ error: 'channel_not_found' });
    expect(await post(open.id)).toMatchObject({ error: 'not_in_channel' });
    expect(await post(hidden.id)).toMatchObject({ error: 'channel_not_found' });
    expect(await post(old.id)).toMatchObject({ error: 'is_archived' });
    expect(await harbour.ask('conversations.join', { channel: open.id })).toMatchObject({ ok: true });
    expect(await post(open.id)).toMatchObject({ ok: true });
    expect(slack.violations).toEqual([]);
  });

  test('when it changes what is not there, not the bot’s, or too much', async () => {
    await using harbour = await openHarbour();
    const { channel, ada } = harbour;
    const change = (ts: unknown, text: string) =>
      harbour.ask('chat.update', { channel: channel.id, ts, text });
    expect(await change('1.000001', 'Words')).toMatchObject({ error: 'message_not_found' });
    const { message } = ada.in(channel).write('Mine');
    expect(await change(message.ts, 'Yours')).toMatchObject({ error: 'cant_update_message' });
    const { ts } = await harbour.ask('chat.postMessage', { channel: channel.id, text: 'Words' });
    expect(await change(ts, long(4001))).toMatchObject({ error: 'msg_too_long' });
    const seen = await harbour.ask('chat.postEphemeral', {
      channel: channel.id,
      user: ada.id,
      text: 'Psst',
    });
    const elsewhere = { channel: channel.id, user: 'U404', text: 'Psst' };
    expect(await harbour.ask('chat.postEphemeral', elsewhere)).toMatchObject({
      error: 'user_not_in_channel',
    });
    expect(await change(seen['message_ts'], 'Words')).toMatchObject({ error: 'message_not_found' });
  });

  test('to programs, and to people who have gone', async () => {
    await using harbour = await openHarbour();
    const { slack } = harbour;
    const robot = slack.workspace.install()?.botUserId ?? '';
    const bo = slack.user({ name: 'Bo', deactivated: true });
    for (const [user, error] of [
      [robot, 'cannot_dm_bot'],
      [bo.id, 'user_disabled'],
    ] as const) {
      expect(await harbour.ask('conversations.open', { users: user })).toMatchObject({ error });
      expect(await harbour.ask('chat.postMessage', { channel: user, text: 'Words' })).toMatchObject({
        error,
      });
    }
  });

  test('when it changes a direct conversation by whom it is with', async () => {
    await using harbour = await openHarbour();
    const { ada } = harbour;
    const sent = await harbour.ask('chat.postMessage', { channel: ada.id, text: 'Words' });
    const change = async (channel: unknown) =>
      harbour.ask('chat.update', { channel, ts: sent['ts'], text: 'Other words' });
    expect(await change(ada.id)).toMatchObject({ error: 'channel_not_found' });
    expect(await change(sent['channel'])).toMatchObject({ ok: true });
  });

  test('too soon after others, where a test wants it', async () => {
    await using harbour = await openHarbour({ burst: 2 });
    const { slack, channel } = harbour;
    const post = async () => harbour.ask('chat.postMessage', { channel: channel.id, text: 'Words' });
    await post();
    await post();
    expect(await post()).toMatchObject({ status: 429, error: 'ratelimited' });
    slack.clock.pass(2000);
    expect(await post()).toMatchObject({ status: 200, ok: true });
  });
});

test('of a deleted message that was replied to, a mark stays', async () => {
  await using harbour = await openHarbour();
  const { slack, channel, ada } = harbour;
  const { message } = ada.in(channel).write('First');
  const reply = ada.in(channel).write('Reply', { thread: message.ts });
  channel.removeMessage(message.ts);
  const replies = async (ts: string) => harbour.ask('conversations.replies', { channel: channel.id, ts });
  expect(await replies(message.ts)).toMatchObject({
    messages: [{ subtype: 'tombstone', reply_count: 1 }, { text: 'Reply' }],
  });
  expect(await replies(reply.message.ts)).toMatchObject({ messages: [{ thread_ts: message.ts }] });
  await harbour.ask('chat.postMessage', { channel: channel.id, text: 'x', thread_ts: reply.message.ts });
  expect(slack.violations.map(({ what }) => what)).toEqual(['thread_ts is that of a reply']);
  const lonely = ada.in(channel).write('Nobody answers');
  channel.removeMessage(lonely.message.ts);
  expect(await replies(lonely.message.ts)).toMatchObject({ error: 'thread_not_found' });
});

test('a text is cut at 40,000 characters, and blocks want one to fall back on', async () => {
  await using harbour = await openHarbour();
  const { slack, channel } = harbour;
  await harbour.ask('chat.postMessage', { channel: channel.id, text: long(40_001) });
  expect(slack.visible(channel)[0]?.text).toHaveLength(40_000);
  const answer = await harbour.ask('chat.postMessage', { channel: channel.id, blocks: [section] });
  expect(answer).toMatchObject({ ok: true, warning: 'missing_text_in_message' });
  expect(slack.violations).toHaveLength(2);
});

describe('a token is refused', () => {
  test('when it is none, another, revoked, or too old', async () => {
    await using harbour = await openHarbour({ app: { rotates: true } });
    const { slack } = harbour;
    const token = slack.token();
    const who = async (one: string) => harbour.ask('auth.test', {}, one);
    expect(await who(token)).toMatchObject({ ok: true, team: 'Harbour', user: 'Kiosk' });
    expect(await who('xoxb-other')).toMatchObject({ error: 'invalid_auth' });
    expect(await who(slack.app.appToken)).toMatchObject({ error: 'not_allowed_token_type' });
    slack.clock.pass(12 * 60 * 60 * 1000);
    expect(await who(token)).toMatchObject({ error: 'token_expired' });
    slack.workspace.revoke();
    expect(await who(token)).toMatchObject({ error: 'token_revoked' });
    const nobody = await fetch(`${slack.slackApiUrl}auth.test`, { method: 'POST' });
    expect(await nobody.json()).toEqual({ ok: false, error: 'not_authed' });
  });

  test('when the app was taken out, or may do less', async () => {
    await using harbour = await openHarbour({ workspace: { name: 'Small', scopes: ['commands'] } });
    const { slack, channel } = harbour;
    const token = slack.token();
    expect(await harbour.ask('chat.postMessage', { channel: channel.id, text: 'Words' })).toMatchObject({
      error: 'missing_scope',
      needed: 'chat:write',
      provided: 'commands',
    });
    slack.workspace.uninstall();
    expect(await harbour.ask('auth.test', {}, token)).toMatchObject({ error: 'account_inactive' });
    expect(slack.delivered().map(({ name }) => name)).toEqual(['tokens_revoked', 'app_uninstalled']);
  });
});

test('a method that Slack has not, or that is not stood in for, is a violation', async () => {
  await using harbour = await openHarbour();
  expect(await harbour.ask('chat.whisper')).toMatchObject({ error: 'unknown_method' });
  expect(harbour.slack.violations).toMatchObject([{ kind: 'method', where: 'chat.whisper' }]);
});

test('a view is held against its limits', async () => {
  await using slack = await closing();
  const ask = slack.publish;
  const blocks = [section];
  expect(await ask({ type: 'home', blocks: times(101, section) })).toEqual([
    '[ERROR] no more than 100 items allowed [json-pointer:/view/blocks]',
  ]);
  expect(await ask({ type: 'home', blocks, private_metadata: long(3001) })).toEqual([
    '[ERROR] must be less than 3001 characters [json-pointer:/view/private_metadata]',
  ]);
  expect(await ask({ type: 'modal', title: plain(long(25)), blocks })).toEqual([
    '[ERROR] must be less than 25 characters [json-pointer:/view/title/text]',
  ]);
  expect(await ask({ type: 'home', blocks })).toBeUndefined();
});

/** Blocks that hold so many characters. */
function blocksOf(length: number) {
  return Array.from({ length: Math.ceil(length / 3000) }, (_, index) => ({
    type: 'section',
    text: mrkdwn(long(Math.min(3000, length - index * 3000))),
  }));
}

async function closing() {
  const slack = await createSlackStandIn();
  const ada = slack.user({ name: 'Ada' });
  return {
    /** What is wrong with a home tab. */
    async publish(view: object): Promise<unknown> {
      const response = await fetch(`${slack.slackApiUrl}views.publish`, {
        method: 'POST',
        headers: { authorization: `Bearer ${slack.token()}` },
        body: new URLSearchParams({ user_id: ada.id, view: JSON.stringify(view) }),
      });
      const answer = await response.json();
      return answer.response_metadata?.messages;
    },
    [Symbol.asyncDispose]: slack.close,
  };
}

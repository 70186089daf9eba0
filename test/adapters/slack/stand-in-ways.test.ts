import type { App } from '@slack/bolt';
import { describe, expect, test } from 'vitest';
import { openHarbour } from './stand-in-bot.ts';

const ways = ['Socket Mode', 'HTTP'] as const;
const words = { type: 'section', text: { type: 'mrkdwn', text: 'Words' } };
const text = (words: string) => ({ type: 'plain_text', text: words }) as const;

async function respond(url = '', body: object = { text: 'Words' }): Promise<string> {
  const response = await fetch(url, { method: 'POST', body: JSON.stringify(body) });
  return `${response.status} ${await response.text()}`;
}

describe('over Socket Mode', () => {
  test('Bolt connects again when Slack asks for it and when the line drops', async () => {
    await using harbour = await openHarbour();
    const { slack, channel, ada } = harbour;
    const heard: string[] = [];
    const listen = (app: App) => {
      app.event('app_mention', async ({ event }) => void heard.push(event.text));
    };
    await harbour.bot('Socket Mode', listen, { clientPingTimeout: 300 });
    slack.socket.refresh('warning');
    await slack.until(() => (slack.socket.opened() === 2 ? true : undefined));
    slack.socket.drop();
    await slack.until(() =>
      slack.socket.opened() === 3 && slack.socket.connected() === 1 ? true : undefined,
    );
    await ada.in(channel).write('@Kiosk are you there?').acknowledged();
    expect(heard).toHaveLength(1);
    expect(slack.violations).toEqual([]);
  });

  test('what nobody acknowledged is brought again, at most three times, and says so', async () => {
    await using harbour = await openHarbour();
    const { slack, channel, ada } = harbour;
    const { events } = ada.in(channel).write('Anybody?');
    expect(slack.redeliver()).toBe(0);
    slack.clock.pass(3000);
    expect(slack.redeliver()).toBe(1);
    const retries: unknown[] = [];
    await harbour.bot('Socket Mode', (app) => {
      app.message(async ({ context }) => void retries.push([context.retryNum, context.retryReason]));
    });
    slack.clock.pass(3000);
    expect(slack.redeliver()).toBe(1);
    const told = await slack.until(() => slack.delivered().find(({ acknowledged }) => acknowledged));
    expect(told).toMatchObject({ id: events[0], attempts: [{}, { reason: 'timeout' }, {}] });
    expect(retries).toEqual([[2, 'timeout']]);
    slack.clock.pass(3000);
    expect(slack.redeliver()).toBe(0);
    expect(slack.redeliver(events[0])).toBe(1);
    await slack.until(() => (retries.length === 2 ? true : undefined));
  });

  test('after three times more, an event is given up', async () => {
    await using harbour = await openHarbour();
    const { slack, channel, ada } = harbour;
    ada.in(channel).write('Anybody?');
    const tries = [1, 2, 3, 4].map(() => {
      slack.clock.pass(3000);
      return slack.redeliver();
    });
    expect(tries).toEqual([1, 1, 1, 0]);
  });

  test('only the app-level token opens it', async () => {
    await using harbour = await openHarbour();
    const { slack } = harbour;
    expect(await harbour.ask('apps.connections.open')).toMatchObject({ error: 'not_allowed_token_type' });
    expect(await harbour.ask('apps.connections.open', {}, 'xapp-other')).toMatchObject({
      error: 'invalid_auth',
    });
    expect(await harbour.ask('apps.connections.open', {}, slack.app.appToken)).toMatchObject({ ok: true });
  });

  test('acknowledging what was not sent, or twice, is a violation', async () => {
    await using harbour = await openHarbour();
    const { slack, channel, ada } = harbour;
    const { url } = await harbour.ask('apps.connections.open', {}, slack.app.appToken);
    const socket = new WebSocket(String(url));
    const said: string[] = [];
    socket.addEventListener('message', ({ data }) => {
      const { type, envelope_id: id } = JSON.parse(String(data));
      said.push(type);
      if (type === 'hello') return;
      for (const envelope_id of [id, id, 'another']) socket.send(JSON.stringify({ envelope_id }));
    });
    await slack.until(() => (slack.socket.connected() === 1 ? true : undefined));
    await ada.in(channel).write('Hello').acknowledged();
    await ada.in(channel).slash('/kiosk').acknowledged();
    expect(said).toEqual(['hello', 'events_api', 'slash_commands']);
    expect(slack.violations.slice(0, 2).map(({ what }) => what)).toEqual([
      'It is acknowledged twice',
      'There is no such envelope',
    ]);
  });
});

describe('over HTTP', () => {
  test('Bolt refuses wrong and old signatures', async () => {
    await using harbour = await openHarbour();
    const { slack } = harbour;
    await harbour.bot('HTTP');
    const address = slack.endpoint()?.events ?? '';
    const body = { type: 'url_verification', challenge: 'a' };
    const old = Math.floor(Date.now() / 1000) - 301;
    expect((await slack.send(address, body)).json).toEqual({ challenge: 'a' });
    expect((await slack.send(address, body, { secret: 'another' })).status).toBe(401);
    expect((await slack.send(address, body, { signature: 'v0=00' })).status).toBe(401);
    expect((await slack.send(address, body, { timestamp: old })).status).toBe(401);
    expect(slack.violations).toEqual([]);
  });

  test('an event is brought again with its number and reason', async () => {
    await using harbour = await openHarbour();
    const { slack, channel, ada } = harbour;
    const retries: unknown[] = [];
    await harbour.bot('HTTP', (app) => {
      app.message(async ({ context }) => void retries.push([context.retryNum, context.retryReason]));
    });
    const wrote = ada.in(channel).write('Hello');
    await wrote.acknowledged();
    expect(slack.redeliver(wrote.events[0])).toBe(1);
    await slack.until(() => (retries.length === 2 ? true : undefined));
    expect(retries).toEqual([
      [undefined, undefined],
      [1, 'http_timeout'],
    ]);
  });

  test('an address that does not answer the challenge is not taken', async () => {
    await using harbour = await openHarbour();
    const { slack } = harbour;
    await expect(slack.setEndpoint(`${slack.slackApiUrl}api.test`)).rejects.toThrow('the challenge');
  });
});

test('a command that nobody is there for fails at once', async () => {
  await using harbour = await openHarbour();
  const call = harbour.ada.in(harbour.channel).slash('/kiosk', 'ask');
  expect(await call.failed()).toBe('dispatch_failed');
  expect(() => harbour.ada.in(harbour.channel).slash('/paper')).toThrow('There is no command /paper');
});

describe.each(ways)('over %s', (way) => {
  test('a command that nobody answers in time is lost on the reader', async () => {
    await using harbour = await openHarbour();
    const { slack, channel, ada } = harbour;
    await harbour.bot(way, (app) => {
      app.command('/kiosk', async ({ ack }) => {
        slack.clock.pass(3001);
        await ack('Too late');
      });
    });
    const call = ada.in(channel).slash('/kiosk', 'ask');
    expect(await call.failed()).toBe('operation_timeout');
    expect(call.replies()).toEqual([]);
  });

  test('a trigger is good once, and for three seconds', async () => {
    await using harbour = await openHarbour();
    const { slack, channel, ada } = harbour;
    const triggers: string[] = [];
    await harbour.bot(way, (app) => {
      app.command('/kiosk', async ({ ack, command }) => {
        triggers.push(command.trigger_id);
        await ack();
      });
    });
    const view = { type: 'modal', title: { type: 'plain_text', text: 'Ask' }, blocks: [words] };
    const open = async (trigger_id = '') => harbour.ask('views.open', { trigger_id, view });
    const call = ada.in(channel).slash('/kiosk');
    await call.acknowledged();
    expect(await open(triggers[0])).toMatchObject({ ok: true });
    expect(await call.view()).toMatchObject({ title: 'Ask', closed: false });
    expect(await open(triggers[0])).toMatchObject({ error: 'exchanged_trigger_id' });
    expect(await open('1.2.3')).toMatchObject({ error: 'invalid_trigger_id' });
    await ada.in(channel).slash('/kiosk').acknowledged();
    slack.clock.pass(3001);
    expect(await open(triggers[1])).toMatchObject({ error: 'expired_trigger_id' });
  });

  test('a response_url is good five times, for half an hour, and for well-made messages', async () => {
    await using harbour = await openHarbour();
    const { slack, channel, ada } = harbour;
    const urls: string[] = [];
    await harbour.bot(way, (app) => {
      app.command('/kiosk', async ({ ack, command }) => {
        urls.push(command.response_url);
        await ack();
      });
    });
    const call = ada.in(channel).slash('/kiosk');
    await call.acknowledged();
    expect(await respond(urls[0], { text: 'Words', blocks: [{ type: 'section' }] })).toContain(
      'invalid_blocks',
    );
    for (let count = 0; count < 5; count += 1) expect(await respond(urls[0])).toBe('200 ok');
    expect(await respond(urls[0])).toBe('404 {"ok":false,"error":"used_url"}');
    expect(call.replies()).toHaveLength(5);
    await ada.in(channel).slash('/kiosk').acknowledged();
    slack.clock.pass(30 * 60 * 1000 + 1);
    expect(await respond(urls[1])).toBe('404 {"ok":false,"error":"expired_url"}');
  });

  test('an ephemeral message is replaced and deleted through the response_url of a click', async () => {
    await using harbour = await openHarbour();
    const { slack, channel, ada } = harbour;
    const button = {
      type: 'button',
      action_id: 'share',
      text: { type: 'plain_text', text: 'Share' },
    } as const;
    await harbour.bot(way, (app) => {
      app.command('/kiosk', async ({ ack }) => {
        await ack({ text: 'An answer', blocks: [{ type: 'actions', elements: [button] }] });
      });
      app.action('share', async ({ ack, respond }) => {
        await ack();
        await respond({ text: 'Shared', replace_original: true });
        await respond({ text: 'For all', response_type: 'in_channel', replace_original: false });
        await respond({ delete_original: true });
      });
    });
    const reply = await ada.in(channel).slash('/kiosk').reply();
    const clicked = ada.in(channel).click(reply, 'Share');
    expect(await clicked.reply()).toMatchObject({ text: 'For all' });
    await slack.until(() => (clicked.now().responses === 3 ? true : undefined));
    expect(
      ada
        .in(channel)
        .sees()
        .map(({ text }) => text),
    ).toEqual(['For all']);
    expect(slack.violations).toEqual([]);
  });

  test('a menu of a message is chosen from, and the assistant’s pane filled', async () => {
    await using harbour = await openHarbour();
    const { slack, channel, ada } = harbour;
    const app = await harbour.bot(way, (app) => {
      app.action('language', async ({ ack, action, respond }) => {
        await ack();
        if (action.type === 'static_select') await respond(action.selected_option.value);
      });
      app.event('assistant_thread_started', async ({ event, client }) => {
        const { channel_id, thread_ts } = event.assistant_thread;
        await client.assistant.threads.setStatus({ channel_id, thread_ts, status: 'reading…' });
        await client.assistant.threads.setTitle({ channel_id, thread_ts, title: 'News' });
        const prompts = [{ title: 'Latest', message: 'What is new?' }] as const;
        await client.assistant.threads.setSuggestedPrompts({ channel_id, thread_ts, prompts: [...prompts] });
      });
    });
    const options = [
      { text: text('Deutsch'), value: 'de' },
      { text: text('Français'), value: 'fr' },
    ];
    const menu = { type: 'static_select', action_id: 'language', options } as const;
    await app.client.chat.postMessage({
      channel: channel.id,
      text: 'Language?',
      blocks: [{ type: 'actions', elements: [menu] }],
    });
    const [message] = slack.visible(channel);
    if (message === undefined) throw new Error('Nothing is posted');
    expect(await ada.in(channel).select(message, 'language', 'Français').reply()).toMatchObject({
      text: 'fr',
    });
    expect(() => ada.in(channel).select(message, 'language', 'Italiano')).toThrow('it offers: de, fr');

    const assistant = ada.openAssistant();
    const pane = await slack.until(() =>
      assistant.pane()?.prompts.length === 1 ? assistant.pane() : undefined,
    );
    expect(pane).toMatchObject({ status: 'reading…', title: 'News' });
    expect(slack.violations).toEqual([]);
  });
});

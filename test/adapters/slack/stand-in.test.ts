import { Assistant } from '@slack/bolt';
import type { App, types } from '@slack/bolt';
import { describe, expect, test } from 'vitest';
import { openHarbour } from './stand-in-bot.ts';

const word = (text: string) => ({ type: 'plain_text', text }) as const;
const ways = ['Socket Mode', 'HTTP'] as const;

const more = {
  type: 'actions',
  elements: [{ type: 'button', action_id: 'more', text: { type: 'plain_text', text: 'More' }, value: '7' }],
} as const;

const topics = {
  type: 'input',
  block_id: 'topic',
  label: { type: 'plain_text', text: 'Topic' },
  element: { type: 'external_select', action_id: 'topics', min_query_length: 0 },
} as const;

const form: types.ModalView = {
  type: 'modal',
  callback_id: 'ask',
  title: { type: 'plain_text', text: 'Ask' },
  submit: { type: 'plain_text', text: 'Send' },
  private_metadata: 'a note',
  blocks: [
    {
      type: 'input',
      block_id: 'question',
      label: { type: 'plain_text', text: 'Question' },
      element: { type: 'plain_text_input', action_id: 'text' },
    },
    topics,
  ],
};

describe.each(ways)('over %s, Bolt', (way) => {
  test('is called, answers at once, and later through the response_url and in the channel', async () => {
    await using harbour = await openHarbour();
    const { slack, channel, ada } = harbour;
    await harbour.bot(way, (app) => {
      app.command('/kiosk', async ({ command, ack, respond, client }) => {
        await ack({ text: `You asked: ${command.text}` });
        await respond({ text: 'Later', response_type: 'in_channel' });
        await client.chat.postMessage({ channel: command.channel_id, text: 'And here', blocks: [more] });
      });
    });
    const call = ada.in(channel).slash('/kiosk', 'ask "ferry"');
    expect(await call.acknowledged()).toMatchObject({ late: false });
    expect(await call.reply()).toMatchObject({ text: 'You asked: ask "ferry"', ephemeral: true });
    expect(await call.reply(1)).toMatchObject({ text: 'Later', ephemeral: false });
    const posted = await slack.until(() => slack.visible(channel)[1]);
    expect(posted.buttons).toMatchObject([{ text: 'More', actionId: 'more', value: '7' }]);
    expect(posted.fallback).toBe('And here');
    expect(ada.in(channel).sees()).toHaveLength(3);
    expect(slack.violations).toEqual([]);
  });

  test('is clicked, opens a modal, suggests, and answers what was filled in', async () => {
    await using harbour = await openHarbour();
    const { slack, channel, ada } = harbour;
    const app = await harbour.bot(way, listenToForm);
    await app.client.chat.postMessage({ channel: channel.id, text: 'Ask?', blocks: [more] });
    const [message] = slack.visible(channel);
    if (message === undefined) throw new Error('Nothing is posted');

    const reader = ada.in(channel);
    const view = await reader.click(message, 'More').view();
    expect(view).toMatchObject({ title: 'Ask', inputs: ['Question', 'Topic'], privateMetadata: 'a note' });
    expect(await reader.suggest(view, 'topics', 'fer').options()).toMatchObject([{ value: 'fer!' }]);
    expect(() => reader.submit(view, { Question: 'When?' })).toThrow('These are to be filled in: Topic');

    await reader.submit(view, { Question: 'Why?', Topic: 'fer!' }).acknowledged();
    expect(ada.modal()).toMatchObject({ errors: { question: 'Ask when' } });
    const submitted = reader.submit(view, { Question: 'When?', Topic: 'fer!' });
    expect(await submitted.view()).toMatchObject({ id: view.id, text: 'At noon: fer!' });
    expect(slack.violations).toEqual([]);
  });

  test('hears a mention twice and a direct message once, and answers in the thread', async () => {
    await using harbour = await openHarbour();
    const { slack, channel, ada } = harbour;
    const heard: string[] = [];
    await harbour.bot(way, (app) => {
      app.message(async ({ message }) => void heard.push(`message ${message.ts}`));
      app.event('app_mention', async ({ event, client }) => {
        heard.push(`mention ${event.ts}`);
        await client.chat.postMessage({ channel: event.channel, text: event.text, thread_ts: event.ts });
      });
    });
    const wrote = ada.in(channel).write('@Kiosk what of <ferries> & boats?');
    expect(wrote.events).toHaveLength(2);
    expect(wrote.message.fallback).toMatch(/^<@U\d+> what of &lt;ferries&gt; &amp; boats\?$/);
    await wrote.acknowledged();
    const answer = await slack.until(() => slack.visible(channel)[1]);
    expect(answer).toMatchObject({ text: '@Kiosk what of <ferries> & boats?', threadTs: wrote.message.ts });
    expect(slack.pings).toHaveLength(1);
    expect([...heard].sort()).toEqual([`mention ${wrote.message.ts}`, `message ${wrote.message.ts}`]);

    await ada.direct().write('Hello').acknowledged();
    expect(heard).toHaveLength(3);
    expect(slack.violations).toEqual([]);
  });

  test('fills a home tab in the language of the reader', async () => {
    await using harbour = await openHarbour();
    const { slack, ada } = harbour;
    await harbour.bot(way, (app) => {
      app.event('app_home_opened', async ({ event, client }) => {
        const { user } = await client.users.info({ user: event.user, include_locale: true });
        const text = { type: 'plain_text', text: `Home: ${user?.locale}` } as const;
        await client.views.publish({
          user_id: event.user,
          view: { type: 'home', blocks: [{ type: 'header', text }, more] },
        });
      });
      app.action('more', async ({ ack, body, client }) => {
        await ack();
        await client.chat.postMessage({ channel: body.user.id, text: 'Here you are' });
      });
    });
    ada.openHome();
    const home = await slack.until(() => ada.home());
    expect(home.text).toBe('Home: fr-FR');
    ada.direct().click(home, 'More');
    expect(await slack.until(() => ada.direct().sees()[0])).toMatchObject({ text: 'Here you are' });
    expect(slack.violations).toEqual([]);
  });

  test('is told what the fields beside a button hold', async () => {
    await using harbour = await openHarbour();
    const { slack, ada } = harbour;
    const told: unknown[] = [];
    const app = await harbour.bot(way, (app) => {
      app.action('language', async ({ ack }) => ack());
      app.action('more', async ({ ack, body }) => {
        await ack();
        if ('view' in body) told.push(body.view?.state.values);
      });
    });
    const options = ['de', 'fr'].map((value) => ({ text: word(value), value }));
    const menu = { type: 'static_select', action_id: 'language', options } as const;
    const input = { type: 'plain_text_input', action_id: 'text' } as const;
    await app.client.views.publish({
      user_id: ada.id,
      view: {
        type: 'home',
        blocks: [
          { type: 'section', block_id: 'reading', text: word('Language'), accessory: menu },
          { type: 'input', block_id: 'topic', label: word('Topic'), element: input },
          more,
        ],
      },
    });
    const home = ada.home();
    if (home === undefined) throw new Error('There is no home');
    await ada.direct().select(home, 'language', 'fr').acknowledged();
    ada.direct().fill(home, { Topic: 'ferries' });
    await ada.direct().click(home, 'More').acknowledged();
    await slack.until(() => told[0]);
    expect(told).toMatchObject([
      {
        reading: { language: { selected_option: { value: 'fr' } } },
        topic: { text: { value: 'ferries' } },
      },
    ]);
    expect(slack.violations).toEqual([]);
  });

  test('is an assistant in a thread of its own', async () => {
    await using harbour = await openHarbour();
    const { slack, ada } = harbour;
    await harbour.bot(way, (app) => {
      app.assistant(
        new Assistant({
          threadStarted: async ({ say, setSuggestedPrompts, saveThreadContext }) => {
            await saveThreadContext();
            await say('Ask me');
            await setSuggestedPrompts({ prompts: [{ title: 'Latest', message: 'What is new?' }] });
          },
          userMessage: async ({ message, say, setStatus, setTitle }) => {
            await setStatus('reading…');
            await setTitle('News');
            if ('text' in message) await say(`You asked: ${message.text}`);
          },
        }),
      );
    });
    const assistant = ada.openAssistant();
    await slack.until(() => assistant.pane()?.prompts[0]);
    assistant.write('What is new?');
    await slack.until(() => (assistant.sees().at(-1)?.text === 'You asked: What is new?' ? true : undefined));
    expect(assistant.pane()).toMatchObject({ title: 'News', prompts: [{ title: 'Latest' }] });
    expect(assistant.sees().every(({ ts, threadTs = ts }) => threadTs === assistant.threadTs)).toBe(true);
    expect(slack.violations).toEqual([]);
  });

  test('is reached by shortcuts, and changes and deletes the message they were used on', async () => {
    await using harbour = await openHarbour();
    const { slack, channel, ada } = harbour;
    const app = await harbour.bot(way, (app) => {
      app.shortcut(
        { callback_id: 'summarize', type: 'message_action' },
        async ({ ack, shortcut, respond }) => {
          await ack();
          await respond(`In short: ${shortcut.message.text}`);
        },
      );
      app.shortcut({ callback_id: 'ask', type: 'shortcut' }, async ({ ack, shortcut, client }) => {
        await ack();
        await client.views.open({ trigger_id: shortcut.trigger_id, view: form });
      });
    });
    const { message } = ada.in(channel).write('A long story');
    const reply = await ada.in(channel).messageShortcut('summarize', message).reply();
    expect(reply).toMatchObject({ text: 'In short: A long story', ephemeral: true });
    expect(await ada.in(channel).shortcut('ask').view()).toMatchObject({ title: 'Ask' });

    const { ts = '' } = await app.client.chat.postMessage({ channel: channel.id, text: 'One' });
    await app.client.chat.update({ channel: channel.id, ts, text: 'Two' });
    expect(slack.visible(channel).at(-1)).toMatchObject({ text: 'Two', edited: true });
    await app.client.chat.delete({ channel: channel.id, ts });
    expect(slack.visible(channel)).toHaveLength(1);
    expect(slack.violations).toEqual([]);
  });
});

function listenToForm(app: App): void {
  app.action('more', async ({ ack, body, client }) => {
    await ack();
    if (!('trigger_id' in body)) throw new Error('There is no trigger');
    await client.views.open({ trigger_id: body.trigger_id, view: form });
  });
  app.options('topics', async ({ ack, payload }) => {
    const text = { type: 'plain_text', text: `${payload.value} and more` } as const;
    await ack({ options: [{ text, value: `${payload.value}!` }] });
  });
  app.view('ask', async ({ ack, view }) => {
    const question = view.state.values['question']?.['text']?.value;
    const topic = view.state.values['topic']?.['topics']?.selected_option?.value;
    if (question !== 'When?') {
      await ack({ response_action: 'errors', errors: { question: 'Ask when' } });
      return;
    }
    const text = { type: 'mrkdwn', text: `At noon: ${topic}` } as const;
    await ack({
      response_action: 'update',
      view: { type: 'modal', title: form.title, blocks: [{ type: 'section', text }] },
    });
  });
}

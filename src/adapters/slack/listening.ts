import type { App, RespondArguments, webApi } from '@slack/bolt';
import type { Desk, Listing } from '../../chat/adapter.ts';
import type { KeyValue } from '../../chat/key-value.ts';
import type { Message } from '../../chat/message.ts';
import type { LanguageTag } from '../../language/language.ts';
import type { Translate } from '../../texts.ts';
import type { Controls } from '../controls.ts';
import { callerId, channelId, placeId } from './calls.ts';
import { formFor, formId, readForm } from './forms.ts';
import { homeOf } from './home.ts';
import type { Locales } from './locales.ts';
import { shortcuts, slashCommand } from './manifest.ts';
import type { Body } from './pages.ts';
import { send } from './sending.ts';
import { typedOf } from './typed.ts';

/** What listening needs. */
export interface Listening {
  readonly team: string;
  /** Kiosk's own id as a user. */
  readonly self: string;
  readonly listings: readonly Listing[];
  readonly desk: Desk;
  readonly client: webApi.WebClient;
  readonly controls: Controls;
  /** Where it is written down which messages were heard. */
  readonly kept: KeyValue;
  readonly locales: Locales;
  readonly translate: (language: LanguageTag) => Translate;
  readonly render: (message: Message, page?: number) => Promise<Body>;
  /** Does something that nobody waits for. */
  readonly undertake: (work: () => Promise<void>, what: string) => void;
  /** Aborted when nobody waits for answers any more. */
  readonly signal: AbortSignal;
}

type Respond = (message: RespondArguments) => Promise<unknown>;

/** Slack delivers an event again within the hour where it wasn't sure of the first time. */
const heardFor = 2 * 60 * 60 * 1000;

/** Answers what comes from Slack. Everything is acknowledged at once, and answered when the answer is there. */
export function listen(app: App, parts: Listening): void {
  const { team, self, listings, desk, client, controls, kept, locales, translate, render, undertake } = parts;
  const heard = new Set<string>();

  async function readerOf(user: string, channel: string) {
    const locale = await locales.of(user);
    return {
      caller: { id: callerId(team, user), manager: await manages(user) },
      channel: channelId(team, channel),
      place: placeId(team),
      ...(locale !== undefined && { locale }),
      signal: parts.signal,
    };
  }

  async function manages(user: string): Promise<boolean> {
    try {
      const { user: found } = await client.users.info({ user });
      return found?.is_admin === true || found?.is_owner === true;
    } catch {
      return false;
    }
  }

  const privately = async (respond: Respond, message: Message, page = 0) => {
    const body = await render(message, page);
    await respond({ ...body, response_type: 'ephemeral', replace_original: false });
  };

  async function showHome(user: string): Promise<void> {
    const reader = await readerOf(user, user);
    await client.views.publish({ user_id: user, view: await homeOf(reader, { desk, render }) });
  }

  async function stale(reader: Awaited<ReturnType<typeof readerOf>>): Promise<Message> {
    const language = await desk.language(reader);
    return { language, blocks: [{ kind: 'text', text: translate(language)('replies.page.stale') }] };
  }

  async function openForm(
    trigger: string,
    control: { readonly id: string; readonly command: string; readonly option: string },
    where: { readonly language: LanguageTag; readonly channel: string | undefined },
  ): Promise<void> {
    const listing = listings.find(
      ({ command, language }) => command === control.command && language === where.language,
    );
    if (listing === undefined) return;
    const title = translate(where.language)('replies.followUp');
    const origin = { control: control.id, channel: where.channel };
    await client.views.open({ trigger_id: trigger, view: formFor(listing, control.option, title, origin) });
  }

  /** True for a message that was heard before: as another event, or delivered again. */
  async function isRepeated(channel: string, ts: string): Promise<boolean> {
    const name = `heard ${channel} ${ts}`;
    if (heard.has(name)) return true;
    heard.add(name);
    setTimeout(() => heard.delete(name), heardFor).unref();
    if ((await kept.get(name)) !== undefined) return true;
    await kept.set(name, true, heardFor);
    return false;
  }

  async function converse(message: {
    readonly user: string;
    readonly channel: string;
    readonly text: string;
    readonly ts: string;
    readonly thread: string | undefined;
  }): Promise<void> {
    const { user, channel, text, ts, thread } = message;
    if (await isRepeated(channel, ts)) return;
    const { locale: _, ...reader } = await readerOf(user, channel);
    const words = text.replaceAll(`<@${self}>`, ' ').replace(/\s+/g, ' ').trim();
    const reply = await desk.answerText({ ...reader, text: unescaped(words) });
    await send(client, {
      channel,
      ...(thread !== undefined && { thread_ts: thread }),
      ...(await render(reply)),
    });
  }

  app.command(slashCommand, async ({ command, ack, respond }) => {
    await ack();
    undertake(async () => {
      const reader = await readerOf(command.user_id, command.channel_id);
      const text = typedOf(command.text, listings, await desk.language(reader));
      const reply =
        text === ''
          ? await desk.answer({ ...reader, command: 'help', options: {} })
          : await desk.answerText({ ...reader, text });
      await privately(respond, reply);
    }, 'a command was not answered');
  });

  app.action({ type: 'block_actions' }, async ({ action, body, ack, respond }) => {
    await ack();
    if (action.type !== 'button') return;
    undertake(async () => {
      const user = body.user.id;
      const channel = body.channel?.id ?? user;
      const reader = await readerOf(user, channel);
      // On Kiosk's own tab there is no message to answer beside.
      const isHome = body.channel === undefined;
      const tell = isHome
        ? async (message: Message, page = 0) =>
            void (await send(client, { channel: user, ...(await render(message, page)) }))
        : (message: Message, page = 0) => privately(respond, message, page);
      const id = action.value ?? '';
      const control = await controls.read(id);
      switch (control?.kind) {
        case undefined:
          return tell(await stale(reader));
        case 'page': {
          const message = await controls.find(control.message);
          return message === undefined ? tell(await stale(reader)) : tell(message, control.page);
        }
        case 'action': {
          const { command, options, asks } = control;
          if (asks !== undefined) {
            const language = await desk.language(reader);
            return openForm(body.trigger_id, { id, command, option: asks }, { language, channel });
          }
          const reply = await desk.answer({ ...reader, command, options });
          return isHome && command === 'language' ? showHome(user) : tell(reply);
        }
      }
    }, 'a button was not answered');
  });

  app.view(formId, async ({ view, body, ack }) => {
    await ack();
    undertake(async () => {
      const form = readForm(view);
      if (form === undefined) return;
      const user = body.user.id;
      const channel = form.origin.channel ?? user;
      const reader = await readerOf(user, channel);
      const control = await controls.read(form.origin.control);
      const reply =
        control?.kind === 'action' && control.asks !== undefined
          ? await desk.answer({
              ...reader,
              command: control.command,
              options: { ...control.options, [control.asks]: form.value },
            })
          : await stale(reader);
      const message = await render(reply);
      // Where Kiosk isn't in the channel, it answers directly.
      await client.chat
        .postEphemeral({ channel, user, ...message })
        .catch(() => send(client, { channel: user, ...message }));
    }, 'a form was not answered');
  });

  app.shortcut(
    { type: 'message_action', callback_id: shortcuts.summarise },
    async ({ shortcut, ack, respond }) => {
      await ack();
      const menu = listings.find((listing) => listing.menu !== undefined);
      if (menu?.menu === undefined) return;
      const { command, menu: offered } = menu;
      undertake(async () => {
        const reader = await readerOf(shortcut.user.id, shortcut.channel.id);
        const options = { [offered.option]: unescaped(shortcut.message.text ?? '') };
        await privately(respond, await desk.answer({ ...reader, command, options }));
      }, 'a message was not summed up');
    },
  );

  app.shortcut({ type: 'shortcut', callback_id: shortcuts.ask }, async ({ shortcut, ack }) => {
    await ack();
    undertake(async () => {
      const reader = await readerOf(shortcut.user.id, shortcut.user.id);
      const language = await desk.language(reader);
      const action = { kind: 'action', command: 'ask', options: {}, asks: 'question' } as const;
      const id = await controls.write(action);
      await openForm(
        shortcut.trigger_id,
        { id, command: 'ask', option: 'question' },
        { language, channel: undefined },
      );
    }, 'a form was not opened');
  });

  app.event('app_mention', async ({ event }) => {
    const { user, channel, text, ts, thread_ts: thread = ts } = event;
    if (user === undefined || user === self) return;
    undertake(() => converse({ user, channel, text, ts, thread }), 'a mention was not answered');
  });

  app.message(async ({ message }) => {
    if (message.subtype !== undefined || message.channel_type !== 'im' || message.bot_id !== undefined)
      return;
    const { user, channel, text = '', ts, thread_ts: thread } = message;
    if (user === self) return;
    undertake(() => converse({ user, channel, text, ts, thread }), 'a message was not answered');
  });

  app.event('app_home_opened', async ({ event }) => {
    if (event.tab !== 'home') return;
    undertake(() => showHome(event.user), 'the home tab was not shown');
  });

  app.event('user_change', async ({ event }) => locales.forget(event.user.id));
}

/** A text as it was typed: Slack escapes what it hands over. */
function unescaped(text: string): string {
  return text
    .replace(/<(https?:[^|>]+)(?:\|[^>]*)?>/g, '$1')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

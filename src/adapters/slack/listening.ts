import type { App, RespondArguments, webApi } from '@slack/bolt';
import type { Desk, Listing, Reader } from '../../chat/adapter.ts';
import type { KeyValue } from '../../chat/key-value.ts';
import type { Message } from '../../chat/message.ts';
import type { LanguageTag } from '../../language/language.ts';
import type { Translate } from '../../texts.ts';
import type { Controls } from '../controls.ts';
import { createForms } from './asking.ts';
import { callerId, channelId, placeId } from './calls.ts';
import { createConversation } from './conversation.ts';
import { formId } from './forms.ts';
import { homeOf } from './home/home.ts';
import { languageMenuId } from './home/language.ts';
import type { Locales } from './locales.ts';
import { formShortcuts, slashCommand, summariseShortcut } from './manifest.ts';
import { createChoices, offerChoices } from './menus.ts';
import type { Audience, Body } from './pages.ts';
import { createPane } from './pane.ts';
import { send } from './sending.ts';
import { isDirect, spotOf } from './spots.ts';
import { typedOf, unescaped } from './typed.ts';

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
  readonly render: (message: Message, page?: number, audience?: Audience) => Promise<Body>;
  /** Does something that nobody waits for. */
  readonly undertake: (work: () => Promise<void>, what: string) => void;
  /** Aborted when nobody waits for answers any more. */
  readonly signal: AbortSignal;
}

type Respond = (message: RespondArguments) => Promise<unknown>;

/** Answers what comes from Slack. Everything is acknowledged at once, and answered when the answer is there. */
export function listen(app: App, parts: Listening): void {
  const { team, self, listings, desk, client, controls, locales, translate, render, undertake } = parts;

  /** Somebody who isn't asked whether they manage anything, which takes a while. */
  async function onlookerOf(user: string, channel: string) {
    const locale = await locales.of(user);
    return {
      caller: { id: callerId(team, user), manager: false },
      channel: channelId(team, channel),
      place: placeId(team),
      ...(locale !== undefined && { locale }),
      signal: parts.signal,
    };
  }

  async function readerOf(user: string, channel: string) {
    const reader = await onlookerOf(user, channel);
    return { ...reader, caller: { ...reader.caller, manager: await manages(user) } };
  }

  async function manages(user: string): Promise<boolean> {
    try {
      const { user: found } = await client.users.info({ user });
      return found?.is_admin === true || found?.is_owner === true;
    } catch {
      return false;
    }
  }

  const privately = async (respond: Respond, message: Message, page = 0, thread?: string) => {
    const body = await render(message, page, 'reader');
    const where = thread === undefined ? {} : { thread_ts: thread };
    await respond({ ...body, ...where, response_type: 'ephemeral', replace_original: false });
  };

  /** Shows everybody in the channel what one reader saw, in place of what they saw. */
  async function share(respond: Respond, message: Message): Promise<void> {
    const literal = { unfurl_links: false, unfurl_media: false };
    const body = await render(message);
    await respond({ ...body, ...literal, response_type: 'in_channel', replace_original: false });
    await respond({ text: '', delete_original: true });
  }

  async function showHome(user: string): Promise<void> {
    const reader = await readerOf(user, user);
    await client.views.publish({ user_id: user, view: await homeOf(reader, parts) });
  }

  async function stale(reader: Reader): Promise<Message> {
    const language = await desk.language(reader);
    return { language, blocks: [{ kind: 'text', text: translate(language)('replies.page.stale') }] };
  }

  const choices = createChoices(parts.kept);
  const hear = createConversation({ ...parts, reader: readerOf });
  app.assistant(createPane({ ...parts, hear, reader: onlookerOf }));
  const forms = createForms({ ...parts, choices, reader: readerOf, onlooker: onlookerOf, stale });
  offerChoices(app, { desk, controls, choices, reader: onlookerOf });

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

  app.action({ type: 'block_actions', action_id: languageMenuId }, async ({ action, body, ack }) => {
    await ack();
    if (action.type !== 'static_select') return;
    undertake(async () => {
      const user = body.user.id;
      const options = { language: action.selected_option.value };
      await desk.answer({ ...(await readerOf(user, user)), command: 'language', options });
      await showHome(user);
    }, 'a language was not chosen');
  });

  app.action({ type: 'block_actions', action_id: /^do\b/ }, async ({ action, body, ack, respond }) => {
    await ack();
    if (action.type !== 'button') return;
    undertake(async () => {
      const user = body.user.id;
      const channel = body.channel?.id ?? user;
      const reader = await readerOf(user, channel);
      const spot = spotOf(body);
      const { thread } = spot;
      const beside = { channel, ...(thread !== undefined && { thread_ts: thread }) };
      const tell = isDirect(spot)
        ? async (message: Message, page = 0) =>
            void (await send(client, { ...beside, ...(await render(message, page)) }))
        : (message: Message, page = 0) => privately(respond, message, page, thread);
      const id = action.value ?? '';
      const control = await controls.read(id);
      switch (control?.kind) {
        case undefined:
          return tell(await stale(reader));
        case 'page': {
          const message = await controls.find(control.message);
          return message === undefined ? tell(await stale(reader)) : tell(message, control.page);
        }
        case 'share': {
          const message = await controls.find(control.message);
          return message === undefined ? tell(await stale(reader)) : share(respond, message);
        }
        case 'action': {
          const { command, options, asks } = control;
          if (asks !== undefined)
            return forms.open(control, { trigger: body.trigger_id, title: action.text.text, user, ...spot });
          return tell(await desk.answer({ ...reader, command, options }));
        }
      }
    }, 'a button was not answered');
  });

  app.view(formId, async ({ view, body, ack }) => {
    await ack();
    undertake(() => forms.answer(view, body.user.id), 'a form was not answered');
  });

  app.shortcut(
    { type: 'message_action', callback_id: summariseShortcut },
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

  for (const { callbackId, command, asks, title } of formShortcuts) {
    app.shortcut({ type: 'shortcut', callback_id: callbackId }, async ({ shortcut, ack }) => {
      await ack();
      undertake(async () => {
        const user = shortcut.user.id;
        const t = translate(await desk.language(await onlookerOf(user, user)));
        const how = { trigger: shortcut.trigger_id, title: t(title), user, channel: undefined };
        await forms.open({ kind: 'action', command, options: {}, asks }, { ...how, thread: undefined });
      }, 'a form was not opened');
    });
  }

  app.event('app_mention', async ({ event }) => {
    const { user, channel, text, ts, thread_ts: thread = ts } = event;
    if (user === undefined || user === self) return;
    undertake(() => hear({ user, channel, text, ts, thread }), 'a mention was not answered');
  });

  app.message(async ({ message }) => {
    if (message.subtype !== undefined || message.channel_type !== 'im' || message.bot_id !== undefined)
      return;
    const { user, channel, text = '', ts, thread_ts: thread } = message;
    if (user === self) return;
    undertake(() => hear({ user, channel, text, ts, thread }), 'a message was not answered');
  });

  app.event('app_home_opened', async ({ event }) => {
    if (event.tab !== 'home') return;
    undertake(() => showHome(event.user), 'the home tab was not shown');
  });

  app.event('user_change', async ({ event }) => locales.forget(event.user.id));
}

import type { App } from '@slack/bolt';
import type { KeyValue } from '../../chat/key-value.ts';
import { answerPrivately, showHome } from './answering.ts';
import type { Answering } from './answering.ts';
import { answerForm, openForm } from './asking.ts';
import { answerPress } from './buttons.ts';
import { createConversation } from './conversation.ts';
import { formId } from './forms.ts';
import { languageMenuId } from './home/language.ts';
import { formShortcuts, slashCommand, summariseShortcut } from './manifest.ts';
import { offerChoices } from './menus.ts';
import { createPane } from './pane.ts';
import { spotOf } from './spots.ts';
import { typedOf, unescaped } from './typed.ts';
import type { Source, Within } from './workspaces.ts';

/** What listening needs. */
export interface Listening extends Answering {
  /** Where it is written down which messages were heard, and which threads are the assistant's. */
  readonly kept: KeyValue;
  readonly within: Within;
  /** Slack says that Kiosk was taken out of a workspace. */
  readonly ended: (source: Source) => void;
}

/** Answers what comes from Slack. Everything is acknowledged at once, and answered when the answer is there. */
export function listen(app: App, parts: Listening): void {
  const { listings, desk, translate, reader: readerOf, onlooker, within, ended } = parts;
  const hear = createConversation(parts);
  app.assistant(createPane({ ...parts, hear }));
  offerChoices(app, parts);

  app.command(slashCommand, async ({ command, context, ack, respond }) => {
    await ack();
    within(
      context,
      async (workspace) => {
        const reader = await readerOf(workspace, command.user_id, command.channel_id);
        const text = typedOf(command.text, listings, await desk.language(reader));
        const reply =
          text === ''
            ? await desk.answer({ ...reader, command: 'help', options: {} })
            : await desk.answerText({ ...reader, text });
        await answerPrivately(respond, reply, parts);
      },
      'a command was not answered',
    );
  });

  app.action({ type: 'block_actions', action_id: languageMenuId }, async ({ action, body, context, ack }) => {
    await ack();
    if (action.type !== 'static_select') return;
    const options = { language: action.selected_option.value };
    within(
      context,
      async (workspace) => {
        const user = body.user.id;
        await desk.answer({ ...(await readerOf(workspace, user, user)), command: 'language', options });
        await showHome(workspace, user, parts);
      },
      'a language was not chosen',
    );
  });

  app.action(
    { type: 'block_actions', action_id: /^do\b/ },
    async ({ action, body, context, ack, respond }) => {
      await ack();
      if (action.type !== 'button') return;
      const { value: control = '', text } = action;
      const opener = { ...spotOf(body), user: body.user.id, trigger: body.trigger_id, title: text.text };
      const press = { ...opener, control, respond };
      within(
        context,
        (workspace) => answerPress({ ...press, workspace }, parts),
        'a button was not answered',
      );
    },
  );

  app.view(formId, async ({ view, body, context, ack }) => {
    await ack();
    const sent = { view, user: body.user.id };
    within(context, (workspace) => answerForm({ ...sent, workspace }, parts), 'a form was not answered');
  });

  app.shortcut(
    { type: 'message_action', callback_id: summariseShortcut },
    async ({ shortcut, context, ack, respond }) => {
      await ack();
      const menu = listings.find((listing) => listing.menu !== undefined);
      if (menu?.menu === undefined) return;
      const { command, menu: offered } = menu;
      within(
        context,
        async (workspace) => {
          const reader = await readerOf(workspace, shortcut.user.id, shortcut.channel.id);
          const options = { [offered.option]: unescaped(shortcut.message.text ?? '') };
          await answerPrivately(respond, await desk.answer({ ...reader, command, options }), parts);
        },
        'a message was not summed up',
      );
    },
  );

  for (const { callbackId, command, asks, title } of formShortcuts) {
    app.shortcut({ type: 'shortcut', callback_id: callbackId }, async ({ shortcut, context, ack }) => {
      await ack();
      const { trigger_id: trigger, user } = shortcut;
      const opener = { user: user.id, trigger, channel: undefined, thread: undefined };
      within(
        context,
        async (workspace) => {
          const t = translate(await desk.language(await onlooker(workspace, user.id, user.id)));
          const control = { kind: 'action', command, options: {}, asks } as const;
          await openForm(control, { ...opener, workspace, title: t(title) }, parts);
        },
        'a form was not opened',
      );
    });
  }

  app.event('app_mention', async ({ event, context }) => {
    const { user, channel, text, ts, thread_ts: thread = ts } = event;
    if (user === undefined) return;
    const heard = { user, channel, text, ts, thread };
    within(context, (workspace) => hear(workspace, heard), 'a mention was not answered');
  });

  app.message(async ({ message, context }) => {
    if (message.subtype !== undefined || message.channel_type !== 'im' || message.bot_id !== undefined)
      return;
    const { user, channel, text = '', ts, thread_ts: thread } = message;
    const heard = { user, channel, text, ts, thread };
    within(context, (workspace) => hear(workspace, heard), 'a message was not answered');
  });

  app.event('app_home_opened', async ({ event, context }) => {
    if (event.tab !== 'home') return;
    within(context, (workspace) => showHome(workspace, event.user, parts), 'the home tab was not shown');
  });

  app.event('user_change', async ({ event, context }) => {
    within(
      context,
      async ({ locales }) => locales.forget(event.user.id),
      'a reader’s change of language was not noted',
    );
  });

  for (const event of ['app_uninstalled', 'tokens_revoked'] as const)
    app.event(event, async ({ context }) => ended(context));
}

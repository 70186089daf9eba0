import type { App } from '@slack/bolt';
import type { KeyValue } from '../../chat/key-value.ts';
import { answerPress } from './buttons.ts';
import { answerPrivately, openForm, showHome, staleFor } from './answering.ts';
import type { Answering } from './answering.ts';
import { createConversation } from './conversation.ts';
import { formId, readForm } from './forms.ts';
import { shortcuts, slashCommand } from './manifest.ts';
import { send } from './sending.ts';
import { typedOf, unescaped } from './typed.ts';
import type { Workspace } from './workspaces.ts';

/** What listening needs. */
export interface Listening extends Answering {
  /** Where it is written down which messages were heard. */
  readonly kept: KeyValue;
  /** Does something in the workspace that Slack named, for which nobody waits. */
  readonly within: (source: Source, work: (workspace: Workspace) => Promise<void>, what: string) => void;
  /** Slack says that Kiosk was taken out of a workspace. */
  readonly ended: (source: Source) => void;
}

/** What Slack's library knows of where something comes from. */
export interface Source {
  readonly teamId?: string;
}

/** Answers what comes from Slack. Everything is acknowledged at once, and answered when the answer is there. */
export function listen(app: App, parts: Listening): void {
  const { listings, desk, controls, render, reader: readerOf, within, ended } = parts;
  const hear = createConversation({
    ...parts,
    reader: async (workspace, user, channel) => {
      const { locale: _, ...reader } = await readerOf(workspace, user, channel);
      return reader;
    },
  });

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

  app.action({ type: 'block_actions' }, async ({ action, body, context, ack, respond }) => {
    await ack();
    if (action.type !== 'button') return;
    const { trigger_id: trigger, user, channel } = body;
    const press = { user: user.id, channel: channel?.id, control: action.value ?? '', trigger, respond };
    within(context, (workspace) => answerPress({ ...press, workspace }, parts), 'a button was not answered');
  });

  app.view(formId, async ({ view, body, context, ack }) => {
    await ack();
    const form = readForm(view);
    if (form === undefined) return;
    within(
      context,
      async (workspace) => {
        const user = body.user.id;
        const channel = form.origin.channel ?? user;
        const reader = await readerOf(workspace, user, channel);
        const control = await controls.read(form.origin.control);
        const reply =
          control?.kind === 'action' && control.asks !== undefined
            ? await desk.answer({
                ...reader,
                command: control.command,
                options: { ...control.options, [control.asks]: form.value },
              })
            : await staleFor(reader, parts);
        const message = await render(reply);
        // Where Kiosk isn't in the channel, it answers directly.
        await workspace.client.chat
          .postEphemeral({ channel, user, ...message })
          .catch(() => send(workspace.client, { channel: user, ...message }));
      },
      'a form was not answered',
    );
  });

  app.shortcut(
    { type: 'message_action', callback_id: shortcuts.summarise },
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

  app.shortcut({ type: 'shortcut', callback_id: shortcuts.ask }, async ({ shortcut, context, ack }) => {
    await ack();
    within(
      context,
      async (workspace) => {
        const { trigger_id: trigger, user } = shortcut;
        const language = await desk.language(await readerOf(workspace, user.id, user.id));
        const id = await controls.write({ kind: 'action', command: 'ask', options: {}, asks: 'question' });
        const where = { workspace, language, channel: undefined };
        await openForm(trigger, { id, command: 'ask', option: 'question' }, where, parts);
      },
      'a form was not opened',
    );
  });

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

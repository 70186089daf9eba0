import type { webApi } from '@slack/bolt';
import type { Call, Desk, Listing } from '../../chat/adapter.ts';
import type { Message } from '../../chat/message.ts';
import type { Control, Controls } from '../controls.ts';
import { filledIn, formFor, originOf } from './forms.ts';
import type { Choices } from './menus.ts';
import type { Body } from './pages.ts';
import { send } from './sending.ts';
import { isDirect } from './spots.ts';
import type { Spot } from './spots.ts';

/** What a control that lacks an option asks for. */
export type AskingControl = Extract<Control, { kind: 'action' }>;

type Asker = Omit<Call, 'command' | 'options'>;

/** Asks readers for what a button's command lacks, and answers what they say. */
export interface Forms {
  /** @param how.trigger lets a form be opened, for three seconds  @param how.title what it is called: like the button that opens it */
  open(
    control: AskingControl,
    how: { readonly trigger: string; readonly title: string; readonly user: string } & Spot,
  ): Promise<void>;
  /** Answers a form that was sent off, where it was opened. */
  answer(view: { readonly private_metadata: string; readonly state: unknown }, user: string): Promise<void>;
}

/**
 * @param parts.onlooker who somebody is, told at once  @param parts.reader who they are, and what they may do
 * @param parts.stale what is said where nobody knows any more what a form was for
 */
export function createForms(parts: {
  readonly listings: readonly Listing[];
  readonly desk: Desk;
  readonly client: webApi.WebClient;
  readonly controls: Pick<Controls, 'read' | 'write'>;
  readonly choices: Pick<Choices, 'read'>;
  readonly render: (message: Message) => Promise<Body>;
  readonly onlooker: (user: string, channel: string) => Promise<Asker>;
  readonly reader: (user: string, channel: string) => Promise<Asker>;
  readonly stale: (reader: Asker) => Promise<Message>;
}): Forms {
  const { listings, desk, client, controls, choices, render } = parts;

  return {
    async open(control, { trigger, title, user, channel, thread }) {
      const { command, options: given, asks: option } = control;
      if (option === undefined) return;
      const reader = await parts.onlooker(user, channel ?? user);
      const language = await desk.language(reader);
      const listing = listings.find((each) => each.command === command && each.language === language);
      if (listing === undefined) return;
      // Where there is nothing to choose from, a menu would only be in the way of whoever writes or pastes something.
      const offered = await desk.suggest({ ...reader, command, option, given, typed: '' });
      const kind = offered.length === 0 ? 'text' : 'menu';
      const origin = { control: await controls.write(control), channel, thread };
      const view = formFor(listing, { option, kind, title }, origin);
      await client.views.open({ trigger_id: trigger, view });
    },

    async answer(view, user) {
      const origin = originOf(view);
      const filled = filledIn(view);
      if (origin === undefined || filled === undefined) return;
      const { channel = user, thread } = origin;
      const reader = await parts.reader(user, channel);
      const control = await controls.read(origin.control);
      const value = 'chosen' in filled ? await choices.read(filled.chosen) : filled.written;
      const reply =
        control?.kind === 'action' && control.asks !== undefined && value !== undefined
          ? await desk.answer({
              ...reader,
              command: control.command,
              options: { ...control.options, [control.asks]: value },
            })
          : await parts.stale(reader);
      const message = await render(reply);
      const beside = { ...message, channel, ...(thread !== undefined && { thread_ts: thread }) };
      if (isDirect(origin)) return void (await send(client, beside));
      // Where Kiosk isn't in the channel, it answers directly.
      await client.chat
        .postEphemeral({ ...beside, user })
        .catch(() => send(client, { ...message, channel: user }));
    },
  };
}

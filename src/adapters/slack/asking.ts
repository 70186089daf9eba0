import type { Control } from '../controls.ts';
import { refreshHome, staleFor } from './answering.ts';
import type { Answering } from './answering.ts';
import { filledIn, formFor, originOf } from './forms.ts';
import { send } from './sending.ts';
import { addressOf, isDirect } from './spots.ts';
import type { Spot } from './spots.ts';
import type { Workspace } from './workspaces.ts';

/** Where a form is opened, and for whom. */
export interface Opener extends Spot {
  readonly workspace: Workspace;
  readonly user: string;
  /** With which a form may be opened, within three seconds. */
  readonly trigger: string;
  /** What it is called: like the button that opens it. */
  readonly title: string;
}

/** Asks a reader for the option that a button's command lacks. */
export async function openForm(
  control: Extract<Control, { kind: 'action' }>,
  { workspace, user, channel, thread, trigger, title }: Opener,
  { listings, desk, controls, onlooker }: Pick<Answering, 'listings' | 'desk' | 'controls' | 'onlooker'>,
): Promise<void> {
  const { command, options: given, asks: option } = control;
  if (option === undefined) return;
  const reader = await onlooker(workspace, user, channel ?? user);
  const language = await desk.language(reader);
  const listing = listings.find((each) => each.command === command && each.language === language);
  if (listing === undefined) return;
  // Where there is nothing to choose from, a menu would only be in the way of whoever writes or pastes something.
  const offered = await desk.suggest({ ...reader, command, option, given, typed: '' });
  const kind = offered.length === 0 ? 'text' : 'menu';
  const origin = { control: await controls.write(control), channel, thread };
  const view = formFor(listing, { option, kind, title }, origin);
  await workspace.client.views.open({ trigger_id: trigger, view });
}

/** A form that a reader sent off. */
export interface SentForm {
  readonly workspace: Workspace;
  readonly user: string;
  readonly view: { readonly private_metadata: string; readonly state: unknown };
}

/** Answers a form where it was opened. */
export async function answerForm({ workspace, user, view }: SentForm, parts: Answering): Promise<void> {
  const { desk, controls, choices, render } = parts;
  const { client } = workspace;
  const origin = originOf(view);
  const filled = filledIn(view);
  if (origin === undefined || filled === undefined) return;
  const address = addressOf(origin, user);
  const reader = await parts.reader(workspace, user, address.channel);
  const control = await controls.read(origin.control);
  const value = 'chosen' in filled ? await choices.read(filled.chosen) : filled.written;
  const reply =
    control?.kind === 'action' && control.asks !== undefined && value !== undefined
      ? await desk.answer({
          ...reader,
          command: control.command,
          options: { ...control.options, [control.asks]: value },
        })
      : await staleFor(reader, parts);
  const message = await render(reply);
  if (isDirect(origin)) {
    await send(client, { ...message, ...address });
    if (control?.kind === 'action')
      await refreshHome(control.command, { workspace, user, channel: origin.channel }, parts);
    return;
  }
  // Where Kiosk isn't in the channel, it answers directly.
  await client.chat
    .postEphemeral({ ...message, ...address, user })
    .catch(() => send(client, { ...message, channel: user }));
}

import type { JsonObject } from '../../../discord/stand-in/json.ts';
import { keyOf } from '../world/post.ts';
import { closeView } from '../world/views.ts';
import type { Channel, Message, User, View } from '../world/world.ts';
import * as acts from './acts.ts';
import { begin } from './begin.ts';
import type { Beginning, ReaderParts } from './begin.ts';
import type { Call } from './call.ts';
import { chosen, controlNamed, pressed, stateOf } from './controls.ts';
import { fieldKey } from './fields.ts';
import { see } from './seen.ts';
import type { Seen, SeenView } from './seen.ts';
import { checkFilled, filledIn } from './submit.ts';
import type { Values } from './submit.ts';
import { writeAs } from './writing.ts';
import type { Wrote } from './writing.ts';

/** A reader in one conversation. Everything throws an error where Slack's client would not let them. */
export interface Presence {
  readonly channelId: string;
  /** Types a slash command. */
  slash(command: string, text?: string): Call;
  /** Clicks a button, by its words or action id. */
  click(where: Seen | SeenView, button: string): Call;
  /** Chooses from a menu, by its label or action id and the options' values or words. */
  select(where: Seen | SeenView, menu: string, ...values: readonly string[]): Call;
  /** Types into a menu that asks the bot what it has. */
  suggest(where: Seen | SeenView, menu: string, typed: string): Call;
  /** Fills in fields, by labels, block ids or action ids, without the bot being told. */
  fill(where: Seen | SeenView, values: Values): void;
  /** Sends a modal off, with what was filled in before and what is now. */
  submit(view: SeenView, values?: Values): Call;
  /** Closes a modal; the bot hears of it if it asked to. */
  dismiss(view: SeenView): Call | undefined;
  /** Uses a shortcut from anywhere. */
  shortcut(callbackId: string): Call;
  /** Uses a shortcut on a message. */
  messageShortcut(callbackId: string, message: Seen): Call;
  /** Writes a message; "@Kiosk" in it is a mention. @param how.thread the ts of the message replied to */
  write(text: string, how?: { readonly thread?: string }): Wrote;
  /** What the reader sees, oldest first. */
  sees(): readonly Seen[];
}

/** Lets a user be in a conversation. */
export function createPresence(parts: ReaderParts, user: User, channelId: string): Presence {
  const { hall, fields } = parts;
  const { world } = hall;

  const here = (): Channel => {
    const channel = world.channels.get(channelId);
    if (channel === undefined || (channel.kind !== 'public' && !channel.members.includes(user.id)))
      throw new Error(`${user.name} sees no channel ${channelId}`);
    return channel;
  };
  const seenIn = (where: Seen | SeenView): Message | View => {
    const found =
      'ts' in where
        ? world.messages.get(keyOf(where.channelId, where.ts))
        : (world.views.get(where.id) ?? world.homes.get(user.id));
    if (found === undefined) throw new Error(`${user.name} no longer sees it`);
    if ('form' in found ? found.closed || found.userId !== user.id : (found.onlyFor ?? user.id) !== user.id)
      throw new Error(`${user.name} does not see it`);
    return found;
  };
  const viewOf = (where: SeenView): View => {
    const found = seenIn(where);
    if (!('form' in found)) throw new Error('It is no view');
    return found;
  };
  const start = (beginning: Omit<Beginning, 'user' | 'channel'>): Call =>
    begin(parts, { ...beginning, user, channel: here() });
  const act = (found: Message | View, action: JsonObject): Call => {
    const state = stateOf(blocksOf(found), fields.in(found));
    const payload = (by: acts.Act) => acts.actionPayload(world, by, found, action, state);
    return start({ kind: 'click', name: 'block_actions', where: found, payload });
  };

  return {
    channelId,
    slash(command, text = '') {
      if (!world.app.commands.includes(command)) throw new Error(`There is no command ${command}`);
      const payload = (by: acts.Act) => acts.slashPayload(world, by, command, text);
      return start({ kind: 'slash', name: command, payload });
    },
    click(where, button) {
      const found = seenIn(where);
      return act(found, pressed(controlNamed(blocksOf(found), button), world.nextTs()));
    },
    select(where, menu, ...values) {
      const found = seenIn(where);
      const place = controlNamed(blocksOf(found), menu);
      const action = chosen(place, values, world.nextTs());
      fields.put(found, new Map([[fieldKey(place), values]]));
      return act(found, action);
    },
    suggest(where, menu, value) {
      const found = seenIn(where);
      const { control, actionId, blockId } = controlNamed(blocksOf(found), menu);
      if (control.type !== 'external_select' && control.type !== 'multi_external_select')
        throw new Error(`${menu} asks nobody`);
      if (value.length < (control.min_query_length ?? 3)) throw new Error(`${value} is too short to ask`);
      const payload = (by: acts.Act) =>
        acts.suggestionPayload(world, by, found, { actionId, blockId, value });
      return start({ kind: 'suggest', name: 'block_suggestion', where: found, payload });
    },
    fill(where, values) {
      const found = seenIn(where);
      fields.put(found, filledIn(blocksOf(found), values));
    },
    submit(view, values = {}) {
      const found = viewOf(view);
      const { form } = found;
      if (form.type !== 'modal' || form.submit === undefined) throw new Error('It is not to be sent off');
      fields.put(found, filledIn(form.blocks, values));
      checkFilled(form.blocks, fields.in(found));
      const state = stateOf(form.blocks, fields.in(found));
      const payload = (by: acts.Act) => acts.submissionPayload(world, by, found, state);
      return start({ kind: 'submit', name: 'view_submission', where: found, payload });
    },
    dismiss(view) {
      const found = viewOf(view);
      closeView(world, found);
      hall.changed();
      if (found.form.type !== 'modal' || found.form.notify_on_close !== true) return undefined;
      const payload = (by: acts.Act) => acts.closingPayload(world, by, found);
      return start({ kind: 'close', name: 'view_closed', where: found, payload });
    },
    shortcut(callbackId) {
      checkShortcut(world.app.shortcuts, callbackId);
      const payload = (by: acts.Act) => acts.shortcutPayload(world, by, callbackId);
      return start({ kind: 'shortcut', name: 'shortcut', payload });
    },
    messageShortcut(callbackId, message) {
      checkShortcut(world.app.shortcuts, callbackId);
      const found = seenIn(message);
      if ('form' in found || found.onlyFor !== undefined) throw new Error('It has no shortcuts');
      const payload = (by: acts.Act) => acts.shortcutPayload(world, by, callbackId, found);
      return start({ kind: 'message shortcut', name: 'message_action', where: found, payload });
    },
    write: (text, { thread } = {}) => writeAs(parts, user, here(), text, thread),
    sees: () =>
      [...world.messages.values()]
        .filter((one) => one.channelId === channelId && (one.onlyFor ?? user.id) === user.id)
        .map((one) => see(world, one)),
  };
}

function blocksOf(found: Message | View) {
  return 'form' in found ? found.form.blocks : found.blocks;
}

function checkShortcut(known: readonly string[], callbackId: string): void {
  if (!known.includes(callbackId)) throw new Error(`There is no shortcut ${callbackId}`);
}

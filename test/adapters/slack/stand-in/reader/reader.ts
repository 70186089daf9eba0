import type { JsonObject } from '../../../discord/stand-in/json.ts';
import type { Notices } from '../../../discord/stand-in/notices.ts';
import type { Delivered, Delivery } from '../delivery.ts';
import type { Hall } from '../methods/method.ts';
import { family } from '../methods/method.ts';
import type { Calls, CallRecord } from '../world/calls.ts';
import { keyOf, put, typeOf } from '../world/post.ts';
import { write } from '../world/responses.ts';
import { makeTrigger } from '../world/triggers.ts';
import { closeView } from '../world/views.ts';
import type { Channel, Message, User, View } from '../world/world.ts';
import * as acts from './acts.ts';
import { createCall, suggested } from './call.ts';
import type { Call } from './call.ts';
import { chosen, controlNamed, pressed, stateOf } from './controls.ts';
import { see } from './seen.ts';
import type { Seen, SeenView } from './seen.ts';
import { afterSubmit, filledIn } from './submit.ts';
import { typed } from './typed.ts';

/** A message that a reader wrote, and what the bot was told of it. */
export interface Wrote {
  readonly message: Seen;
  /** Ids of events: of the message, and of the mention in it. */
  readonly events: readonly string[];
  /** Settles when the bot has acknowledged all of them. */
  acknowledged(): Promise<readonly Delivered[]>;
}

/** A reader in one conversation. Everything throws an error where Slack's client would not let them. */
export interface Presence {
  readonly channelId: string;
  /** Types a slash command. */
  slash(command: string, text?: string): Call;
  /** Clicks a button, by its words or action id. */
  click(where: Seen | SeenView, button: string): Call;
  /** Chooses from a menu, by its action id and the options' values or words. */
  select(where: Seen | SeenView, menu: string, ...values: readonly string[]): Call;
  /** Types into a menu that asks the bot what it has. */
  suggest(where: Seen | SeenView, menu: string, typed: string): Call;
  /** Sends a modal off, by labels, block ids or action ids. */
  submit(view: SeenView, values?: Readonly<Record<string, string | readonly string[]>>): Call;
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

/** What a reader acts on. */
export interface ReaderParts {
  readonly hall: Hall;
  readonly calls: Calls;
  readonly notices: Notices;
  readonly delivery: Delivery;
  responseUrl(callId: string): string;
}

/** Lets a user be in a conversation. */
export function createPresence(parts: ReaderParts, user: User, channelId: string): Presence {
  const { hall, calls, notices, delivery } = parts;
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

  function begin(
    kind: CallRecord['kind'],
    name: string,
    where: Message | View | undefined,
    payload: (act: acts.Act) => JsonObject,
  ): Call {
    const channel = here();
    const id = world.nextId('call');
    const isView = where !== undefined && 'form' in where;
    calls.begin({
      id,
      kind,
      teamId: user.teamId,
      userId: user.id,
      channelId: isView || kind === 'shortcut' ? undefined : channelId,
      createdAt: world.now(),
      messageKey: where === undefined || isView ? undefined : keyOf(where.channelId, where.ts),
      viewId: isView ? where.id : undefined,
      acknowledged: undefined,
      responses: 0,
      messages: [],
      views: [],
      failed: undefined,
    });
    const triggerId = makeTrigger(world, id, user.id, user.teamId);
    delivery.send({
      id,
      type: kind === 'slash' ? 'slash_commands' : 'interactive',
      name,
      payload: payload({ user, channel, triggerId, responseUrl: parts.responseUrl(id) }),
      settle(acknowledgement) {
        calls.change(id, { acknowledged: acknowledgement });
        if (acknowledgement.late) return calls.change(id, { failed: 'operation_timeout' });
        const { payload } = acknowledgement;
        if (kind === 'submit') afterSubmit(hall, calls, id, acknowledgement);
        if (kind === 'slash' && payload !== undefined) write(hall, calls, id, payload, `${name} at once`);
        if (kind === 'suggest') suggested(calls.get(id));
      },
      fail: (why) => calls.change(id, { failed: why }),
    });
    return createCall(world, calls, notices, id);
  }

  const acted = (where: Seen | SeenView, action: (found: Message | View) => JsonObject): Call => {
    const found = seenIn(where);
    return begin('click', 'block_actions', found, (act) =>
      acts.actionPayload(world, act, found, action(found)),
    );
  };

  return {
    channelId,
    slash(command, text = '') {
      if (!world.app.commands.includes(command)) throw new Error(`There is no command ${command}`);
      return begin('slash', command, undefined, (act) => acts.slashPayload(world, act, command, text));
    },
    click: (where, button) =>
      acted(where, (found) => pressed(controlNamed(blocksOf(found), button), world.nextTs())),
    select: (where, menu, ...values) =>
      acted(where, (found) => chosen(controlNamed(blocksOf(found), menu), values, world.nextTs())),
    suggest(where, menu, value) {
      const found = seenIn(where);
      const { control, actionId, blockId } = controlNamed(blocksOf(found), menu);
      if (control.type !== 'external_select' && control.type !== 'multi_external_select')
        throw new Error(`${menu} asks nobody`);
      if (value.length < (control.min_query_length ?? 3)) throw new Error(`${value} is too short to ask`);
      return begin('suggest', 'block_suggestion', found, (act) =>
        acts.suggestionPayload(world, act, found, { actionId, blockId, value }),
      );
    },
    submit(view, values = {}) {
      const found = viewOf(view);
      const state = stateOf(found.form.blocks, filledIn(found, values));
      return begin('submit', 'view_submission', found, (act) =>
        acts.submissionPayload(world, act, found, state),
      );
    },
    dismiss(view) {
      const found = viewOf(view);
      closeView(world, found);
      hall.changed();
      if (found.form.type !== 'modal' || found.form.notify_on_close !== true) return undefined;
      return begin('close', 'view_closed', found, (act) => acts.closingPayload(world, act, found));
    },
    shortcut(callbackId) {
      checkShortcut(world.app.shortcuts, callbackId);
      return begin('shortcut', 'shortcut', undefined, (act) => acts.shortcutPayload(world, act, callbackId));
    },
    messageShortcut(callbackId, message) {
      checkShortcut(world.app.shortcuts, callbackId);
      const found = seenIn(message);
      if ('form' in found || found.onlyFor !== undefined) throw new Error('It has no shortcuts');
      return begin('message shortcut', 'message_action', found, (act) =>
        acts.shortcutPayload(world, act, callbackId, found),
      );
    },
    write(text, { thread } = {}) {
      const channel = here();
      if (channel.archived) throw new Error(`#${channel.name} is archived`);
      if (!channel.members.includes(user.id)) throw new Error(`${user.name} is not in #${channel.name}`);
      const before = delivery.all().length;
      const written = typed(world, user.teamId, text);
      const message = put(hall, { channelId, userId: user.id, botId: undefined, threadTs: thread }, written);
      const install = world.installs.get(user.teamId);
      const isMention = install !== undefined && written.text.includes(`<@${install.botUserId}>`);
      if (isMention && family(channel) !== 'im' && channel.members.includes(install.botUserId))
        hall.happen(user.teamId, 'app_mention', mentionOf(message, channel));
      const events = delivery
        .all()
        .slice(before)
        .map(({ id }) => id);
      const these = () => delivery.all().filter(({ id }) => events.includes(id));
      return {
        message: see(world, message),
        events,
        acknowledged: () =>
          notices.until(() =>
            these().every(({ acknowledged }) => acknowledged !== undefined) ? these() : undefined,
          ),
      };
    },
    sees: () =>
      [...world.messages.values()]
        .filter((one) => one.channelId === channelId && (one.onlyFor ?? user.id) === user.id)
        .map((one) => see(world, one)),
  };
}

function blocksOf(found: Message | View) {
  return 'form' in found ? found.form.blocks : found.blocks;
}

function mentionOf(message: Message, channel: Channel): JsonObject {
  return {
    type: 'app_mention',
    user: message.userId,
    ts: message.ts,
    text: message.text,
    team: channel.teamId,
    channel: channel.id,
    channel_type: typeOf(channel),
    event_ts: message.ts,
    ...(message.threadTs === undefined ? {} : { thread_ts: message.threadTs }),
  };
}

function checkShortcut(known: readonly string[], callbackId: string): void {
  if (!known.includes(callbackId)) throw new Error(`There is no shortcut ${callbackId}`);
}

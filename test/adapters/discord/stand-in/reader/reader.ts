import type { JsonObject } from '../json.ts';
import type { Notices } from '../notices.ts';
import { mayDo } from '../world/access.ts';
import { memberPayload, userPayload } from '../payloads/guilds.ts';
import { messagePayload } from '../payloads/messages.ts';
import { put } from '../world/post.ts';
import type { Post } from '../world/post.ts';
import { nothing } from '../forms/message.ts';
import type { Channel, Command, Interaction, Message, User } from '../world/world.ts';
import { createCall } from './call.ts';
import type { Call } from './call.ts';
import { modalValues } from './modal.ts';
import { clicked, selected } from './controls.ts';
import { about, offered } from './offered.ts';
import { sendOptions } from './options.ts';
import type { Values } from './options.ts';
import { see } from './seen.ts';
import type { Seen } from './seen.ts';

/** What may be different once: the language of the reader's Discord. */
export interface How {
  readonly locale?: string;
}

/** A reader in one channel. Everything throws an error where Discord's client would not let them. */
export interface Presence {
  /** Types a command, by its name or the one in the reader's language; options by their names as registered. */
  command(name: string, options?: Values, how?: How): Call;
  /** Types into an option that suggests values. @param before what other options hold already */
  complete(name: string, option: string, typed: string, before?: Values, how?: How): Call;
  /** Chooses a command from the menu of a message. */
  menu(name: string, message: Seen | string, how?: How): Call;
  /** Chooses a command from the menu of a user. */
  userMenu(name: string, user: string, how?: How): Call;
  /** Clicks a button, by its label or custom id. */
  click(message: Seen | string, button: string, how?: How): Call;
  /** Chooses from a menu of options, by its custom id and the options' values. */
  select(message: Seen | string, menu: string, values: readonly string[], how?: How): Call;
  /** Fills in the modal that a call opened, by labels or custom ids. */
  submit(call: Call, values: Readonly<Record<string, string>>, how?: How): Call;
  /** Writes a message. */
  write(text: string, how?: { readonly repliesTo?: string }): Seen;
  /** What the reader sees, oldest first. */
  sees(): readonly Seen[];
}

/** What a reader acts on. */
export interface ReaderParts {
  readonly post: Post;
  readonly notices: Notices;
  readonly locale: string;
  /** Brings an interaction to the bot. */
  deliver(interaction: Interaction, data: JsonObject): void;
}

/** Lets a user be in a channel. */
export function createPresence(parts: ReaderParts, user: User, channelId: string): Presence {
  const { post, notices } = parts;
  const { world } = post;

  const channel = (): Channel => {
    const found = world.channels.get(channelId);
    if (found === undefined || !mayDo(world, user.id, found, 'viewChannel'))
      throw new Error(`${user.name} sees no channel ${channelId}`);
    return found;
  };
  const begin = (
    type: Interaction['type'],
    data: JsonObject,
    how: How,
    more: Partial<Pick<Interaction, 'commandName' | 'messageId' | 'optionType'>> = {},
  ): Call => {
    channel();
    const id = world.nextId();
    const interaction: Interaction = {
      id,
      token: `token-of-${id}`,
      type,
      user,
      locale: how.locale ?? parts.locale,
      channelId,
      createdAt: world.now(),
      commandName: more.commandName,
      optionType: more.optionType,
      messageId: more.messageId,
      acknowledged: undefined,
      originalId: undefined,
      edited: false,
      followUps: [],
      expired: false,
    };
    world.interactions.set(id, interaction);
    parts.deliver(interaction, data);
    return createCall(world, notices, id);
  };
  const commandOf = (type: Command['form']['type'], name: string, how: How): Command =>
    offered(world, { user, channel: channel(), locale: how.locale ?? parts.locale }, type, name);
  const messageOf = (message: Seen | string): Message => {
    const found = world.messages.get(typeof message === 'string' ? message : message.id);
    if (found === undefined || found.channelId !== channelId || (found.onlyFor ?? user.id) !== user.id)
      throw new Error(`${user.name} sees no such message`);
    return found;
  };

  return {
    command(name, options = {}, how = {}) {
      const command = commandOf(1, name, how);
      const data = { ...about(command), ...sendOptions(world, command, options) };
      return begin(2, data, how, { commandName: command.form.name });
    },
    complete(name, option, typed, before = {}, how = {}) {
      const command = commandOf(1, name, how);
      const typedInto = command.form.options?.find((one) => one.name === option);
      if (!typedInto?.autocomplete) throw new Error(`/${name} suggests nothing for ${option}`);
      const data = {
        ...about(command),
        ...sendOptions(world, command, { ...before, [option]: typed }, option),
      };
      return begin(4, data, how, { commandName: command.form.name, optionType: typedInto.type });
    },
    menu(name, message, how = {}) {
      const command = commandOf(3, name, how);
      const target = messageOf(message);
      const messages = { [target.id]: messagePayload(world, target) };
      const data = { ...about(command), target_id: target.id, resolved: { messages } };
      return begin(2, data, how, { commandName: command.form.name });
    },
    userMenu(name, id, how = {}) {
      const command = commandOf(2, name, how);
      const target = world.users.get(id);
      if (target === undefined) throw new Error(`There is no user ${id}`);
      const member = world.guilds.get(channel().guildId ?? '')?.members.get(id);
      const { user: _, ...partial } = member === undefined ? { user: undefined } : memberPayload(member);
      const users = { [id]: userPayload(target) };
      const members = member === undefined ? {} : { members: { [id]: { ...partial, permissions: '0' } } };
      const data = { ...about(command), target_id: id, resolved: { users, ...members } };
      return begin(2, data, how, { commandName: command.form.name });
    },
    click(message, button, how = {}) {
      const clickedOn = messageOf(message);
      return begin(3, clicked(clickedOn, button), how, { messageId: clickedOn.id });
    },
    select(message, menu, values, how = {}) {
      const chosenIn = messageOf(message);
      return begin(3, selected(chosenIn, menu, values), how, { messageId: chosenIn.id });
    },
    submit(call, values, how = {}) {
      const { acknowledged, messageId } = call.now();
      if (acknowledged?.kind !== 'modal') throw new Error('No modal was opened');
      return begin(5, modalValues(acknowledged.modal, values), how, { messageId });
    },
    write(text, how = {}) {
      const here = channel();
      if (!mayDo(world, user.id, here, 'sendMessages')) throw new Error(`${user.name} may not write here`);
      const message = put(post, {
        channel: here,
        author: user,
        contents: { ...nothing, content: text },
        repliesTo: how.repliesTo,
      });
      notices.tell();
      return see(world, message);
    },
    sees() {
      channel();
      return [...world.messages.values()]
        .filter((message) => message.channelId === channelId && (message.onlyFor ?? user.id) === user.id)
        .map((message) => see(world, message));
    },
  };
}

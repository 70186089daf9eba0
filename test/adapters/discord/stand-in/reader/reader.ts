import type { JsonObject } from '../json.ts';
import type { Notices } from '../notices.ts';
import { mayDo, permissionsIn } from '../world/access.ts';
import { memberPayload, messagePayload, userPayload } from '../world/payloads.ts';
import { put } from '../world/post.ts';
import type { Post } from '../world/post.ts';
import { nothing } from '../forms/message.ts';
import { walk } from '../forms/layout.ts';
import type { Channel, Command, Interaction, Message, User } from '../world/world.ts';
import { createCall } from './call.ts';
import type { Call } from './call.ts';
import { modalValues } from './modal.ts';
import { sendOptions } from './options.ts';
import type { Values } from './options.ts';
import { see } from './seen.ts';
import type { Seen } from './seen.ts';

/** A reader in one channel. Everything throws an error where Discord's client would not let them. */
export interface Presence {
  /** Types a command, by its name or the one in the reader's language; options by their names as registered. */
  command(name: string, options?: Values, how?: { readonly locale?: string }): Call;
  /** Types into an option that suggests values. @param before what other options hold already */
  complete(
    name: string,
    option: string,
    typed: string,
    before?: Values,
    how?: { readonly locale?: string },
  ): Call;
  /** Chooses a command from the menu of a message. */
  menu(name: string, message: Seen | string, how?: { readonly locale?: string }): Call;
  /** Chooses a command from the menu of a user. */
  userMenu(name: string, user: string, how?: { readonly locale?: string }): Call;
  /** Clicks a button, by its label or custom id. */
  click(message: Seen | string, button: string, how?: { readonly locale?: string }): Call;
  /** Chooses from a menu of options, by its custom id and the options' values. */
  select(
    message: Seen | string,
    menu: string,
    values: readonly string[],
    how?: { readonly locale?: string },
  ): Call;
  /** Fills in the modal that a call opened, by labels or custom ids. */
  submit(call: Call, values: Readonly<Record<string, string>>, how?: { readonly locale?: string }): Call;
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
    how: { readonly locale?: string },
    more: { readonly commandName?: string; readonly messageId?: string | undefined } = {},
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
  const commandOf = (type: Command['form']['type'], name: string, locale: string): Command => {
    const here = channel();
    const commands = [...world.commands.values()].filter(
      ({ guildId, form }) => form.type === type && (guildId === undefined || guildId === here.guildId),
    );
    const command =
      commands.find(({ form }) => form.name === name) ??
      commands.find(({ form }) => form.name_localizations?.[locale] === name);
    if (command === undefined) throw new Error(`There is no command ${name}`);
    const { form } = command;
    const context = here.guildId === undefined ? 1 : 0;
    const needed = BigInt(form.default_member_permissions ?? '0');
    const has = permissionsIn(world, user.id, here);
    const offered =
      (form.contexts?.includes(context) ?? (context === 0 || form.dm_permission !== false)) &&
      (context === 1 ||
        ((has & needed) === needed && mayDo(world, user.id, here, 'useApplicationCommands'))) &&
      !(
        form.default_member_permissions === '0' &&
        context === 0 &&
        !mayDo(world, user.id, here, 'administrator')
      );
    if (!offered) throw new Error(`${user.name} is not offered ${name} here`);
    return command;
  };
  const about = ({ id, guildId, form }: Command): JsonObject => ({
    id,
    name: form.name,
    type: form.type,
    ...(guildId === undefined ? {} : { guild_id: guildId }),
  });
  const messageOf = (message: Seen | string): Message => {
    const found = world.messages.get(typeof message === 'string' ? message : message.id);
    if (found === undefined || found.channelId !== channelId || (found.onlyFor ?? user.id) !== user.id)
      throw new Error(`${user.name} sees no such message`);
    return found;
  };
  const localeOf = (how: { readonly locale?: string }) => how.locale ?? parts.locale;

  return {
    command(name, options = {}, how = {}) {
      const command = commandOf(1, name, localeOf(how));
      const data = { ...about(command), ...sendOptions(world, command, options) };
      return begin(2, data, how, { commandName: command.form.name });
    },
    complete(name, option, typed, before = {}, how = {}) {
      const command = commandOf(1, name, localeOf(how));
      if (!command.form.options?.some((one) => one.name === option && one.autocomplete))
        throw new Error(`/${name} suggests nothing for ${option}`);
      const data = {
        ...about(command),
        ...sendOptions(world, command, { ...before, [option]: typed }, option),
      };
      return begin(4, data, how, { commandName: command.form.name });
    },
    menu(name, message, how = {}) {
      const command = commandOf(3, name, localeOf(how));
      const target = messageOf(message);
      const messages = { [target.id]: messagePayload(world, target) };
      const data = { ...about(command), target_id: target.id, resolved: { messages } };
      return begin(2, data, how, { commandName: command.form.name });
    },
    userMenu(name, id, how = {}) {
      const command = commandOf(2, name, localeOf(how));
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
      const { id, components } = messageOf(message);
      const buttons = walk(components).flatMap(({ component }) => (component.type === 2 ? [component] : []));
      const found =
        buttons.find((one) => one.custom_id === button) ?? buttons.find(({ label }) => label === button);
      if (!found?.custom_id || found.disabled) throw new Error(`There is no button ${button} to click`);
      return begin(3, { custom_id: found.custom_id, component_type: 2, id: found.id ?? 1 }, how, {
        messageId: id,
      });
    },
    select(message, menu, values, how = {}) {
      const { id, components } = messageOf(message);
      const found = walk(components)
        .flatMap(({ component }) => (component.type === 3 ? [component] : []))
        .find(({ custom_id }) => custom_id === menu);
      const known = found?.options.map(({ value }) => value) ?? [];
      if (found === undefined || found.disabled || !values.every((value) => known.includes(value)))
        throw new Error(`There is no menu ${menu} to choose ${values.join(', ')} from`);
      if (values.length < (found.min_values ?? 1) || values.length > (found.max_values ?? 1))
        throw new Error(`The menu ${menu} doesn't take ${values.length} values`);
      const data = { custom_id: menu, component_type: 3, values, id: found.id ?? 1 };
      return begin(3, data, how, { messageId: id });
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

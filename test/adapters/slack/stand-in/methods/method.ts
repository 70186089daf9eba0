import type { JsonObject } from '../../../discord/stand-in/json.ts';
import type { Arguments } from '../http/body.ts';
import { Refusal } from '../refusal.ts';
import type { Violation } from '../violations.ts';
import type { Channel, Install, Message, User, World } from '../world/world.ts';

/** Who asks: the app in a workspace. */
export interface Caller {
  readonly teamId: string;
  readonly install: Install;
  readonly token: string;
}

/** A request for a bot's method. */
export interface Asked {
  readonly args: Arguments;
  readonly caller: Caller;
}

/** What methods act on. */
export interface Hall {
  readonly world: World;
  /** Tells that something is different now. */
  changed(): void;
  note(violation: Violation): void;
  /** Sends an event to the bot, if it asked for such. @param name as it subscribes to it: "message.channels" */
  happen(teamId: string, name: string, event: JsonObject): void;
  /** Hears of messages that notified somebody. */
  pinged(message: Message): void;
}

/** A method of the Web API. */
export interface Method {
  readonly name: string;
  /** Scopes of which any will do; none where a token is enough. */
  readonly scopes: readonly string[];
  answer(asked: Asked): JsonObject;
}

/** Makes a method for bot tokens with one of these scopes. */
export function method(name: string, scopes: readonly string[], answer: Method['answer']): Method {
  return { name, scopes, answer };
}

/** Refuses what needs a scope that wasn't given. @throws {Refusal} */
export function needScope(install: Install, scopes: readonly string[]): void {
  if (scopes.length === 0 || scopes.some((scope) => install.scopes.includes(scope))) return;
  throw new Refusal('missing_scope', [], { needed: scopes[0] ?? '', provided: install.scopes.join(',') });
}

/** The kind of a conversation in names of scopes and events: "channels", "groups", "im". */
export function family(channel: Channel): 'channels' | 'groups' | 'im' {
  if (channel.kind === 'public') return 'channels';
  return channel.kind === 'private' ? 'groups' : 'im';
}

/** @throws {Refusal} where the bot can't write to somebody directly */
export function mayBeWrittenTo({ botId, deactivated }: User): void {
  if (botId !== undefined) throw new Refusal('cannot_dm_bot');
  if (deactivated) throw new Refusal('user_disabled');
}

/** A conversation that the bot can know of: public ones, and those where it is. @throws {Refusal} */
export function knownChannel(world: World, { install, teamId }: Caller, id: string): Channel {
  const channel = world.channels.get(id);
  const known =
    channel?.teamId === teamId && (channel.kind === 'public' || channel.members.includes(install.botUserId));
  if (channel === undefined || !known) throw new Refusal('channel_not_found');
  return channel;
}

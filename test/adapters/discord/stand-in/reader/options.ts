import type { OptionForm } from '../forms/command.ts';
import type { JsonObject } from '../json.ts';
import { channelPayload, memberPayload, rolePayload, userPayload } from '../world/payloads.ts';
import type { Command, World } from '../world/world.ts';

/** Values that a reader gives, by the options' names; users, channels and roles by id. */
export type Values = Readonly<Record<string, string | number | boolean>>;

/** The options of a command as its client sends them. @throws {Error} where the client wouldn't */
export function sendOptions(world: World, command: Command, values: Values, focused?: string): JsonObject {
  const options = command.form.options ?? [];
  const unknown = Object.keys(values).find((name) => !options.some((option) => option.name === name));
  if (unknown !== undefined) throw new Error(`/${command.form.name} has no option ${unknown}`);
  const missing = options.find(({ name, required }) => required && values[name] === undefined);
  if (missing !== undefined && focused === undefined)
    throw new Error(`/${command.form.name} needs ${missing.name}`);
  const given = options.flatMap((option) => {
    const value = values[option.name];
    if (value === undefined) return [];
    if (option.name === focused) return [{ option, value, focused: true }];
    const objection = objectionTo(option, value);
    if (objection !== undefined) throw new Error(`/${command.form.name} ${option.name}: ${objection}`);
    return [{ option, value, focused: false }];
  });
  return {
    options: given.map(({ option: { name, type }, value, focused }) => ({
      name,
      type,
      value: focused ? String(value) : value,
      ...(focused ? { focused } : {}),
    })),
    ...resolved(
      world,
      command,
      given.map(({ value }) => String(value)),
    ),
  };
}

const kinds: Readonly<Record<number, string>> = { 4: 'number', 5: 'boolean', 10: 'number' };

function objectionTo(option: OptionForm, value: string | number | boolean): string | undefined {
  const kind = kinds[option.type] ?? 'string';
  if (typeof value !== kind) return `not a ${kind}`;
  if (option.type === 4 && !Number.isInteger(value)) return 'not a whole number';
  const choices = option.choices ?? [];
  if (choices.length > 0 && !choices.some((choice) => choice.value === value))
    return 'not one of the choices';
  if (typeof value === 'number') {
    const fits = value >= (option.min_value ?? -Infinity) && value <= (option.max_value ?? Infinity);
    return fits ? undefined : 'out of bounds';
  }
  if (typeof value !== 'string' || option.type !== 3) return undefined;
  const fits = value.length >= (option.min_length ?? 0) && value.length <= (option.max_length ?? 6000);
  return fits ? undefined : 'too short or too long';
}

/** What the ids among the values stand for. */
function resolved(world: World, command: Command, ids: readonly string[]): JsonObject {
  const types = new Set((command.form.options ?? []).map(({ type }) => type));
  const users = types.has(6) || types.has(9) ? ids.flatMap((id) => world.users.get(id) ?? []) : [];
  const channels = types.has(7) ? ids.flatMap((id) => world.channels.get(id) ?? []) : [];
  const guilds = [...world.guilds.values()];
  const roles =
    types.has(8) || types.has(9)
      ? guilds.flatMap((guild) => guild.roles).filter(({ id }) => ids.includes(id))
      : [];
  const members = users.flatMap(({ id }) => guilds.flatMap((guild) => guild.members.get(id) ?? []));
  const found = {
    ...byId(
      'users',
      users.map((user) => [user.id, userPayload(user)]),
    ),
    ...byId(
      'members',
      members.map((member) => [member.user.id, { ...memberPayload(member), permissions: '0' }]),
    ),
    ...byId(
      'channels',
      channels.map((channel) => [channel.id, { ...channelPayload(channel), permissions: '0' }]),
    ),
    ...byId(
      'roles',
      roles.map((role) => [role.id, rolePayload(role, 1)]),
    ),
  };
  return Object.keys(found).length === 0 ? {} : { resolved: found };
}

function byId(name: string, entries: readonly (readonly [string, JsonObject])[]): JsonObject {
  return entries.length === 0 ? {} : { [name]: Object.fromEntries(entries) };
}

import { isDeepStrictEqual } from 'node:util';
import { REST, Routes } from 'discord.js';
import type { RESTPostAPIApplicationCommandsJSONBody } from 'discord.js';
import * as v from 'valibot';
import type { Listing } from '../../chat/adapter.ts';
import { restOptions } from './settings.ts';
import type { DiscordSettings } from './settings.ts';
import { messageCommands, slashCommands } from './registration.ts';

/**
 * Tells Discord which commands there are, where it doesn't know; true where it had to be told.
 * @throws what Discord or the way to it refuses
 */
export async function register(parts: {
  readonly rest: Pick<REST, 'get' | 'put'>;
  readonly settings: { readonly applicationId: string; readonly guildId: string | undefined };
  readonly listings: readonly Listing[];
}): Promise<boolean> {
  const { rest, settings, listings } = parts;
  const { applicationId, guildId } = settings;
  const route =
    guildId === undefined
      ? Routes.applicationCommands(applicationId)
      : Routes.applicationGuildCommands(applicationId, guildId);
  const commands = [...slashCommands(listings), ...messageCommands(listings)];
  // In one server there is no other place to offer them.
  const wanted =
    guildId === undefined
      ? commands
      : commands.map(({ contexts: _contexts, integration_types: _types, ...command }) => command);
  const query = new URLSearchParams({ with_localizations: 'true' });
  const known = v.parse(v.array(v.record(v.string(), v.unknown())), await rest.get(route, { query }));
  if (isSame(wanted, known)) return false;
  await rest.put(route, { body: wanted });
  return true;
}

/**
 * The same, for whoever only wants that.
 * @throws what Discord or the way to it refuses
 */
export async function registerCommands(
  settings: DiscordSettings,
  listings: readonly Listing[],
): Promise<boolean> {
  const rest = new REST(restOptions(settings)).setToken(settings.token);
  try {
    return await register({ rest, settings, listings });
  } finally {
    rest.clearHashSweeper();
    rest.clearHandlerSweeper();
  }
}

function isSame(
  wanted: readonly RESTPostAPIApplicationCommandsJSONBody[],
  known: readonly Readonly<Record<string, unknown>>[],
): boolean {
  const byName = new Map(known.map((command) => [nameOf(command), command]));
  return (
    wanted.length === known.length && wanted.every((command) => holds(byName.get(nameOf(command)), command))
  );
}

function nameOf({ type = 1, name }: { readonly type?: unknown; readonly name?: unknown }): string {
  return `${String(type)} ${String(name)}`;
}

/** Whether all that is wanted is so; what Discord adds of its own (ids, versions, defaults) doesn't count. */
function holds(known: unknown, wanted: unknown): boolean {
  if (Array.isArray(wanted)) {
    const list: readonly unknown[] = Array.isArray(known) ? known : [];
    return list.length === wanted.length && wanted.every((each, index) => holds(list[index], each));
  }
  if (typeof wanted !== 'object' || wanted === null)
    return isDeepStrictEqual(known ?? undefined, wanted ?? undefined) || isDefault(known, wanted);
  const found = new Map(Object.entries(typeof known === 'object' && known !== null ? known : {}));
  return Object.entries(wanted).every(([key, value]) => holds(found.get(key), value));
}

/** Discord leaves out what is false. */
function isDefault(known: unknown, wanted: unknown): boolean {
  return known === undefined && wanted === false;
}

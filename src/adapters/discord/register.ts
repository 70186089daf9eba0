import { isDeepStrictEqual } from 'node:util';
import { REST, Routes } from 'discord.js';
import * as v from 'valibot';
import type { Listing } from '../../chat/adapter.ts';
import { restOptions } from './settings.ts';
import type { DiscordSettings } from './settings.ts';
import { isRefusal } from './failures.ts';
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
  const known = await rest.get(route, { query }).catch((error: unknown) => {
    // Whoever may not look may still tell.
    if (isRefusal(error)) return undefined;
    throw error;
  });
  const parsed = v.safeParse(v.array(v.record(v.string(), v.unknown())), known);
  if (parsed.success && isSame(wanted, parsed.output)) return false;
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

function isSame(wanted: readonly object[], known: readonly object[]): boolean {
  return isDeepStrictEqual(inOrder(wanted), inOrder(known));
}

function inOrder(commands: readonly object[]): readonly string[] {
  return commands.map((command) => JSON.stringify(essence(command))).toSorted();
}

/** What can be said of a command, of its options and of their choices; the rest Discord adds of its own. */
const said =
  'type name name_localizations description description_localizations options required choices value autocomplete min_value max_value min_length max_length default_member_permissions contexts integration_types'.split(
    ' ',
  );

/** What is said of something, always in the same order, and without what is so anyway. */
function essence(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((each: unknown) => essence(each));
  if (typeof value !== 'object' || value === null) return value;
  const given = new Map(Object.entries(value));
  return said.flatMap((key) => {
    const one: unknown = given.get(key);
    const isSaid =
      one !== undefined && one !== null && one !== false && !(Array.isArray(one) && one.length === 0);
    return isSaid ? [[key, essenceOf(key, one)]] : [];
  });
}

function essenceOf(key: string, value: unknown): unknown {
  if (key.endsWith('_localizations')) return texts(value);
  // What is sent as a number comes back as a text.
  return key === 'default_member_permissions' ? String(value) : essence(value);
}

/** Texts by their locale. */
function texts(map: unknown): unknown {
  return Object.entries(typeof map === 'object' && map !== null ? map : {}).toSorted(([one], [other]) =>
    one < other ? -1 : 1,
  );
}

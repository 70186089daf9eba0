import { plain } from '../json.ts';
import type { JsonObject } from '../json.ts';
import type { Command, World } from '../world/world.ts';

/** A command as Discord shows it, with its translations or without. */
export function commandPayload(world: World, command: Command, translated = true): JsonObject {
  const { form } = command;
  const options = form.options ?? [];
  return {
    id: command.id,
    application_id: world.application.id,
    version: command.version,
    ...(command.guildId === undefined ? {} : { guild_id: command.guildId }),
    type: form.type,
    name: form.name,
    description: form.description ?? '',
    ...(translated
      ? {
          name_localizations: form.name_localizations ?? null,
          description_localizations: form.description_localizations ?? null,
        }
      : {}),
    default_member_permissions: form.default_member_permissions ?? null,
    ...(command.guildId === undefined
      ? {
          dm_permission: form.dm_permission ?? true,
          contexts: form.contexts ?? null,
          integration_types: form.integration_types ?? [0],
        }
      : {}),
    nsfw: form.nsfw ?? false,
    ...(options.length === 0
      ? {}
      : {
          options: options.map((option) =>
            Object.fromEntries(
              Object.entries(option)
                .filter(([key]) => translated || !key.endsWith('_localizations'))
                .map(([key, value]) => [key, plain(value)]),
            ),
          ),
        }),
  };
}

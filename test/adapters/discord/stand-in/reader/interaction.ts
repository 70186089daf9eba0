import type { Json, JsonObject } from '../json.ts';
import { permissionsIn } from '../world/access.ts';
import { channelPayload, memberPayload, messagePayload, userPayload } from '../world/payloads.ts';
import type { Interaction, World } from '../world/world.ts';

/** An interaction as the bot is told of it (discord-api-docs, "Interaction Object"). */
export function interactionPayload(world: World, interaction: Interaction, data: Json): JsonObject {
  const { id, token, type, user, locale, channelId, messageId } = interaction;
  const channel = world.channels.get(channelId);
  const guild = world.guilds.get(channel?.guildId ?? '');
  const member = guild?.members.get(user.id);
  const message = world.messages.get(messageId ?? '');
  if (channel === undefined) throw new Error(`There is no channel ${channelId}`);
  return {
    id,
    token,
    type,
    version: 1,
    application_id: world.application.id,
    data,
    locale,
    channel_id: channelId,
    channel: { ...channelPayload(channel), permissions: permissionsIn(world, user.id, channel).toString() },
    app_permissions: permissionsIn(world, world.application.bot.id, channel).toString(),
    entitlements: [],
    entitlement_sku_ids: [],
    attachment_size_limit: 10_485_760,
    ...(message === undefined ? {} : { message: messagePayload(world, message) }),
    ...(guild === undefined || member === undefined
      ? {
          user: userPayload(user),
          context: 1,
          authorizing_integration_owners: { '0': '0' },
        }
      : {
          guild_id: guild.id,
          guild_locale: guild.preferredLocale,
          guild: { id: guild.id, locale: guild.preferredLocale, features: ['COMMUNITY', 'NEWS'] },
          member: {
            ...memberPayload(member),
            permissions: permissionsIn(world, user.id, channel).toString(),
          },
          context: 0,
          authorizing_integration_owners: { '0': guild.id },
        }),
  };
}

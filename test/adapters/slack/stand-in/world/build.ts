import type { Channel, User, World } from './world.ts';

/** Every scope a bot may need that reads, answers and posts. */
export const allScopes: readonly string[] = [
  'app_mentions:read',
  'assistant:write',
  'channels:history',
  'channels:join',
  'channels:read',
  'chat:write',
  'commands',
  'groups:history',
  'groups:read',
  'im:history',
  'im:read',
  'im:write',
  'reactions:write',
  'team:read',
  'users:read',
];

/** The direct conversation of the bot with somebody; it is opened if there was none. */
export function directChannel(world: World, user: User): Channel {
  const bot = world.installs.get(user.teamId)?.botUserId;
  if (bot === undefined) throw new Error(`The app is not in ${user.teamId}`);
  const found = [...world.channels.values()].find(
    ({ kind, members }) => kind === 'direct' && members.includes(user.id) && members.includes(bot),
  );
  if (found !== undefined) return found;
  const channel: Channel = {
    id: world.nextId('D'),
    teamId: user.teamId,
    name: 'directmessage',
    kind: 'direct',
    archived: false,
    members: [user.id, bot],
  };
  world.channels.set(channel.id, channel);
  return channel;
}

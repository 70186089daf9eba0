import * as v from 'valibot';
import { intents } from '../world/happenings.ts';

/** What a bot says when it begins a session. */
export const identifyForm = v.object({
  token: v.string(),
  intents: v.number(),
  shard: v.optional(v.tuple([v.number(), v.number()])),
  properties: v.object({ os: v.string(), browser: v.string(), device: v.string() }),
  presence: v.nullish(
    v.object({
      status: v.picklist(['online', 'dnd', 'idle', 'invisible', 'offline']),
      afk: v.boolean(),
      since: v.nullable(v.number()),
      activities: v.array(v.looseObject({ name: v.string(), type: v.number() })),
    }),
  ),
});
/** What a bot says when it begins a session. */
export type Identify = v.InferOutput<typeof identifyForm>;

/** What a bot says when it takes a session up again. */
export const resumeForm = v.object({ token: v.string(), session_id: v.string(), seq: v.number() });

/** Intents that the owner of an application has to ask for. */
export const privileged = {
  guildMembers: intents.guildMembers,
  guildPresences: intents.guildPresences,
  messageContent: intents.messageContent,
} as const;
/** The name of an intent that has to be asked for. */
export type Privileged = keyof typeof privileged;

/** Every intent that there is: 0 to 16, 20, 21, 24 and 25. */
const known = ((1 << 17) - 1) | (3 << 20) | (3 << 24);

/** The code with which Discord closes on such a beginning, and why; nothing where all is well. */
export function objection(
  identify: Identify,
  token: string,
  granted: readonly Privileged[],
): readonly [number, string] | undefined {
  if (identify.token !== token) return [4004, 'Authentication failed.'];
  const [shard, shards] = identify.shard ?? [0, 1];
  if (shard < 0 || shard >= shards) return [4010, 'Invalid shard.'];
  if ((identify.intents & ~known) !== 0) return [4013, 'Invalid intent(s).'];
  const allowed = granted.reduce((sum, name) => sum | privileged[name], 0);
  const asked = Object.values(privileged).reduce((sum, bit) => sum | bit, 0) & identify.intents;
  return (asked & ~allowed) === 0 ? undefined : [4014, 'Disallowed intent(s).'];
}

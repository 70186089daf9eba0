import { Refusal } from '../refusal.ts';
import type { Trigger, World } from './world.ts';

/** How long a trigger is good for, in milliseconds. */
const triggerLife = 3000;

/** Makes a trigger of what a reader did. */
export function makeTrigger(world: World, callId: string, userId: string, teamId: string): string {
  const id = `${world.nextId('')}.${teamId}.trigger`;
  world.triggers.set(id, { callId, userId, teamId, createdAt: world.now(), used: false });
  return id;
}

/** Uses a trigger, once and in time. @throws {Refusal} */
export function useTrigger(world: World, id: string, teamId: string): Trigger {
  const trigger = world.triggers.get(id);
  if (trigger === undefined || trigger.teamId !== teamId) throw new Refusal('invalid_trigger_id');
  if (trigger.used) throw new Refusal('exchanged_trigger_id');
  if (world.now() - trigger.createdAt > triggerLife) throw new Refusal('expired_trigger_id');
  world.triggers.set(id, { ...trigger, used: true });
  return trigger;
}

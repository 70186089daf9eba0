import { REST, Routes } from 'discord.js';
import * as v from 'valibot';
import { refusesToken } from './failures.ts';
import { restOptions } from './settings.ts';
import type { DiscordSettings } from './settings.ts';

const applicationSchema = v.object({ id: v.string() });
/** Milliseconds that somebody at a terminal waits. */
const patience = 5000;

/** Whether Discord knows the token as that of the application. */
export async function askDiscord(
  settings: DiscordSettings,
): Promise<'known' | 'refused' | 'other' | 'unreachable'> {
  const rest = new REST({ ...restOptions(settings), timeout: patience, retries: 0 }).setToken(settings.token);
  try {
    const { id } = v.parse(applicationSchema, await rest.get(Routes.currentApplication()));
    return id === settings.applicationId ? 'known' : 'other';
  } catch (error) {
    return refusesToken(error) ? 'refused' : 'unreachable';
  } finally {
    rest.clearHashSweeper();
    rest.clearHandlerSweeper();
  }
}

import { setTimeout as wait } from 'node:timers/promises';
import { Routes } from 'discord.js';
import type { REST } from 'discord.js';
import type { Body } from './components.ts';
import { isTooEarly } from './failures.ts';

/** Milliseconds between attempts to follow a response that Discord doesn't have yet. */
const pauses = [100, 300, 1000];

/** Shows what follows the first response to an interaction. A response that went back over HTTP may reach Discord after what follows it. */
export async function showResponse(
  answers: Pick<REST, 'patch'>,
  { applicationId, token }: { readonly applicationId: string; readonly token: string },
  body: Body,
): Promise<void> {
  const route = Routes.webhookMessage(applicationId, token);
  const options = { body, auth: false };
  for (const pause of pauses) {
    try {
      await answers.patch(route, options);
      return;
    } catch (error) {
      if (!isTooEarly(error)) throw error;
      await wait(pause);
    }
  }
  await answers.patch(route, options);
}

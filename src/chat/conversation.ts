import * as v from 'valibot';
import type { Context } from '../answers/question.ts';
import type { KeyValue } from './key-value.ts';

/** What one reader talked about last in one channel. */
export interface Conversation {
  recall(place: Place): Promise<Context | undefined>;
  remember(place: Place, context: Context): Promise<void>;
}

/** A reader in a channel. */
export interface Place {
  readonly caller: string;
  readonly channel: string;
}

/** After this long a question stands on its own again. */
const expiresInMilliseconds = 15 * 60 * 1000;

const contextSchema = v.object({ question: v.string(), stories: v.array(v.string()) });

/** Conversations kept in a durable map; they are forgotten after a quarter of an hour. */
export function createConversation(kept: KeyValue): Conversation {
  return {
    async recall(place) {
      const parsed = v.safeParse(contextSchema, await kept.get(key(place)));
      return parsed.success ? parsed.output : undefined;
    },
    async remember(place, context) {
      await kept.set(key(place), { ...context }, expiresInMilliseconds);
    },
  };
}

function key({ caller, channel }: Place): string {
  return JSON.stringify([channel, caller]);
}

import type { webApi } from '@slack/bolt';
import * as v from 'valibot';

/** The locales of readers, as Slack has them ("fr-FR"). */
export interface Locales {
  /** Undefined where Slack doesn't tell. */
  of(user: string): Promise<string | undefined>;
  /** A reader has changed something about themselves. */
  forget(user: string): void;
}

/** Readers whose locale is remembered; the one asked for longest ago is forgotten first. */
const remembered = 5000;

const userSchema = v.object({ user: v.object({ locale: v.optional(v.string()) }) });

/** Asks Slack for the locale of each reader once. */
export function createLocales(client: Pick<webApi.WebClient, 'users'>): Locales {
  const known = new Map<string, Promise<string | undefined>>();

  async function ask(user: string): Promise<string | undefined> {
    try {
      return v.parse(userSchema, await client.users.info({ user, include_locale: true })).user.locale;
    } catch {
      // Without it the reader is answered in the language of what they write, or of the channel.
      known.delete(user);
      return undefined;
    }
  }

  return {
    of(user) {
      const asked = known.get(user) ?? ask(user);
      known.delete(user);
      known.set(user, asked);
      const [oldest] = known.keys();
      if (known.size > remembered && oldest !== undefined) known.delete(oldest);
      return asked;
    },
    forget: (user) => void known.delete(user),
  };
}

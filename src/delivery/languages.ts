import type { Settings } from '../chat/settings.ts';
import type { LanguageTag } from '../language/language.ts';
import type { Plan } from '../chat/plan.ts';

/** In which language Kiosk speaks in a plan's channel. */
export interface ChannelLanguages {
  of(plan: Pick<Plan, 'channel' | 'place' | 'language' | 'spoken'>): Promise<LanguageTag>;
}

/**
 * What the plan says, else what was chosen for the channel (or, where it is a reader's, by the reader), else for its place, else the
 * language it was set up in. Settings are asked once for each.
 */
export function createChannelLanguages(settings: Pick<Settings, 'language'>): ChannelLanguages {
  const known = new Map<string, Promise<LanguageTag | undefined>>();

  function chosenFor(who: string): Promise<LanguageTag | undefined> {
    const chosen = known.get(who) ?? settings.language(who);
    known.set(who, chosen);
    return chosen;
  }

  return {
    of: async ({ channel, place, language, spoken }) =>
      language ?? (await chosenFor(channel)) ?? (await chosenFor(place)) ?? spoken,
  };
}

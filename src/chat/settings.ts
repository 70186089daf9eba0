import { isLanguageTag, languageTags } from '../language/index.ts';
import type { LanguageTag } from '../language/index.ts';
import type { KeyValue } from './key-value.ts';

/** What readers and channels have chosen. `who` is a caller's or a channel's id. */
export interface Settings {
  language(who: string): Promise<LanguageTag | undefined>;
  /** Undefined takes the choice back. */
  chooseLanguage(who: string, language: LanguageTag | undefined): Promise<void>;
  /** The languages that a reader wants to be shown articles in; all unless they chose. */
  reading(who: string): Promise<readonly LanguageTag[]>;
  /** None takes the choice back. */
  chooseReading(who: string, languages: readonly LanguageTag[]): Promise<void>;
  /** Forgets after a month what was chosen, unless it is held on to before. */
  letGo(who: string): Promise<void>;
  /** Keeps what was chosen for good. */
  holdOnTo(who: string): Promise<void>;
}

const month = 30 * 24 * 60 * 60 * 1000;

/** Settings kept in a durable map. */
export function createSettings(kept: KeyValue): Settings {
  async function keepFor(who: string, milliseconds: number | undefined): Promise<void> {
    const value = await kept.get(key(who));
    if (value !== undefined) await kept.set(key(who), value, milliseconds);
  }

  return {
    letGo: (who) => keepFor(who, month),
    holdOnTo: (who) => keepFor(who, undefined),
    async language(who) {
      const value = await kept.get(key(who));
      return isLanguageTag(value) ? value : undefined;
    },
    async reading(who) {
      const value = await kept.get(`reading:${who}`);
      const chosen = Array.isArray(value) ? languageTags.filter((tag) => value.includes(tag)) : [];
      return chosen.length === 0 ? languageTags : chosen;
    },
    async chooseReading(who, languages) {
      const key = `reading:${who}`;
      await (languages.length === 0 ? kept.delete(key) : kept.set(key, [...languages]));
    },
    async chooseLanguage(who, language) {
      await (language === undefined ? kept.delete(key(who)) : kept.set(key(who), language));
    },
  };
}

function key(who: string): string {
  return `language:${who}`;
}

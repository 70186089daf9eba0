import { isLanguageTag } from '../language/index.ts';
import type { LanguageTag } from '../language/index.ts';
import type { KeyValue } from './key-value.ts';

/** What readers and channels have chosen. `who` is a caller's or a channel's id. */
export interface Settings {
  language(who: string): Promise<LanguageTag | undefined>;
  /** Undefined takes the choice back. */
  chooseLanguage(who: string, language: LanguageTag | undefined): Promise<void>;
}

/** Settings kept in a durable map. */
export function createSettings(kept: KeyValue): Settings {
  return {
    async language(who) {
      const value = await kept.get(key(who));
      return isLanguageTag(value) ? value : undefined;
    },
    async chooseLanguage(who, language) {
      await (language === undefined ? kept.delete(key(who)) : kept.set(key(who), language));
    },
  };
}

function key(who: string): string {
  return `language:${who}`;
}

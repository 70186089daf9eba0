import { isLanguageTag } from '../language/index.ts';
import type { LanguageTag } from '../language/index.ts';
import type { KeyValue } from './key-value.ts';

/** What readers and channels have chosen. `who` is a caller's or a channel's id. */
export interface Settings {
  language(who: string): Promise<LanguageTag | undefined>;
  /** Undefined takes the choice back. */
  chooseLanguage(who: string, language: LanguageTag | undefined): Promise<void>;
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
    async chooseLanguage(who, language) {
      await (language === undefined ? kept.delete(key(who)) : kept.set(key(who), language));
    },
  };
}

function key(who: string): string {
  return `language:${who}`;
}

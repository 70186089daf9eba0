import type { LanguageTag } from './language.ts';

/** What a language is called in another ("allemand" for German in French), as the runtime's own data has it. */
export function nameOfLanguage(tag: LanguageTag, language: LanguageTag): string {
  return new Intl.DisplayNames([language], { type: 'language' }).of(tag) ?? tag;
}

import type { LanguageTag } from '../../src/language/language.ts';
import { analyse } from '../../src/stories/analyse.ts';

/** A text as a summary takes it. */
export function tell(title: string, text: string, language: LanguageTag = 'en') {
  return { title, text, language, analysis: analyse({ title, text, language }) };
}

export { fold } from './fold.ts';
export type { FollowUpWords, Language, LanguageTag, Range, TimeWords } from './language.ts';
export { isLanguageTag, languages, languageTags } from './languages.ts';
export { sentences } from './sentences.ts';
export { termOf, terms } from './terms.ts';
export { words } from './words.ts';
export type { Token } from './words.ts';
export { loadDetector } from './detect.ts';
export type { Detection, Detector } from './detect.ts';

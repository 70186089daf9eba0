export { readAddedWords, writeEntries } from './added-words.ts';
export type { WordProblem } from './added-words.ts';
export { areAkin } from './akin.ts';
export { askedFor, newsAskedFor } from './asked.ts';
export type { AskedKind } from './asking-words.ts';
export { fold } from './fold.ts';
export type {
  FollowUpWords,
  Language,
  LanguageTag,
  OperatorWords,
  Places,
  Range,
  TimeWords,
} from './language.ts';
export { familyOf } from './family.ts';
export { kinOf } from './kin.ts';
export { forEachLanguage, isLanguageTag, languages, languageTags } from './languages.ts';
export { createDictionary } from './dictionary.ts';
export type { Dictionary, Saying } from './dictionary.ts';
export { createGlossary } from './glossary.ts';
export type { Glossary } from './glossary.ts';
export { createLexicon } from './lexicon.ts';
export type { Lexicon, LexiconEntry, Translated } from './lexicon.ts';
export { namesOfTheWorld, readLexicon } from './lexicon-data.ts';
export { createMemo, memoize } from './memo.ts';
export { mayBeMisspelt } from './misspelling.ts';
export { mentionsIn } from './mentions.ts';
export type { Mention } from './mentions.ts';
export { nameOfLanguage } from './names.ts';
export type { DayPart, ScheduleWords } from './schedule-words.ts';
export { quotationsIn } from './quotations/quotations.ts';
export type { Quotation } from './quotations/quotations.ts';
export { reportsIn } from './quotations/reports.ts';
export { sentences } from './sentences.ts';
export { sentenceTerms, termOf, terms, termsOfWords } from './terms.ts';
export { words } from './words.ts';
export type { Token } from './words.ts';
export { loadDetector, plainLanguage } from './detect.ts';
export type { Detection, Detector } from './detect.ts';
export { holdsPart, splitCompound } from './compounds.ts';
export type { Frequency } from './compounds.ts';
export { timeIn } from './time.ts';
export type { TimeMention } from './time.ts';

import { languages } from '../../src/language/index.ts';
import type { LanguageTag } from '../../src/language/index.ts';
import type { Chance } from './chance.ts';

const onsets = [
  'b',
  'br',
  'd',
  'dr',
  'f',
  'g',
  'gr',
  'k',
  'l',
  'm',
  'n',
  'p',
  'pr',
  'r',
  's',
  'st',
  't',
  'tr',
  'v',
];
const vowels = ['a', 'e', 'i', 'o', 'u', 'ei', 'ou'];
/** Endings that make invented words look like those of their language. */
const endings: Readonly<Record<LanguageTag, readonly string[]>> = {
  en: ['', 's', 'ed', 'ing', 'ness'],
  fr: ['', 's', 'e', 'é', 'ement'],
  de: ['', 'en', 'er', 'te', 'ung'],
};
/** How papers begin to say that they were wrong. */
const notices: Readonly<Record<LanguageTag, string>> = {
  en: 'Correction:',
  fr: 'Rectificatif :',
  de: 'Korrektur:',
};

const namesPerSentence = 4;
const namesPerStory = 12;
/** Words of one language that a story is told in: few enough that a second article says little that the first didn't. */
const vocabularySize = 40;

/** What a story is told with. */
export interface Vocabulary {
  /** The same in every language. */
  readonly names: readonly string[];
  readonly words: Readonly<Record<LanguageTag, readonly string[]>>;
}

/** Invents names and words that no other story has. @param names those of the story that it goes on with */
export function inventVocabulary(chance: Chance, names?: readonly string[]): Vocabulary {
  const invented = (language: LanguageTag) =>
    Array.from({ length: vocabularySize }, () => `${invent(chance, 2)}${chance.pick(endings[language])}`);
  return {
    names: names ?? Array.from({ length: namesPerStory }, () => inventName(chance)),
    words: { en: invented('en'), fr: invented('fr'), de: invented('de') },
  };
}

/** A headline on the first of a story's names. */
export function writeTitle(
  chance: Chance,
  { names, words }: Vocabulary,
  language: LanguageTag,
  code: string,
): string {
  return `${names.slice(0, 3).join(' ')} ${speak(chance, words, language, 2)} ${code}`;
}

/** Sentences that say each of a story's names twice; each carries the code. */
export function writeText(
  chance: Chance,
  { names, words }: Vocabulary,
  language: LanguageTag,
  code: string,
): string {
  const named = [...names, ...names].map((name) => `${name} ${speak(chance, words, language, 1)}`);
  const sentences = Array.from({ length: named.length / namesPerSentence }, (_, index) =>
    named.slice(index * namesPerSentence, (index + 1) * namesPerSentence).join(' '),
  );
  return sentences.map((sentence) => `${sentence} ${code}.`).join(' ');
}

/** The sentence in which a paper says that it corrected an article. */
export function writeNotice(
  chance: Chance,
  { words }: Vocabulary,
  language: LanguageTag,
  code: string,
): string {
  return `${notices[language]} ${speak(chance, words, language, 3)} ${code}.`;
}

function speak(chance: Chance, words: Vocabulary['words'], language: LanguageTag, count: number): string {
  const common = [...languages[language].stopWords];
  return Array.from({ length: count }, () => `${chance.pick(common)} ${chance.pick(words[language])}`).join(
    ' ',
  );
}

function inventName(chance: Chance): string {
  const word = invent(chance, 3);
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function invent(chance: Chance, syllables: number): string {
  return (
    Array.from({ length: syllables }, () => chance.pick(onsets) + chance.pick(vowels)).join('') +
    chance.pick(onsets)
  );
}

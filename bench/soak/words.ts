import { languages } from '../../src/language/index.ts';
import type { LanguageTag } from '../../src/language/index.ts';
import type { Chance } from './chance.ts';

const onsets = ['b', 'br', 'd', 'dr', 'f', 'g', 'gr', 'k', 'l', 'm', 'n', 'p', 'pr', 'r', 's', 'st', 't', 'tr', 'v'];
const vowels = ['a', 'e', 'i', 'o', 'u', 'ei', 'ou'];
/** Endings that make invented words look like those of their language. */
const endings: Readonly<Record<LanguageTag, readonly string[]>> = {
  en: ['', 's', 'ed', 'ing', 'ness'],
  fr: ['', 's', 'e', 'é', 'ement'],
  de: ['', 'en', 'er', 'te', 'ung'],
};
/** How papers begin to say that they were wrong. */
const notices: Readonly<Record<LanguageTag, string>> = { en: 'Correction:', fr: 'Rectificatif :', de: 'Korrektur:' };

const sentencesPerArticle = 8;
/** Names that a story's first article has; each further one lacks two of them, so that it is closest to the first. */
export const namesPerStory = 12;

/** A name that nothing else has. */
export function inventName(chance: Chance): string {
  const word = invent(chance, 3);
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** A headline on some of a story's names. */
export function writeTitle(chance: Chance, names: readonly string[], language: LanguageTag, code: string): string {
  return `${chance.some(names, 3).join(' ')} ${speak(chance, language, 2)} ${code}`;
}

/** Sentences that name each of a story's names more than once and say the rest in words of their own; each carries the code. */
export function writeText(chance: Chance, names: readonly string[], language: LanguageTag, code: string): string {
  const sentences = Array.from({ length: sentencesPerArticle }, (_, index) => {
    const named = [0, 1, 2, 3].map((place) => names[(index * 3 + place) % names.length] ?? '');
    const [first, ...others] = named.map((name) => `${name} ${speak(chance, language, 1)}`);
    return `${first} ${others.join(' ')} ${code}.`;
  });
  return sentences.join(' ');
}

/** The sentence in which a paper says that it corrected an article. */
export function writeNotice(chance: Chance, language: LanguageTag, code: string): string {
  return `${notices[language]} ${speak(chance, language, 3)} ${code}.`;
}

function speak(chance: Chance, language: LanguageTag, count: number): string {
  const common = [...languages[language].stopWords];
  return Array.from(
    { length: count },
    () => `${chance.pick(common)} ${invent(chance, 2)}${chance.pick(endings[language])}`,
  ).join(' ');
}

function invent(chance: Chance, syllables: number): string {
  return Array.from({ length: syllables }, () => chance.pick(onsets) + chance.pick(vowels)).join('') + chance.pick(onsets);
}

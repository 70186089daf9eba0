import type { LanguageTag } from './language.ts';

/** Endings that words of one origin have in English, French and German, folded; the longest first. */
const endings: readonly Readonly<Record<LanguageTag, readonly string[]>>[] = [
  { en: ['ocracy'], fr: ['ocratie'], de: ['okratie'] },
  { en: ['ization', 'isation'], fr: ['isation'], de: ['isierung', 'isation'] },
  { en: ['ologist'], fr: ['ologue', 'ologiste'], de: ['ologe'] },
  { en: ['ation'], fr: ['ation'], de: ['ation', 'ierung'] },
  { en: ['tion', 'sion'], fr: ['tion', 'sion'], de: ['tion', 'sion'] },
  { en: ['ically', 'ical', 'ics', 'ic'], fr: ['ique'], de: ['isch', 'ik'] },
  { en: ['ician'], fr: ['icien'], de: ['iker'] },
  { en: ['ity'], fr: ['ite'], de: ['itat'] },
  { en: ['ism'], fr: ['isme'], de: ['ismus'] },
  { en: ['ize', 'ise'], fr: ['iser'], de: ['isieren'] },
  { en: ['ate'], fr: ['er'], de: ['ieren'] },
  { en: ['ify'], fr: ['ifier'], de: ['ifizieren'] },
  { en: ['ency', 'ancy'], fr: ['ence', 'ance'], de: ['enz', 'anz'] },
  { en: ['ive'], fr: ['if', 'ive'], de: ['iv'] },
  { en: ['ous'], fr: ['eux'], de: ['os'] },
  { en: ['al'], fr: ['al', 'el'], de: ['al', 'ell'] },
  { en: ['ary', 'ar'], fr: ['aire'], de: ['ar'] },
  { en: ['or'], fr: ['eur'], de: ['or', 'eur'] },
  { en: ['phy'], fr: ['phie'], de: ['phie', 'fie'] },
  { en: ['y'], fr: ['ie'], de: ['ie'] },
  { en: ['e'], fr: ['e'], de: ['e', ''] },
  { en: [''], fr: ['', 'e'], de: ['', 'e'] },
];
/** Letters of words of one origin, and how each language writes them. */
const spellings: readonly (readonly [RegExp, Readonly<Record<LanguageTag, string>>])[] = [
  [/[ck](?=[aoulrt])/g, { en: 'c', fr: 'c', de: 'k' }],
  [/[cz](?=[eiy])/g, { en: 'c', fr: 'c', de: 'z' }],
];
const shortest = 5;
const shortestStem = 3;

/**
 * Spellings that a word of one origin may have in another language, folded: "organisation" → "organisierung", "demokratie" →
 * "democracy". Most are no words; none of them is the word itself.
 */
export function cognatesOf(word: string, from: LanguageTag, to: LanguageTag): readonly string[] {
  if (word.length < shortest || /[^a-z]/.test(word)) return [];
  const respelled = spellings.reduce((text, [pattern, letters]) => text.replace(pattern, letters[to]), word);
  const found = endingsOf(word, from).flatMap(({ own, ending }) => {
    const stem = respelled.slice(0, word.length - own.length);
    return stem.length < shortestStem ? [] : ending[to].map((other) => respellEnd(stem + other, to));
  });
  return [...new Set(found)].filter((each) => each !== word);
}

/** The ending of a word that has one of several letters, else all that it may have. */
function endingsOf(
  word: string,
  language: LanguageTag,
): readonly { readonly own: string; readonly ending: (typeof endings)[number] }[] {
  const fitting = endings.flatMap((ending) =>
    ending[language].filter((own) => word.endsWith(own)).map((own) => ({ own, ending })),
  );
  const long = fitting.find(({ own }) => own.length > 1);
  return long === undefined ? fitting : [long];
}

/** German has k at the end of a word where the others have c. */
function respellEnd(word: string, to: LanguageTag): string {
  return to === 'de' ? word.replace(/c$/, 'k') : word;
}

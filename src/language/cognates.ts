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
/** Letters that words of one origin are written with; the first of each language is tried with all others of its row. */
const spellings: readonly (readonly [RegExp, Readonly<Record<LanguageTag, string>>])[] = [
  [/[ck](?=[aoulrt])/g, { en: 'c', fr: 'c', de: 'k' }],
  [/[cz](?=[eiy])/g, { en: 'c', fr: 'c', de: 'z' }],
];
const shortest = 5;
const most = 8;

/**
 * Spellings that a word of one origin may have in another language, folded: "organisation" → "organisierung", "demokratie" →
 * "democracy". Most are no words; none of them is the word itself.
 */
export function cognatesOf(word: string, from: LanguageTag, to: LanguageTag): readonly string[] {
  if (word.length < shortest || from === to || /[^a-z]/.test(word)) return [];
  const found = new Set<string>();
  const respelled = spellings.reduce((text, [pattern, letters]) => text.replace(pattern, letters[to]), word);
  for (const ending of endings) {
    for (const own of ending[from]) {
      if (!word.endsWith(own)) continue;
      const stems = new Set([word, respelled].map((text) => text.slice(0, text.length - own.length)));
      for (const stem of stems)
        if (stem.length >= 3) for (const other of ending[to]) found.add(respellEnd(stem, other, to));
      if (own.length > 1) return [...found].filter((each) => each !== word).slice(0, most);
    }
  }
  return [...found].filter((each) => each !== word).slice(0, most);
}

/** "kritic" + "ik": German has k and z where the others have c. */
function respellEnd(stem: string, ending: string, to: LanguageTag): string {
  const whole = stem + ending;
  return to === 'de' ? whole.replace(/c$/, 'k') : whole;
}

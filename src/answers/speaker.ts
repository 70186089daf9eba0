import { fold, languages, words } from '../language/index.ts';
import type { LanguageTag } from '../language/language.ts';

/** A speaker as an article names them. */
export interface Speaker {
  readonly name: string;
  readonly language: LanguageTag;
}

const capital = /^\p{Lu}/u;
/** What joins parts of names and not a name to what it belongs to. */
const ofNames: ReadonlySet<string> = new Set([
  'von',
  'van',
  'de',
  'der',
  'den',
  'la',
  'le',
  'du',
  'al',
  'bin',
  'ibn',
]);

/**
 * Which words of a question name a speaker; none where they mean somebody else. "Macron" and "Emmanuel Macron" are one, and
 * so are "President Macron" and "Emmanuel Macron"; "Brigitte Macron" is another one.
 * @param asked folded words @param isKnown true for words of the dictionary, which are no first names
 */
export function wordsNaming(
  asked: readonly string[],
  { name, language }: Speaker,
  isKnown: (word: string) => boolean,
): readonly number[] {
  const own = nameWords(name, language);
  const held = asked.flatMap((word, at) => (own.some((each) => each.word === word) ? [at] : []));
  const last = own.at(-1);
  const at = last === undefined ? -1 : asked.indexOf(last.word);
  if (at === -1) return held.length === asked.length ? held : [];
  const given = at > 0 ? asked[at - 1] : undefined;
  if (given === undefined || held.includes(at - 1) || isKnown(given)) return held;
  const isOther = own
    .slice(0, -1)
    .some(({ word, isName }) => isName && !asked.includes(word) && !isKnown(word));
  return isOther ? [] : [at - 1, ...held];
}

/** The words that name a speaker, without what they speak for: "mayor" of "the mayor of Varnholm". */
function nameWords(
  name: string,
  language: LanguageTag,
): readonly { readonly word: string; readonly isName: boolean }[] {
  const { within, determiners } = languages[language].reporting.attribution;
  const all = words(name).map(({ word, start, end }) => ({
    word: fold(word),
    isName: capital.test(name.slice(start, end)),
  }));
  const cut = all.findIndex(({ word }, at) => {
    const before = all.slice(0, at).findLast((each) => !ofNames.has(each.word));
    if (before === undefined || !within.has(word)) return false;
    return !before.isName || !ofNames.has(word) || determiners.has(all[0]?.word ?? '');
  });
  return all.slice(0, cut === -1 ? undefined : cut).filter(({ word }) => !determiners.has(word));
}

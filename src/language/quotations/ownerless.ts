import { languages } from '../languages.ts';
import type { LanguageTag } from '../language.ts';
import type { Reading } from '../phrases.ts';
import { nounPhraseAt } from './noun-phrase.ts';
import type { NounPhrase } from './noun-phrase.ts';

const possessive = /^['’]s?\s/;
const comma = /^,\s$/;

/** The subject of a verb without what it belongs to, "Scotland’s First Minister Anna Berg"; undefined where it goes on as no noun does. */
export function ownerless(
  reading: Reading,
  subject: NounPhrase,
  verb: number,
  language: LanguageTag,
): NounPhrase | undefined {
  const { reporting, mentions } = languages[language];
  const { determiners, within } = reporting.attribution;
  const { text, tokens } = reading;
  if (possessive.test(text.slice(subject.end))) {
    const own = nounPhraseAt(reading, subject.to, language);
    if (own?.kind === 'named') return own;
    const next = tokens.findIndex(
      ({ start }, at) => at > subject.to && at < verb && comma.test(text.slice(tokens[at - 1]?.end, start)),
    );
    const name = next === -1 ? undefined : nounPhraseAt(reading, next, language);
    return name?.kind === 'named' && name.to - name.from > 1 ? name : undefined;
  }
  // "The organisation put the number": a second article begins another noun, unless "of" joins it.
  const goesOn = tokens
    .slice(subject.from + 1, subject.to)
    .some(
      ({ word }, index) =>
        determiners.has(word) &&
        !(within.has(word) && (mentions.capitalNouns || word !== tokens[subject.from]?.word)) &&
        !within.has(tokens[subject.from + index]?.word ?? ''),
    );
  return goesOn ? undefined : subject;
}

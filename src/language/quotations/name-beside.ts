import { languages } from '../languages.ts';
import type { LanguageTag } from '../language.ts';
import type { Reading } from '../phrases.ts';
import { nounPhraseAt } from './noun-phrase.ts';
import type { NounPhrase } from './noun-phrase.ts';

const comma = /^,\s$/;

/** "the mayor, Anna Berg, said": the name between the commas before a word, if there is one, else the noun itself. */
export function nameBeside(
  reading: Reading,
  subject: NounPhrase,
  until: number,
  language: LanguageTag,
): NounPhrase {
  const { text, tokens } = reading;
  const { determiners } = languages[language].reporting.attribution;
  const isDetermined = ({ from }: NounPhrase) => determiners.has(tokens[from]?.word ?? '');
  if (!isDetermined(subject) || !comma.test(text.slice(subject.end, tokens[subject.to]?.start)))
    return subject;
  const name = nounPhraseAt(reading, subject.to, language);
  const isName = name?.kind === 'named' && name.to - name.from > 1 && name.to <= until && !isDetermined(name);
  return isName ? name : subject;
}

import type { Language } from '../language.ts';
import { createStemmer } from '../stem.ts';
import { wordList } from '../word-list.ts';
import { abbreviations } from './abbreviations.ts';
import { asking, mentions } from './asking.ts';
import { kin } from './kin.ts';
import { formsOf, lemmasOf } from './lemmas.ts';
import { places } from './places.ts';
import { reporting } from './reporting.ts';
import { schedule } from './schedule.ts';
import { unifySpelling } from './spelling.ts';
import { stopWords } from './stop-words.ts';
import { time } from './time.ts';

const stem = createStemmer('english');

/** English. */
export const english: Language = {
  tag: 'en',
  stopWords,
  stem: (word) => stem(unifySpelling(word)),
  blursWords: true,
  lemmasOf,
  formsOf,
  lightVerbs: wordList(
    'be bring carry come do draw fall get give go hold keep lay make put run set stand take turn',
  ),
  separatedVerbs: () => [],
  kin,
  abbreviations,
  compoundLinks: undefined,
  time,
  schedule,
  asking,
  mentions,
  followUp: {
    openers: new Set(['and', 'but', 'so', 'then', 'also']),
    pronouns: new Set(
      'it its he him his she her hers they them their theirs this that these those there one ones'.split(' '),
    ),
  },
  operators: { and: ['and'], or: ['or'], not: ['not', 'without'] },
  correction:
    /^(?:corrections?(?: (?:and|&) clarifications?)?|clarification|corrected|erratum)\s?(?:[:.–—]|-\s|\(|$)|\b(?:an? )?(?:earlier|previous|original|initial) versions? of this (?:article|story|report|column|piece|post|headline|caption|page)\b|\bthis (?:article|story|report|column|piece|post|headline) (?:has been|was) (?:corrected|amended|clarified|updated (?:to correct|to clarify|after an error))\b|\bwe (?:regret|apologi[sz]e for) (?:the|this) error\b/i,
  reporting,
  places,
  letters: '',
};

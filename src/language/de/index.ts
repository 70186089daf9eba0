import type { Language } from '../language.ts';
import { createStemmer } from '../stem.ts';
import { wordList } from '../word-list.ts';
import { abbreviations } from './abbreviations.ts';
import { asking, mentions } from './asking.ts';
import { kin } from './kin.ts';
import { formsOf, lemmasOf } from './lemmas.ts';
import { places } from './places.ts';
import { singularOf } from './plurals.ts';
import { reporting } from './reporting.ts';
import { schedule } from './schedule.ts';
import { separatedVerbs } from './separated.ts';
import { stopWords } from './stop-words.ts';
import { time } from './time.ts';

const stem = createStemmer('german');

/** German. */
export const german: Language = {
  tag: 'de',
  stopWords,
  stem: (word) => stem(singularOf(word)),
  blursWords: false,
  lemmasOf,
  formsOf,
  lightVerbs: wordList(
    'bringen fallen fuhren geben gehen halten kommen legen liegen machen nehmen setzen sein stehen stellen tragen treten tun werden ziehen',
  ),
  separatedVerbs,
  kin,
  abbreviations,
  ordinalDots: {
    amounts: new Set([
      'als',
      'rund',
      'etwa',
      'ungefähr',
      'knapp',
      'fast',
      'gut',
      'mindestens',
      'höchstens',
      'maximal',
    ]),
  },
  compoundLinks: ['ens', 'es', 'en', 'er', 'ns', 's', 'n', 'e', ''],
  time,
  schedule,
  asking,
  mentions,
  followUp: {
    openers: new Set(['und', 'aber', 'oder', 'also', 'dann', 'auch']),
    pronouns: new Set(
      `er ihn ihm sie ihr ihnen es sein seine seinen seinem seiner ihre ihren ihrem ihrer dieser diese dieses diesem
      davon dazu dabei daran darauf daruber dafur dagegen damit daraus darin dort`.split(/\s+/),
    ),
  },
  operators: { and: ['und'], or: ['oder'], not: ['nicht', 'ohne'] },
  correction:
    /^(?:korrektur(?:hinweis)?|korrigiert|berichtigung|richtigstellung|erratum)\s?(?:[:.–—]|-\s|\(|$)|\bin (?:einer|der) (?:früheren|ersten|ursprünglichen|vorherigen|älteren) (?:version|fassung)\b|\b(?:eine|die) (?:frühere|erste|ursprüngliche|vorherige) (?:version|fassung) (?:dieses|des) (?:artikels|textes|beitrags|berichts)\b|\b(?:dieser|der) (?:artikel|text|beitrag|bericht) wurde (?:nachträglich )?(?:korrigiert|berichtigt)\b|\bwir (?:haben den fehler korrigiert|bitten,? den fehler zu entschuldigen)\b/i,
  reporting,
  places,
  letters: 'ß',
};

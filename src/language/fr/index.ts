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
import { stopWords } from './stop-words.ts';
import { time } from './time.ts';

const stem = createStemmer('french');

/** French. */
export const french: Language = {
  tag: 'fr',
  stopWords,
  stem: (word) => stem(singularOf(word)),
  blursWords: true,
  lemmasOf,
  formsOf,
  lightVerbs: wordList(
    'aller avoir donner etre faire mettre passer porter prendre rendre rester tenir tirer tomber venir',
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
    openers: new Set(['et', 'mais', 'donc', 'alors', 'puis', 'aussi']),
    pronouns: new Set(
      'il ils elle elles lui leur leurs eux celui celle ceux celles cela ca ce ceci y en son sa ses'.split(
        ' ',
      ),
    ),
  },
  operators: { and: ['et'], or: ['ou'], not: ['sauf', 'sans', 'non'] },
  correction:
    /^(?:rectificatif|rectification|correction|corrigé|erratum|errata)\s?(?:[:.–—]|-\s|\(|$)|\b(?:une|la|dans une|dans la) (?:première )?version (?:précédente|antérieure|initiale) (?:de cet|de l['’])\s?(?:article|publication)\b|\bune première version de (?:cet|l['’])\s?article\b|\bcet article a été (?:corrigé|rectifié|modifié pour corriger)(?!\p{L})|\bcontrairement à ce que nous (?:avions|avons) (?:écrit|indiqué|publié|affirmé)(?!\p{L})/iu,
  reporting,
  places,
  letters: 'œîûÿ',
};

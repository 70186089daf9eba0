import { fold } from '../fold.ts';
import { wordList } from '../word-list.ts';

/** Words that end like plurals and are none; all folded. */
const singular: ReadonlySet<string> = new Set(
  wordList(
    `divers univers pervers revers envers travers convers adverse
    gros dos repos propos heros chaos clos enclos eclos pathos cosmos os
    virus campus bus autobus abus refus jus plus corpus surplus consensus processus focus bonus malus lotus cactus prospectus terminus rebus hiatus
    confus diffus inclus exclus reclus obtus intrus perclus dessus dessous absous dissous jaloux`,
  ),
);
/** Plurals of words in "-i": most that end like them are feminine with an "e" ("pris, prise") or the same in the singular. */
const inIs: ReadonlySet<string> = new Set(
  wordList(
    `amis ennemis abris defis cris plis soucis appuis ennuis etuis taxis skis safaris tsunamis nazis neonazis alibis partis jihadis
    lois rois emplois tournois convois renvois envois effrois pourvois essais delais quais balais geais`,
  ),
);
/** "religions", but not "demandons": nouns in "-ion". */
const inIon = /[glnstvx]ions$/;
const inOn = /ons$/;
const afterConsonant = /[bcdfghklmnpqrtvwxz]s$/;
const afterVowel = /[ou]s$/;
/** "jeux", "bijoux", "noyaux" */
const withX =
  /(?:^(?:en|anti)?jeux|feux|lieux|dieux|v[oœ]e?ux|neveux|cheveux|aveux|bijoux|cailloux|choux|genoux|hiboux|joujoux|yaux|ériaux)$/;

/** A word without the "s" or "x" of its plural, which the stemmer would take for another ending, or leave. @param word lower case */
export function singularOf(word: string): string {
  const last = word.at(-1);
  if (word.length < 4 || (last !== 's' && last !== 'x')) return word;
  if (last === 'x') return withX.test(word) ? word.slice(0, -1) : word;
  const isPlural =
    inIon.test(word) ||
    (!inOn.test(word) && (afterConsonant.test(word) || afterVowel.test(word)) && !singular.has(fold(word))) ||
    inIs.has(fold(word));
  return isPlural ? word.slice(0, -1) : word;
}

import type { Abbreviations } from '../language.ts';
import { wordList } from '../word-list.ts';

/** French abbreviations. */
export const abbreviations: Abbreviations = {
  goOn: new Set(
    wordList(
      `m mm mr mme mmes mlle mlles me dr drs pr prof mgr st ste sts stes gal cdt lt sgt r.p p.ex ex p.exemple
      c.-à-d c.-a-d càd cf av bd boul bld rte env éd ed dir coll trad vs fam prés vice-prés`,
    ),
  ),
  beforeNumbers: new Set(
    wordList(
      `no nos n p pp art al vol chap ch fig tél tel t ill réf ref sect par parag janv févr fév avr juil sept oct nov déc`,
    ),
  ),
  mayEnd: new Set(
    wordList(
      `etc cie sté ste inc ltd corp s.a s.a.s s.a.r.l j.-c j.c apr av.j.-c u.s u.k o.n.u u.e n.d.l.r ndlr p.s a.m p.m min max
      hab janv févr juil sept oct nov déc jr`,
    ),
  ),
};

import type { Abbreviations } from '../language.ts';
import { wordList } from '../word-list.ts';

/** English abbreviations. */
export const abbreviations: Abbreviations = {
  goOn: new Set(
    wordList(
      `mr mrs ms messrs mx dr prof profs rev revd hon gen lt col sgt cpl pvt capt cmdr cdr adm maj brig gov sen sens rep reps
      pres supt insp det fr msgr mgr st ste mt ft amb atty e.g i.e eg ie cf viz vs v.s al ed eds trans approx est
      dept univ assn assoc bros gen.sec vice.pres lt.col lt.gen maj.gen brig.gen sgt.maj`,
    ),
  ),
  beforeNumbers: new Set(
    wordList(
      `no nos p pp vol vols ch chap sec fig figs art par para pt eq ex ca c circa op cit jan feb mar apr jun jul aug sep sept
      oct nov dec mon tue tues wed thu thur thurs fri sat sun`,
    ),
  ),
  mayEnd: new Set(
    wordList(
      `etc inc ltd co corp llc plc bros jr sr esq phd ph.d m.d b.a m.a d.c u.s u.k u.n e.u u.s.a l.a n.y a.m p.m
      a.d b.c ave blvd rd hwy sq calif conn mich minn okla tenn wis fla
      ariz ark colo kan neb nev n.h n.j n.m n.c n.d s.c s.d r.i w.va jan feb mar apr aug sep sept oct nov
      dec tel min max hr hrs sec oz lb lbs ft yd`,
    ),
  ),
};

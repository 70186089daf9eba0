import type { Abbreviations } from '../language.ts';
import { wordList } from '../word-list.ts';

/** German abbreviations. */
export const abbreviations: Abbreviations = {
  goOn: new Set(
    wordList(
      `dr dres prof dipl ing dipl.-ing fr hr hrn st sr jr bzw ca d.h z.b u.a z.t z.zt i.d.r s.o s.u s.a v.a u.u o.g
      m.e sog insb insbes bspw evtl ggf ggü gem vgl inkl exkl zzgl abzgl einschl ausschl ehem geb gest verst verh entspr
      mind allg betr bgm frhr gebr hl kath ev kgl lfd lt nachf
      pol präs röm russ stellv südl nördl westl östl tägl
      urspr vors wg zit zw amtl bayer bay dt engl frz ital österr schweiz jap chin türk griech lat
      phil jur rer nat h.c oec pharm theol habil vet
      rd resp scil spp hg hrsg abb abt aufl bd bde f ff`,
    ),
  ),
  beforeNumbers: new Set(
    wordList(
      `nr nrn art abs kap s bl str tel fax jh jhd jhdt az no lit ziff pos jan jän feb febr mrz apr jun jul aug sep sept okt nov dez
      mo di mi do fr sa so seite`,
    ),
  ),
  mayEnd: new Set(
    wordList(
      `etc usw usf co inc ltd corp e.v a.d v.chr n.chr chr u.s u.k mio mrd tsd std min sek max mbh str pl jh a.m p.m
      jan jän feb febr mrz apr jun jul aug sep sept okt nov dez a.a o.ä u.ä u.v.m i.r km.h a.m d.j d.c`,
    ),
  ),
};

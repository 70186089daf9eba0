import type { ReportingWords } from '../language.ts';
import { wordList } from '../word-list.ts';

/** How French papers write. */
export const reporting: ReportingWords = {
  leaning: new Set(
    wordList(
      `il elle ils elles ce cet cette ces celui celle ceux celles cela ca c son sa ses leur leurs lui y en
      mais et ou or donc car puis ainsi alors aussi enfin toutefois cependant pourtant neanmoins parallelement ensuite
      egalement ailleurs consequent`,
    ),
  ),
  saying: new Set(
    wordList(
      `dit dire disait disent declare declarait ajoute ajoutait explique expliquait affirme affirmait assure assurait estime
      estimait indique indiquait annonce annoncait precise precisait confie confiait raconte racontait souligne soulignait rappelle
      rappelait lance lancait ecrit ecrivait conclut concluait poursuit poursuivait repond repondu repondait repete denonce
      denoncait previent prevenu commente commentait martele insiste reconnait reconnu juge jugeait regrette regrettait
      promet promis demande demandait avoue temoigne temoignait note notait deplore deplorait accuse avertit averti fustige
      plaide felicite rejoui insurge insurgeait emporte agace amuse detaille resume pointe observe releve signale soutient
      soutenu clame critique salue tweete selon revele relate rapporte`,
    ),
  ),
  furniture:
    /^(?:(?:à )?lire (?:aussi|également)(?!\p{L})|voir aussi\b|(?:photos?|images?|vidéos?|crédits?|source|publicité)\s*[:|]|crédits? photos?\b|publicité$|abonnez-vous\b|inscrivez-vous\b|cliquez ici\b|suivez-nous\b|partager (?:cet article|sur)\b|par(?-i: \p{Lu}[\p{L}.'’-]+){2,4}(?<!\.)$|pour aller plus loin\b)|\b(?:utilisons des|accepter les) cookies\b|\bpolitique de (?:confidentialité|cookies)(?!\p{L})|\btous droits réservés\b|\bnotre newsletter\b|\bactiver javascript\b|©/iu,
};

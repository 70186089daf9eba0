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
      soutenu clame critique salue tweete selon revele relate rapporte
      argue argumente confesse confessait implore souffle soufflait constate constatait justifie justifiait ironise ironisait exclame
      exclamait glisse tranche relativise analyse decrit decrivait defend defendait nuance tonne lache reagit reagissait exhorte garantit
      garanti confirme confirmait dement dementi evoque evoquait decrypte indigne inquiete reclame exige souhaite prone pronait considere
      pense pensait croit qualifie developpe enchaine embraye clamait interroge interrogeait appelle rencherit retorque objecte
      murmure jure soupire rappele poursuivi avance avancait tempere admet admis reitere`,
    ),
  ),
  furniture:
    /^(?:(?:à )?lire (?:aussi|également)(?!\p{L})|voir aussi\b|(?:photos?|images?|vidéos?|crédits?|source|publicité)\s*[:|]|crédits? photos?\b|publicité$|abonnez-vous\b|inscrivez-vous\b|cliquez ici\b|suivez-nous\b|partager (?:cet article|sur)\b|par(?-i: \p{Lu}[\p{L}.'’-]+){2,4}(?<!\.)$|pour aller plus loin\b)|\b(?:utilisons des|accepter les) cookies\b|\bpolitique de (?:confidentialité|cookies)(?!\p{L})|\btous droits réservés\b|\bnotre newsletter\b|\bactiver javascript\b|©/iu,
  attribution: {
    asked: new Set(wordList('dit dire disait declare declarer parle parler citation citations')),
    according: ['selon', "d'apres", 'd apres', 'pour', 'dixit'],
    helpers: new Set(wordList('a ont avait avaient est sont etait s se l lui t')),
    pronouns: {
      he: new Set(['il']),
      she: new Set(['elle']),
      others: new Set(
        wordList(
          'ils elles on je j nous vous tu qui ce c cela ca celui celle ceux celles certains beaucoup tous dernier derniere derniers dernieres',
        ),
      ),
    },
    passing: new Set(
      wordList(
        'aussi encore egalement alors t lui hier ensuite lundi mardi mercredi jeudi vendredi samedi dimanche ce matin',
      ),
    ),
    leading: new Set(wordList('mais et ou or puis ainsi alors aussi comme car donc quant')),
    apart: new Set(
      wordList(
        `a au aux en dans sur sous par pour avec sans avant apres pendant depuis lors lorsque quand alors si que qui dont ou chez vers
        entre contre malgre parmi devant face ce cet hier aujourd'hui demain lundi mardi mercredi jeudi vendredi samedi dimanche puis
        ensuite encore toujours deja egalement aussi ainsi enfin notamment mais et comme car donc est sont etait a ont avait avaient
        s se l lui leur ne n y jugeant ajoutant estimant selon plus tard dimanche interroge interrogee cite citee`,
      ),
    ),
    within: new Set(wordList('de du des d la le les l et en van von ben al')),
    determiners: new Set(wordList('le la les l un une des son sa ses leur leurs notre mon ma cet cette ce')),
    feminine:
      /(?:^|\s)(?:mme|mlle|madame|la|une|élue|députée|presidente|directrice|avocate|porte-parole adjointe)(?!\p{L})/iu,
    masculine: /(?:^|\s)(?:m|monsieur|le|un|élu|député|président|directeur|avocat)(?!\p{L})/iu,
    severalSay: undefined,
    insideMarks: true,
  },
  indirect: {
    that: new Set(['que', 'qu', 'avoir', 'etre', 'vouloir']),
    bare: new Set(),
    addressing: new Set(),
    afterComma: false,
    of: ['parle de', 'parle d', 'evoque'],
    active: new Set(wordList('a ont avait avaient l lui leur')),
    needs: {},
    indefinite: new Set(['un', 'une', 'des', 'd']),
    joining: new Set(['et', 'mais', 'puis']),
    never: new Set(wordList('ne n pas jamais si ni')),
    unsure: new Set(['pour']),
  },
};

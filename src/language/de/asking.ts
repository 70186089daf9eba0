import type { AskingWords, MentionWords } from '../asking-words.ts';
import { wordList, wordValues } from '../word-list.ts';

/** German words of questions. */
export const asking: AskingWords = {
  phrases: {
    name: wordList('wer wen wem wessen'),
    time: ['wann', 'seit wann', 'bis wann', 'ab wann'],
    place: ['wo', 'woher', 'wohin'],
    number: [
      'wieviel',
      'wievielfache',
      'wieviele',
      ...wordList(
        'viel viele vielen vieler alt lang weit hoch gross oft tief schnell schwer breit stark heiss kalt haufig jung dick',
      ).map((word) => `wie ${word}`),
    ],
    duration: ['wie lange'],
    share: ['wie viel prozent', 'wieviel prozent', 'wie viele prozent'],
    money: ['wie viel geld', 'wieviel geld', 'wie teuer'],
    manner: ['wie', 'wodurch', 'womit', 'auf welche weise'],
    reason: wordList('warum weshalb wieso weswegen wozu'),
  },
  identity: {
    who: ['wer ist', 'wer war', 'wer sind', 'wer waren'],
    what: ['was ist', 'was war', 'was sind', 'was waren', 'was bedeutet', 'was heisst'],
  },
  joining: wordList('wo woher wohin'),
  which: [...wordList('welcher welche welches welchen welchem'), 'was', 'wie lautet', 'wie lauten'],
  between: wordList('ist sind war waren der die das den dem des ein eine zwei drei andere anderen'),
  nouns: {
    name: wordList(
      `name namen person personen mann frau anfuhrer prasident prasidentin konig konigin kaiser herrscher autor autorin
      kunstler schauspieler sanger wissenschaftler forscher spieler trainer minister ministerin richter firma firmen
      unternehmen mannschaft team band gruppe gruppen organisation partei behorde politiker politikerin senator burgermeister burgermeisterin gouverneur kanzler kanzlerin general
      kapitan papst bischof prinz prinzessin herzog grunder grunderin erfinder komponist regisseur regisseurin maler
      dichter philosoph architekt journalist journalistin anwalt arzt schriftsteller sportler fahrer astronaut sieger
      siegerin meister gegner rivale nachfolger nachfolgerin vorganger vater mutter bruder schwester sohn tochter
      ehefrau ehemann opfer verdachtiger hersteller marke zeitung sender bank gewerkschaft verband verein ministerium`,
    ),
    time: wordList(
      'jahr jahre jahren jahres datum tag tagen monat monaten jahrhundert jahrhunderten jahrzehnt jahrzehnte jahrzehnten zeit zeitpunkt zeitraum epoche',
    ),
    place: wordList(
      `land lander stadt stadte ort dorf staat region provinz bezirk gebiet gegend fluss insel kontinent strasse gebaude
      universitat hauptstadt flughafen stadion hafen museum see berg meer ozean platz park hotel kirche gefangnis`,
    ),
    number: wordList(
      'zahl anzahl starke magnitude bevolkerung einwohnerzahl menge hohe alter grosse lange ergebnis gewicht tiefe breite geschwindigkeit temperatur entfernung wahlbeteiligung',
    ),
    duration: wordList('dauer'),
    share: wordList('prozentsatz anteil quote'),
    money: wordList('preis kosten gehalt haushalt budget summe betrag'),
    manner: wordList('weise methode methoden mittel'),
    reason: wordList('grund grunde ursache ursachen zweck'),
  },
  term: [
    'wie heisst',
    'wie heissen',
    'wie hiess',
    'wie hiessen',
    'bekannt als',
    ...wordList('nennt nannte genannt bezeichnet bezeichnung begriff spitzname spitznamen benannt'),
  ],
  news: [
    'neueste nachrichten',
    'neuesten nachrichten',
    'aktuelle nachrichten',
    'aktuellen nachrichten',
    'neues von',
    'neues zu',
    'neues uber',
    'neues bei',
    'neues aus',
    'gibt es neues',
    'neuigkeiten',
    'neueste',
    'neuesten',
    'neuestes',
    'letzter stand',
    'neuester stand',
    'aktueller stand',
    'aktuelle stand',
    'neueste stand',
    'aktuellste',
    'aktuellsten',
    'nachrichten uber',
    'nachrichten zu',
  ],
  frames: wordList(
    `name namen nennt nannte genannt heisst hiess begriff bezeichnet bezeichnung art arten beispiel weise jahr datum zeit
    zahl anzahl person personen land stadt ort lautet befindet befand gibt gab findet fand statt verwendet bekannt wort
    ausdruck beruf nationalitat staatsangehorigkeit funktion religion`,
  ),
};

/** German words of what is asked for. */
export const mentions: MentionWords = {
  numbers: wordValues(
    `zwei=2 drei=3 vier=4 funf=5 sechs=6 sieben=7 acht=8 neun=9 zehn=10 elf=11 zwolf=12 dreizehn=13 vierzehn=14
      funfzehn=15 sechzehn=16 siebzehn=17 achtzehn=18 neunzehn=19 zwanzig=20 dreissig=30 vierzig=40 funfzig=50
      sechzig=60 siebzig=70 achtzig=80 neunzig=90 hundert=100 tausend=1e3 million=1e6 millionen=1e6 mio=1e6
      milliarde=1e9 milliarden=1e9 mrd=1e9 billion=1e12 billionen=1e12`,
  ),
  amounts: wordList(
    'hunderte hunderten tausende tausenden dutzend dutzende halfte drittel viertel einmal zweimal dreimal doppelt mal',
  ),
  percent: ['prozent', 'prozentpunkte'],
  money: wordList('dollar euro pfund cent franken mark yen'),
  clock: wordList('uhr'),
  units: wordList(
    `sekunde sekunden minute minuten stunde stunden tag tage tagen woche wochen monat monate monaten jahr jahre jahren jahrzehnt
    jahrzehnte jahrzehnten jahrhundert jahrhunderte jahrhunderten`,
  ),
  times: wordList('jahrhundert jahrhunderts jahrzehnt jahrzehnts sommer winter fruhling fruhjahr herbst'),
  particles: ['von der', 'van der', 'de la', ...wordList('von van de al bin ibn la le')],
  beforePlaces: wordList('in im bei aus nach von vom am durch auf'),
  reasons: wordList('weil denn damit um aufgrund wegen deshalb daher infolge dank grund grunde'),
  manners: wordList('durch indem mit mithilfe mittels dadurch als anhand'),
  terms: [
    'bekannt als',
    'als bekannt',
    'so genannte',
    'so genannten',
    ...wordList(
      `heisst heissen hiess hiessen nennt nennen nannte nannten genannt genannte genannten benannt sogenannte sogenannten
      sogenannter sogenanntes bezeichnet bezeichnete bezeichneten bezeichnung begriff name namen spitzname spitznamen alias`,
    ),
  ],
  copulas: wordList('ist sind war waren bezeichnet bedeutet'),
  capitalMonths: true,
  capitalNouns: true,
};

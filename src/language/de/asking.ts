import type { AskingWords, MentionWords } from '../asking-words.ts';
import { wordList } from '../word-list.ts';

/** German words of questions. */
export const asking: AskingWords = {
  phrases: {
    name: ['wer', 'wen', 'wem', 'wessen', 'wie heisst', 'wie heissen', 'wie hiess', 'wie hiessen'],
    time: ['wann', 'seit wann', 'bis wann', 'ab wann'],
    place: ['wo', 'woher', 'wohin'],
    number: [
      'wieviel',
      'wievielfache',
      'wieviele',
      ...wordList(
        'viel viele vielen vieler alt lang lange weit hoch gross oft tief schnell schwer breit',
      ).map((word) => `wie ${word}`),
    ],
    money: ['wie viel geld', 'wieviel geld', 'wie teuer'],
    reason: wordList('warum weshalb wieso weswegen wozu'),
  },
  which: [...wordList('welcher welche welches welchen welchem'), 'was', 'wie lautet', 'wie lauten'],
  between: wordList('ist sind war waren der die das den dem des ein eine zwei drei andere anderen andere'),
  nouns: {
    name: wordList(
      `name namen person personen mann frau anfuhrer prasident prasidentin konig konigin kaiser herrscher autor autorin
      kunstler schauspieler sanger wissenschaftler forscher spieler trainer minister ministerin richter firma firmen
      unternehmen mannschaft team band gruppe gruppen organisation partei behorde`,
    ),
    time: wordList('jahr jahre datum tag monat jahrhundert jahrzehnt zeit zeitpunkt zeitraum epoche'),
    place: wordList(
      `land lander stadt stadte ort dorf staat region provinz bezirk gebiet gegend fluss insel kontinent strasse gebaude
      universitat`,
    ),
    number: wordList(
      'prozentsatz anteil zahl anzahl bevolkerung einwohnerzahl menge hohe alter grosse lange quote ergebnis',
    ),
    money: wordList('preis kosten gehalt haushalt budget summe betrag'),
    reason: wordList('grund grunde ursache ursachen zweck'),
  },
  frames: wordList(
    `name namen nennt nannte genannt heisst hiess begriff bezeichnet bezeichnung art arten beispiel weise jahr datum zeit
    zahl anzahl person personen land stadt ort lautet befindet befand gibt gab findet fand statt verwendet bekannt wort
    ausdruck`,
  ),
};

/** German words of what is asked for. */
export const mentions: MentionWords = {
  numbers: wordList(
    `zwei drei vier funf sechs sieben acht neun zehn elf zwolf dreizehn vierzehn funfzehn sechzehn siebzehn achtzehn
    neunzehn zwanzig dreissig vierzig funfzig sechzig siebzig achtzig neunzig hundert hunderte hunderten tausend tausende
    tausenden million millionen milliarde milliarden dutzend dutzende halfte drittel viertel einmal zweimal dreimal
    doppelt mal`,
  ),
  money: wordList('dollar euro pfund cent franken mark yen'),
  times: wordList('jahrhundert jahrhunderts jahrzehnt jahrzehnts sommer winter fruhling fruhjahr herbst'),
  particles: wordList('von van de al bin ibn la le'),
  beforePlaces: wordList('in im bei aus nach von vom am durch auf'),
  reasons: wordList('weil denn damit um aufgrund wegen deshalb daher infolge dank grund grunde'),
  copulas: wordList('ist sind war waren bezeichnet bedeutet'),
  capitalMonths: true,
  capitalNouns: true,
};

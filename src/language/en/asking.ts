import type { AskingWords, MentionWords } from '../asking-words.ts';
import { wordList, wordValues } from '../word-list.ts';

/** English words of questions. */
export const asking: AskingWords = {
  phrases: {
    name: ['who', 'whom', 'whose', "who's"],
    time: ['when', 'since when', 'until when', 'how long ago', 'at what time'],
    place: ['where'],
    number: wordList(
      'many much old far tall high big large often deep wide heavy fast hot cold strong severe young thick',
    ).map((word) => `how ${word}`),
    duration: ['how long'],
    share: ['how many percent', 'how many per cent'],
    money: ['how much money', 'how expensive'],
    reason: ['why', 'how come', 'what for'],
    manner: ['how'],
  },
  identity: {
    // Of "who's", "who" is left.
    who: ['who', 'who is', 'who was', 'who are', 'who were'],
    what: ['what is', 'what was', 'what are', 'what were'],
  },
  joining: wordList('when where who whom whose'),
  which: ['what', 'which'],
  between: wordList('is are was were the a an of two three other type kind sort'),
  nouns: {
    name: wordList(
      `name names person people man woman men women leader ruler president king queen emperor author writer artist actor actress
      singer scientist researcher player coach minister judge company companies firm firms team teams band group groups
      organisation organization party agency politician senator mayor governor chancellor general captain pope bishop
      prince princess duke founder inventor composer director painter poet philosopher architect journalist lawyer doctor
      athlete driver astronaut winner champion opponent rival successor predecessor father mother brother sister son daughter
      wife husband victim suspect manufacturer brand newspaper channel network bank union association club ministry airline`,
    ),
    time: wordList(
      'year years date dates day days month months century centuries decade decades time times season era period',
    ),
    place: wordList(
      `country countries city cities town village place state region province county area location river island continent
      district street building university capital airport stadium port museum lake mountain sea ocean square park hotel
      church prison`,
    ),
    number: wordList(
      'number population amount magnitude age size length height rate score weight width depth speed temperature distance capacity turnout',
    ),
    duration: wordList('duration'),
    share: wordList('percentage percent proportion fraction share'),
    money: wordList('price cost costs salary budget sum'),
    manner: wordList('way ways manner method methods means'),
    reason: wordList('reason reasons cause causes purpose'),
  },
  term: [
    'is known as',
    'are known as',
    'was known as',
    'were known as',
    'referred to as',
    'named after',
    'named for',
    'name for',
    'name of the',
    'word for',
    'term for',
    'term used for',
    'term used to',
    'the term',
    ...wordList('called termed nickname nicknamed'),
  ],
  news: [
    'latest news',
    'latest',
    'newest',
    'most recent',
    'recent news',
    'breaking news',
    'news about',
    'news on',
    'news from',
    'any news',
    'what is new',
    'anything new',
    'new about',
    'new with',
    'up to date',
  ],
  frames: wordList(
    `name names named call called term terms known type types kind kinds sort example way main word refer referred year
    date time number amount person people country city place located happen happened occur occurred take took often use
    used consider considered believed mean means job profession occupation nationality religion`,
  ),
};

/** English words of what is asked for. */
export const mentions: MentionWords = {
  numbers: wordValues(
    `one=1 two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 ten=10 eleven=11 twelve=12 thirteen=13
      fourteen=14 fifteen=15 sixteen=16 seventeen=17 eighteen=18 nineteen=19 twenty=20 thirty=30 forty=40 fifty=50
      sixty=60 seventy=70 eighty=80 ninety=90 hundred=100 thousand=1e3 million=1e6 millions=1e6 billion=1e9
      billions=1e9 trillion=1e12`,
  ),
  amounts: wordList('hundreds thousands dozen dozens half third quarter once twice double couple'),
  percent: ['percent', 'per cent', 'percentage points'],
  money: wordList('dollar dollars euro euros pound pounds cent cents pence franc francs yen'),
  clock: ['o clock', ...wordList('am pm gmt utc bst est edt cet cest')],
  units: wordList(
    'second seconds minute minutes hour hours day days week weeks month months year years decade decades century centuries',
  ),
  times: wordList('century centuries decade decades summer winter spring autumn bc ad'),
  particles: ['of the', 'von der', 'van der', 'de la', ...wordList('of de du van von der al bin ibn la le')],
  beforePlaces: wordList('in at near from to into across around through outside inside between throughout'),
  reasons: [
    'because',
    'due to',
    'in order to',
    'so that',
    'as a result',
    'owing to',
    'thanks to',
    'caused by',
    'led to',
    ...wordList('reason reasons therefore thus'),
  ],
  manners: ['thanks to', 'by means of', ...wordList('by through using via as with')],
  terms: [
    'known as',
    'referred to as',
    'so called',
    'the term',
    'the name',
    ...wordList('called named nicknamed termed dubbed nickname alias aka'),
  ],
  copulas: wordList('is are was were means refers'),
  capitalMonths: true,
  capitalNouns: false,
};

import { dateAt } from './dates.ts';
import { fold } from './fold.ts';
import { forEachLanguage, languages } from './languages.ts';
import type { LanguageTag, Range } from './language.ts';
import { phraseAt } from './phrases.ts';
import type { Reading } from './phrases.ts';
import { words } from './words.ts';

/** A time, a number, a share of a hundred, a sum of money, or a name in a text; a place is a name after a word of place. */
export interface Mention extends Range {
  readonly kind: 'time' | 'number' | 'share' | 'money' | 'name' | 'place';
  /** Its words, folded. */
  readonly words: readonly string[];
  /** Place of its first word among those of the text. */
  readonly at: number;
  /** Of numbers, shares and sums, where their words have one. */
  readonly value?: number;
  /** True for a number of days or other units of time. */
  readonly isDuration?: boolean;
}

const capital = /^\p{Lu}/u;
const acronym = /^\p{Lu}{2,}$/u;
const digit = /^\d/;
/** "the 12th century", "XXe siècle" */
const ordinal = /^(?:\d{1,2}(?:st|nd|rd|th|er?|eme)?|[ivx]+(?:er?|eme)?)$/;
/** A number that is a year after "in" alone. */
const earlyYear = /^1[0-4]\d\d$/;
const ten = 10;
const twenty = 20;
const hundred = 100;
const thousand = 1000;
const decade = /^\d{2,3}0(?:'?s|er|ern)$/;
/** An hour, with its minutes or without. */
const hourOfDay = /^(?:[01]?\d|2[0-4])(?:[.h][0-5]?\d?)?$/;
const hourAndMinute = /^\d{1,2}h(?:[0-5]\d)?$/;
const minutes = /^[0-5]\d$/;
const percentSign = /^\s?[%‰]/;
const currencyBefore = /[$€£¥]\s?$/;
const currencyAfter = /^\s?[$€£¥]/;
/** What stands between the words of one number. */
const wordGap = /^[\s-]$/;
/** What stands between the words of one name. */
const gap = /^(?:\s|[-.’'–]|\.\s|-\s)$/;

/** Words that name a day without its date. */
const daysOf = forEachLanguage((tag) => {
  const { weekdays, today, yesterday } = languages[tag].time;
  return [...weekdays.flat(), ...today, ...yesterday];
});

/** What a text mentions, in order. */
export function mentionsIn(text: string, language: LanguageTag): readonly Mention[] {
  const tokens = words(text);
  const reading: Reading = { text, tokens: tokens.map((token) => ({ ...token, word: fold(token.word) })) };
  const found: Mention[] = [];
  for (let at = 0; at < tokens.length;) {
    const mention = mentionAt(reading, at, language);
    if (mention !== undefined) found.push(mention);
    at += mention?.words.length ?? 1;
  }
  return found;
}

function mentionAt(reading: Reading, at: number, language: LanguageTag): Mention | undefined {
  const time = lengthOfTime(reading, at, language);
  if (time > 0) return mention(reading, at, time, 'time');
  return numberAt(reading, at, language) ?? nameAt(reading, at, language);
}

function lengthOfTime({ text, tokens }: Reading, at: number, language: LanguageTag): number {
  const { time, mentions } = languages[language];
  const reading = { text, tokens };
  const word = tokens[at]?.word ?? '';
  const isEarlyYear = earlyYear.test(word) && time.within.includes(tokens[at - 1]?.word ?? '');
  if (isEarlyYear || decade.test(word)) return 1;
  const date = dateAt(reading, at, time);
  const isBare = date?.year === undefined && date?.day === undefined;
  // "may" and "march" are months with a capital alone.
  const isMonth = !isBare || !mentions.capitalMonths || capital.test(text.slice(tokens[at]?.start));
  if (date !== undefined && isMonth) return date.length;
  const named = phraseAt(reading, at, daysOf[language]) || lengthOfClock(reading, at, mentions.clock);
  if (named > 0) return named;
  const before = ordinal.test(word) ? 1 : 0;
  const times = phraseAt(reading, at + before, mentions.times);
  return times > 0 ? before + times : 0;
}

/** "9:30", "9h30", "9 h 30", "10 Uhr", "4.09 GMT". */
function lengthOfClock({ text, tokens }: Reading, at: number, clock: readonly string[]): number {
  const [hour, next, last] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (hour === undefined || !hourOfDay.test(hour.word)) return 0;
  if (hourAndMinute.test(hour.word)) return 1;
  if (next?.word === 'h') return minutes.test(last?.word ?? '') ? 3 : 2;
  const isSplit = text.slice(hour.end, next?.start) === ':' && minutes.test(next?.word ?? '');
  const written = isSplit ? 2 : 1;
  const named = phraseAt({ text, tokens }, at + written, clock);
  return isSplit || named > 0 ? written + named : 0;
}

/** A number with what makes it a share or a sum: "20%", "$5 million". */
function numberAt(reading: Reading, at: number, language: LanguageTag): Mention | undefined {
  const { numbers, amounts, money, percent, units } = languages[language].mentions;
  const { text, tokens } = reading;
  const counts = (word: string | undefined) =>
    word !== undefined && (Object.hasOwn(numbers, word) || amounts.includes(word));
  let next = digit.test(tokens[at]?.word ?? '') ? at + 1 : at;
  const follows = () => next === at || wordGap.test(text.slice(tokens[next - 1]?.end, tokens[next]?.start));
  while (counts(tokens[next]?.word) && follows()) next += 1;
  if (next === at) return undefined;
  const written = mention(reading, at, next - at, 'number');
  const value = valueOf(written.words, numbers);
  const found = value === undefined ? written : { ...written, value };
  const rest = text.slice(found.end);
  const before = currencyBefore.exec(text.slice(Math.max(0, found.start - 2), found.start))?.[0] ?? '';
  const after = currencyAfter.exec(rest)?.[0] ?? '';
  const named = phraseAt(reading, next, money);
  const start = found.start - before.length;
  if (named > 0) return { ...found, kind: 'money', start, end: tokens[next + named - 1]?.end ?? found.end };
  if (before + after !== '') return { ...found, kind: 'money', start, end: found.end + after.length };
  const share = phraseAt(reading, next, percent);
  if (share > 0) return { ...found, kind: 'share', end: tokens[next + share - 1]?.end ?? found.end };
  const sign = percentSign.exec(rest)?.[0];
  const gapAfter = text.slice(found.end, tokens[next]?.start);
  if (wordGap.test(gapAfter) && units.includes(tokens[next]?.word ?? ''))
    return { ...found, isDuration: true };
  return sign === undefined ? found : { ...found, kind: 'share', end: found.end + sign.length };
}

/** "two hundred thousand" → 200,000; "14.2 million" → 14,200,000. Undefined where words don't simply add up ("quatre-vingt"). */
function valueOf(words: readonly string[], numbers: Readonly<Record<string, number>>): number | undefined {
  let whole = 0;
  let part = 0;
  for (const word of words) {
    const isWritten = digit.test(word);
    const value = isWritten ? Number(word) : Object.hasOwn(numbers, word) ? numbers[word] : undefined;
    if (value === undefined || Number.isNaN(value)) return undefined;
    const multiplies = part > 0 && value >= hundred;
    const adds = part % hundred === 0 || (part % ten === 0 && value < twenty);
    if (!multiplies && !adds) return undefined;
    part = multiplies ? part * value : part + value;
    if (value >= thousand && !isWritten) [whole, part] = [whole + part, 0];
  }
  return whole + part;
}

function nameAt(reading: Reading, first: number, language: LanguageTag): Mention | undefined {
  const { mentions, stopWords } = languages[language];
  const { text, tokens } = reading;
  const written = (at: number) => text.slice(tokens[at]?.start, tokens[at]?.end);
  const follows = (at: number) => gap.test(text.slice(tokens[at - 1]?.end, tokens[at]?.start));
  const isCapital = (at: number) => capital.test(written(at));
  if (!isCapital(first) || stopWords.has(tokens[first]?.word ?? '')) return undefined;
  let end = first + 1;
  for (;;) {
    if (end < tokens.length && follows(end) && isCapital(end)) end += 1;
    else {
      const particle = phraseAt(reading, end, mentions.particles);
      const next = end + particle;
      // "die Fähre von Elin Tarrow" is no name: where all nouns have capitals, two words must have begun one.
      const isBegun = !mentions.capitalNouns || end - first > 1;
      const goesOn = next < tokens.length && isCapital(next) && follows(end) && follows(next);
      if (!isBegun || !goesOn) break;
      end = next + 1;
    }
  }
  const length = end - first;
  const lone = length === 1 && !acronym.test(written(first));
  if (lone && (mentions.capitalNouns || first === 0)) return undefined;
  const before = tokens[first - 1]?.word ?? '';
  return mention(reading, first, length, mentions.beforePlaces.includes(before) ? 'place' : 'name');
}

function mention({ tokens }: Reading, at: number, length: number, kind: Mention['kind']): Mention {
  const taken = tokens.slice(at, at + length);
  const start = taken[0]?.start ?? 0;
  return { kind, words: taken.map(({ word }) => word), at, start, end: taken.at(-1)?.end ?? start };
}

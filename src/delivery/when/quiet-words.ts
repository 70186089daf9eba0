import { languageTags, languages } from '../../language/languages.ts';
import type { LanguageTag } from '../../language/language.ts';
import { phraseAt } from '../../language/phrases.ts';
import type { ScheduleWords } from '../../language/schedule-words.ts';
import type { Translate } from '../../texts.ts';
import { writeTime } from './clock.ts';
import { resolveTimes } from './hours.ts';
import type { QuietHours } from './quiet-hours.ts';
import { readPhrases } from './reading.ts';
import { dash, rangeAt } from './said-times.ts';

const comma = [','];
/** Characters that are read. */
const longest = 100;

/**
 * Reads quiet hours in words of any language Kiosk speaks, the reader's first ("22-7", "from 10 pm to 7 am"); undefined for
 * what it doesn't understand wholly.
 */
export function parseQuietHours(typed: string, language: LanguageTag): QuietHours | undefined {
  if (typed.length > longest) return undefined;
  const tags = [language, ...languageTags.filter((tag) => tag !== language)];
  for (const tag of tags) {
    const hours = readQuietWords(typed, languages[tag].schedule);
    if (hours !== undefined) return hours;
  }
  return undefined;
}

/** Says quiet hours in words, the way `parseQuietHours` reads them: "from 10 pm to 7 am". */
export function describeQuietHours({ from, to }: QuietHours, language: LanguageTag, t: Translate): string {
  return t('replies.when.quiet', { from: writeTime(from, language, t), to: writeTime(to, language, t) });
}

function readQuietWords(typed: string, words: ScheduleWords): QuietHours | undefined {
  const reading = readPhrases(typed, words);
  const skip = (at: number): number => {
    const length = phraseAt(reading, at, words.fillers) || phraseAt(reading, at, comma);
    return length === 0 ? at : skip(at + length);
  };
  const start = skip(0);
  const and = phraseAt(reading, start, words.from) > 0 ? words.and : [];
  const range = rangeAt(reading, start, words, [...words.to, ...and, ...dash]);
  if (range === undefined || skip(start + range.length) < reading.tokens.length) return undefined;
  const [from, to] = resolveTimes([{ time: range.from }, { time: range.to }]) ?? [];
  if (from === undefined || to === undefined || from === to) return undefined;
  // "10 to 6" could be a night or most of a day.
  const isVague = !range.from.isExact && range.from.part === undefined && from > to;
  return isVague ? undefined : { from, to };
}

import { shorten } from '../chat/replies.ts';
import type { QuietHours, Timing } from '../chat/plan.ts';
import { UserError } from '../errors.ts';
import { fold, languageTags, nameOfLanguage } from '../language/index.ts';
import type { LanguageTag } from '../language/index.ts';
import { parseKeywords } from './keywords.ts';
import { isTelling } from './topics.ts';
import { isTimeZone, parseQuietHours, parseWhen } from './when/index.ts';

const most = { topics: 10, topicLength: 80, sources: 20 };

/** True for a dash alone, which takes back what was given before. */
export function takesBack(text: string): boolean {
  return /^\s*[-–—]\s*$/u.test(text);
}

/**
 * Topics that somebody typed, separated by commas.
 * @throws {UserError} for too many, and for what can't be looked for
 */
export function readTopics(text: string): readonly string[] {
  const topics = listOf(text);
  if (topics.length > most.topics) throw new UserError('errors.plan.topics', { count: most.topics });
  for (const topic of topics) {
    if (topic.length > most.topicLength)
      throw new UserError('errors.plan.topicTooLong', { topic: shorten(topic), maximum: most.topicLength });
    if (!isTelling(topic)) throw new UserError('errors.plan.topic', { topic });
  }
  return topics;
}

/** @throws {UserError} for what is no expression of words */
export function readKeywords(text: string): string | undefined {
  if (takesBack(text)) return undefined;
  parseKeywords(text);
  return text.trim();
}

/**
 * Names of sources, separated by commas; a name may be shortened to its beginning.
 * @throws {UserError} for a name that is no source's, or several's
 */
export function readSources(text: string, outlets: readonly string[]): readonly string[] {
  const named = listOf(text);
  if (named.length > most.sources) throw new UserError('errors.plan.sources', { count: most.sources });
  return [...new Set(named.map((name) => sourceOf(name, outlets)))];
}

function sourceOf(name: string, outlets: readonly string[]): string {
  const typed = fold(name);
  const exact = outlets.find((outlet) => fold(outlet) === typed);
  if (exact !== undefined) return exact;
  const [found, ...others] = outlets.filter((outlet) => fold(outlet).startsWith(typed));
  if (found === undefined) throw new UserError('errors.noSource', { source: shorten(name) });
  if (others.length === 0) return found;
  throw new UserError('errors.plan.severalSources', {
    source: shorten(name),
    names: [found, ...others].join(', '),
  });
}

/**
 * Names or tags of languages.
 * @throws {UserError} for a language that Kiosk doesn't speak
 */
export function readLanguages(text: string): readonly LanguageTag[] {
  if (takesBack(text)) return [];
  const typed = text.split(/[\s,;]+/).filter(Boolean);
  return [...new Set(typed.map(languageOf))];
}

function languageOf(word: string): LanguageTag {
  const typed = fold(word);
  const found = languageTags.find(
    (tag) => typed === tag || languageTags.some((spoken) => fold(nameOfLanguage(tag, spoken)) === typed),
  );
  if (found === undefined) throw new UserError('errors.plan.language', { language: shorten(word) });
  return found;
}

/** @throws {UserError} for what is no time zone */
export function readTimeZone(text: string): string {
  const name = text.trim().replaceAll(' ', '_');
  if (!isTimeZone(name)) throw new UserError('errors.plan.timeZone', { timeZone: text });
  return name;
}

/** @throws {UserError} for what names no hours */
export function readQuietHours(text: string, language: LanguageTag): QuietHours | undefined {
  if (takesBack(text)) return undefined;
  const hours = parseQuietHours(text, language);
  if (hours === undefined) throw new UserError('errors.plan.quiet', { quiet: text });
  return hours;
}

/** @throws {UserError} for what says no time */
export function readTiming(text: string, language: LanguageTag, timeZone: string): Timing {
  const cron = parseWhen(text, language);
  if (cron === undefined) throw new UserError('errors.plan.when', { when: text });
  return { cron, timeZone };
}

function listOf(text: string): readonly string[] {
  if (takesBack(text)) return [];
  const items = text.split(/[,;\n]/).map((item) => item.trim().replace(/\s+/g, ' '));
  return [...new Set(items.filter((item) => item !== ''))];
}

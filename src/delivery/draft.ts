import type { Plan, QuietHours, Sensitivity, Subscription, Timing, Wish } from '../chat/plan.ts';
import { UserError } from '../errors.ts';
import { fold, languageTags, nameOfLanguage } from '../language/index.ts';
import type { LanguageTag } from '../language/index.ts';
import { parseKeywords } from './keywords.ts';
import { isTelling } from './topics.ts';
import { isTimeZone, nextOccurrence, parseQuietHours, parseWhen } from './when/index.ts';

/** What somebody typed for a subscription; what is left out stays as it was. */
export interface SubscriptionWords {
  /** Topics, separated by commas. */
  readonly topics?: string | undefined;
  readonly keywords?: string | undefined;
  /** Names of sources, separated by commas. */
  readonly sources?: string | undefined;
  /** Names or tags of languages, separated by commas or spaces. */
  readonly languages?: string | undefined;
  readonly stories?: number | undefined;
  readonly length?: keyof typeof lengths | undefined;
  readonly when?: string | undefined;
  readonly timeZone?: string | undefined;
  readonly alerts?: Sensitivity | 'off' | undefined;
  readonly quiet?: string | undefined;
  readonly perHour?: number | undefined;
  readonly empty?: Subscription['empty'] | undefined;
  readonly language?: LanguageTag | undefined;
}

/** Who sets a plan up, and where. */
export interface Setting {
  readonly channel: string;
  readonly place: string;
  readonly by: string;
  /** The language it is typed in. */
  readonly language: LanguageTag;
  readonly timeZone: string;
  readonly now: Date;
}

/** Sentences that tell a story. */
const lengths = { short: 1, medium: 2, long: 3 } as const;
const most = { topics: 10, topicLength: 80, sources: 20 };
/** When nobody says when: every day at eight. */
const daily = '0 8 * * *';
/** A first digest reaches back this far, in milliseconds. */
const firstSpan = 24 * 60 * 60 * 1000;

/** A digest of everything, every day at eight. */
export function plainSubscription(id: string, setting: Setting): Subscription {
  const { channel, place, by, language, timeZone, now } = setting;
  return {
    id,
    kind: 'subscription',
    channel,
    place,
    spoken: language,
    status: 'active',
    by,
    createdAt: now,
    wish: { topics: [], sources: [], languages: [], stories: 5, sentences: 1 },
    timeZone,
    perHour: 4,
    empty: 'skip',
    readUntil: new Date(now.getTime() - firstSpan),
  };
}

/**
 * Changes a subscription as somebody typed.
 * @param outlets the names of those whose articles may be wanted
 * @throws {UserError} for what can't be understood
 */
export function draftSubscription(
  base: Subscription,
  words: SubscriptionWords,
  { language, now }: Pick<Setting, 'language' | 'now'>,
  outlets: readonly string[],
): Subscription {
  const timeZone = words.timeZone === undefined ? base.timeZone : readTimeZone(words.timeZone);
  const { alerts: alertsBefore, quiet: quietBefore, when: whenBefore, dueAt: _due, ...rest } = base;
  const alerts =
    words.alerts === undefined ? alertsBefore : words.alerts === 'off' ? undefined : words.alerts;
  const quiet = words.quiet === undefined ? quietBefore : readQuietHours(words.quiet, language);
  const when = readWhen(words.when, {
    language,
    timeZone,
    before: whenBefore,
    isNeeded: alerts === undefined,
  });
  return withDueAt(
    {
      ...rest,
      ...(words.language !== undefined && { language: words.language }),
      wish: draftWish(base.wish, words, outlets),
      timeZone,
      ...(alerts !== undefined && { alerts }),
      ...(quiet !== undefined && { quiet }),
      ...(when !== undefined && { when }),
      perHour: words.perHour ?? base.perHour,
      empty: words.empty ?? base.empty,
    },
    now,
  );
}

/** A plan that is active and due when its expression says so next. */
export function withDueAt<plan extends Plan>(plan: plan, now: Date): plan {
  const { when } = plan;
  const dueAt = when === undefined ? undefined : nextOccurrence(when, now);
  return dueAt === undefined ? plan : { ...plan, dueAt };
}

function draftWish(before: Wish, words: SubscriptionWords, outlets: readonly string[]): Wish {
  const { keywords: keywordsBefore, ...rest } = before;
  const keywords = words.keywords === undefined ? keywordsBefore : readKeywords(words.keywords);
  return {
    ...rest,
    ...(words.topics !== undefined && { topics: readTopics(words.topics) }),
    ...(keywords !== undefined && { keywords }),
    ...(words.sources !== undefined && { sources: readSources(words.sources, outlets) }),
    ...(words.languages !== undefined && { languages: readLanguages(words.languages) }),
    stories: words.stories ?? before.stories,
    sentences: words.length === undefined ? before.sentences : lengths[words.length],
  };
}

function listOf(text: string): readonly string[] {
  const items = text.split(/[,;\n]/).map((item) => item.trim().replace(/\s+/g, ' '));
  return [...new Set(items.filter((item) => item !== ''))];
}

/** Topics that somebody typed, separated by commas. */
export function readTopics(text: string): readonly string[] {
  const topics = listOf(text);
  if (topics.length > most.topics) throw new UserError('errors.plan.topics', { count: most.topics });
  for (const topic of topics)
    if (topic.length > most.topicLength || !isTelling(topic))
      throw new UserError('errors.plan.topic', { topic });
  return topics;
}

function readKeywords(text: string): string | undefined {
  if (text.trim() === '') return undefined;
  parseKeywords(text);
  return text.trim();
}

function readSources(text: string, outlets: readonly string[]): readonly string[] {
  const named = listOf(text);
  if (named.length > most.sources) throw new UserError('errors.plan.sources', { count: most.sources });
  return named.map((name) => {
    const typed = fold(name);
    const found =
      outlets.find((outlet) => fold(outlet) === typed) ??
      outlets.find((outlet) => fold(outlet).startsWith(typed));
    if (found === undefined) throw new UserError('errors.noSource', { source: name });
    return found;
  });
}

function readLanguages(text: string): readonly LanguageTag[] {
  const typed = text.split(/[\s,;]+/).filter(Boolean);
  const found = typed.map((word) => {
    const tag = languageTags.find(
      (tag) =>
        fold(word) === tag || languageTags.some((spoken) => fold(nameOfLanguage(tag, spoken)) === fold(word)),
    );
    if (tag === undefined) throw new UserError('errors.plan.language', { language: word });
    return tag;
  });
  return [...new Set(found)];
}

/** @throws {UserError} for what is no time zone */
export function readTimeZone(text: string): string {
  const name = text.trim().replaceAll(' ', '_');
  if (!isTimeZone(name)) throw new UserError('errors.plan.timeZone', { timeZone: text });
  return name;
}

function readQuietHours(text: string, language: LanguageTag): QuietHours | undefined {
  if (text.trim() === '') return undefined;
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

function readWhen(
  text: string | undefined,
  parts: {
    readonly language: LanguageTag;
    readonly timeZone: string;
    readonly before: Timing | undefined;
    /** True where there would be nothing to get without. */
    readonly isNeeded: boolean;
  },
): Timing | undefined {
  const { language, timeZone, before, isNeeded } = parts;
  if (text !== undefined) return readTiming(text, language, timeZone);
  if (before !== undefined) return { ...before, timeZone };
  return isNeeded ? { cron: daily, timeZone } : undefined;
}

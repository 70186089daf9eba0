import type { Plan, Sensitivity, Subscription, Timing, Wish } from '../chat/plan.ts';
import { UserError } from '../errors.ts';
import type { LanguageTag } from '../language/index.ts';
import {
  readKeywords,
  readLanguages,
  readQuietHours,
  readSources,
  readTimeZone,
  readTiming,
  readTopics,
  takesBack,
} from './read-words.ts';
import { nextOccurrence } from './when/index.ts';

/** What somebody typed for a subscription; what is left out stays as it was, and a dash alone takes it back. */
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
  /** `auto`: the channel's. */
  readonly language?: LanguageTag | 'auto' | undefined;
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
  const {
    alerts: alertsBefore,
    quiet: quietBefore,
    when: whenBefore,
    language: languageBefore,
    dueAt: _due,
    ...rest
  } = base;
  const alerts =
    words.alerts === undefined ? alertsBefore : words.alerts === 'off' ? undefined : words.alerts;
  const quiet = words.quiet === undefined ? quietBefore : readQuietHours(words.quiet, language);
  const spoken = words.language === undefined ? languageBefore : words.language;
  const isNeeded = alerts === undefined;
  const when = readWhen(words.when, { language, timeZone, before: whenBefore, isNeeded });
  return withDueAt(
    {
      ...rest,
      ...(spoken !== undefined && spoken !== 'auto' && { language: spoken }),
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

/** A plan that is due when its expression says so next; one without an expression stays as it is. */
export function withDueAt<plan extends Plan>(plan: plan, now: Date): plan {
  const { when } = plan;
  const dueAt = when === undefined ? undefined : nextOccurrence(when, now);
  return dueAt === undefined ? plan : { ...plan, dueAt };
}

/** A plan that goes on, as if it had never failed; what fell due, or was news, in between isn't made up for. */
export function resumed(plan: Plan, now: Date): Plan {
  const { failure: _failure, ...rest } = plan;
  const active = withDueAt({ ...rest, status: 'active' as const }, now);
  if (active.kind === 'announcement') return active;
  const from = now.getTime() - firstSpan;
  return { ...active, readUntil: new Date(Math.max(active.readUntil.getTime(), from)) };
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
  if (text !== undefined && takesBack(text)) {
    if (isNeeded) throw new UserError('errors.plan.nothing');
    return undefined;
  }
  if (text !== undefined) return readTiming(text, language, timeZone);
  if (before !== undefined) return { ...before, timeZone };
  return isNeeded ? { cron: daily, timeZone } : undefined;
}

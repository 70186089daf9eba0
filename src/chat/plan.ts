import type { GivenUp } from '../errors.ts';
import type { LanguageTag } from '../language/language.ts';

/** When something is due: an expression as cron writes it, by the clocks of one time zone (IANA name). */
export interface Timing {
  readonly cron: string;
  readonly timeZone: string;
}

/** What a channel wants to read. Nothing named: everything. */
export interface Wish {
  /** Words of a topic in any language. */
  readonly topics: readonly string[];
  /** An expression of words with AND, OR and NOT, as it was written. */
  readonly keywords?: string;
  /** Names of sources, as articles carry them. */
  readonly sources: readonly string[];
  /** Languages that are read in the channel; all without any. */
  readonly languages: readonly LanguageTag[];
  /** Stories in one digest at the most. */
  readonly stories: number;
  /** Sentences that tell a story. */
  readonly sentences: number;
}

/** How many independent sources must tell a story before it is an alert: many, some or few. */
export type Sensitivity = 'low' | 'normal' | 'high';

/** The hours of each day in which alerts wait, in minutes of the day; over midnight where `to` is the lesser. */
export interface QuietHours {
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
}

interface PlanBase {
  /** Short enough to be typed. */
  readonly id: string;
  /** Where it is posted: a channel's id, or a reader's. */
  readonly channel: string;
  /** What the channel belongs to, or the channel itself. */
  readonly place: string;
  /** The language it is posted in, whatever the channel's is. */
  readonly language?: LanguageTag;
  /** The language it was set up in, for channels of whose language nothing is known. */
  readonly spoken: LanguageTag;
  /** `stopped`: nobody could deliver it any more, and `failure` says why. */
  readonly status: 'active' | 'paused' | 'stopped';
  readonly failure?: GivenUp;
  /** When it is due next; never without it. */
  readonly dueAt?: Date;
  /** The id of who made it. */
  readonly by: string;
  readonly createdAt: Date;
}

/** What a channel gets told of the news: digests, alerts or both. */
export interface Subscription extends PlanBase {
  readonly kind: 'subscription';
  readonly wish: Wish;
  /** When digests come; none without it. */
  readonly when?: Timing;
  /** Whose day the quiet hours and dates belong to. */
  readonly timeZone: string;
  readonly alerts?: Sensitivity;
  readonly quiet?: QuietHours;
  /** Alerts in an hour at the most. */
  readonly perHour: number;
  /** What is done when there is nothing to tell. */
  readonly empty: 'skip' | 'say';
  /** What arrived until then was considered for a digest. */
  readonly readUntil: Date;
}

/** A text that somebody wants posted: once at `dueAt`, or again and again. */
export interface Announcement extends PlanBase {
  readonly kind: 'announcement';
  /** As it was written, by language; a channel gets the one in its language, else the first. */
  readonly texts: readonly { readonly language: LanguageTag; readonly text: string }[];
  readonly when?: Timing;
  /** Nothing is posted from then on. */
  readonly until?: Date;
}

/** What a channel gets without asking each time. */
export type Plan = Subscription | Announcement;

/** A plan that was seen to. */
export interface Advance {
  readonly id: string;
  /** When it was due. */
  readonly from: Date;
  /** When it is due next; never without it. */
  readonly to?: Date;
  /** What a subscription has considered. */
  readonly readUntil?: Date;
}

/** Where plans are kept. */
export interface PlanStore {
  /** Keeps a plan, in the place of the one with its id. */
  put(plan: Plan): Promise<void>;
  /** Oldest first; all, or those of one channel or place. */
  list(of?: { readonly channel?: string; readonly place?: string }): Promise<readonly Plan[]>;
  find(id: string): Promise<Plan | undefined>;
  /** Active plans due at `now` or before, the earliest first. */
  due(now: Date, limit: number): Promise<readonly Plan[]>;
  /** Active subscriptions that want alerts. */
  alerted(): Promise<readonly Subscription[]>;
  /**
   * Says when plans are due next, unless that was changed meanwhile.
   * @returns the ids of those for which it was not: of several that advance the same, one alone hears them
   */
  advance(moves: readonly Advance[]): Promise<readonly string[]>;
  remove(id: string): Promise<boolean>;
}

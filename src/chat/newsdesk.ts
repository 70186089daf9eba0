import type { LanguageTag } from '../language/language.ts';
import type { Story } from '../stories/article.ts';
import type { Act } from './audit.ts';
import type { Block } from './message.ts';
import type { Plan, Subscription } from './plan.ts';

/** A delivery as managers see it. */
export interface Sent {
  readonly key: string;
  readonly kind: 'digest' | 'alert' | 'update' | 'announcement' | 'correction' | 'notice';
  readonly channel: string;
  readonly plan?: string;
  readonly state: 'waiting' | 'delivered' | 'failed';
  readonly dueAt: Date;
  /** When it was posted, or given up. */
  readonly settledAt?: Date;
  readonly attempts: number;
  /** What went wrong last, in the platform's words. */
  readonly failure?: string;
}

/** Why a channel was told of a story, or not. */
export type Verdict =
  | { readonly kind: 'told'; readonly at: Date; readonly as: Sent['kind']; readonly waiting: boolean }
  | { readonly kind: 'unwanted'; readonly subscription: Subscription }
  | { readonly kind: 'paused'; readonly subscription: Subscription }
  /** It wants alerts alone, and this was none. */
  | { readonly kind: 'noAlert'; readonly subscription: Subscription }
  | { readonly kind: 'due'; readonly subscription: Subscription; readonly at: Date }
  /** Others came before it, or it arrived too late. */
  | { readonly kind: 'passedOver'; readonly subscription: Subscription };

/** What channels get without asking each time, and what became of it. */
export interface Newsdesk {
  /** A name for a new plan that no other has. */
  createId(): string;
  /** Oldest first. */
  plans(of?: { readonly channel?: string; readonly place?: string }): Promise<readonly Plan[]>;
  /** The plan with an id, whichever channel it is for. */
  find(id: string): Promise<Plan | undefined>;
  /** Whether Kiosk can write into a channel by itself. */
  reaches(channel: string): boolean;
  /**
   * Keeps a plan and notes who did what.
   * @throws {UserError} where Kiosk can't write into its channel
   */
  save(plan: Plan, act: Pick<Act, 'by' | 'action'>): Promise<void>;
  remove(plan: Plan, by: string): Promise<void>;
  /** What a subscription's digest would say now. */
  preview(subscription: Subscription, language: LanguageTag): Promise<readonly Block[]>;
  /** The newest deliveries of a channel. */
  sent(channel: string, limit: number): Promise<readonly Sent[]>;
  /** What was changed for a channel, newest first. */
  acts(channel: string, limit: number): Promise<readonly Act[]>;
  /** Why a channel was told of a story, or not: one verdict for each of its subscriptions, or when it was told. */
  explain(story: Story, channel: string): Promise<readonly Verdict[]>;
}

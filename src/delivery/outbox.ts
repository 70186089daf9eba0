import type { Posted } from '../chat/adapter.ts';
import type { Block } from '../chat/message.ts';
import type { GivenUp } from '../errors.ts';
import type { LanguageTag } from '../language/language.ts';

/** What a delivery is. `update`: a story moved on; `correction`: what was posted is put right; `notice`: Kiosk speaks of itself. */
export type DeliveryKind = 'digest' | 'alert' | 'update' | 'announcement' | 'correction' | 'notice';

/** Which versions of a story's articles a channel was told of. */
export interface Told {
  readonly story: string;
  /** The article whose title and sentences are shown. */
  readonly quoted: string;
  /** The articles that it is told from, the quoted one among them. */
  readonly telling: readonly string[];
  /** All its articles. */
  readonly articles: readonly TellingArticle[];
  /** True where the channel was told of the story before, and it moved on. */
  readonly isUpdate?: boolean;
}

/** An article of a story as it was when the story was told. */
export interface TellingArticle {
  readonly id: string;
  readonly revision: number;
  readonly withdrawn: boolean;
}

/** A piece of a delivery's message. */
export interface Part {
  readonly blocks: readonly Block[];
  /** The story that this piece tells. */
  readonly told?: Told;
}

/** One message due to one channel. */
export interface DueDelivery {
  /** Names what it is: the same key is put once. */
  readonly key: string;
  readonly kind: DeliveryKind;
  readonly channel: string;
  /** The plan it comes from. */
  readonly plan?: string;
  readonly language: LanguageTag;
  /** The message, piece by piece. */
  readonly parts: readonly Part[];
  /** When it was meant to be there. */
  readonly dueAt: Date;
  /** It is posted no earlier; later than `dueAt` where a channel wants quiet. */
  readonly notBefore: Date;
  /** The delivery whose message it replaces. */
  readonly edits?: string;
  /** The delivery in whose thread it goes. */
  readonly follows?: string;
}

/** A delivery that somebody is about to post. */
export interface Claimed {
  readonly delivery: DueDelivery;
  /** How often it was claimed, this time included. */
  readonly attempts: number;
  /** Where the delivery went that this one edits or follows. */
  readonly target?: Posted;
}

/** What became of an attempt to post. */
export type Outcome =
  | { readonly state: 'delivered'; readonly posted: Posted; readonly at: Date }
  | { readonly state: 'waiting'; readonly again: Date; readonly failure: string }
  | {
      readonly state: 'failed';
      readonly reason: GivenUp;
      readonly failure: string;
      readonly at: Date;
    };

/** A delivery to put. */
export interface Put {
  readonly delivery: DueDelivery;
  /** The last number of `Ledger.told` it was composed with, where it tells stories. */
  readonly told?: number;
}

/** `known`: this key was put before; `outdated`: the channel was told of more stories since `told`, and nothing is put. */
export type Putting = 'put' | 'known' | 'outdated';

/** Who claims for one platform: until when the others leave it alone, and how much it takes. */
export interface Claim {
  readonly platform: string;
  /** Names who claims; what it claimed, it alone settles. */
  readonly owner: string;
  readonly now: Date;
  readonly until: Date;
  readonly limit: number;
}

/**
 * Deliveries until the platforms have them. Within a channel they keep their order: one at a time is claimed of each, the one that
 * may be posted first, and whatever keeps it waiting keeps those behind it waiting. What edits or follows a delivery that still waits
 * comes after it.
 */
export interface Outbox {
  /** Puts one delivery: see `putAll`. */
  put(delivery: DueDelivery, now: Date, told?: number): Promise<Putting>;
  /** Puts some at once. */
  putAll(puts: readonly Put[], now: Date): Promise<readonly Putting[]>;
  /** Those that have been ready the longest first. */
  claim(claim: Claim): Promise<readonly Claimed[]>;
  /** Holds on to those of these keys that an owner claimed and has not settled. */
  renew(owner: string, keys: readonly string[], until: Date): Promise<void>;
  /** Notes what became of a delivery. False: somebody else has claimed it since. */
  settle(key: string, owner: string, outcome: Outcome): Promise<boolean>;
  /** When something may be claimed next, on any platform or on these; undefined where nothing waits. */
  next(platforms?: readonly string[]): Promise<Date | undefined>;
}

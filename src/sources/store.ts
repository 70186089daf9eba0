import type { LanguageTag } from '../language/language.ts';
import type { TextKey } from '../texts.ts';

/**
 * Whether a source is read: `active`; not, because a manager `paused` it; once a day, since it failed so often that it is
 * `asleep`; never more, since its server says that it is gone for good: `ended`.
 */
export type SourceStatus = 'active' | 'paused' | 'asleep' | 'ended';

/** How reading a source went the last time, and when it is due again. */
export interface SourceState {
  readonly status: Exclude<SourceStatus, 'paused'>;
  readonly dueAt: Date;
  /** What the source gave to be asked with next time (an ETag or a date); opaque. */
  readonly bookmark?: string;
  /** When it was last read with success. */
  readonly readAt?: Date;
  /** How often it should be read by what it publishes, in milliseconds. */
  readonly interval?: number;
  /** Failures in a row; 0 when the last read went well. */
  readonly failures: number;
  /** Why the last read failed. */
  readonly failure?: TextKey;
}

/** A source as it is first followed. */
export interface NewSource {
  /** The address of its feed; names it. */
  readonly url: string;
  readonly name: string;
  readonly language?: LanguageTag;
  /** The channel where it was asked for, which is told how it fares. */
  readonly channel?: string;
}

/** Something Kiosk follows, as it is kept. */
export interface FollowedSource extends NewSource, Omit<SourceState, 'status'> {
  readonly status: SourceStatus;
  /** What its channel was told last. */
  readonly told: SourceState['status'];
}

/** A source that is due, for whoever claimed it. */
export interface ClaimedSource extends FollowedSource {
  /** What it gave before, see polling/memory.ts; undefined: it was never read. */
  readonly memory?: string;
}

/** What can be changed about a followed source besides how it was read. */
export interface SourceChange {
  /** Where it moved. If that address is followed already, this one is followed no more. */
  readonly url?: string;
  readonly status?: SourceStatus;
  readonly told?: SourceState['status'];
  readonly dueAt?: Date;
  readonly failures?: number;
}

/** Where the followed sources are kept. */
export interface SourceStore {
  /** Follows sources not followed yet; returns how many were new. They are due at once. */
  add(sources: readonly NewSource[], now: Date): Promise<number>;
  /** Every followed source by name. */
  list(): Promise<readonly FollowedSource[]>;
  /**
   * Sources whose `dueAt` has come, longest due first. They are due again at `until` only, unless they are settled before, so that
   * nobody else reads them meanwhile.
   * @param only this source, due or not
   */
  claim(now: Date, limit: number, until: Date, only?: string): Promise<readonly ClaimedSource[]>;
  /** Notes how a read went; a source that was paused meanwhile stays paused. Without a memory the old one is kept. */
  settle(url: string, state: SourceState, memory?: string): Promise<void>;
  /** False: it is not followed. */
  change(url: string, change: SourceChange): Promise<boolean>;
  /** False: it was not followed. */
  remove(url: string): Promise<boolean>;
}

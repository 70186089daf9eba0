import type { LanguageTag } from '../language/language.ts';
import type { TextKey } from '../texts.ts';

/** How reading a source went the last time, and when it is due again. */
export interface SourceState {
  /** What the source gave to be asked with next time (an ETag or a date); opaque. */
  readonly bookmark?: string;
  readonly dueAt: Date;
  /** When it was last read with success. */
  readonly readAt?: Date;
  /** Failures in a row; 0 when the last read went well. */
  readonly failures: number;
  /** Why the last read failed. */
  readonly failure?: TextKey;
}

/** Something Kiosk follows, as it is kept. */
export interface FollowedSource extends SourceState {
  /** The address of its feed; names it. */
  readonly url: string;
  readonly name: string;
  readonly language?: LanguageTag;
}

/** Where the followed sources are kept. */
export interface SourceStore {
  /** Follows sources not followed yet; returns how many were new. They are due at once. */
  add(sources: readonly Pick<FollowedSource, 'url' | 'name' | 'language'>[], now: Date): Promise<number>;
  /** Every followed source by name. */
  list(): Promise<readonly FollowedSource[]>;
  /** Sources whose `dueAt` has come, longest due first. */
  due(now: Date, limit: number): Promise<readonly FollowedSource[]>;
  settle(url: string, state: SourceState): Promise<void>;
  /** False: it was not followed. */
  remove(url: string): Promise<boolean>;
}

import type { TextKey, TextValues } from './texts.ts';

/** Something the user can mend: shown to them, translated, and never logged as a fault. */
export class UserError extends Error {
  override readonly name = 'UserError';
  readonly key: TextKey;
  readonly values: TextValues;

  constructor(key: TextKey, values: TextValues = {}, options?: ErrorOptions) {
    super(key, options);
    this.key = key;
    this.values = values;
  }
}

/** Why nobody can deliver a message where it should go. */
export type Undeliverable =
  | 'channelGone'
  | 'placeGone'
  | 'messageGone'
  | 'notPermitted'
  | 'archived'
  | 'noMessages'
  | 'otherPlatform';

/** Why a delivery was given up: the platform won't take it, nobody could post it for too long, or what it edits is nowhere. */
export type GivenUp = Undeliverable | 'refused' | 'expired' | 'noTarget';

/**
 * A message that could not be delivered. `permanent`: trying again is useless, `reason` says why where that is known; `retryAfter`:
 * milliseconds to wait first.
 */
export class DeliveryError extends Error {
  override readonly name = 'DeliveryError';
  readonly permanent: boolean;
  readonly reason: Undeliverable | undefined;
  readonly retryAfter: number | undefined;

  constructor(
    message: string,
    outcome: { permanent?: boolean; reason?: Undeliverable; retryAfter?: number } = {},
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.permanent = outcome.permanent ?? outcome.reason !== undefined;
    this.reason = outcome.reason;
    this.retryAfter = outcome.retryAfter;
  }
}

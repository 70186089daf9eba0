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

/** A message that could not be delivered. `permanent`: trying again is useless; `retryAfter`: milliseconds to wait first. */
export class DeliveryError extends Error {
  override readonly name = 'DeliveryError';
  readonly permanent: boolean;
  readonly retryAfter: number | undefined;

  constructor(
    message: string,
    outcome: { permanent?: boolean; retryAfter?: number } = {},
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.permanent = outcome.permanent ?? false;
    this.retryAfter = outcome.retryAfter;
  }
}

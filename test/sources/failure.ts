import { UserError } from '../../src/errors.ts';

/** What a call throws; undefined where it returns. */
export function failure(call: () => unknown): unknown {
  try {
    call();
    return undefined;
  } catch (error) {
    return error;
  }
}

/** True for no failure, and for one whose reason the user is told. */
export function isMendable(error: unknown): boolean {
  return error === undefined || error instanceof UserError;
}

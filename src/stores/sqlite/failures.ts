import { UserError } from '../../errors.ts';
import type { TextKey } from '../../texts.ts';

/** SQLite's primary result codes (https://sqlite.org/rescode.html) that whoever runs Kiosk can do something about. */
const causes: ReadonlyMap<number, TextKey> = new Map<number, TextKey>([
  [3, 'store.denied'],
  [5, 'store.busy'],
  [6, 'store.busy'],
  [8, 'store.readOnly'],
  [10, 'store.disk'],
  [11, 'store.corrupt'],
  [13, 'store.full'],
  [14, 'store.denied'],
  [26, 'store.corrupt'],
]);

/** What went wrong in words for people, where they can mend it; anything else stays the fault it is. */
export function explain(error: unknown, file: string): unknown {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') return error;
  const key = causes.get(error.errcode & 0xff);
  return key === undefined ? error : new UserError(key, { file }, { cause: error });
}

import { beginnings } from './beginnings.ts';
import { newsroom } from './newsroom.ts';
import { reading } from './reading.ts';

/**
 * The schema, one step after the other; a database's `user_version` counts the steps it has taken. A step that was
 * released is never changed: later wishes are appended.
 *
 * An article's `key` is ordered by time (see keys.ts), so a period is a range of keys. What is scanned (`articles`) is
 * kept apart from what is long (`texts`), and what is searched lives in one full-text table a language (see
 * full-text.ts).
 */
export const migrations: readonly string[] = [beginnings, reading, newsroom];

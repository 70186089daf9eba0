import type { SQLOutputValue } from 'node:sqlite';
import type { LanguageTag } from '../../language/language.ts';

/** One row of a result, by column. */
export type Row = Readonly<Record<string, SQLOutputValue>>;

/**
 * A column that holds a text.
 * @throws when the statement and the schema disagree
 */
export function textOf(row: Row, column: string): string {
  const value = row[column];
  if (typeof value !== 'string') throw new TypeError(`column ${column} holds no text`);
  return value;
}

/**
 * A column that holds a number.
 * @throws when the statement and the schema disagree
 */
export function numberOf(row: Row, column: string): number {
  const value = row[column];
  if (typeof value !== 'number') throw new TypeError(`column ${column} holds no number`);
  return value;
}

/** A column that holds a text or nothing. */
export function optionalTextOf(row: Row, column: string): string | undefined {
  return row[column] === null ? undefined : textOf(row, column);
}

/** A column that holds a number or nothing. */
export function optionalNumberOf(row: Row, column: string): number | undefined {
  return row[column] === null ? undefined : numberOf(row, column);
}

/** The column `language`. */
export function languageOf(row: Row): LanguageTag {
  const tag = textOf(row, 'language');
  if (isWritten(tag)) return tag;
  throw new TypeError(`no language: ${tag}`);
}

/** What is in the database was a language when it was written; asking the language folders would load them all. */
function isWritten(tag: string): tag is LanguageTag {
  return /^[a-z]{2,3}$/.test(tag);
}

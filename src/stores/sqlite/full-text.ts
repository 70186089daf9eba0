import type { DatabaseSync } from 'node:sqlite';
import type { LanguageTag } from '../../language/language.ts';

/** ASCII characters that are no letters or digits, as an FTS5 option inside a string of SQL. */
const punctuation = `!""#$%&''''()*+,-./:;<=>?@[\\]^_\`{|}~`;

/** The full-text table of a language; it holds terms only, by the keys of articles. */
export function tableOf(language: LanguageTag): string {
  return `"terms_of_${language.replaceAll('"', '""')}"`;
}

/** Makes a language's full-text table where it has none yet. */
export function createTable(database: DatabaseSync, language: LanguageTag): void {
  // The terms are Kiosk's own and separated by spaces, so only spaces may separate here. The detail is "full" because
  // bm25() is silently 0 for contentless tables with less.
  database.exec(`
    CREATE VIRTUAL TABLE IF NOT EXISTS ${tableOf(language)} USING fts5(
      title, body, content = '', contentless_delete = 1, detail = full, tokenize = "ascii tokenchars '${punctuation}'"
    )`);
  // Few segments: each one costs every term of every query a look. Merging early costs the import next to nothing.
  database.exec(`INSERT INTO ${tableOf(language)} (${tableOf(language)}, rank) VALUES ('automerge', 2)`);
}

/** The FTS5 expression for articles that hold any of these terms, which are all literal. */
export function anyOf(terms: readonly string[]): string {
  return terms.map((term) => `"${term.replaceAll('"', '""')}"`).join(' OR ');
}

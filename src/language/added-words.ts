import { forEachLanguage, languageTags } from './languages.ts';
import type { LanguageTag } from './language.ts';
import { columns } from './lexicon-data.ts';
import type { LexiconEntry } from './lexicon.ts';
import { terms } from './terms.ts';

/** What is wrong with a line of a word list. */
export type WordProblem =
  /** It has another number of columns than there are languages. */
  | { readonly kind: 'columns'; readonly count: number }
  | { readonly kind: 'empty'; readonly language: LanguageTag }
  /** A word that nothing could be found by: signs alone, or words without a topic. */
  | { readonly kind: 'word'; readonly language: LanguageTag; readonly word: string }
  | { readonly kind: 'long'; readonly language: LanguageTag; readonly maximum: number }
  /** It holds characters that no text does. */
  | { readonly kind: 'characters' };

/** A word list that somebody wrote. */
export interface AddedWords {
  readonly entries: readonly LexiconEntry[];
  /** By their lines, which count from 1. */
  readonly problems: readonly { readonly line: number; readonly problem: WordProblem }[];
  /** How many lines say nothing that isn't said before. */
  readonly repeated: number;
}

/** A word is no longer than this, in UTF-16 units. */
const longest = 100;
const controls = /(?!\t)\p{Cc}|\uFFFD/u;

/**
 * Reads a word list: a line for each concept with its words in English, French and German, separated by tabs, several of them by
 * commas. Empty lines, those that begin with "#" and one that names the columns are no concepts.
 */
export function readAddedWords(text: string): AddedWords {
  const entries = new Map<string, LexiconEntry>();
  const problems: { line: number; problem: WordProblem }[] = [];
  let repeated = 0;
  for (const [at, written] of text
    .replace(/^\uFEFF/, '')
    .split(/\r\n?|\n/)
    .entries()) {
    const line = written.normalize('NFC');
    if (line.trim() === '' || line.startsWith('#') || isHead(line)) continue;
    const read = readLine(line);
    if ('problem' in read) {
      problems.push({ line: at + 1, problem: read.problem });
      continue;
    }
    const name = writeEntry(read.entry);
    if (entries.has(name)) repeated += 1;
    entries.set(name, read.entry);
  }
  return { entries: [...entries.values()], problems, repeated };
}

/** Writes entries as `readLexicon` reads them. */
export function writeEntries(entries: readonly LexiconEntry[]): string {
  return entries.map((entry) => `${writeEntry(entry)}\n`).join('');
}

function writeEntry(entry: LexiconEntry): string {
  return columns.map((tag) => entry[tag].join(', ')).join('\t');
}

function isHead(line: string): boolean {
  return (
    line
      .toLowerCase()
      .split('\t')
      .map((cell) => cell.trim())
      .join(' ') === columns.join(' ')
  );
}

function readLine(line: string): { readonly entry: LexiconEntry } | { readonly problem: WordProblem } {
  if (controls.test(line)) return { problem: { kind: 'characters' } };
  const cells = line.split('\t');
  if (cells.length !== columns.length) return { problem: { kind: 'columns', count: cells.length } };
  const entry = forEachLanguage((tag) => wordsIn(cells[columns.indexOf(tag)] ?? ''));
  const problem = languageTags.map((language) => problemWith(entry[language], language)).find(Boolean);
  return problem === undefined ? { entry } : { problem };
}

function wordsIn(cell: string): readonly string[] {
  const words = cell.split(',').map((word) => word.trim().replace(/\s+/g, ' '));
  return [...new Set(words.filter((word) => word !== ''))];
}

function problemWith(words: readonly string[], language: LanguageTag): WordProblem | undefined {
  if (words.length === 0) return { kind: 'empty', language };
  if (words.some((word) => word.length > longest)) return { kind: 'long', language, maximum: longest };
  const word = words.find((each) => terms(each, language).length === 0);
  return word === undefined ? undefined : { kind: 'word', language, word };
}

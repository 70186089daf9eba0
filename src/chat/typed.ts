import { fold } from '../language/index.ts';
import type { LanguageTag } from '../language/language.ts';
import type { Listing, OptionListing } from './adapter.ts';
import { findCommand, fits, grammarOf, inOrder, primaryOf, valueOf } from './grammar.ts';
import type { Grammar } from './grammar.ts';
import { nearest } from './nearest.ts';
import { opensQuotation, quoteTyped } from './quotation.ts';
import { shorten } from './replies.ts';
import { scan } from './scan.ts';
import type { Word } from './scan.ts';

/** What a typed text asks for. Values are as typed; dispatch checks them. */
export type ParsedCall =
  | { readonly kind: 'call'; readonly command: string; readonly options: Readonly<Record<string, string>> }
  /** `nearest`: names without slash, in the language they were misspelt in, the most likely first. */
  | { readonly kind: 'unknownCommand'; readonly word: string; readonly nearest: readonly string[] }
  /** `command`: its name in the reader's language. */
  | { readonly kind: 'unknownOption'; readonly command: string; readonly option: string }
  | { readonly kind: 'empty' };

/** The command that a text without a slash is a call of. */
const questionCommand = 'ask';
/** How many commands a misspelt one is answered with at the most. */
const mostNearest = 3;

/**
 * Reads what a reader typed: "/command words", "/command name:value name:"several words" --flag words" with options anywhere, or
 * just a question. Command words, option names and choices count in every language, whatever their case and accents. Takes
 * linear time.
 * @param listings every command in every language
 * @param language the reader's, which decides where names of two languages collide
 */
export function parseTyped(text: string, listings: readonly Listing[], language: LanguageTag): ParsedCall {
  const typed = text.trim();
  if (!typed.startsWith('/')) return parseQuestion(typed, listings, language);
  const [, word = '', rest = ''] = /^\/\s*(\S*)([^]*)$/.exec(typed) ?? [];
  if (word === '') return { kind: 'empty' };
  const listing = findCommand(word, listings, language);
  if (listing === undefined) return unknownCommand(word, listings, language);
  const grammar = grammarOf(listing.command, listings, language);
  const { given, words, unknown } = scan(rest, grammar);
  const surplus = unknown ?? fill(given, words, grammar);
  if (surplus !== undefined)
    return { kind: 'unknownOption', command: listing.name, option: shorten(surplus) };
  return { kind: 'call', command: listing.command, options: Object.fromEntries(given) };
}

function parseQuestion(typed: string, listings: readonly Listing[], language: LanguageTag): ParsedCall {
  if (typed === '') return { kind: 'empty' };
  const option = grammarOf(questionCommand, listings, language).primary;
  if (option === undefined) return unknownCommand(questionCommand, listings, language);
  return { kind: 'call', command: questionCommand, options: { [option.key]: typed } };
}

function unknownCommand(word: string, listings: readonly Listing[], language: LanguageTag): ParsedCall {
  const names = inOrder(listings, language).map(({ name }) => name);
  const found = nearest(fold(word), names.map(fold), mostNearest);
  return {
    kind: 'unknownCommand',
    word: shorten(word),
    nearest: found.flatMap((folded) => names.find((name) => fold(name) === folded) ?? []),
  };
}

/** Gives words without a name to the options that are still without a value. Returns a word that none takes. */
function fill(
  given: Map<string, string>,
  words: readonly Word[],
  { options, primary }: Grammar,
): string | undefined {
  let left = words;
  const open = () =>
    options
      .filter(({ key }) => !given.has(key))
      .toSorted((one, other) => Number(other.required) - Number(one.required));
  for (let word = left[0]; word !== undefined; word = left[0]) {
    const { value } = word;
    const [first] = open();
    const text = primary && !given.has(primary.key) ? primary : open().find(({ type }) => type === 'text');
    if (text !== undefined && (first === text || first?.required !== true)) {
      given.set(text.key, left.length === 1 ? value : left.map(withGap).join(''));
      return undefined;
    }
    const option = open().find((candidate) => fits(candidate, value)) ?? first;
    if (option === undefined) return value;
    given.set(option.key, valueOf(option, value));
    left = left.slice(1);
  }
  return undefined;
}

function withGap({ raw, gap }: Word, index: number): string {
  return index === 0 ? raw : `${gap ?? ' '}${raw}`;
}

/** What a reader types to give a command these options, as `parseTyped` reads it; options the listing lacks are left out. */
export function formatTyped(
  listing: Listing,
  options: Readonly<Record<string, string | number | boolean>>,
): string {
  const bare = primaryOf(listing.options) ?? (listing.options.length === 1 ? listing.options[0] : undefined);
  const named = listing.options.filter((option) => option !== bare);
  const words = [...(bare ? [bare] : []), ...named].flatMap((option) => {
    if (!Object.hasOwn(options, option.key)) return [];
    const value = shown(option, String(options[option.key]));
    if (option !== bare) return `${option.name}:${formatWord(value)}`;
    return option.type === 'text' ? formatBare(value) : formatWord(value);
  });
  return [`/${listing.name}`, ...words].join(' ');
}

/** A choice goes by its name in the listing's language. */
function shown({ choices }: OptionListing, value: string): string {
  return choices.find((choice) => choice.value === value)?.name ?? value;
}

/** Words that can't be mistaken for anything else stay without quotation marks. */
function formatBare(value: string): string {
  const withoutTimes = value.replace(/(?<!\S)\d{1,40}:(?=\d)/g, '');
  const plain = value !== '' && value === value.trim() && !opensQuotation.test(value);
  return plain && !withoutTimes.includes(':') && !/(?<!\S)--/.test(value) ? value : quoteTyped(value);
}

/** A value as one word, in quotation marks where it needs them. */
export function formatWord(value: string): string {
  return value !== '' && !/\s/.test(value) && !opensQuotation.test(value) ? value : quoteTyped(value);
}

import { fold } from '../language/index.ts';
import type { LanguageTag } from '../language/language.ts';
import type { Listing, OptionListing } from './adapter.ts';

/** One option as readers of any language may type it. */
export interface TypedOption {
  readonly key: string;
  readonly type: OptionListing['type'];
  readonly required: boolean;
  /** Values of a choice by what may be typed for them, folded. */
  readonly choices: ReadonlyMap<string, string>;
}

/** What may be typed after one command. */
export interface Grammar {
  readonly options: readonly TypedOption[];
  /** Options by the names that may be typed for them, folded. */
  readonly names: ReadonlyMap<string, TypedOption>;
  /** The option that takes the words without a name. */
  readonly primary: TypedOption | undefined;
}

/**
 * The command a typed word names, as it presents itself to the reader; undefined where there is none. Names of every language
 * count, accents and case don't; where languages disagree, the reader's decides.
 */
export function findCommand(
  word: string,
  listings: readonly Listing[],
  language: LanguageTag,
): Listing | undefined {
  const typed = fold(word);
  const found =
    inOrder(listings, language).find(({ name }) => fold(name) === typed) ??
    listings.find(({ command }) => fold(command) === typed);
  return (
    found && (listings.find((own) => own.command === found.command && own.language === language) ?? found)
  );
}

/** What may be typed after a command, in any language; where languages disagree, the reader's decides. */
export function grammarOf(command: string, listings: readonly Listing[], language: LanguageTag): Grammar {
  const own = inOrder(listings, language).filter((listing) => listing.command === command);
  const options = (own[0]?.options ?? []).map(({ key, type, required }) => {
    const everywhere = own.flatMap((listing) => listing.options.filter((option) => option.key === key));
    const choices = everywhere.flatMap((option) => option.choices);
    const names = [
      ...choices.map(({ value, name }): [string, string] => [name, value]),
      ...choices.map(({ value }): [string, string] => [value, value]),
    ];
    return { key, type, required, choices: firstOfEach(names) };
  });
  const byKey = new Map(options.map((option) => [option.key, option]));
  const names = [
    ...own.flatMap((listing) => listing.options.map(({ name, key }): [string, string] => [name, key])),
    ...options.map(({ key }): [string, string] => [key, key]),
  ].flatMap(([name, key]): [string, TypedOption][] => {
    const option = byKey.get(key);
    return option === undefined ? [] : [[name, option]];
  });
  return { options, names: firstOfEach(names), primary: primaryOf(options) };
}

/** The option that takes words without a name: the first required text, else the first text. */
export function primaryOf<option extends Pick<TypedOption, 'type' | 'required'>>(
  options: readonly option[],
): option | undefined {
  const texts = options.filter(({ type }) => type === 'text');
  return texts.find(({ required }) => required) ?? texts[0];
}

/** True where a word is certainly meant for an option: a number for an integer, one of a choice's names. */
export function fits({ type, choices }: TypedOption, word: string): boolean {
  switch (type) {
    case 'text':
      return true;
    case 'integer':
      return /^[+-]?\d+$/.test(word);
    case 'boolean':
      return word === 'true' || word === 'false';
    case 'choice':
      return choices.has(fold(word));
  }
}

/** What a typed word stands for: the value of a choice by any of its names, else the word itself. */
export function valueOf({ choices }: TypedOption, word: string): string {
  return choices.size === 0 ? word : (choices.get(fold(word)) ?? word);
}

/** Listings with those in the reader's language first. */
export function inOrder(listings: readonly Listing[], language: LanguageTag): readonly Listing[] {
  return [
    ...listings.filter((listing) => listing.language === language),
    ...listings.filter((listing) => listing.language !== language),
  ];
}

function firstOfEach<value>(entries: readonly (readonly [string, value])[]): ReadonlyMap<string, value> {
  return new Map(entries.toReversed().map(([name, value]) => [fold(name), value]));
}

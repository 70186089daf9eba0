import { quoteTyped } from '../../../chat/quotation.ts';
import type { Listing, OptionListing, Suggestion } from '../../../chat/adapter.ts';

/** Something a reader could go on typing. */
export interface Completion {
  /** The whole text once it is chosen. */
  readonly text: string;
  readonly label: string;
  readonly description: string;
}

/** What could come next in a text, as far as the listings know. */
export interface Completions {
  readonly items: readonly Completion[];
  /** True where nothing else can be meant: the first item is offered at once. */
  readonly certain: boolean;
  /** An option whose values Kiosk has to be asked for. */
  readonly asks?: Asks;
}

/** An option that is being typed, and how its suggestions complete the text. */
export interface Asks {
  readonly command: string;
  readonly option: string;
  readonly typed: string;
  complete(suggestion: Suggestion): Completion;
}

/** The words that say whether an option is required, in the page's language. */
export interface OptionWords {
  readonly required: string;
  readonly optional: string;
}

const nothing: Completions = { items: [], certain: false };

/** What could come next in a text that begins with "/": a command, the name of an option, or a value. */
export function complete(text: string, listings: readonly Listing[], words: OptionWords): Completions {
  const command = /^\/(\S*)$/.exec(text)?.[1];
  if (command !== undefined) return completeCommand(command, listings);
  const [, name = '', rest = ''] = /^\/(\S+)\s+([^]*)$/.exec(text) ?? [];
  const listing = listings.find((known) =>
    [known.name, known.command].some((own) => fold(own) === fold(name)),
  );
  if (listing === undefined) return nothing;
  const named = /(?:^|\s)([^\s:]+):\s?("?)([^"\s]*)$/.exec(rest);
  const option = listing.options.find((known) => fold(known.name) === fold(named?.[1] ?? ''));
  if (named !== null && option !== undefined) {
    const typed = named[3] ?? '';
    const before = text.slice(0, text.length - typed.length - (named[2] ?? '').length).trimEnd();
    return completeValue(
      listing,
      option,
      typed,
      (value) => `${before}${/\s/.test(value) ? quoteTyped(value) : value} `,
    );
  }
  return completeRest(text, rest, listing, words);
}

function completeCommand(typed: string, listings: readonly Listing[]): Completions {
  const matching = listings.filter(({ name, command }) => begins(name, typed) || begins(command, typed));
  const items = matching.map(({ name, description, options }) => ({
    text: options.length === 0 ? `/${name}` : `/${name} `,
    label: `/${name}`,
    description,
  }));
  return { items, certain: true };
}

/** Values of the option that needs no name, while nothing else stands there, and names of the other options. */
function completeRest(text: string, rest: string, listing: Listing, words: OptionWords): Completions {
  const { options, name } = listing;
  const bare = bareOption(options);
  const isAlone = !/\S:/.test(rest);
  const values: Completions =
    bare === undefined || !isAlone
      ? nothing
      : completeValue(listing, bare, rest, (value) => `/${name} ${value}`);
  const [, word = ''] = /(?:^|\s)(\S*)$/.exec(rest) ?? [];
  const before = text.slice(0, text.length - word.length);
  const names = options
    .filter((option) => option !== bare && begins(option.name, word) && !isGiven(rest, option))
    .map((option) => ({
      text: `${before}${option.name}:`,
      label: `${option.name}:`,
      description: `${option.description} (${option.required ? words.required : words.optional})`,
    }));
  return {
    ...values,
    items: [...values.items, ...names],
    certain: values.certain && values.items.length > 0,
  };
}

function completeValue(
  { command }: Listing,
  option: OptionListing,
  typed: string,
  textWith: (value: string) => string,
): Completions {
  const choices = option.choices.filter(({ name }) => begins(name, typed) && fold(name) !== fold(typed));
  const items = choices.map(({ name }) => ({ text: textWith(name), label: name, description: '' }));
  if (!option.suggests) return { items, certain: typed !== '' && items.length > 0 };
  const asks: Asks = {
    command,
    option: option.key,
    typed,
    // The value may be a name only Kiosk understands; readers go by the label.
    complete: ({ value, label }) => ({ text: textWith(value), label, description: '' }),
  };
  return { items, certain: false, asks };
}

/** The option whose value is typed without its name: the first required text, else the first text, else the only option. */
function bareOption(options: readonly OptionListing[]): OptionListing | undefined {
  const texts = options.filter(({ type }) => type === 'text');
  return (
    texts.find(({ required }) => required) ?? texts[0] ?? (options.length === 1 ? options[0] : undefined)
  );
}

function isGiven(rest: string, { name }: OptionListing): boolean {
  return fold(` ${rest}`).includes(` ${fold(name)}:`);
}

function begins(whole: string, start: string): boolean {
  return fold(whole).startsWith(fold(start));
}

/** Accents and case don't count in names. */
function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

import type { Desk, Listing, OptionListing, SuggestionCall } from '../../chat/adapter.ts';
import { findCommand, grammarOf, inOrder } from '../../chat/grammar.ts';
import type { Action } from '../../chat/message.ts';
import { clean } from '../../chat/plain.ts';
import { scan } from '../../chat/scan.ts';
import { formatWord } from '../../chat/typed.ts';
import { fold } from '../../language/index.ts';
import type { LanguageTag } from '../../language/language.ts';

/** What a line begun may go on with. */
export interface Completion {
  /** What the end of the line, `replaced`, may be completed to. */
  readonly candidates: readonly string[];
  readonly replaced: string;
  /** Values with a name of their own to choose from, each a whole call. */
  readonly offers: readonly Action[];
}

const mostOffers = 10;
const named = /(?:^|\s)([^\s:"]{1,40}):(?:"([^"]*)|(\S*))$/;

/** Completes commands, names of options, choices and suggested values, in the reader's language. */
export async function complete(
  line: string,
  parts: {
    readonly listings: readonly Listing[];
    readonly language: LanguageTag;
    /** Words after a slash that are the terminal's own. */
    readonly ownWords: readonly string[];
    readonly desk: Pick<Desk, 'suggest'>;
    readonly reader: Pick<SuggestionCall, 'caller' | 'channel' | 'locale'>;
  },
): Promise<Completion> {
  const { listings, language, ownWords, desk, reader } = parts;
  const [, typed, rest] = /^\s*\/(\S*)([^]*)$/.exec(line) ?? [];
  if (typed === undefined || rest === undefined) return nothing(line);
  if (rest === '') return completeCommand(typed, inOrder(listings, language), language, ownWords);
  const listing = findCommand(typed, listings, language);
  if (listing === undefined) return nothing(line);

  const grammar = grammarOf(listing.command, listings, language);
  const { given, words } = scan(rest, grammar);

  const complete = async (option: OptionListing, begun: string, replaced: string): Promise<Completion> => {
    if (!option.suggests) {
      return { candidates: starting(begun, choiceNames(option)).map(formatWord), replaced, offers: [] };
    }
    const call = {
      ...reader,
      command: listing.command,
      option: option.key,
      typed: begun,
      given: Object.fromEntries(given),
    };
    const suggestions = (await desk.suggest(call)).slice(0, mostOffers);
    const [only] = suggestions;
    if (only === undefined) return nothing(line);
    if (suggestions.length === 1)
      return { candidates: [formatWord(clean(only.value))], replaced, offers: [] };
    const offers = suggestions.map(({ value, label }) => {
      return {
        label,
        command: listing.command,
        options: { ...Object.fromEntries(given), [option.key]: value },
      };
    });
    return { candidates: [], replaced, offers };
  };

  const [, name = '', quoted, unquoted = ''] = named.exec(rest) ?? [];
  const key = grammar.names.get(fold(name))?.key;
  const option = listing.options.find((candidate) => candidate.key === key);
  if (option !== undefined) {
    return complete(option, quoted ?? unquoted, quoted === undefined ? unquoted : `"${quoted}`);
  }
  const begun = rest.split(/\s/).at(-1) ?? '';
  const open = listing.options.filter(({ key }) => !given.has(key));
  const primary = open.find(({ key }) => key === grammar.primary?.key);
  const candidates = [
    ...open
      .filter((other) => other !== primary)
      .map(({ name, type }) => (type === 'boolean' ? `--${name}` : `${name}:`)),
    ...(primary === undefined ? open.flatMap(choiceNames).map(formatWord) : []),
  ];
  const starts = primary?.suggests === true && begun === '' ? [] : starting(begun, candidates);
  if (primary?.suggests === true && starts.length === 0) {
    return complete(primary, words.map(({ value }) => value).join(' '), rest.trimStart());
  }
  return { candidates: starts, replaced: begun, offers: [] };
}

function completeCommand(
  typed: string,
  listings: readonly Listing[],
  language: LanguageTag,
  ownWords: readonly string[],
): Completion {
  const own = listings.filter((listing) => listing.language === language).map(({ name }) => name);
  const found = starting(typed, [...own, ...ownWords]);
  const candidates =
    found.length > 0
      ? found
      : starting(
          typed,
          listings.map(({ name }) => name),
        );
  return { candidates: candidates.map((name) => `/${name} `), replaced: `/${typed}`, offers: [] };
}

function choiceNames({ choices }: OptionListing): readonly string[] {
  return choices.map(({ name }) => name);
}

/** Candidates that begin as typed; what a name is dressed in, "--" or a quotation mark, needn't be typed. */
function starting(begun: string, candidates: readonly string[]): readonly string[] {
  return [...new Set(candidates)].filter((candidate) => bare(candidate).startsWith(bare(begun)));
}

function bare(text: string): string {
  return fold(text).replace(/^(?:--?|")/, '');
}

function nothing(line: string): Completion {
  return { candidates: [], replaced: line, offers: [] };
}

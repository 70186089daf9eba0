import { defineCommand, findCommand, fold, UserError } from '#kiosk';
import type {
  Block,
  CommandContext,
  Listing,
  Message,
  OptionListing,
  SuggestContext,
  Suggestion,
  Text,
} from '#kiosk';

const options = { command: { type: 'text', maximum: 50, suggest: suggestCommands } } as const;

type Context = CommandContext<typeof options>;

/** What people do with Kiosk, and the commands for it in the order they are shown; others come after these. */
const groups = {
  asking: ['ask', 'latest', 'search', 'story', 'summary', 'timeline', 'quotes', 'compare'],
  following: ['follow', 'unfollow', 'digest'],
  managing: [
    'subscribe',
    'subscriptions',
    'pause',
    'unpause',
    'unsubscribe',
    'announce',
    'announcements',
    'status',
    'source',
    'setup',
  ],
  kiosk: ['sources', 'why', 'language', 'help'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

type Group = keyof typeof groups;

export default defineCommand({
  options,
  audience: 'caller',
  async run(context) {
    const { command } = context.options;
    return command === undefined ? overview(context) : explain(command.replace(/^\//, ''), context);
  },
});

function overview({ caller, language, t, typed, listings }: Context): Message {
  const example = listings.find(({ command }) => command === 'ask')?.name ?? 'ask';
  const shown: readonly Group[] = [
    'asking',
    'following',
    ...(caller.manager ? ['managing' as const] : []),
    'kiosk',
  ];
  return {
    language,
    blocks: [
      { kind: 'text', text: t('replies.help.opening') },
      ...shown.flatMap((group): readonly Block[] => [
        { kind: 'heading', text: t(`replies.help.groups.${group}`) },
        { kind: 'list', items: commandsOf(group, listings).map(line) },
      ]),
      { kind: 'text', text: t('replies.help.more', { example: typed('help', { command: example }) }) },
    ],
  };
}

function commandsOf(group: Group, listings: readonly Listing[]): readonly Listing[] {
  const order: readonly string[] = groups[group];
  const placeOf = ({ command }: Listing) => order.indexOf(command);
  const found = listings.filter((listing) => groupOf(listing) === group);
  return [
    ...found
      .filter((listing) => placeOf(listing) >= 0)
      .toSorted((one, other) => placeOf(one) - placeOf(other)),
    ...found.filter((listing) => placeOf(listing) < 0),
  ];
}

function groupOf({ command, access }: Listing): Group {
  const names: readonly Group[] = ['asking', 'following', 'managing', 'kiosk'];
  const named = names.find((name) => new Set<string>(groups[name]).has(command));
  return named ?? (access === 'managers' ? 'managing' : 'asking');
}

function line({ name, description }: Listing): Text {
  return [{ strong: `/${name}` }, ' – ', description];
}

function explain(asked: string, { language, t, listings }: Context): Message {
  const listing = findCommand(asked, listings, language);
  if (listing === undefined) throw new UserError('errors.unknownCommand', { command: asked });
  return {
    language,
    blocks: [
      { kind: 'heading', text: `/${listing.name}` },
      { kind: 'text', text: listing.description },
      { kind: 'list', items: listing.options.map((option) => optionLine(option)) },
      { kind: 'text', text: t('replies.help.usage', { usage: usage(listing) }) },
    ],
  };
}

async function suggestCommands(typed: string, { listings }: SuggestContext): Promise<readonly Suggestion[]> {
  const begun = fold(typed.trim().replace(/^\//, ''));
  return listings.filter(({ name }) => fold(name).startsWith(begun)).map(suggestion);
}

function suggestion({ command, name, description }: Listing): Suggestion {
  return { value: command, label: `/${name} – ${description}` };
}

function optionLine({ name, description, choices }: OptionListing): Text {
  const allowed = choices.length === 0 ? '' : ` (${choices.map((choice) => choice.name).join(', ')})`;
  return [{ strong: name }, ' – ', `${description}${allowed}`];
}

/** "/ask question [in:…] [count:…]" */
function usage({ name, options }: Listing): string {
  const words = options.map((option) => (option.required ? option.name : `[${option.name}:…]`));
  return [`/${name}`, ...words].join(' ');
}

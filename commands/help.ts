import { defineCommand, findCommand, fold, UserError } from '#kiosk';
import type { Listing, OptionListing, Suggestion, Text } from '#kiosk';

export default defineCommand({
  options: {
    command: {
      type: 'text',
      maximum: 50,
      suggest: async (typed, { listings }) => {
        const begun = fold(typed.trim().replace(/^\//, ''));
        return listings.filter(({ name }) => fold(name).startsWith(begun)).map(suggestion);
      },
    },
  },
  audience: 'caller',
  async run({ options, language, t, typed, listings }) {
    const asked = options.command?.replace(/^\//, '');
    if (asked === undefined) {
      const example = listings.find(({ command }) => command === 'ask')?.name ?? 'ask';
      const items = listings.map(({ name, description }): Text => [
        { strong: `/${name}` },
        ' – ',
        description,
      ]);
      return {
        language,
        blocks: [
          { kind: 'text', text: t('replies.help.opening') },
          { kind: 'list', items },
          { kind: 'text', text: t('replies.help.more', { example: typed('help', { command: example }) }) },
        ],
      };
    }
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
  },
});

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

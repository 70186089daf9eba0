import type { Listing } from '../../chat/adapter.ts';
import type { LanguageTag } from '../../language/language.ts';
import type { Translate } from '../../texts.ts';

/** Something that a reader could ask, and what is written for them where they choose it. */
export interface Prompt {
  readonly title: string;
  readonly message: string;
}

/**
 * What somebody could ask who hasn't asked anything yet; Slack shows four at the most.
 * @param parts.story the title of a story that they could ask about
 */
export function promptsIn(
  language: LanguageTag,
  parts: { readonly listings: readonly Listing[]; readonly t: Translate; readonly story?: string },
): readonly Prompt[] {
  const { listings, t, story } = parts;
  // A command's name alone is understood as the command; Slack would take one with a slash for its own.
  const named = (command: string, title: string): readonly Prompt[] =>
    listings
      .filter((listing) => listing.command === command && listing.language === language)
      .map(({ name }) => ({ title, message: name }));
  const question = story === undefined ? undefined : t('slack.pane.story', { story });
  return [
    ...named('latest', t('slack.pane.latest')),
    ...(question === undefined ? [] : [{ title: question, message: question }]),
    ...named('help', t('slack.pane.help')),
  ];
}

import type { types } from '@slack/bolt';
import type { Desk } from '../../../chat/adapter.ts';
import type { LanguageTag } from '../../../language/language.ts';
import type { Translate } from '../../../texts.ts';
import { askSection } from './ask.ts';
import { followingSection } from './following.ts';
import { languageSection } from './language.ts';
import { newestSection } from './newest.ts';
import type { HomeParts, Section } from './section.ts';

/** A view holds no more blocks. */
const mostBlocks = 100;

/** What is on the tab, from top to bottom. */
const sections: readonly Section[] = [languageSection, askSection, followingSection, newestSection];

/** What a reader finds on Kiosk's own tab. */
export async function homeOf(
  reader: HomeParts['reader'],
  parts: Omit<HomeParts, 'reader' | 'language' | 't' | 'desk'> & {
    readonly desk: Pick<Desk, 'answer' | 'language'>;
    readonly translate: (language: LanguageTag) => Translate;
  },
): Promise<types.HomeView> {
  const language = await parts.desk.language(reader);
  const home: HomeParts = { ...parts, reader, language, t: parts.translate(language) };
  const shown = await Promise.all(sections.map((section) => section(home)));
  const blocks = shown.flatMap((section, place) =>
    // The names of blocks are a message's own; two messages on one tab would share some.
    section.map((block, index) => ({ ...block, block_id: `s${place}b${index}` })),
  );
  return { type: 'home', blocks: blocks.slice(0, mostBlocks) };
}

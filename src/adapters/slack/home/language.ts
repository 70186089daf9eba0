import type { types } from '@slack/bolt';
import { isLanguageTag, nameOfLanguage } from '../../../language/index.ts';
import { shortened } from '../blocks.ts';
import { limits } from '../limits.ts';
import type { Section } from './section.ts';

/** The id of the menu in which a reader chooses their language. */
export const languageMenuId = 'language';

/** The language in which the reader is answered, with a menu of all there are, each called as its speakers call it. */
export const languageSection: Section = async ({ reader, language, listings, desk, render }) => {
  const now = await render(await desk.answer({ ...reader, command: 'language', options: {} }));
  const listing = listings.find((each) => each.command === 'language' && each.language === language);
  const choices = listing?.options.find(({ key }) => key === 'language')?.choices ?? [];
  const options = choices.map(({ value, name }): types.PlainTextOption => {
    const label = isLanguageTag(value) ? nameOfLanguage(value, value) : name;
    return { text: { type: 'plain_text', text: shortened(label, limits.label), emoji: false }, value };
  });
  const chosen = options.find(({ value }) => value === language);
  if (options.length === 0) return now.blocks;
  const menu: types.StaticSelect = {
    type: 'static_select',
    action_id: languageMenuId,
    options,
    ...(chosen !== undefined && { initial_option: chosen }),
  };
  return [...now.blocks, { type: 'actions', elements: [menu] }];
};

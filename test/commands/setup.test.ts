import { expect, test } from 'vitest';
import type { Message } from '../../src/chat/message.ts';
import { openHouse, tags, translations } from './house.ts';

const place = 'discord:7';
const textsOf = ({ blocks }: Message) =>
  blocks.flatMap((block) => (block.kind === 'text' ? [block.text] : []));
const listsOf = ({ blocks }: Message) =>
  blocks.flatMap((block) => (block.kind === 'list' ? [block.items] : []));
const actionsOf = ({ blocks }: Message) =>
  blocks.flatMap((block) => (block.kind === 'actions' ? block.actions : []));

/** @param parts.lacks what the platform says that Kiosk may not do; it says nothing where that is undefined */
async function openPlace(
  parts: { readonly lacks?: readonly ('send' | 'embed')[]; readonly manager?: boolean } = {},
) {
  const { lacks, manager = true } = parts;
  const house = await openHouse();
  const setUp = (locale: string, options: Readonly<Record<string, string>> = {}) =>
    house.desk.answer({
      command: 'setup',
      options,
      caller: { id: 'discord:1', manager },
      channel: 'discord:7:8',
      place,
      locale,
      ...(lacks !== undefined && { lacks }),
    });
  return { ...house, setUp };
}

test.each(tags)('/setup shows in %s how things are, and offers what can be changed', async (tag) => {
  const t = translations.translate(tag);
  const { setUp } = await openPlace({ lacks: [] });
  const message = await setUp(tag);
  expect(textsOf(message)).toEqual([
    t('replies.setup.noLanguage'),
    t('replies.setup.permitted'),
    t('replies.setup.noSources'),
    t('replies.setup.noPlans'),
    expect.stringContaining('/'),
  ]);
  expect(actionsOf(message)).toEqual([
    { label: 'English', command: 'setup', options: { language: 'en' } },
    { label: 'français', command: 'setup', options: { language: 'fr' } },
    { label: 'Deutsch', command: 'setup', options: { language: 'de' } },
    { label: t('replies.setup.show'), command: 'sources', options: {} },
    { label: t('replies.setup.add'), command: 'source', options: { action: 'add' }, asks: 'source' },
    { label: t('replies.setup.subscribe'), command: 'subscribe', options: {}, asks: 'topics' },
    { label: t('replies.setup.subscriptions'), command: 'subscriptions', options: {} },
  ]);
});

test('/setup chooses the language of the place, for those whose own isn’t known', async () => {
  const { setUp, desk } = await openPlace();
  const reader = { caller: { id: 'discord:2', manager: false }, channel: 'discord:7:9', place };
  expect(await desk.language(reader)).toBe('en');
  expect((await setUp('de', { language: 'fr' })).language).toBe('de');
  expect(await desk.language(reader)).toBe('fr');
  expect(await desk.language({ ...reader, locale: 'de' })).toBe('de');
  await setUp('de', { language: 'auto' });
  expect(await desk.language(reader)).toBe('en');
});

test.each(tags)('/setup says in %s what Kiosk may not do', async (tag) => {
  const t = translations.translate(tag);
  const { setUp } = await openPlace({ lacks: ['send', 'embed'] });
  const message = await setUp(tag);
  expect(textsOf(message)).toContain(t('replies.setup.lacking'));
  expect(listsOf(message)).toEqual([
    [{ strong: t('replies.setup.permissions.send') }, { strong: t('replies.setup.permissions.embed') }],
  ]);
});

test.each(tags)('/setup says nothing in %s of what the platform doesn’t tell', async (tag) => {
  const t = translations.translate(tag);
  const { setUp } = await openPlace();
  const message = await setUp(tag);
  expect(textsOf(message)).not.toContain(t('replies.setup.permitted'));
  expect(textsOf(message)).not.toContain(t('replies.setup.lacking'));
});

test('/setup is for managers', async () => {
  const { setUp } = await openPlace({ manager: false });
  expect(textsOf(await setUp('fr'))).toEqual([translations.translate('fr')('errors.managersOnly')]);
});

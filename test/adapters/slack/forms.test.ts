import { expect, test } from 'vitest';
import { tags, translations } from '../../commands/house.ts';
import { library } from '../../commands/library.ts';
import { locales, openNewsroom } from './newsroom.ts';
import type { SlackNewsroom } from './newsroom.ts';

const state = { status: 'active', told: 'active', dueAt: new Date(0), failures: 0 } as const;
const mole = { ...state, url: 'https://mole.example/feed', name: 'Die Mole' };
const pier = {
  ...state,
  url: `https://pier.example/${'news/'.repeat(20)}feed`,
  name: `Pier ${'and Harbour '.repeat(10)}Gazette`,
};

/** What Kiosk says to the reader in their own conversation, once it does. */
function said({ slack, reader }: SlackNewsroom, count = 1) {
  const heard = () => reader.direct().sees();
  return slack.until(() => (heard().length >= count ? heard().at(-1) : undefined));
}

test.each(tags)(
  'a story is found in %s from a menu of the newest, or of those that words find',
  async (tag) => {
    const t = translations.translate(tag);
    const newsroom = await openNewsroom(locales[tag]);
    const { slack, ada } = newsroom;
    const form = await ada.shortcut('find').view();
    expect(form).toMatchObject({ title: t('slack.find'), submit: t('slack.find') });
    expect(form.inputs).toEqual([t('commands.story.options.story.name')]);
    expect((await ada.suggest(form, 'choice', '').options()).length).toBe(3);
    const found = await ada.suggest(form, 'choice', 'Mirabel').options();
    const title = library.find(({ language, id }) => language === tag && id.startsWith('bridge'))?.title;
    expect(found[0]?.text.text).toBe(title);
    ada.submit(form, { choice: found[0]?.value ?? '' });
    expect((await said(newsroom)).text).toContain(t('replies.reportedBy', { count: 4 }));
    expect(slack.violations).toEqual([]);
  },
);

test.each([
  ['en', '“rammed bridge Varnholm”', 'rammed bridge Varnholm'],
  ['fr', '« pétrolier Mirabel »', 'pétrolier Mirabel'],
  ['de', '„Brücke Varnholm“', 'Brücke Varnholm'],
] as const)(
  'the words typed in %s stand last among what can be chosen, and do as well',
  async (tag, label, words) => {
    const newsroom = await openNewsroom(locales[tag]);
    const { slack, ada } = newsroom;
    const form = await ada.shortcut('find').view();
    const own = (await ada.suggest(form, 'choice', ` ${words}`).options()).at(-1);
    expect(own?.text.text.replaceAll('\u00A0', ' ')).toBe(label);
    ada.submit(form, { choice: own?.value ?? '' });
    const t = translations.translate(tag);
    expect((await said(newsroom)).text).toContain(t('replies.reportedBy', { count: 4 }));
    const hopeless = await ada.shortcut('find').view();
    const nothing = await ada.suggest(hopeless, 'choice', 'zyzzyva').options();
    ada.submit(hopeless, { choice: nothing.at(-1)?.value ?? '' });
    expect((await said(newsroom, 2)).text).toBe(t('errors.noStory', { words: 'zyzzyva' }));
    expect(slack.violations).toEqual([]);
  },
);

test('a manager removes a source from a menu of those that are followed, however long its address is', async () => {
  const { slack, boss, house } = await openNewsroom('de-DE', { sources: [mole, pier] });
  const t = translations.translate('de');
  const setup = await boss.slash('/kiosk', 'setup').reply();
  const form = await boss.click(setup, t('replies.setup.remove')).view();
  expect(form.title).toBe(t('replies.setup.remove'));
  const followed = await boss.suggest(form, 'choice', '').options();
  expect(followed).toHaveLength(2);
  for (const { text, value } of followed) {
    expect(text.text.length).toBeLessThanOrEqual(75);
    expect(value.length).toBeLessThanOrEqual(75);
  }
  const [chosen] = await boss.suggest(form, 'choice', 'pier').options();
  boss.submit(form, { choice: chosen?.value ?? '' });
  await slack.until(() => (boss.sees().length > 1 ? true : undefined));
  expect(boss.sees().at(-1)).toMatchObject({
    ephemeral: true,
    text: t('replies.source.remove', { source: pier.name }),
  });
  expect((await house.kiosk.sources.list()).map(({ url }) => url)).toEqual([mole.url]);
  expect(slack.violations).toEqual([]);
});

test('what is to be followed is written, not chosen among what is', async () => {
  const { slack, boss } = await openNewsroom('en-US', { sources: [mole] });
  const t = translations.translate('en');
  const setup = await boss.slash('/kiosk', 'setup').reply();
  const form = await boss.click(setup, t('replies.setup.add')).view();
  expect(form).toMatchObject({ title: t('replies.setup.add'), selects: [] });
  boss.submit(form, { value: 'nothing.example' });
  await slack.until(() => (boss.sees().length > 1 ? true : undefined));
  expect(slack.violations).toEqual([]);
});

test('where there is nothing to choose from, words are written', async () => {
  const { slack, ada } = await openNewsroom('fr-FR', { items: [] });
  const form = await ada.shortcut('find').view();
  expect(form.selects).toEqual([]);
  expect(slack.violations).toEqual([]);
});

test('a choice that nobody remembers is answered with an apology', async () => {
  const newsroom = await openNewsroom();
  const { slack, ada } = newsroom;
  const form = await ada.shortcut('find').view();
  ada.submit(form, { choice: 'kept 0123456789012345678901' });
  expect((await said(newsroom)).text).toBe(translations.translate('en')('replies.page.stale'));
  expect(slack.violations).toEqual([]);
});

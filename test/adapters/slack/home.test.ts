import { expect, test } from 'vitest';
import { tags, translations } from '../../commands/house.ts';
import { locales, openNewsroom } from './newsroom.ts';

const named = { en: 'English', fr: 'français', de: 'Deutsch' } as const;
const next = { en: 'fr', fr: 'de', de: 'en' } as const;

test.each(tags)(
  'the home tab speaks %s, shows the newest stories, and changes its language at once',
  async (tag) => {
    const t = translations.translate(tag);
    const { slack, reader, house } = await openNewsroom(locales[tag]);
    reader.openHome();
    const home = await slack.until(() => reader.home());
    expect(home.text).toContain(t('replies.latest'));
    const [menu] = home.selects;
    expect(menu?.chosen).toEqual([tag]);
    expect(menu?.options.map(({ text }) => text)).toEqual([
      'English',
      'français',
      'Deutsch',
      t('commands.language.options.language.choices.auto'),
    ]);
    const other = next[tag];
    reader.direct().select(home, 'language', named[other]);
    const latest = translations.translate(other)('replies.latest');
    const changed = await slack.until(() =>
      reader.home()?.text.includes(latest) ? reader.home() : undefined,
    );
    expect(changed?.selects[0]?.chosen).toEqual([other]);
    const id = `slack:${slack.workspace.id}:${reader.id}`;
    expect(await house.kiosk.settings.language(id)).toBe(other);
    reader.direct().select(changed ?? home, 'language', 'auto');
    await slack.until(() => (reader.home()?.text.includes(t('replies.latest')) ? true : undefined));
    expect(await house.kiosk.settings.language(id)).toBeUndefined();
    expect(reader.direct().sees()).toEqual([]);
    expect(slack.violations).toEqual([]);
  },
);

test.each([
  ['slack.ask', { value: 'How long is the tanker Mirabel?' }, '183'],
  ['slack.find', { choice: '=rammed bridge Varnholm' }, 'Reported by 4 articles'],
] as const)('the home tab has a form: %s', async (label, filled, answer) => {
  const { slack, reader } = await openNewsroom();
  reader.openHome();
  const home = await slack.until(() => reader.home());
  const form = await reader.direct().click(home, translations.translate('en')(label)).view();
  reader.direct().submit(form, filled);
  const [reply] = await slack.until(() =>
    reader.direct().sees().length > 0 ? reader.direct().sees() : undefined,
  );
  expect(reply).toMatchObject({ ephemeral: false, text: expect.stringContaining(answer) });
  expect(slack.violations).toEqual([]);
});

test('the home tab says so where nothing was read yet', async () => {
  const { slack, reader } = await openNewsroom('de-DE', { items: [] });
  reader.openHome();
  const home = await slack.until(() => reader.home());
  expect(home.text).toContain(translations.translate('de')('replies.nothingRead'));
  expect(slack.violations).toEqual([]);
});

test.each(tags)('the home tab shows in %s what its reader follows, and changes it', async (tag) => {
  const t = translations.translate(tag);
  const { slack, reader, house } = await openNewsroom(locales[tag]);
  const example = `/${t('commands.follow.name')}`;
  reader.openHome();
  const before = await slack.until(() => reader.home());
  expect(before.text).toContain(t('errors.plan.noTopics', { example }));
  const form = await reader.direct().click(before, t('slack.follow')).view();
  reader.direct().submit(form, { value: 'bridge' });
  const following = await slack.until(() =>
    reader.home()?.text.includes(t('replies.unfollow.which')) ? reader.home() : undefined,
  );
  expect(following?.text).toContain('bridge');
  expect(following?.text).not.toContain('/kiosk');
  const id = `slack:${slack.workspace.id}:${reader.id}`;
  expect(await house.kiosk.newsdesk.plans({ channel: id })).toMatchObject([{ wish: { topics: ['bridge'] } }]);
  reader.direct().click(following ?? before, 'bridge');
  await slack.until(() =>
    reader.home()?.text.includes(t('errors.plan.noTopics', { example })) ? true : undefined,
  );
  expect(await house.kiosk.newsdesk.plans({ channel: id })).toEqual([]);
  expect(slack.violations).toEqual([]);
});

test('the home tab tells managers where a channel’s subscriptions are', async () => {
  const { slack } = await openNewsroom();
  const boss = slack.user({ name: 'Chief', admin: true, locale: 'de-DE' });
  boss.openHome();
  const home = await slack.until(() => boss.home());
  expect(home.text).toContain('/kiosk abos');
  expect(slack.violations).toEqual([]);
});

import { describe, expect, test } from 'vitest';
import { openHouse, tags, translations } from '../../commands/house.ts';
import { library } from '../../commands/library.ts';
import { openForTest } from './open.ts';
import { createSlackStandIn } from './stand-in/index.ts';

/** A workspace in which Kiosk has read the news, a reader and an administrator. */
async function openNewsroom(locale = 'en-US') {
  const slack = await createSlackStandIn({
    app: { shortcuts: ['summarise', 'ask'] },
  });
  const opened = await openForTest({ slack });
  const house = await openHouse({ items: library });
  const channel = slack.channel({ name: 'news' });
  const reader = slack.user({ name: 'Ada', locale });
  const boss = slack.user({ name: 'Boss', admin: true });
  await opened.start(house.listings, house.desk);
  return { ...opened, house, channel, reader, ada: reader.in(channel), boss: boss.in(channel) };
}

const locales = { en: 'en-US', fr: 'fr-FR', de: 'de-DE' } as const;
const question = {
  en: 'How long is the tanker Mirabel?',
  fr: 'Quelle est la longueur du pétrolier Mirabel ?',
  de: 'Wie lang ist der Tanker Mirabel?',
} as const;

describe('/kiosk', () => {
  test.each(tags)('answers in %s whoever asks, who alone sees it, and goes on from there', async (tag) => {
    const t = translations.translate(tag);
    const { slack, ada, channel } = await openNewsroom(locales[tag]);
    const reply = await ada.slash('/kiosk', question[tag]).reply();
    expect(reply).toMatchObject({ ephemeral: true, text: expect.stringContaining('183') });
    const labels = reply.buttons.map(({ text }) => text);
    expect(labels).toEqual(expect.arrayContaining([t('replies.story'), t('replies.why.ask')]));
    const story = await ada.click(reply, t('replies.story')).reply();
    expect(story.text).toContain(t('replies.reportedBy', { count: 4 }));
    const pressed = ada.click(reply, t('replies.followUp'));
    const form = await pressed.view();
    ada.submit(form, { value: question[tag] });
    await slack.until(() => (ada.sees().length >= 3 ? true : undefined));
    expect(ada.sees().at(-1)?.text).toContain('183');
    expect(slack.visible(channel)).toEqual([]);
    expect(slack.violations).toEqual([]);
    expect(slack.pings).toEqual([]);
  });

  test.each([
    ['latest', 'replies.latest'],
    ['actus', 'replies.latest'],
    ['', 'replies.help.opening'],
  ] as const)('takes commands in any language: %j', async (typed, key) => {
    const { slack, ada } = await openNewsroom();
    const reply = await ada.slash('/kiosk', typed).reply();
    expect(reply.text).toContain(translations.translate('en')(key));
    expect(slack.violations).toEqual([]);
  });

  test('is a manager’s where Slack says that they administer the workspace', async () => {
    const { ada, boss } = await openNewsroom();
    const t = translations.translate('en');
    expect((await ada.slash('/kiosk', 'setup').reply()).text).toContain(t('errors.managersOnly'));
    expect((await boss.slash('/kiosk', 'setup').reply()).text).toContain(t('replies.setup.title'));
  });
});

describe('who writes to Kiosk', () => {
  test('by mentioning it is answered in the thread, once, in the language they write', async () => {
    const { slack, ada, channel } = await openNewsroom();
    const { message } = ada.write(`@Kiosk ${question.de}`);
    await slack.until(() => (slack.visible(channel).length > 1 ? true : undefined));
    slack.redeliver();
    const [, answer, ...others] = slack.visible(channel);
    expect(others).toEqual([]);
    expect(answer).toMatchObject({ threadTs: message.ts, text: expect.stringContaining('183') });
    expect(answer?.text).toContain('Quelle');
    expect(slack.violations).toEqual([]);
  });

  test('directly needs no mention', async () => {
    const { slack, reader } = await openNewsroom();
    const direct = reader.direct();
    direct.write(question.fr);
    await slack.until(() => (direct.sees().length > 1 ? true : undefined));
    expect(direct.sees().at(-1)?.text).toContain('183');
    expect(slack.violations).toEqual([]);
  });
});

test('a message is summed up from its shortcut, for the reader alone', async () => {
  const { slack, ada } = await openNewsroom();
  const [{ text = '' } = {}] = library;
  const { message } = ada.write(text);
  const summary = await ada.messageShortcut('summarise', message).reply();
  expect(summary).toMatchObject({
    ephemeral: true,
    text: expect.stringContaining('rammed the Varnholm bridge'),
  });
  expect(slack.violations).toEqual([]);
});

test('the home tab shows the newest stories, and changes the language', async () => {
  const { slack, reader } = await openNewsroom('fr-FR');
  reader.openHome();
  const home = await slack.until(() => reader.home());
  expect(home.text).toContain(translations.translate('fr')('replies.latest'));
  reader.direct().click(home, 'Deutsch');
  const latest = translations.translate('de')('replies.latest');
  await slack.until(() => (reader.home()?.text.includes(latest) ? true : undefined));
  expect(slack.violations).toEqual([]);
});

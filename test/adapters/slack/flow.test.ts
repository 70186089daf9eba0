import { describe, expect, test } from 'vitest';
import { tags, translations } from '../../commands/house.ts';
import { library } from '../../commands/library.ts';
import { locales, openNewsroom } from './newsroom.ts';

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

  test.each(tags)('lets whoever asked in %s share the answer with the channel, once', async (tag) => {
    const t = translations.translate(tag);
    const { slack, ada, channel } = await openNewsroom(locales[tag]);
    const reply = await ada.slash('/kiosk', question[tag]).reply();
    ada.click(reply, t('replies.page.share'));
    await slack.until(() =>
      slack.visible(channel).length > 0 && ada.sees().length === 1 ? true : undefined,
    );
    const [shared] = slack.visible(channel);
    expect(shared).toMatchObject({ ephemeral: false, text: expect.stringContaining('183') });
    expect(shared?.unfurlLinks).toBe(false);
    const labels = shared?.buttons.map(({ text }) => text);
    expect(labels).toContain(t('replies.story'));
    expect(labels).not.toContain(t('replies.page.share'));
    expect(slack.violations).toEqual([]);
    expect(slack.pings).toEqual([]);
  });

  test('offers to share nothing but evidence', async () => {
    const { ada } = await openNewsroom();
    const reply = await ada.slash('/kiosk', 'help').reply();
    const labels = reply.buttons.map(({ text }) => text);
    expect(labels).not.toContain(translations.translate('en')('replies.page.share'));
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
    const setup = await boss.slash('/kiosk', 'setup').reply();
    expect(setup.text).toContain(t('replies.setup.title'));
    // Slack isn't asked what Kiosk may do in a channel.
    expect(setup.text).not.toContain(t('replies.setup.permitted'));
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

test.each([
  ['en', 'help', 'replies.help.opening'],
  ['fr', 'Aide', 'replies.help.opening'],
  ['de', 'neues', 'replies.latest'],
  ['de', 'latest', 'replies.latest'],
] as const)('who writes in %s nothing but %j is answered by that command', async (tag, word, key) => {
  const { slack, reader, ada, channel } = await openNewsroom(locales[tag]);
  const text = translations.translate(tag)(key);
  const direct = reader.direct();
  direct.write(word);
  await slack.until(() => (direct.sees().at(-1)?.text.includes(text) ? true : undefined));
  ada.write(`@Kiosk ${word}`);
  await slack.until(() => (slack.visible(channel).at(-1)?.text.includes(text) ? true : undefined));
  expect(slack.violations).toEqual([]);
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

import { describe, expect, test } from 'vitest';
import { tags, translations } from '../../commands/house.ts';
import { library } from '../../commands/library.ts';
import { createFakeDesk, fakeListings } from '../../fakes/desk.ts';
import { locales, openNewsroom } from './newsroom.ts';
import { openForTest } from './open.ts';

const titles = {
  en: 'Rye loaf wins national bread contest',
  fr: 'Le pétrolier Mirabel heurte le pont de Varnholm',
  de: 'Tanker Mirabel rammt Brücke von Varnholm',
} as const;

describe('the assistant’s pane', () => {
  test.each(tags)('suggests in %s what to ask, and each of it is answered in that language', async (tag) => {
    const t = translations.translate(tag);
    const { slack, reader } = await openNewsroom(locales[tag]);
    const pane = reader.openAssistant();
    const prompts = await slack.until(() => pane.pane()?.prompts);
    expect(prompts.map(({ title }) => title)).toEqual([
      t('slack.pane.latest'),
      t('slack.pane.story', { story: titles[tag] }),
      t('slack.pane.help'),
    ]);
    const begun = library.find(({ title }) => title === titles[tag])?.text.slice(0, 20) ?? '';
    const answers = [t('replies.latest'), begun, t('replies.help.opening')];
    for (const [index, { message }] of prompts.entries()) {
      const before = pane.sees().length;
      pane.write(message);
      const seen = await slack.until(() => (pane.sees().length > before + 1 ? pane.sees() : undefined));
      expect(seen.at(-1)?.text).toContain(answers[index]);
      expect(seen.at(-1)?.text).not.toContain(t('replies.ask.notAnswered'));
    }
    expect(slack.violations).toEqual([]);
  });

  test('suggests no story to ask about where none is told in the reader’s language', async () => {
    const { slack, reader } = await openNewsroom('fr-FR', {
      items: library.filter(({ language }) => language !== 'fr'),
    });
    const pane = reader.openAssistant();
    expect(await slack.until(() => pane.pane()?.prompts)).toHaveLength(2);
    expect(slack.violations).toEqual([]);
  });

  test('answers in its thread as everywhere, and so do the buttons and forms there', async () => {
    const t = translations.translate('de');
    const { slack, reader } = await openNewsroom('de-DE');
    const pane = reader.openAssistant();
    const until = (count: number) =>
      slack.until(() => (pane.sees().length >= count ? pane.sees() : undefined));
    pane.write('Wie lang ist der Tanker Mirabel?');
    const [, , answer] = await until(3);
    expect(answer?.text).toContain('183');
    if (answer === undefined) return;
    pane.click(answer, t('replies.story'));
    expect((await until(4)).at(-1)?.text).toContain(t('replies.reportedBy', { count: 4 }));
    const form = await pane.click(answer, t('replies.followUp')).view();
    pane.submit(form, { value: 'Wer haftet?' });
    expect((await until(5)).at(-1)?.text).toContain('Costland');
    const threads = new Set(pane.sees().map(({ ts, threadTs = ts }) => threadTs));
    expect([...threads]).toEqual([pane.threadTs]);
    expect(pane.sees().some(({ ephemeral }) => ephemeral)).toBe(false);
    expect(slack.violations).toEqual([]);
  });

  test('is called what was asked first', async () => {
    const { slack, reader } = await openNewsroom();
    const pane = reader.openAssistant();
    pane.write('How long is the tanker Mirabel?');
    await slack.until(() => pane.pane()?.title);
    await slack.until(() => (pane.sees().length > 2 ? true : undefined));
    pane.write('Who pays?');
    await slack.until(() => (pane.sees().length > 4 ? true : undefined));
    expect(pane.pane()?.title).toBe('How long is the tanker Mirabel?');
    expect(slack.violations).toEqual([]);
  });

  test('answers a message once, however often Slack tells of it', async () => {
    const { slack, reader, adapter } = await openNewsroom();
    const pane = reader.openAssistant();
    const { events, acknowledged } = pane.write('How long is the tanker Mirabel?');
    await slack.until(() => (pane.sees().length > 2 ? true : undefined));
    for (const id of events) slack.redeliver(id);
    await acknowledged();
    pane.write('help');
    await slack.until(() => (pane.sees().length > 4 ? true : undefined));
    await adapter.stop();
    expect(pane.sees()).toHaveLength(5);
    expect(slack.violations).toEqual([]);
  });

  test('stays as it is when the reader looks elsewhere', async () => {
    const { slack, reader, channel, logged } = await openNewsroom();
    const pane = reader.openAssistant();
    await slack.until(() => pane.pane()?.prompts);
    const before = slack.requests.length;
    pane.lookAt(channel);
    await slack.until(() => (slack.delivered().every(({ acknowledged }) => acknowledged) ? true : undefined));
    pane.write('help');
    await slack.until(() => (pane.sees().length > 2 ? true : undefined));
    const asked = slack.requests.slice(before).map(({ method }) => method);
    expect(asked).not.toContain('conversations.replies');
    expect(logged.join('')).not.toContain('"level":"warn"');
    expect(slack.violations).toEqual([]);
  });
});

test.each([
  ['en', 'is reading…'],
  ['fr', 'lit les articles…'],
  ['de', 'liest …'],
] as const)('who waits in %s sees that Kiosk reads, until it has answered or failed', async (tag, status) => {
  const { slack, start } = await openForTest();
  const desk = createFakeDesk();
  await start(fakeListings, desk);
  const pane = slack.user({ name: 'Ada', locale: locales[tag] }).openAssistant();
  const { promise, resolve } = Promise.withResolvers<void>();
  const blocks = [{ kind: 'text', text: '183' }] as const;
  desk.reply(() => promise.then(() => ({ language: tag, blocks })));
  pane.write('How long?');
  await slack.until(() => (pane.pane()?.status === status ? true : undefined));
  resolve();
  await slack.until(() => (pane.sees().at(-1)?.text === '183' ? true : undefined));
  expect(pane.pane()?.status).toBe('');
  slack.fault('chat.postMessage', { kind: 'refused', error: 'is_archived' });
  pane.write('And how wide?');
  await slack.until(() => (slack.faultsLeft().length === 0 && pane.pane()?.status === '' ? true : undefined));
  expect(slack.violations).toEqual([]);
});

test.each([
  ['without the scope', ['assistant:write']],
  ['beside the pane', []],
])('%s, who writes directly is answered as ever, in a thread or not', async (_, without) => {
  const { slack, reader } = await openNewsroom('en-US', { without });
  const direct = reader.direct();
  const { message } = direct.write('How long is the tanker Mirabel?');
  const answers = (count: number) =>
    slack.until(() => (direct.sees().length >= count ? direct.sees() : undefined));
  const [, first] = await answers(2);
  expect(first).toMatchObject({ text: expect.stringContaining('183'), threadTs: undefined });
  direct.write('Who pays?', { thread: message.ts });
  const second = (await answers(4)).at(-1);
  expect(second).toMatchObject({ text: expect.stringContaining('Costland'), threadTs: message.ts });
  const shown = slack.requests.filter(({ method }) => method.startsWith('assistant.'));
  expect(shown).toEqual([]);
  expect(slack.violations).toEqual([]);
});

import { beforeEach, describe, expect, test } from 'vitest';
import type { Action, Message } from '../../src/chat/message.ts';
import type { LanguageTag } from '../../src/language/language.ts';
import { openHouse, tags, translations } from './house.ts';
import type { TestHouse } from './house.ts';
import { library } from './library.ts';

let house: TestHouse;
beforeEach(async () => {
  house = await openHouse({ items: library });
});

/** Languages of all that a message quotes, links or lists. */
function shownIn({ blocks }: Message): readonly LanguageTag[] {
  const sources = new Map(library.map(({ source, language }) => [source, language]));
  const text = JSON.stringify(blocks);
  const found = [...sources].flatMap(([source, language]) => (text.includes(source) ? [language] : []));
  return [...new Set(found)].toSorted();
}

function actionsOf({ blocks }: Message): readonly Action[] {
  return blocks.flatMap((block) => (block.kind === 'actions' ? block.actions : []));
}

const text = (message: Message) => JSON.stringify(message.blocks);
const read = (reading: string, language: LanguageTag = 'en') => house.call(language, 'language', { reading });

describe('what a reader is shown is in the languages they read', () => {
  test.each([
    ['ask', { question: 'How long is the tanker Mirabel?', count: 10 }],
    ['search', { words: 'Mirabel Varnholm', count: 10 }],
    ['latest', { count: 20 }],
    ['story', { story: 'bridge-post' }],
    ['story', { story: 'Mirabel Varnholm' }],
    ['summary', { story: 'bridge-post' }],
    ['timeline', { topic: 'Varnholm' }],
  ])('by /%s %j', async (command, options) => {
    expect(shownIn(await house.call('en', command, options)).length).toBeGreaterThan(1);
    await read('en');
    expect(shownIn(await house.call('en', command, options))).toEqual(['en']);
    await read('fr');
    expect(shownIn(await house.call('en', command, options))).toEqual(['fr']);
    await read('all');
    expect(shownIn(await house.call('en', command, options)).length).toBeGreaterThan(1);
  });

  test('for that reader alone', async () => {
    await read('fr');
    expect(shownIn(await house.call('de', 'latest'))).toContain('de');
  });

  test('unless they ask for another by name, or for a story that nobody tells in theirs', async () => {
    await read('fr');
    const asked = await house.call('en', 'search', { words: 'Schachturnier', in: 'de' });
    expect(shownIn(asked)).toEqual(['de']);
    const summary = await house.call('en', 'summary', { story: 'bridge-post', in: 'en' });
    expect(shownIn(summary)).toContain('en');
    expect(shownIn(await house.call('en', 'story', { story: 'schach' }))).toEqual(['de']);
  });

  test('and so is what is offered while they type', async () => {
    await read('fr');
    const call = { caller: { id: 'web:en', manager: false }, channel: 'web:1', locale: 'en' };
    const offered = await house.desk.suggest({ ...call, command: 'story', option: 'story', typed: '' });
    expect(offered.map(({ label }) => label)).toEqual(['Le pétrolier Mirabel heurte le pont de Varnholm']);
  });

  test('and “Why this?” tells the same score as the answer', async () => {
    await read('de');
    const answer = await house.call('de', 'ask', { question: 'Wie lang ist der Tanker Mirabel?' });
    const why = actionsOf(answer).find(({ command }) => command === 'why');
    const explained = await house.desk.answer({
      command: 'why',
      options: why?.options ?? {},
      locale: 'de',
      caller: { id: 'web:de', manager: false },
      channel: 'web:1',
    });
    expect(shownIn(explained)).toEqual(['de']);
  });
});

describe.each(tags)('/language says in %s', (tag) => {
  const t = translations.translate(tag);
  const list = (...read: readonly LanguageTag[]) =>
    new Intl.ListFormat(tag).format(
      read.map((each) => new Intl.DisplayNames([tag], { type: 'language' }).of(each) ?? each),
    );

  test('which languages a reader reads, with buttons for others', async () => {
    const now = await house.call(tag, 'language');
    expect(text(now)).toContain(t('replies.language.readingAll'));
    const labels = tags.map((each) => t('replies.language.only', { languages: list(each) }));
    expect(actionsOf(now).map(({ label }) => label)).toEqual(labels);
    await read('fr', tag);
    const later = await house.call(tag, 'language');
    expect(text(later)).toContain(t('replies.language.reading', { languages: list('fr') }));
    expect(actionsOf(later)[0]?.label).toBe(t('replies.language.readAll'));
  });

  test('what was chosen, and takes it back', async () => {
    const chosen = await read('ende', tag);
    expect(text(chosen)).toContain(t('replies.language.readingChosen', { languages: list('en', 'de') }));
    const [undo] = actionsOf(chosen);
    expect(undo?.label).toBe(t('replies.language.undo'));
    const undone = await read(String(undo?.options['reading']), tag);
    expect(text(undone)).toContain(t('replies.language.readingAllChosen'));
    expect(text(await house.call(tag, 'language'))).toContain(t('replies.language.readingAll'));
  });

  test('what it is answered in and what is read, both at once', async () => {
    const both = await house.call(tag, 'language', { language: 'de', reading: 'de' });
    const german = translations.translate('de');
    expect(text(both)).toContain(german('replies.language.chosen', { language: 'Deutsch' }));
    expect(text(both)).toContain(german('replies.language.readingChosen', { languages: 'Deutsch' }));
  });

  test.each(['all', 'Toutes', 'alle'])('that all are read again after “%s”', async (typed) => {
    await read('de', tag);
    const call = { caller: { id: `web:${tag}`, manager: false }, channel: 'web:1', locale: tag };
    const said = await house.desk.answerText({ ...call, text: `/language reading:${typed}` });
    expect(text(said)).toContain(t('replies.language.readingAllChosen'));
  });

  test('what there is to choose from where it doesn’t know a language, and keeps what was chosen', async () => {
    await read('de', tag);
    const refused = text(await read('Klingon', tag));
    for (const choice of ['all', 'enfr', 'ende', 'frde'] as const)
      expect(refused).toContain(t(`commands.language.options.reading.choices.${choice}`));
    expect(text(await house.call(tag, 'language'))).toContain(
      t('replies.language.reading', { languages: list('de') }),
    );
  });
});

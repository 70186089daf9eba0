import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createHouse } from '../../src/app.ts';
import type { House } from '../../src/app.ts';
import type { Block, Message } from '../../src/chat/message.ts';
import { plain, textOf } from '../../src/chat/plain.ts';
import { readSettings } from '../../src/config.ts';
import type { LanguageTag } from '../../src/language/language.ts';
import { createLog } from '../../src/log.ts';
import { readDefaultSources, readSamples } from '../../src/samples.ts';
import { openStore } from '../../src/stores/index.ts';
import type { Store } from '../../src/stores/index.ts';
import { createTranslations } from '../../src/translations.ts';

const translations = createTranslations({ timeZone: 'UTC' });
const now = () => new Date('2026-05-06T08:00:00Z');
const directory = mkdtempSync(join(tmpdir(), 'kiosk-first-minute-'));
const logged: string[] = [];
let store: Store;
let house: House;

async function open(): Promise<void> {
  store = await openStore({ directory });
  house = await createHouse({
    config: readSettings({ TIME_ZONE: 'UTC' }).config,
    store,
    translations,
    log: createLog({ level: 'info', destination: { write: (line) => void logged.push(line) } }),
    now,
  });
}

beforeAll(open);
afterAll(async () => {
  await store.close();
  rmSync(directory, { recursive: true });
});

/** What a reader types and sees; each `reader` has a language and a memory of their own. */
function say(text: string, locale: LanguageTag, reader = locale): Promise<Message> {
  return house.desk.answerText({
    text,
    locale,
    caller: { id: `web:${reader}`, manager: false },
    channel: `web:${reader}`,
  });
}

function cards({ blocks }: Message): readonly Extract<Block, { kind: 'card' }>[] {
  return blocks.filter((block) => block.kind === 'card');
}

/** The quotations of a message with their links. */
function quoted(message: Message): readonly string[] {
  return cards(message).map(({ body, to }) =>
    typeof body === 'object' && 'quote' in body ? `${textOf(body.quote, { formatDate })} ${to ?? ''}` : '',
  );
}

/** What a person reads. */
function read(message: Message): string {
  return plain(message, { formatDate });
}

function formatDate(date: Date): string {
  return date.toISOString().slice(0, 10);
}

// One after another, as it happens to somebody who has just started Kiosk.
describe('in their first minute a newcomer', () => {
  test('is told that nothing has been read yet', async () => {
    expect(read(await say('/neues', 'de'))).toBe(translations.translate('de')('replies.nothingRead'));
    expect(read(await say('Who posted the data?', 'en'))).toBe(
      translations.translate('en')('replies.ask.nothing'),
    );
  });

  test('gets samples to ask about, once', async () => {
    const count = await readSamples({ ...house, store: store.articles });
    expect(count).toBeGreaterThanOrEqual(30);
    const before = await store.articles.stories({ limit: 1000 });
    expect(before.flatMap(({ articles }) => articles)).toHaveLength(count);
    expect(await readSamples({ ...house, store: store.articles })).toBe(0);
    expect(await store.articles.stories({ limit: 1000 })).toEqual(before);
  });

  test('is given feeds to follow', async () => {
    const sources = await readDefaultSources();
    expect(sources.length).toBeGreaterThan(0);
    expect(await store.sources.add(sources, now())).toBe(sources.length);
    expect(await store.sources.add(sources, now())).toBe(0);
  });

  test('asks in German about the leak and reads of nine gigabytes, with the link', async () => {
    const message = await say(
      'Wie viel Gigabyte an Daten aus Macrons Wahlkampf wurden veröffentlicht?',
      'de',
    );
    expect(read(message)).toContain('rund neun Gigabyte an Daten');
    const [best] = quoted(message);
    expect(best).toContain('rund neun Gigabyte an Daten');
    expect(best).toContain(
      'https://www.laternenbote.example/politik/2017/05/06/macron-wahlkampf-gehackte-mails',
    );
    expect(message.blocks[0]).not.toEqual({
      kind: 'text',
      text: translations.translate('de')('replies.ask.notAnswered'),
    });
  });

  test('asks what README.md asks, and reads what it shows', async () => {
    const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
    const [, question = ''] = /^> \*\*(.+)\*\*$/m.exec(readme) ?? [];
    const [best = ''] = quoted(await say(question, 'de', 'en'));
    expect(question).not.toBe('');
    expect(best).toContain('haben Unbekannte rund neun Gigabyte an Daten');
  });

  test('asks in English who posted it and reads the user’s name', async () => {
    const message = await say('Under which user name were the files from Macron’s campaign posted?', 'en');
    expect(quoted(message)[0]).toContain('EMILEAKS');
    expect(quoted(message)[0]).toContain('https://www.northgatewire.example/politics/2017/05/06/');
  });

  test.each([
    ['Que demande la commission électorale aux médias ?', /commission|médias/],
    ['Pourquoi le ministère de l’Intérieur garde-t-il le silence ?', /ministère de l’Intérieur/],
  ])('asks in French: %s', async (question, expected) => {
    const message = await say(question, 'fr', 'fr');
    expect(quoted(message)[0]).toMatch(expected);
    expect(quoted(message)[0]).toContain('https://www.lefanaldusoir.example/politique/2017/05/06/');
  });

  test.each([
    [
      'en',
      'Who posted the leaked files of Macron’s campaign?',
      'and who published it?',
      /northgatewire.*2017/,
    ],
    [
      'fr',
      'Qui a mis en ligne les courriels de l’équipe de Macron ?',
      'et qui l’a publié ?',
      /lefanaldusoir.*2017/,
    ],
    [
      'de',
      'Wer hat die Mails aus Macrons Wahlkampf ins Netz gestellt?',
      'und wer hat sie veröffentlicht?',
      /laternenbote.*2017/,
    ],
  ] as const)('goes on asking about it (%s)', async (language, first, second, link) => {
    expect(quoted(await say(first, language))[0]).toMatch(link);
    expect(quoted(await say(second, language))[0]).toMatch(link);
  });

  test('is not held to it when they ask about something else', async () => {
    await say('Who posted the leaked files of Macron’s campaign?', 'en');
    const another = await say('How long did the Ever Given block the canal before it was freed?', 'en');
    expect(quoted(another)[0]).toMatch(/suez/);
    await say('Who posted the leaked files of Macron’s campaign?', 'en');
    expect(quoted(await say('Brexit', 'en'))[0]).toMatch(/brexit/);
  });

  test.each([
    ['en', '/latest', '/story', '/summary'],
    ['fr', '/actus', '/sujet', '/résumé'],
    ['de', '/neues', '/thema', '/zusammenfassung'],
  ] as const)('looks around in %s: %s, %s, %s', async (language, latest, story, summary) => {
    const newest = await say(latest, language);
    expect(cards(newest)).toHaveLength(5);
    const caller = { id: `web:${language}`, manager: false };
    const [suggested] = await house.desk.suggest({
      command: 'story',
      option: 'story',
      typed: 'Macron Pastebin',
      caller,
      channel: 'web:1',
      locale: language,
    });
    expect(suggested?.label).toContain('Macron');
    const told = await say(`${story} ${suggested?.value ?? ''}`, language);
    expect(told.blocks[0]).toEqual({ kind: 'heading', text: suggested?.label });
    const summed = await say(`${summary} ${suggested?.value ?? ''}`, language);
    expect(quoted(summed).length).toBeGreaterThan(1);
    expect(new Set(cards(summed).map(({ language }) => language))).toEqual(new Set([language]));
  });

  test('finds the three reports of the leak in one story', async () => {
    const story = await house.kiosk.findStory('Macron EMILEAKS Pastebin', 'en');
    expect(story?.articles.map(({ language }) => language).toSorted()).toEqual(['de', 'en', 'fr']);
  });

  test('presses every button under an answer and gets a reply', async () => {
    const message = await say('Who posted the leaked files of Macron’s campaign?', 'en');
    const actions = message.blocks
      .flatMap((block) => (block.kind === 'actions' ? block.actions : []))
      .filter(({ asks }) => asks === undefined);
    expect(actions.length).toBeGreaterThan(1);
    for (const action of actions) {
      const typed = house.desk.typed(action, 'en');
      expect(read(await say(typed, 'en'))).toContain('https://');
    }
  });

  test('chooses a language, which is remembered when Kiosk is opened again, and so is what was read', async () => {
    expect((await say('/language French', 'en', 'fr')).language).toBe('fr');
    await say('Who posted the leaked files of Macron’s campaign?', 'en');
    await store.close();
    await open();
    const newest = await say('/latest', 'en', 'fr');
    expect(newest.language).toBe('fr');
    expect(cards(newest)).toHaveLength(5);
    // The conversation goes on as well.
    expect(quoted(await say('and who published it?', 'en'))[0]).toMatch(/macron/);
  });

  test('has met no fault', () => {
    expect(logged).toEqual([]);
  });
});

test.each([
  ['en', 'web.examples.leak', 'EMILEAKS'],
  ['en', 'web.examples.cathedral', '100 million euros'],
  ['en', 'web.examples.canal', '422'],
  ['fr', 'web.examples.leak', 'neuf gigaoctets'],
  ['fr', 'web.examples.cathedral', '846'],
  ['fr', 'web.examples.canal', '422'],
  ['de', 'web.examples.leak', 'neun Gigabyte'],
  ['de', 'web.examples.cathedral', '400 Feuerwehrleute'],
  ['de', 'web.examples.canal', '20.000 Kubikmeter'],
] as const)(
  'the page’s example in %s, %s, is answered first of all with the fact asked for',
  async (language, key, fact) => {
    const text = translations.translate(language)(key);
    const { answered, evidence } = await house.kiosk.ask({ text, language }, 1);
    expect(answered).toBe(true);
    expect(evidence[0]?.sentence).toContain(fact);
  },
);

import { describe, expect, test } from 'vitest';
import type { Call, Suggestion, TypedCall } from '../../src/chat/adapter.ts';
import { unlimited } from '../../src/chat/call-limits.ts';
import type { CallLimits } from '../../src/chat/call-limits.ts';
import { defineCommand } from '../../src/chat/command.ts';
import type { CommandContext } from '../../src/chat/command.ts';
import { createDesk } from '../../src/chat/desk.ts';
import type { Kiosk } from '../../src/chat/kiosk.ts';
import { listCommands } from '../../src/chat/listings.ts';
import type { Message } from '../../src/chat/message.ts';
import { createSettings } from '../../src/chat/settings.ts';
import type { Settings } from '../../src/chat/settings.ts';
import { UserError } from '../../src/errors.ts';
import { loadDetector, nameOfLanguage } from '../../src/language/index.ts';
import type { LanguageTag } from '../../src/language/language.ts';
import type { Translate } from '../../src/texts.ts';
import { createTranslations } from '../../src/translations.ts';
import { createFakeKeyValue } from '../fakes/key-value.ts';

const translations = createTranslations({ timeZone: 'UTC' });
const now = new Date('2026-05-04T08:00:00Z');
const tags = ['en', 'fr', 'de'] as const;

interface Behaviour {
  readonly run?: (context: Pick<CommandContext, 'language' | 't' | 'options'>) => Promise<Message>;
  readonly suggest?: (typed: string) => Promise<readonly Suggestion[]>;
  readonly access?: 'everyone' | 'managers';
  readonly settings?: Settings;
  readonly defaultLanguage?: LanguageTag;
  readonly limits?: CallLimits;
}

function unused(): Promise<never> {
  return Promise.reject(new Error('not used here'));
}

/** A desk with the commands `ask` and `latest`, whose replies are what `run` says. */
function open(behaviour: Behaviour = {}) {
  const { suggest, access = 'everyone', defaultLanguage = 'en' } = behaviour;
  let passed = 0;
  const settings = behaviour.settings ?? createSettings(createFakeKeyValue(() => new Date(passed)));
  const runs: unknown[] = [];
  const faults: { error: unknown; command: string; channel: string }[] = [];
  const run = async (context: Pick<CommandContext, 'language' | 't' | 'options'>): Promise<Message> => {
    runs.push(context);
    return (behaviour.run ?? echo)(context);
  };
  const ask = defineCommand({
    options: {
      question: { type: 'text', required: true, maximum: 50, ...(suggest && { suggest }) },
      in: { type: 'choice', choices: ['en', 'fr', 'de'] },
      count: { type: 'integer', minimum: 1, maximum: 10 },
    },
    access,
    run,
  });
  const latest = defineCommand({ options: {}, run });
  const commands = new Map([
    ['ask', ask],
    ['latest', latest],
  ]);
  const kiosk: Kiosk = {
    settings,
    conversation: { recall: unused, remember: unused },
    ask: unused,
    explain: unused,
    search: unused,
    stories: unused,
    findStory: unused,
    summarize: unused,
    quotes: unused,
    details: unused,
    compare: unused,
    condense: unused,
    newsdesk: {
      createId: () => 'plan',
      plans: unused,
      find: unused,
      reaches: () => true,
      save: unused,
      remove: unused,
      preview: unused,
      sent: unused,
      acts: unused,
      explain: unused,
    },
    sources: {
      list: unused,
      preview: unused,
      follow: unused,
      remove: unused,
      pause: unused,
      refresh: unused,
    },
    changes: unused,
    outlets: unused,
  };
  const desk = createDesk({
    commands,
    listings: listCommands(commands, translations),
    kiosk,
    texts: translations,
    defaultLanguage,
    loadDetector,
    timeZoneFor: () => 'UTC',
    now: () => now,
    limits: behaviour.limits ?? unlimited,
    fault: (error, { command, channel }) => `incident-${faults.push({ error, command, channel })}`,
  });
  const pass = (milliseconds: number) => (passed += milliseconds);
  return { desk, runs, faults, settings, pass };
}

async function echo({ language, options }: Pick<CommandContext, 'language' | 'options'>): Promise<Message> {
  return { language, blocks: [{ kind: 'text', text: JSON.stringify(options) }] };
}

function call(parts: Partial<Call> = {}): Call {
  const caller = { id: 'web:ada', manager: false };
  return { command: 'ask', options: { question: 'Who?' }, caller, channel: 'web:1', ...parts };
}

/** What a message of one text says. */
function textOf({ blocks }: Message): unknown {
  const [block] = blocks;
  expect(blocks).toHaveLength(1);
  return block?.kind === 'text' ? block.text : undefined;
}

/** Kiosk's own words in each language, and what the desk says to readers of it. */
async function inEach(
  say: (language: LanguageTag) => Promise<Message>,
  expected: (t: Translate, language: LanguageTag) => string,
): Promise<void> {
  const said = await Promise.all(
    tags.map(async (tag) => [tag, (await say(tag)).language, textOf(await say(tag))]),
  );
  expect(said).toEqual(tags.map((tag) => [tag, tag, expected(translations.translate(tag), tag)]));
}

describe('a reader is answered', () => {
  test('in the language they chose, else the platform’s, else the channel’s, else the default', async () => {
    const { desk, settings } = open({ defaultLanguage: 'de' });
    const languageOf = async (parts: Partial<Call>) => {
      const reader = call(parts);
      const language = await desk.language(reader);
      expect((await desk.answer(reader)).language).toBe(language);
      return language;
    };
    expect(await languageOf({})).toBe('de');
    expect(await languageOf({ locale: 'nl-NL' })).toBe('de');
    await settings.chooseLanguage('web:1', 'fr');
    expect(await languageOf({})).toBe('fr');
    expect(await languageOf({ channel: 'web:2' })).toBe('de');
    expect(await languageOf({ locale: 'nl-NL' })).toBe('fr');
    expect(await languageOf({ locale: 'en-GB' })).toBe('en');
    expect(await languageOf({ locale: 'de-AT' })).toBe('de');
    await settings.chooseLanguage('web:ada', 'fr');
    expect(await languageOf({ locale: 'en-GB' })).toBe('fr');
    expect(await languageOf({ locale: 'en-GB', caller: { id: 'web:bob', manager: false } })).toBe('en');
  });

  test('in what was chosen for the place, else the place’s own, where nothing is known of them', async () => {
    const { desk, settings } = open({ defaultLanguage: 'de' });
    const here = { place: 'discord:7', placeLocale: 'en-US' };
    expect(await desk.language(call(here))).toBe('en');
    await settings.chooseLanguage('discord:7', 'fr');
    expect(await desk.language(call(here))).toBe('fr');
    expect(await desk.language(call({ ...here, locale: 'de' }))).toBe('de');
  });

  test('in the language they write, where the platform doesn’t tell theirs', async () => {
    const { desk, settings } = open({ defaultLanguage: 'en' });
    await settings.chooseLanguage('web:1', 'fr');
    const { caller, channel } = call();
    const say = async (text: string, locale?: string) =>
      (await desk.answerText({ caller, channel, text, ...(locale !== undefined && { locale }) })).language;
    expect(await say('Wer hat die Daten veröffentlicht und wie viele?')).toBe('de');
    expect(await say('Wer hat die Daten veröffentlicht und wie viele?', 'en-US')).toBe('en');
    expect(await say('2024')).toBe('fr');
  });

  test('as was chosen for a place until a month after Kiosk left it', async () => {
    const { desk, settings, pass } = open({ defaultLanguage: 'de' });
    const month = 30 * 24 * 60 * 60 * 1000;
    await settings.chooseLanguage('discord:7', 'fr');
    await desk.left('discord:7');
    pass(month - 1);
    expect(await desk.language(call({ place: 'discord:7' }))).toBe('fr');
    await desk.entered('discord:7');
    pass(month);
    expect(await desk.language(call({ place: 'discord:7' }))).toBe('fr');
    await desk.left('discord:7');
    pass(month);
    expect(await desk.language(call({ place: 'discord:7' }))).toBe('de');
  });

  test('by the command, given its options as it declared them, the time and their texts', async () => {
    const { desk, runs } = open();
    const { signal } = new AbortController();
    await desk.answer(
      call({ options: { question: ' Who? ', count: '3', in: 'allemand' }, locale: 'fr', signal }),
    );
    expect(runs).toEqual([
      expect.objectContaining({
        options: { question: 'Who?', count: 3, in: 'de' },
        caller: { id: 'web:ada', manager: false },
        channel: 'web:1',
        language: 'fr',
        now,
        signal,
      }),
    ]);
  });

  test('with how commands are typed in their language', async () => {
    const { desk } = open();
    const typed = { command: 'ask', options: { question: 'Who?', count: 3 } };
    expect(tags.map((tag) => desk.typed(typed, tag))).toEqual([
      '/ask Who? count:3',
      '/demander Who? nombre:3',
      '/fragen Who? anzahl:3',
    ]);
    expect(desk.typed({ command: 'gone', options: {} }, 'en')).toBe('/gone');
  });
});

describe('what a reader can mend is said in their language', () => {
  test.each([
    [
      'a command there is none of',
      { command: 'nonsense' },
      (t: Translate) => t('errors.unknownCommand', { command: 'nonsense' }),
    ],
    [
      'a command by the name of what every object has',
      { command: 'constructor' },
      (t: Translate) => t('errors.unknownCommand', { command: 'constructor' }),
    ],
    [
      'an option there is none of',
      { options: { question: 'Who?', colour: 'red' } },
      (t: Translate) => t('errors.unknownOption', { option: 'colour', command: t('commands.ask.name') }),
    ],
    [
      'an option that is missing',
      { options: { question: ' ' } },
      (t: Translate) =>
        t('errors.missingOption', {
          option: t('commands.ask.options.question.name'),
          description: t('commands.ask.options.question.description'),
        }),
    ],
    [
      'a text that is too long',
      { options: { question: 'x'.repeat(51) } },
      (t: Translate) =>
        t('errors.tooLong', { option: t('commands.ask.options.question.name'), maximum: 50, count: 51 }),
    ],
    [
      'a number out of bounds',
      { options: { question: 'Who?', count: 11 } },
      (t: Translate) =>
        t('errors.notInteger', { option: t('commands.ask.options.count.name'), minimum: 1, maximum: 10 }),
    ],
    [
      'a choice there is none of',
      { options: { question: 'Who?', in: 'nl' } },
      (t: Translate, language: LanguageTag) =>
        t('errors.notChoice', {
          option: t('commands.ask.options.in.name'),
          choices: tags.map((tag) => nameOfLanguage(tag, language)).join(', '),
        }),
    ],
  ])('%s', async (_, parts, expected) => {
    const { desk, runs, faults } = open();
    await inEach((locale) => desk.answer(call({ ...parts, locale })), expected);
    expect({ runs, faults }).toEqual({ runs: [], faults: [] });
  });

  test('a command for those who manage the channel', async () => {
    const { desk, runs } = open({ access: 'managers' });
    await inEach(
      (locale) => desk.answer(call({ locale })),
      (t) => t('errors.managersOnly'),
    );
    expect(runs).toEqual([]);
    await desk.answer(call({ caller: { id: 'web:ada', manager: true } }));
    expect(runs).toHaveLength(1);
  });

  test('what the command says can be mended', async () => {
    const { desk, faults } = open({
      run: async () => {
        throw new UserError('errors.noStory', { words: 'bread' });
      },
    });
    await inEach(
      (locale) => desk.answer(call({ locale })),
      (t) => t('errors.noStory', { words: 'bread' }),
    );
    expect(faults).toEqual([]);
  });
});

describe('a fault', () => {
  const error = new TypeError('SELECT secret FROM /srv/kiosk');

  test('is noted with its command and channel; the reader sees its incident and nothing else of it', async () => {
    const { desk, faults } = open({ run: () => Promise.reject(error) });
    let incidents = 0;
    for (const tag of tags) {
      const message = await desk.answer(call({ locale: tag }));
      incidents += 1;
      expect(message.language).toBe(tag);
      expect(textOf(message)).toBe(
        translations.translate(tag)('replies.fault', { incident: `incident-${incidents}` }),
      );
      expect(JSON.stringify(message)).not.toMatch(/secret|srv|TypeError/);
    }
    expect(faults).toEqual(tags.map(() => ({ error, command: 'ask', channel: 'web:1' })));
  });

  test('thrown before anything is awaited is one as well', async () => {
    const { desk, faults } = open({
      run: () => {
        throw error;
      },
    });
    await desk.answer(call());
    expect(faults).toHaveLength(1);
  });

  test('while the reader’s choice is looked up is told in the platform’s language', async () => {
    const settings: Settings = {
      language: () => Promise.reject(error),
      chooseLanguage: () => Promise.reject(error),
      reading: () => Promise.reject(error),
      chooseReading: () => Promise.reject(error),
      letGo: () => Promise.reject(error),
      holdOnTo: () => Promise.reject(error),
    };
    const { desk } = open({ settings });
    await inEach(
      (locale) => open({ settings }).desk.answer(call({ locale })),
      (t) => t('replies.fault', { incident: 'incident-1' }),
    );
    expect(await desk.suggest({ ...call(), option: 'question', typed: '' })).toEqual([]);
  });
});

function typed(text: string, locale: string): TypedCall {
  const { caller, channel } = call();
  return { caller, channel, text, locale };
}

describe('what a reader types', () => {
  test('is a question unless it begins with a slash', async () => {
    const { desk } = open();
    const said = await desk.answerText(typed('  Who posted it?  ', 'de'));
    expect(said).toEqual(await desk.answer(call({ options: { question: 'Who posted it?' }, locale: 'de' })));
  });

  test.each(['/ask count:3 Who?', '/demander Who? nombre:3', '/FRAGEN Who? --anzahl 3'])(
    '“%s” is a command in any language',
    async (text) => {
      const { desk } = open();
      expect(textOf(await desk.answerText(typed(text, 'fr')))).toBe('{"question":"Who?","count":3}');
    },
  );

  test.each([
    ['/xyzzy', (t: Translate) => t('errors.unknownCommand', { command: 'xyzzy' })],
    ['', (t: Translate) => t('errors.empty')],
    [' \n', (t: Translate) => t('errors.empty')],
    ['/', (t: Translate) => t('errors.empty')],
    [
      '/latest --colour red',
      (t: Translate) => t('errors.unknownOption', { option: '--colour', command: t('commands.latest.name') }),
    ],
    [
      '/ask',
      (t: Translate) =>
        t('errors.missingOption', {
          option: t('commands.ask.options.question.name'),
          description: t('commands.ask.options.question.description'),
        }),
    ],
  ])('“%s” is answered with what is wrong with it', async (text, expected) => {
    const { desk, faults } = open();
    await inEach((locale) => desk.answerText(typed(text, locale)), expected);
    expect(faults).toEqual([]);
  });

  test('mistyped, is answered with what it may have meant', async () => {
    const { desk, faults } = open();
    const mistyped = { en: 'lates', fr: 'actu', de: 'neuse' };
    await inEach(
      (locale) => desk.answerText(typed(`/${mistyped[locale]}`, locale)),
      (t, language) =>
        t('errors.mistypedCommand', {
          command: mistyped[language],
          nearest: `/${t('commands.latest.name')}`,
        }),
    );
    expect(faults).toEqual([]);
  });

  test('is noted as that where it fails', async () => {
    const { desk, faults } = open({ run: () => Promise.reject(new Error('broken')) });
    await desk.answerText(typed('Who?', 'en'));
    expect(faults).toMatchObject([{ command: 'ask', channel: 'web:1' }]);
  });
});

/** Limits that let nobody call for so long. */
function wait(seconds: number): CallLimits {
  return { admit: async () => ({ key: 'errors.tooManyCalls', seconds }) };
}

describe('too many calls', () => {
  test.each(tags)('are answered kindly in %s, typed, pressed or unknown, and run nothing', async (locale) => {
    const t = translations.translate(locale);
    const { desk, runs, faults } = open({ limits: wait(12) });
    const said = t('errors.tooManyCalls', { count: 12 });
    expect(textOf(await desk.answer(call({ locale })))).toBe(said);
    const { command: _command, options: _options, ...reader } = call({ locale });
    for (const text of ['Who?', '/ask Who?', '/xyzzy', ''])
      expect(textOf(await desk.answerText({ ...reader, text }))).toBe(said);
    expect([runs, faults]).toEqual([[], []]);
  });

  test('are told in one word where a second is enough', async () => {
    const { desk } = open({ limits: wait(1) });
    expect(textOf(await desk.answer(call()))).toBe('That was a lot at once. Please try again in a second.');
  });

  test('are counted once a call, whoever calls; suggestions are free', async () => {
    const counted: string[] = [];
    const limits: CallLimits = { admit: async ({ caller }) => void counted.push(caller.id) };
    const { desk } = open({ limits, suggest: async () => [] });
    const { command: _command, options: _options, ...reader } = call();
    await desk.answer(call());
    await desk.answerText({ ...reader, text: '/ask Who?' });
    await desk.answerText({ ...reader, caller: { id: 'web:boss', manager: true }, text: 'Who?' });
    await desk.suggest({ ...reader, command: 'ask', option: 'question', typed: 'W' });
    expect(counted).toEqual(['web:ada', 'web:ada', 'web:boss']);
  });
});

describe('suggestions', () => {
  const asking = { ...call(), option: 'question', typed: 'bri' };
  const many = Array.from({ length: 40 }, (_, index) => ({
    value: `v${index}`,
    label: `${index}`.repeat(99),
  }));

  test('are what the option offers for what was typed', async () => {
    const { desk } = open({ suggest: async (typed) => [{ value: typed, label: `Bridge (${typed})` }] });
    expect(await desk.suggest(asking)).toEqual([{ value: 'bri', label: 'Bridge (bri)' }]);
  });

  test('are 25 at the most, of 100 characters at the most', async () => {
    const { desk } = open({ suggest: async () => many });
    const suggested = await desk.suggest(asking);
    expect(suggested.map(({ value }) => value)).toEqual(many.slice(0, 25).map(({ value }) => value));
    expect(Math.max(...suggested.map(({ label }) => label.length))).toBe(100);
  });

  test('never end in half a character', async () => {
    const { desk } = open({ suggest: async () => [{ value: 'v', label: `${'x'.repeat(99)}🦊` }] });
    expect((await desk.suggest(asking))[0]?.label.isWellFormed()).toBe(true);
  });

  test('are none where they fail, which is noted', async () => {
    const error = new Error('broken');
    const { desk, faults } = open({ suggest: () => Promise.reject(error) });
    expect(await desk.suggest(asking)).toEqual([]);
    expect(faults).toEqual([{ error, command: 'ask', channel: 'web:1' }]);
  });

  test.each([
    ['an option without them', { option: 'count' }],
    ['an option there is none of', { option: 'constructor' }],
    ['a command there is none of', { command: 'nonsense' }],
  ])('are none for %s', async (_, parts) => {
    const { desk, faults } = open({ suggest: async () => many });
    expect(await desk.suggest({ ...asking, ...parts })).toEqual([]);
    expect(faults).toEqual([]);
  });
});

import { Readable, Writable } from 'node:stream';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { createTerminalAdapter } from '../../../src/adapters/terminal/terminal.ts';
import type { Message } from '../../../src/chat/message.ts';
import { createFakeDesk, fakeListings } from '../../fakes/desk.ts';
import { createFakeTerminal, escape, pipe, says, translations } from './open.ts';

test('a pipe answers each line in order, without a prompt, and ends with the input', async () => {
  const desk = createFakeDesk();
  desk.reply(async (asked) => {
    const text = 'text' in asked ? asked.text : '';
    // The first answer takes longest.
    await new Promise((resolve) => setTimeout(resolve, text === 'one' ? 20 : 0));
    return says(`answer to ${text}`);
  });
  expect(await pipe(desk, 'one', '', '  two  ', '/ask three')).toBe(
    'answer to one\n\nanswer to two\n\nanswer to /ask three\n\n',
  );
  expect(desk.asked).toMatchObject(
    ['one', 'two', '/ask three'].map((text) => ({
      text,
      caller: { id: 'terminal:local', manager: true },
      channel: 'terminal:local',
      locale: 'en',
    })),
  );
});

test('a message is text, its evidence and its actions by number', async () => {
  expect(await pipe(createFakeDesk(), 'Who?')).toBe(
    [
      'You asked: Who?',
      '',
      'Der Leuchtturm leuchtet wieder',
      '  „Nach hundert Jahren brennt das Licht wieder.“',
      '  Küstenblatt · March 4, 2026 · DE',
      '  https://zeitung.example/leuchtturm',
      '',
      '[1] Story',
      '',
      '',
    ].join('\n'),
  );
});

test('a number runs the action that it stands for, once there are any', async () => {
  const desk = createFakeDesk();
  const output = await pipe(desk, '1', '[1]', '7');
  expect(desk.asked).toMatchObject([
    { text: '1' },
    { command: 'story', options: { story: 'Ferry strike ends' } },
  ]);
  expect(output).toContain('There is no [7] to choose from above.');
});

test('a new answer numbers its actions from one, a post goes on from there', async () => {
  const desk = createFakeDesk();
  const { adapter, type, end, text } = createFakeTerminal();
  await adapter.start(fakeListings, desk);
  type('one\ntwo\n');
  await expect.poll(text).toMatch(/one\n[^]*\[1\] Story\n[^]*two\n[^]*\[1\] Story\n/);
  const actions = [{ label: 'More', command: 'ask', options: { question: 'more' } }];
  const message: Message = { language: 'en', blocks: [{ kind: 'actions', actions }] };
  await adapter.post({ key: 'k', channel: 'terminal:local', message });
  expect(text()).toContain('[2] More');
  type('2\n');
  end();
  await adapter.finished();
  expect(desk.asked.at(-1)).toMatchObject({ command: 'ask', options: { question: 'more' } });
});

test.each(['/quit', '/QUITTER', '/beenden '])('%s ends the conversation', async (word) => {
  const desk = createFakeDesk();
  await pipe(desk, 'one', word, 'two');
  expect(desk.asked).toMatchObject([{ text: 'one' }]);
});

test('Kiosk speaks the language that the reader has chosen meanwhile', async () => {
  const desk = createFakeDesk();
  const terminal = createFakeTerminal();
  await terminal.adapter.start(fakeListings, desk);
  await desk.answer({
    command: 'language',
    options: { language: 'fr' },
    caller: { id: 'terminal:local', manager: true },
    channel: 'terminal:local',
  });
  terminal.type('Qui ?\n9\n');
  terminal.end();
  await terminal.adapter.finished();
  expect(terminal.text()).toContain('Vous avez demandé : Qui ?');
  expect(terminal.text()).toContain('Il n’y a pas de choix [9] ci-dessus.');
});

test('an edited post is shown again and marked as corrected', async () => {
  const { adapter, text } = createFakeTerminal();
  await adapter.start(fakeListings, createFakeDesk());
  const posted = await adapter.post({
    key: 'k',
    channel: 'terminal:local',
    message: says('The crane is red.'),
  });
  await adapter.edit(posted, says('The crane is blue.'));
  await adapter.stop();
  expect(text()).toBe('The crane is red.\n\nCorrected:\nThe crane is blue.\n\n');
});

test('a reader of the output who leaves ends the conversation', async () => {
  const output = new Writable({ write: (_chunk, _encoding, callback) => callback(new Error('EPIPE')) });
  const adapter = createTerminalAdapter({
    input: Readable.from(['one\ntwo\nthree\n']),
    output,
    colour: false,
    translations,
    language: 'en',
    now: () => new Date(0),
    log: { warn() {}, error() {} },
  });
  const desk = createFakeDesk();
  await adapter.start(fakeListings, desk);
  await adapter.finished();
  expect(desk.asked).toHaveLength(1);
});

const nasty = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '\u001B[2J',
        '\u001B]0;title\u0007',
        '\u009B31m',
        '\r',
        '\b',
        '\u202E',
        '\u2066',
        '\u0000',
        '\u2028',
        '\t',
      ),
      fc.string({ unit: 'binary', maxLength: 8 }),
    ),
    { maxLength: 6 },
  )
  .map((parts) => parts.join(''));

const messages: fc.Arbitrary<Message> = fc.tuple(nasty, nasty, nasty).map(([one, two, three]) => ({
  language: 'en',
  blocks: [
    { kind: 'heading', text: one },
    { kind: 'text', text: [{ strong: two }, { link: three, to: one }] },
    { kind: 'list', items: [one, { quote: two, language: 'fr' }] },
    { kind: 'card', title: two, to: three, body: { quote: one, language: 'de' }, note: two },
    { kind: 'actions', actions: [{ label: three, command: 'story', options: { story: one } }] },
  ],
}));

/** Control characters but the line feed, and what reverses the direction of writing. */
const driving = /(?!\n)\p{Cc}|[\u202A-\u202E\u2066-\u2069]/u;

test('nothing in a message can drive the terminal', async () => {
  await fc.assert(
    fc.asyncProperty(messages, async (message) => {
      const desk = createFakeDesk();
      desk.reply(() => message);
      expect(await pipe(desk, 'What?')).not.toMatch(driving);
    }),
    { numRuns: 200 },
  );
});

test('nor can it on a terminal with colours, where only Kiosk’s own sequences appear', async () => {
  await fc.assert(
    fc.asyncProperty(messages, async (message) => {
      const terminal = createFakeTerminal({ tty: true, colour: true });
      await terminal.adapter.start(fakeListings, createFakeDesk());
      await terminal.adapter.post({ key: 'k', channel: 'terminal:local', message });
      await terminal.adapter.stop();
      // Bold, dim, cyan, green, and how readline clears and draws its prompt.
      const own = new RegExp(String.raw`${escape}\[(?:\d*[AG]|0?J|1m|2m|22m|36m|32m|39m)|\r\n`, 'g');
      expect(terminal.raw().replace(own, '')).not.toMatch(driving);
    }),
    { numRuns: 100 },
  );
});

import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { afterEach, expect, test } from 'vitest';
import type { Message } from '../../../src/chat/message.ts';
import { createFakeDesk, fakeListings } from '../../fakes/desk.ts';
import type { FakeDesk } from '../../fakes/desk.ts';
import { createFakeTerminal, escape, keys, says } from './open.ts';
import type { FakeTerminal } from './open.ts';

const open: FakeTerminal[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map(({ adapter }) => adapter.stop()));
});

async function start(how: Parameters<typeof createFakeTerminal>[0] = {}, desk: FakeDesk = createFakeDesk()) {
  const terminal = createFakeTerminal({ tty: true, ...how });
  open.push(terminal);
  await terminal.adapter.start(fakeListings, desk);
  return { ...terminal, desk };
}

/** What stands on the last row of a screen on which every prompt is drawn afresh. */
function lastRow(terminal: FakeTerminal): string {
  return stripVTControlCharacters(terminal.raw().split(`${escape}[0J`).at(-1) ?? '');
}

test('a reader is greeted in their language, with the word that ends the conversation', async () => {
  const { text } = await start({ language: 'de', columns: 300 });
  expect(text()).toContain('/beenden beendet das Gespräch');
});

test('while an answer is awaited the prompt says so; the answer takes its place', async () => {
  const desk = createFakeDesk();
  const { promise, resolve } = Promise.withResolvers<Message>();
  desk.reply(() => promise);
  const terminal = await start({}, desk);
  terminal.type(`Who?${keys.enter}`);
  await expect.poll(() => lastRow(terminal)).toBe('reading…');
  resolve(says('The harbour master.'));
  await expect.poll(() => lastRow(terminal)).toBe('> ');
  expect(terminal.raw()).toMatch(new RegExp(String.raw`reading….*${escape}\[0JThe harbour master\.\n`, 's'));
});

test('Ctrl+C cancels the answer, then the line, then asks, then ends', async () => {
  const desk = createFakeDesk();
  desk.reply(() => new Promise(() => {}));
  const terminal = await start({}, desk);
  terminal.type(`Who?${keys.enter}`);
  await expect.poll(() => desk.asked.length).toBe(1);
  terminal.type(keys.interrupt);
  await expect.poll(() => terminal.text()).toContain('Cancelled.');
  expect(desk.asked[0]?.signal?.aborted).toBe(true);
  await expect.poll(() => lastRow(terminal)).toBe('> ');
  terminal.type('half a que');
  await expect.poll(() => terminal.text()).toContain('que');
  terminal.type(keys.interrupt);
  await expect.poll(() => lastRow(terminal)).toBe('> ');
  terminal.type(keys.interrupt);
  await expect.poll(() => terminal.text()).toContain('press Ctrl+C once more or type /quit');
  terminal.type(keys.interrupt);
  await terminal.adapter.finished();
});

test('Ctrl+D ends the conversation and whatever it was waiting for', async () => {
  const desk = createFakeDesk();
  desk.reply(() => new Promise(() => {}));
  const terminal = await start({}, desk);
  terminal.type(`Who?${keys.enter}`);
  await expect.poll(() => desk.asked.length).toBe(1);
  terminal.type(keys.end);
  await terminal.adapter.finished();
  expect(desk.asked[0]?.signal?.aborted).toBe(true);
});

test('what is posted appears above the line being typed, which stays', async () => {
  const terminal = await start({ columns: 20 });
  terminal.type('a line that is longer than the terminal is wide');
  await expect.poll(() => terminal.text()).toContain('wide');
  await terminal.adapter.post({ key: 'k', channel: 'terminal:local', message: says('Ferry sails.') });
  expect(terminal.text()).toMatch(/Ferry sails\.\n\n\n\n> a line that is longer than the terminal is wide$/);
});

test('texts are wrapped at the width of the terminal, wide characters counted twice', async () => {
  const terminal = await start({ columns: 12 });
  await terminal.adapter.post({
    key: 'k',
    channel: 'terminal:local',
    message: says('one two three 東京 大阪 京都 https://example.org/long'),
  });
  expect(terminal.text()).toContain('one two\nthree 東京\n大阪 京都\nhttps://example.org/long\n');
});

test('colours are used where they are wanted and only on a terminal', async () => {
  const message: Message = { language: 'en', blocks: [{ kind: 'heading', text: 'Newest' }] };
  const delivery = { key: 'k', channel: 'terminal:local', message };
  const outputs = [];
  for (const how of [{ colour: true }, { colour: false }, { colour: true, tty: false }]) {
    const terminal = await start(how);
    await terminal.adapter.post(delivery);
    outputs.push(terminal.raw().includes('\u001B[1mNewest'));
  }
  expect(outputs).toEqual([true, false, false]);
});

function bold(word: string): string {
  return `${escape}[1m${word}${escape}[22m`;
}

test('what is marked in a quotation is bold where colours are wanted, and takes no more room', async () => {
  const quote = ['In all ', { strong: 'fourteen people' }, ' were hurt.'];
  const message: Message = {
    language: 'en',
    blocks: [{ kind: 'card', title: ['The ', { strong: 'Paper' }], body: { quote, language: 'en' } }],
  };
  const delivery = { key: 'k', channel: 'terminal:local', message };
  for (const colour of [true, false]) {
    const terminal = await start({ colour, columns: 20 });
    await terminal.adapter.post(delivery);
    expect(terminal.text()).toContain('  “In all fourteen\n  people were hurt.”');
    expect(terminal.raw().includes(bold('fourteen'))).toBe(colour);
    expect(terminal.raw().includes(bold('people'))).toBe(colour);
    expect(terminal.raw().includes(bold('The Paper'))).toBe(colour);
  }
});

test.each([
  ['en', '/as', '/ask '],
  ['de', '/as', '/ask '],
  ['fr', '/DEM', '/demander '],
  ['de', '/ask an', '/ask anzahl:'],
  ['en', '/ask wer cou', '/ask wer count:'],
  ['fr', '/sprache langue:d', '/sprache langue:DE'],
  ['en', '/language f', '/language FR'],
  ['en', '/story crane', '/story "Harbour gets a new crane"'],
  ['en', '/story story:"ferry st', '/story story:"Ferry strike ends"'],
] as const)('Tab completes for a reader of %s: %s', async (language, begun, completed) => {
  const { type, desk } = await start({ language });
  type(begun);
  type(keys.tab);
  type(keys.enter);
  await expect.poll(() => desk.asked).toMatchObject([{ text: completed.trim() }]);
});

test('Tab completes the word that ends the conversation', async () => {
  const terminal = await start({ language: 'de' });
  terminal.type(`/be${keys.tab}`);
  await expect.poll(() => terminal.text()).toContain('> /beenden ');
  terminal.type(keys.enter);
  await terminal.adapter.finished();
});

test('several suggestions are listed by number, and the number runs the one chosen', async () => {
  const { type, text, desk } = await start();
  type(`/story ${keys.tab}`);
  await expect.poll(text).toContain('[2] Ferry strike ends');
  type(`2${keys.enter}`);
  await expect
    .poll(() => desk.asked)
    .toMatchObject([{ command: 'story', options: { story: 'Ferry strike ends' } }]);
});

test('lines typed are there again the next time, in a file that only the reader can read', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'kiosk-'));
  const historyFile = join(directory, 'history');
  try {
    await writeFile(historyFile, `${'older\n'.repeat(600)}before\n`, { mode: 0o644 });
    const first = await start({ historyFile });
    first.type(`Who?${keys.enter}`);
    await expect.poll(() => first.desk.asked.length).toBe(1);
    await first.adapter.stop();
    const lines = (await readFile(historyFile, 'utf8')).split('\n');
    expect(lines.slice(-3)).toEqual(['before', 'Who?', '']);
    expect(lines.length).toBeLessThanOrEqual(501);
    expect((await stat(historyFile)).mode & 0o777).toBe(0o600);

    const second = await start({ historyFile });
    second.type(keys.up);
    second.type(keys.up);
    second.type(keys.enter);
    await expect.poll(() => second.desk.asked).toMatchObject([{ text: 'before' }]);
  } finally {
    await rm(directory, { recursive: true });
  }
});

test('a history that can’t be kept is logged and costs nothing else', async () => {
  const terminal = await start({ historyFile: tmpdir() });
  terminal.type(`Who?${keys.enter}`);
  await expect.poll(() => terminal.text()).toContain('You asked: Who?');
  await terminal.adapter.stop();
  expect(terminal.warnings).toEqual(['history not read', 'history not saved']);
});

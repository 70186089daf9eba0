import { Buffer } from 'node:buffer';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { openStore } from '../../src/stores/index.ts';
import { article } from '../contracts/article-store.ts';
import { folder, json as jsonOf, jsonl, kiosk as run, newFolder, t, write } from './kiosk.ts';

const text = 'quillworm\tver-plume\tFederwurm\n';
let data: string;
beforeEach(() => {
  data = newFolder();
});
afterAll(() => rmSync(folder, { recursive: true }));

const kiosk = (...typed: readonly string[]) => run(['lexicon', ...typed], { data });
const json = (...typed: readonly string[]) => jsonOf(['lexicon', ...typed, '--json'], { data });

/** Writes bytes into a file of its own. */
function writeBytes(name: string, bytes: Uint8Array): string {
  const directory = newFolder();
  mkdirSync(directory, { recursive: true });
  writeFileSync(join(directory, name), bytes);
  return join(directory, name);
}

describe('kiosk lexicon', () => {
  test('adds a word list under its file’s name, once, replaces it, lists it and removes it', async () => {
    const file = write('worms.tsv', `${text}${text}`);
    expect(await json('add', file)).toEqual([{ name: 'worms', outcome: 'added', entries: 1, repeated: 1 }]);
    expect(await json('add', file)).toEqual([
      { name: 'worms', outcome: 'unchanged', entries: 1, repeated: 1 },
    ]);
    const longer = write('worms.tsv', `${text}silt\tvase\tSchlick\n`);
    expect(await json('add', longer)).toEqual([
      { name: 'worms', outcome: 'changed', entries: 2, repeated: 0 },
    ]);
    await json('add', write('able.tsv', text));
    expect(await json('list')).toEqual([
      { name: 'able', entries: 1 },
      { name: 'worms', entries: 2 },
    ]);
    expect(await json('remove', 'worms')).toEqual([{ name: 'worms', outcome: 'removed' }]);
    expect(await json('list')).toEqual([{ name: 'able', entries: 1 }]);
  });

  test('tells people what became of it, and that a running Kiosk must be restarted', async () => {
    const added = await kiosk('add', write('worms.tsv', `${text}${text}`));
    expect(added.stdout).toBe(
      `${[
        t('cli.lexicon.added', { name: 'worms', count: 1 }),
        t('cli.lexicon.repeated', { count: 1 }),
        t('cli.lexicon.restart'),
      ].join('\n')}\n`,
    );
    expect((await kiosk('list')).stdout).toBe(`${t('cli.lexicon.line', { name: 'worms', count: 1 })}\n`);
    expect((await kiosk('remove', 'worms')).stdout).toContain(t('cli.lexicon.restart'));
    expect((await kiosk('list')).stdout).toBe(`${t('cli.lexicon.none')}\n`);
    const unknown = await kiosk('remove', 'worms');
    expect([unknown.status, unknown.stderr]).toEqual([1, `${t('cli.lexicon.unknown', { name: 'worms' })}\n`]);
  });

  test('names every bad line, and then keeps nothing', async () => {
    const file = write('worms.tsv', `${text}car\tvoiture\nthe\tvoiture\tAuto\n`);
    const { status, stderr } = await kiosk('add', file);
    const told = [
      { line: 2, problem: t('cli.lexicon.problems.columns', { count: 2 }) },
      { line: 3, problem: t('cli.lexicon.problems.word', { word: 'the', language: 'English' }) },
    ];
    expect(status).toBe(1);
    for (const each of told) expect(stderr).toContain(t('cli.lexicon.problem', each));
    const machine = await kiosk('add', file, '--json');
    expect([machine.status, JSON.parse(machine.stdout)]).toEqual([1, { problems: told }]);
    expect(await json('list')).toEqual([]);
  });

  test('reads files that old programs wrote', async () => {
    const latin = Buffer.from('heat pump\tpompe à chaleur\tWärmepumpe\r\n', 'latin1');
    expect(await json('add', writeBytes('latin.tsv', latin))).toMatchObject([{ entries: 1 }]);
    const store = await openStore({ directory: data });
    expect(await store.keyValue('lexicon').get('latin')).toBe('heat pump\tpompe à chaleur\tWärmepumpe\n');
    await store.close();
  });

  test('takes no file that is empty, missing, too large or badly named', async () => {
    const large = writeBytes('large.tsv', new Uint8Array(1_000_001).fill(35));
    const files = {
      [write('none.tsv', '# nothing\n')]: 'no words',
      [join(folder, 'missing.tsv')]: 'no file',
      [large]: 'larger than 1 MB',
      [write('-rf.tsv', text)]: 'no name',
      [write(`${'x'.repeat(61)}.tsv`, text)]: 'no name',
    };
    for (const [file, reason] of Object.entries(files)) {
      const { status, stderr } = await kiosk('add', file);
      expect([status, stderr]).toEqual([1, expect.stringContaining(reason)]);
    }
    for (const name of ['../kiosk', '..', 'a/b', '__proto__'])
      expect((await kiosk('remove', name)).status).toBe(1);
    expect(await json('list')).toEqual([]);
  });

  test.each([[[]], [['add']], [['remove']], [['list', 'x']], [['show', 'x']]])(
    'wants to be used rightly: %j',
    async (typed) => {
      expect((await kiosk(...typed)).status).toBe(2);
    },
  );
});

const ask = async () => {
  const [answer] = await jsonOf(['ask', 'quillworm', '--in', 'de', '--json'], { data });
  return JSON.stringify(answer).includes('Federwurm');
};

describe('words that were added', () => {
  const worm = article({
    id: 'wurm',
    url: 'https://mole.example/wurm',
    language: 'de',
    title: 'Fund am Ufer',
    text: 'Ein Federwurm wurde am Ufer der Aue gefunden. Er ist selten.',
  });
  const found = article({
    id: 'worm',
    url: 'https://post.example/worm',
    title: 'Find on the bank',
    text: 'A quillworm was found beside the Aue. It is rare.',
  });

  test('find answers in other languages', async () => {
    await jsonOf(['import', write('news.jsonl', jsonl(worm, found)), '--json'], { data });
    expect(await ask()).toBe(false);
    await json('add', write('worms.tsv', text));
    expect(await ask()).toBe(true);
    await json('remove', 'worms');
    expect(await ask()).toBe(false);
  });
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { words } from '../src/language/index.ts';
import { loadWords } from '../src/lexicon.ts';
import { openStore } from '../src/stores/index.ts';
import { article } from './contracts/article-store.ts';

/** What two made-up languages call the same things. */
const names = [
  'quillworm',
  'siltbank',
  'mudlark',
  'reedwright',
  'tidegate',
  'marshbell',
  'fenlight',
  'brinkhouse',
];
const german = names.map((name) => `${name}ling`);
const list = names.map((name, at) => `${name}\t${name}eau\t${german[at]}\n`).join('');

test('words that were added are known beside Kiosk’s own, and before them', () => {
  const { lexicon, glossary, dictionary } = loadWords([list, 'council\tconseil\tAmpel\n']);
  const said = (text: string) =>
    lexicon
      .translate(
        words(text).map(({ word }) => word),
        'de',
        'en',
      )
      .flatMap(({ translations }) => translations);
  expect(said('quillwormling')[0]?.word).toBe('quillworm');
  expect(said('Ampel')[0]?.word).toBe('council');
  expect(said('Hafen')[0]?.word).toBe('port');
  expect(glossary.alternatives('siltbank', 'en', 'de')).not.toEqual([]);
  expect(
    dictionary.translate(
      words('Mudlarkling').map(({ word }) => word),
      'en',
    )?.[0]?.[0]?.word,
  ).toBe('mudlark');
  expect(
    dictionary.translate(
      words('Ampel').map(({ word }) => word),
      'en',
    )?.[0]?.[0]?.word,
  ).toBe('council');
});

const text = (words: readonly string[]) => `${words.slice(0, 4).join(' ')}. ${words.slice(4).join(' ')}.`;

test('stories are told by words that were added, too', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'kiosk-words-'));
  const articles = [
    article({ id: 'en', title: names.slice(0, 3).join(' '), text: text(names) }),
    article({ id: 'de', language: 'de', title: german.slice(0, 3).join(' '), text: text(german) }),
  ];
  const neighboursOf = async (lists: readonly string[]) => {
    const store = await openStore({ directory });
    for (const each of lists) await store.keyValue('lexicon').set('names', each);
    await store.articles.add(articles);
    const [found] = await store.articles.neighbours(['en']);
    await store.close();
    return found?.neighbours.map(({ id }) => id);
  };
  expect(await neighboursOf([])).toEqual([]);
  expect(await neighboursOf([list])).toEqual(['de']);
  rmSync(directory, { recursive: true });
});

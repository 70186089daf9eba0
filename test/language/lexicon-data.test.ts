import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { namesOfTheWorld, readLexicon } from '../../src/language/index.ts';

const directory = new URL('../../src/language/lexicon/', import.meta.url);
const files = readdirSync(directory, { encoding: 'utf8', recursive: true }).filter((name) =>
  name.endsWith('.tsv'),
);
const linesOf = (name: string) => readFileSync(new URL(name, directory), 'utf8').split('\n');
const headOf = (line: string) => (line.split('\t')[0] ?? '').toLowerCase();

function isTidy(cell: string): boolean {
  return cell.split(', ').every((word) => /^[^\s,](?:[^,]*[^\s,])?$/.test(word));
}

describe.each(files)('the lexicon’s %s', (name) => {
  const lines = linesOf(name);

  test('ends with a line break, and holds no empty line', () => {
    expect(lines.pop()).toBe('');
    expect(lines.filter((line) => line.trim() === '')).toEqual([]);
  });

  test('has words in three languages on each line', () => {
    expect(lines.filter((line) => line !== '' && !/^[^\t]+\t[^\t]+\t[^\t]+$/.test(line))).toEqual([]);
    expect(lines.filter((line) => line !== '' && !line.split('\t').every(isTidy))).toEqual([]);
  });

  test('is sorted by its English', () => {
    const heads = lines.filter(Boolean).map(headOf);
    expect(heads).toEqual(heads.toSorted((one, other) => (one < other ? -1 : one > other ? 1 : 0)));
  });
});

test('the lexicon says nothing twice, and has thousands of entries', () => {
  const lines = files.flatMap((name) => linesOf(name).filter(Boolean));
  expect(lines.length).toBeGreaterThanOrEqual(4000);
  const firsts = lines.map((line) =>
    line
      .split('\t')
      .slice(0, 2)
      .map((cell) => cell.split(', ')[0]?.toLowerCase())
      .join('\t'),
  );
  expect(firsts.filter((first, index) => firsts.indexOf(first) !== index)).toEqual([]);
});

test('lines that are no entries are left out', () => {
  expect(readLexicon('# words\nharbour, port\tport\tHafen\n\nship\tnavire\n\tport\tHafen\n')).toEqual([
    { en: ['harbour', 'port'], fr: ['port'], de: ['Hafen'] },
  ]);
});

test('the world’s names come from the runtime', () => {
  const entries = namesOfTheWorld();
  const of = (name: string) => entries.find(({ en }) => en.includes(name));
  expect(of('Germany')).toEqual({ en: ['Germany'], fr: ['Allemagne'], de: ['Deutschland'] });
  expect(of('January')?.de).toEqual(['Januar']);
  expect(of('December')?.de).toEqual(['Dezember']);
  expect(of('Saturday')?.fr).toEqual(['samedi']);
  expect(of('May')).toEqual({ en: ['May'], fr: ['mai'], de: ['Mai'] });
  expect(of('Sunday')).toEqual({ en: ['Sunday'], fr: ['dimanche'], de: ['Sonntag'] });
  expect(of('Polish')).toEqual({ en: ['Polish'], fr: ['polonais'], de: ['Polnisch'] });
  expect(entries.filter(({ en }) => /^(?:[A-Z]{2,3}|[a-z]{2})$/.test(en[0] ?? ''))).toEqual([]);
  expect(of('Swiss Franc')).toEqual({ en: ['Swiss Franc'], fr: ['franc suisse'], de: ['Schweizer Franken'] });
});

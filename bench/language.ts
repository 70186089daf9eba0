import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isLanguageTag, loadDetector, sentences, terms, words } from '../src/language/index.ts';
import type { Detector, Range } from '../src/language/index.ts';

/*
 * What language knowledge is worth and costs: node --expose-gc bench/language.ts DIR
 * DIR holds news/wikinews-de.jsonl (text, split, sentences: [start, end] in code points) and languages/lingua.jsonl
 * (lang, kind, text).
 */

const directory = process.argv[2];
const news = directory && join(directory, 'news/wikinews-de.jsonl');
const samples = directory && join(directory, 'languages/lingua.jsonl');
if (news && samples && existsSync(news) && existsSync(samples)) await measure(news, samples);
else say('No data: give the folder that holds news/wikinews-de.jsonl and languages/lingua.jsonl.');

async function measure(news: string, samples: string): Promise<void> {
  const detector = await load();
  const articles = readRows(news).map(readArticle);
  for (const split of new Set(articles.map((article) => article.split))) {
    const some = articles.filter((article) => article.split === split);
    say(`sentences de ${split.padEnd(5)} ${boundaries(some, (text) => sentences(text, 'de'))}`);
    say(`  Intl.Segmenter ${boundaries(some, segment)}`);
  }
  const text = articles.map((article) => article.text).join('\n\n');
  const count = words(text).length;
  speed('sentences', text.length, 'characters', () => sentences(text, 'de').length);
  speed('words', text.length, 'characters', () => words(text).length);
  speed('words', count, 'words', () => words(text).length);
  speed('terms', count, 'words', () => terms(text, 'de').length);
  detection(detector, readRows(samples));
}

/** First of all, so that memory shows the detector and nothing else. */
async function load(): Promise<Detector> {
  const before = resident();
  const begun = performance.now();
  const detector = await loadDetector();
  const time = performance.now() - begun;
  say(`detector loaded in ${time.toFixed(0)} ms; resident ${before} MB before, ${resident()} MB with it`);
  return detector;
}

function detection(detector: Detector, rows: readonly unknown[]): void {
  const tallies = new Map<string, [right: number, all: number]>();
  const started = performance.now();
  for (const row of rows) {
    const lang = field(row, 'lang');
    const expected = isLanguageTag(lang) ? lang : undefined;
    const name = `${expected ?? 'other'} ${field(row, 'kind')}`;
    const tally = tallies.get(name) ?? [0, 0];
    tally[1] += 1;
    if (detector.detect(field(row, 'text')).language === expected) tally[0] += 1;
    tallies.set(name, tally);
  }
  const each = ((performance.now() - started) / rows.length) * 1000;
  for (const [name, [right, all]] of tallies)
    say(`detect ${name.padEnd(18)} ${percent(right / all)} of ${all}`);
  say(`detect ${each.toFixed(0)} µs a text`);
}

interface Article {
  readonly text: string;
  readonly split: string;
  readonly gold: readonly Range[];
}

/** Gold offsets count code points, ours UTF-16 units. */
function readArticle(row: unknown): Article {
  const text = field(row, 'text');
  const offsets = [0];
  for (const character of text) offsets.push((offsets.at(-1) ?? 0) + character.length);
  const gold = list(row, 'sentences').map((pair) => {
    const [start, end] = Array.isArray(pair) ? pair.map((offset) => offsets[Number(offset)] ?? 0) : [];
    return trim(text, { start: start ?? 0, end: end ?? 0 });
  });
  return { text, split: field(row, 'split'), gold };
}

/** Precision, recall and F1 of where sentences end, the last one of a text aside. */
function boundaries(articles: readonly Article[], split: (text: string) => readonly Range[]): string {
  let right = 0;
  let found = 0;
  let wanted = 0;
  for (const { text, gold } of articles) {
    const ends = new Set(gold.slice(0, -1).map(({ end }) => end));
    const ours = split(text).slice(0, -1);
    right += ours.filter(({ end }) => ends.has(end)).length;
    found += ours.length;
    wanted += ends.size;
  }
  const f1 = (2 * right) / (found + wanted);
  return `precision ${percent(right / found)} recall ${percent(right / wanted)} F1 ${percent(f1)}`;
}

function segment(text: string): readonly Range[] {
  const segmenter = new Intl.Segmenter('de', { granularity: 'sentence' });
  return [...segmenter.segment(text)]
    .map(({ index, segment }) => trim(text, { start: index, end: index + segment.length }))
    .filter(({ start, end }) => end > start);
}

function trim(text: string, { start, end }: Range): Range {
  const part = text.slice(start, end);
  const from = start + part.length - part.trimStart().length;
  return { start: from, end: from + part.trim().length };
}

function speed(name: string, amount: number, unit: string, run: () => number): void {
  run();
  const times = Array.from({ length: 5 }, () => {
    const begun = performance.now();
    run();
    return performance.now() - begun;
  }).sort((one, other) => one - other);
  say(`${name}: ${(amount / (times[2] ?? 1) / 1000).toFixed(2)} million ${unit} a second`);
}

function resident(): number {
  globalThis.gc?.();
  return Math.round(process.memoryUsage().rss / 1e6);
}

function readRows(path: string): readonly unknown[] {
  return readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line): unknown => JSON.parse(line));
}

function value(row: unknown, key: string): unknown {
  return typeof row === 'object' && row !== null
    ? Object.entries(row).find(([name]) => name === key)?.[1]
    : undefined;
}

function field(row: unknown, key: string): string {
  return String(value(row, key));
}

function list(row: unknown, key: string): readonly unknown[] {
  const found = value(row, key);
  return Array.isArray(found) ? found : [];
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

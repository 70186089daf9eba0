// The same questions without Kiosk: FTS5's bm25() over the raw text, in the same file: bench/plain.ts DATA QUESTIONS.json
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { say, shareOf, spread } from './figures.ts';
import type { BenchQuestion } from './generate.ts';

const [directory = '', file = ''] = process.argv.slice(2);
const questions: readonly BenchQuestion[] = JSON.parse(readFileSync(file, 'utf8'));
const warmUp = 50;

const database = new DatabaseSync(join(directory, 'kiosk.db'));
database.exec(`
  DROP TABLE IF EXISTS bench_plain;
  CREATE VIRTUAL TABLE bench_plain USING fts5(title, body, content='');
  INSERT INTO bench_plain(rowid, title, body) SELECT key, title, text FROM articles JOIN texts USING (key);
`);
const search = database.prepare(`
  SELECT id FROM (SELECT rowid AS key FROM bench_plain WHERE bench_plain MATCH ? ORDER BY bm25(bench_plain) LIMIT 10)
  JOIN articles USING (key)`);
const ask = ({ text }: BenchQuestion) => {
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? [];
  return search.all(words.map((word) => `"${word}"`).join(' OR ')).map((row) => row['id']);
};

for (const question of questions.slice(0, warmUp)) ask(question);
const times: number[] = [];
let first = 0;
let among = 0;
for (const question of questions) {
  const started = performance.now();
  const found = ask(question);
  times.push(performance.now() - started);
  if (found[0] === question.article) first += 1;
  if (found.includes(question.article)) among += 1;
}
database.exec('DROP TABLE bench_plain');
database.close();
const found = {
  article_at_1: shareOf(first, questions.length),
  article_at_10: shareOf(among, questions.length),
};
say('plain FTS5, all languages', { questions: times.length, ...spread(times), ...found });

// What the questions take without Kiosk: FTS5's bm25() over the raw text, in the same file: bench/plain.ts DATA ARTICLES QUESTIONS SEED
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { round, say, spread } from './figures.ts';
import { createGenerator } from './generate.ts';

const [directory = '', articles = '0', questions = '0', seed = '1'] = process.argv.slice(2);
const file = readdirSync(directory).find((name) => /\.(db|sqlite)$/.test(name)) ?? '';
const warmUp = 50;
const terms = [2, 3, 4, 5, 6, 7, 8];

const database = new DatabaseSync(join(directory, file));
const generator = createGenerator(Number(seed));
const exists = database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'bench_plain'").get() !== undefined;
if (!exists) {
  database.exec("CREATE VIRTUAL TABLE bench_plain USING fts5(title, body, content='')");
  const insert = database.prepare('INSERT INTO bench_plain(rowid, title, body) VALUES (?, ?, ?)');
  database.exec('BEGIN');
  for (let index = 0; index < Number(articles); index += 1) {
    const { title, text } = generator.article(index);
    insert.run(index + 1, title, text);
  }
  database.exec('COMMIT');
}
const search = database.prepare('SELECT rowid FROM bench_plain WHERE bench_plain MATCH ? ORDER BY bm25(bench_plain) LIMIT 10');
const times: number[] = [];
let first = 0;
let among = 0;
for (let index = -warmUp; index < Number(questions); index += 1) {
  const article = ((index + warmUp) * 7919) % Number(articles);
  const question = generator.question(article, terms[(index + warmUp) % terms.length] ?? 2);
  const match = (question.text.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => `"${word}"`).join(' OR ');
  const started = performance.now();
  const rows = search.all(match).map((row) => Number(row['rowid']) - 1);
  if (index < 0) continue;
  times.push(performance.now() - started);
  if (rows[0] === article) first += 1;
  if (rows.includes(article)) among += 1;
}
database.exec('DROP TABLE bench_plain');
database.close();
const share = (hits: number) => round((100 * hits) / Number(questions));
const { median, p99 } = spread(times);
say('plain FTS5, all articles', {
  questions: times.length,
  median_ms: median,
  p99_ms: p99,
  most_ms: round(Math.max(...times)),
  article_at_1: share(first),
  article_at_10: share(among),
});

// Asks questions one after the other, as the service does: bench/questions.ts DATA QUESTIONS.json
import { readFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { createAnswerer } from '../src/answers/answerer.ts';
import { loadLexicon } from '../src/lexicon.ts';
import { openStore } from '../src/stores/index.ts';
import { findings, residentMegabytes, round, say, spread } from './figures.ts';
import type { Finding } from './figures.ts';
import type { BenchQuestion } from './generate.ts';

const [directory = '', file = ''] = process.argv.slice(2);
const questions: readonly BenchQuestion[] = JSON.parse(readFileSync(file, 'utf8'));
const mostEvidence = 10;
const warmUp = 50;

const store = await openStore({ directory });
const answerer = createAnswerer({
  store: store.articles,
  lexicon: loadLexicon(),
  now: () => new Date(),
  timeZone: 'UTC',
});
for (const question of questions.slice(0, warmUp)) await answerer.ask(question, mostEvidence);

const delay = monitorEventLoopDelay({ resolution: 1 });
delay.enable();
const own: Finding[] = [];
const all: number[] = [];
for (const question of questions) {
  const started = performance.now();
  const answer = await answerer.ask({ ...question, in: [question.language] }, mostEvidence);
  const between = performance.now();
  await answerer.ask(question, mostEvidence);
  all.push(performance.now() - between);
  const found = answer.evidence.map(({ article }) => article.id);
  own.push({ milliseconds: between - started, found, expected: question.article });
}
delay.disable();
say('questions, one language', findings(own));
say('questions, translated to all languages', { questions: all.length, ...spread(all) });
say('event loop held', { p99_ms: round(delay.percentile(99) / 1e6), most_ms: round(delay.max / 1e6) });
say('memory', { resident_mb: residentMegabytes() });
await store.close();

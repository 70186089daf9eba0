// Asks generated questions one after the other: bench/questions.ts DATA ARTICLES QUESTIONS SEED
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { createAnswerer } from '../src/answers/answerer.ts';
import { openStore } from '../src/stores/index.ts';
import { residentMegabytes, round, say, spread } from './figures.ts';
import { createGenerator } from './generate.ts';

const [directory = '', articles = '0', questions = '0', seed = '1'] = process.argv.slice(2);
const mostEvidence = 10;
const warmUp = 50;
const terms = [2, 3, 4, 5, 6, 7, 8];

const store = await openStore({ directory });
const answerer = createAnswerer({ store: store.articles, now: () => new Date(), timeZone: 'UTC' });
const generator = createGenerator(Number(seed));
const delay = monitorEventLoopDelay({ resolution: 1 });
const own: number[] = [];
const all: number[] = [];
let first = 0;
let among = 0;
for (let index = -warmUp; index < Number(questions); index += 1) {
  const article = Math.floor((((index + warmUp) * 7919) % Number(articles)));
  const question = generator.question(article, terms[(index + warmUp) % terms.length] ?? 2);
  // The languages a reader reads: the question's own; then all of them.
  const started = performance.now();
  const answer = await answerer.ask({ ...question, in: [question.language] }, mostEvidence);
  const between = performance.now();
  await answerer.ask(question, mostEvidence);
  const ended = performance.now();
  if (index === -1) delay.enable();
  if (index < 0) continue;
  own.push(between - started);
  all.push(ended - between);
  const found = answer.evidence.map((evidence) => evidence.article.id);
  if (found[0] === question.article) first += 1;
  if (found.includes(question.article)) among += 1;
}
delay.disable();
const share = (hits: number) => round((100 * hits) / Number(questions));
const found = { article_at_1: share(first), article_at_10: share(among) };
say('questions, one language', { questions: own.length, ...milliseconds(own), ...found });
say('questions, all languages', { questions: all.length, ...milliseconds(all) });
say('event loop held', { p99_ms: round(delay.percentile(99) / 1e6), most_ms: round(delay.max / 1e6) });
say('memory', { resident_mb: residentMegabytes() });
await store.close();

function milliseconds(times: readonly number[]) {
  const { median, p99 } = spread(times);
  return { median_ms: median, p99_ms: p99, most_ms: round(Math.max(...times)) };
}

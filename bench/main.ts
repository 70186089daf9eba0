// `npm run bench`: imports generated articles, asks questions about them and prints what that takes, one JSON line a figure.
// node bench/main.ts [--articles N] [--questions N] [--seed N] [--data DIR: keep the store there, and use one that is there]
//   [--evaluate DIR: compare on the questions and texts in there, see rivals/sets.ts and summaries/measure.ts]
import { createWriteStream, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { perSecond, say, spread } from './figures.ts';
import { createGenerator } from './generate.ts';
import { compare } from './rivals/compare.ts';
import { compareOnSets } from './rivals/sets.ts';
import { run } from './run.ts';
import { compareSummaries } from './summaries/compare.ts';

const { values } = parseArgs({
  options: {
    articles: { type: 'string', default: '100000' },
    questions: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    data: { type: 'string' },
    evaluate: { type: 'string', default: process.env['KIOSK_EVALUATE'] ?? '' },
  },
});
const articles = Number(values.articles);
const data = values.data ?? mkdtempSync(join(tmpdir(), 'kiosk-bench-'));
const asked = join(data, 'questions.json');
const starts = 5;
/** Questions hold from 2 to 8 telling words. */
const terms = [2, 3, 4, 5, 6, 7, 8];
const generator = createGenerator(Number(values.seed));

const file = join(data, 'articles.jsonl');

async function writeArticles(): Promise<void> {
  const stream = createWriteStream(file);
  for (let index = 0; index < articles; index += 1) {
    if (!stream.write(`${JSON.stringify(generator.article(index))}\n`)) await once(stream, 'drain');
  }
  stream.end();
  await once(stream, 'close');
}

async function importArticles(): Promise<void> {
  const { output, milliseconds, mostMegabytes } = await run(
    '../src/main.ts',
    'import',
    file,
    '--data',
    data,
    '--json',
  );
  const { new: stored }: { readonly new: number } = JSON.parse(output);
  say('kiosk import', {
    articles: stored,
    per_second: perSecond(stored, milliseconds),
    most_resident_mb: mostMegabytes,
  });
}

/** From starting the program to the answer of a question, each time in a new process. */
async function measureStarts(): Promise<void> {
  const times: number[] = [];
  for (let index = 0; index < starts; index += 1) {
    const question = generator.question(index * 7, 5);
    const { milliseconds } = await run('../src/main.ts', 'ask', question.text, '--data', data, '--json');
    times.push(milliseconds);
  }
  const { median_ms, most_ms } = spread(times);
  say('start to first answer', { starts, median_ms, most_ms });
}

function writeQuestions(): void {
  const questions = Array.from({ length: Number(values.questions) }, (_, index) =>
    generator.question((index * 7919) % articles, terms[index % terms.length] ?? 2),
  );
  writeFileSync(asked, JSON.stringify(questions));
}

/** The libraries Kiosk is compared with get the same articles and questions. */
async function compareEngines(): Promise<void> {
  await compare({ figure: `${articles} articles`, articles: file, questions: asked, kiosk: data });
  if (values.evaluate === '') {
    say('quality', { left_out: 'name a folder of questions and texts: --evaluate DIR' });
    return;
  }
  await compareOnSets(join(values.evaluate, 'questions'));
  await compareSummaries(join(values.evaluate, 'summaries'));
}

/** On the second day channels were told of stories before. */
async function writeDigests(): Promise<void> {
  const folder = mkdtempSync(join(data, 'newsroom-'));
  for (const day of ['0', '1']) {
    await run('subscriptions.ts', folder, day);
    const { output, mostMegabytes } = await run('newsroom.ts', folder);
    const { figure, ...values } = JSON.parse(output);
    say(figure, { ...values, most_resident_mb: mostMegabytes });
  }
  rmSync(folder, { recursive: true });
}

try {
  mkdirSync(data, { recursive: true });
  await writeArticles();
  if (!existsSync(join(data, 'kiosk.db'))) await importArticles();
  await measureStarts();
  writeQuestions();
  process.stdout.write((await run('questions.ts', data, asked)).output);
  await compareEngines();
  process.stdout.write((await run('discord.ts', data, asked)).output);
  process.stdout.write((await run('slack.ts', data, asked)).output);
  await writeDigests();
  process.stdout.write((await run('feeds/main.ts')).output);
} finally {
  rmSync(file, { force: true });
  if (values.data === undefined) rmSync(data, { recursive: true, force: true });
}

// `npm run bench`: imports generated articles, asks questions on them and prints what that takes, one JSON line a figure.
// node bench/main.ts [--articles N] [--questions N] [--seed N] [--data DIR: keep and reuse the store there]
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { round, say, spread } from './figures.ts';
import { createGenerator } from './generate.ts';

const { values } = parseArgs({
  options: {
    articles: { type: 'string', default: '100000' },
    questions: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    data: { type: 'string' },
  },
});
const { articles, questions, seed } = values;
const data = values.data ?? mkdtempSync(join(tmpdir(), 'kiosk-bench-'));
const starts = 5;

/** Each part runs in a process of its own, so that its memory is its own. */
function run(script: string, ...args: readonly string[]): void {
  const path = fileURLToPath(new URL(script, import.meta.url));
  const { status } = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', path, ...args], { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

/** From starting the program to the answer of a question, each time in a new process. */
function measureStart(): void {
  const main = fileURLToPath(new URL('../src/main.ts', import.meta.url));
  const generator = createGenerator(Number(seed));
  const times = Array.from({ length: starts }, (_, index) => {
    const question = generator.question(index * 7, 5);
    const started = performance.now();
    const { status, stderr } = spawnSync(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', main, 'ask', question.text, '--data', data, '--json'],
      { encoding: 'utf8' },
    );
    if (status !== 0) throw new Error(stderr);
    return performance.now() - started;
  });
  say('start to first answer', { starts, median_ms: round(spread(times).median), most_ms: round(Math.max(...times)) });
}

try {
  run('import.ts', data, articles, seed);
  measureStart();
  run('questions.ts', data, articles, questions, seed);
  run('plain.ts', data, articles, questions, seed);
} finally {
  if (values.data === undefined) rmSync(data, { recursive: true, force: true });
}

// Gives one engine articles and asks it questions: bench/rivals/measure.ts ENGINE FIGURE QUESTIONS.json DIRECTORY [ARTICLES.jsonl]
// Without articles the folder holds them already.
import { createReadStream, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { findings, perSecond, residentMegabytes, say } from '../figures.ts';
import type { Finding } from '../figures.ts';
import { readDocument } from './engine.ts';
import type { Asked, Document, Engine } from './engine.ts';
import { engines } from './index.ts';

const [name = '', figure = '', questionsFile = '', directory = '', articlesFile] = process.argv.slice(2);
const questions = readQuestions(questionsFile);
const addedAtOnce = 100;
const warmUp = 50;

/** What isn't said to be for other articles is for those of its own language. */
function readQuestions(file: string): readonly Asked[] {
  const all: readonly (Omit<Asked, 'in'> & Partial<Asked>)[] = JSON.parse(readFileSync(file, 'utf8'));
  return all.map((asked) => ({ ...asked, in: asked.in ?? asked.language }));
}

async function fill(engine: Engine, file: string): Promise<number> {
  let batch: Document[] = [];
  let added = 0;
  for await (const line of createInterface({ input: createReadStream(file) })) {
    if (line === '') continue;
    batch.push(readDocument(line));
    if (batch.length < addedAtOnce) continue;
    await engine.add(batch);
    added += batch.length;
    batch = [];
  }
  await engine.add(batch);
  return added + batch.length;
}

async function ask(engine: Engine, asked: Asked): Promise<Finding> {
  const started = performance.now();
  const found = await engine.search(asked);
  return { milliseconds: performance.now() - started, found, expected: asked.article };
}

const open = await engines[name]?.();
if (open === undefined) throw new Error(`no engine is called ${name}`);
const engine = await open(directory);
const started = performance.now();
const added = articlesFile === undefined ? 0 : await fill(engine, articlesFile);
const taken = performance.now() - started;
for (const asked of questions.slice(0, warmUp)) await engine.search(asked);
const byLanguages = new Map<string, Finding[]>();
for (const asked of questions) {
  const languages = asked.language === asked.in ? asked.in : `${asked.language} → ${asked.in}`;
  const known = byLanguages.get(languages) ?? [];
  byLanguages.set(languages, known);
  known.push(await ask(engine, asked));
}
for (const [languages, found] of byLanguages) {
  say(figure, { engine: name, languages, ...findings(found) });
}
say(figure, {
  engine: name,
  ...(added > 0 && { articles: added, added_per_second: perSecond(added, taken) }),
  ...(byLanguages.size > 1 && findings([...byLanguages.values()].flat())),
  resident_mb: residentMegabytes(),
});
await engine.close();

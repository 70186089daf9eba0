// From which score on evidence should be taken for an answer: bench/threshold.ts ARTICLES.jsonl QUESTIONS.jsonl
// Stores half of the articles, as `kiosk import` reads them, and asks all questions, lines of `{question, language, article}` where
// `article` holds the ids of the articles that answer it by their languages: {"en": "a1", "de": "a2"}. What has its articles in the other
// half has no answer. Prints for each pair of languages the score that tells both apart best, and how well it and the one in use do.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAnswerer } from '../src/answers/answerer.ts';
import { enoughFor } from '../src/answers/threshold.ts';
import { isLanguageTag } from '../src/language/index.ts';
import type { LanguageTag } from '../src/language/index.ts';
import { loadWords } from '../src/lexicon.ts';
import { openStore } from '../src/stores/index.ts';
import { round, say } from './figures.ts';
import { run } from './run.ts';

interface TestArticle {
  readonly id: string;
  readonly title: string;
}

interface TestQuestion {
  readonly question: string;
  readonly language: LanguageTag;
  readonly article: Readonly<Record<string, string>>;
}

/** The score of the best evidence for a question, and whether what answers it is stored. */
interface Outcome {
  readonly score: number;
  readonly isAnswerable: boolean;
}

const [articlesFile = '', questionsFile = ''] = process.argv.slice(2);
const articles: readonly TestArticle[] = linesOf(articlesFile).map((line) => JSON.parse(line));
const questions: readonly TestQuestion[] = linesOf(questionsFile).map((line) => JSON.parse(line));
const directory = mkdtempSync(join(tmpdir(), 'kiosk-threshold-'));
const kept = keptArticles();

function linesOf(file: string): readonly string[] {
  return readFileSync(file, 'utf8').split('\n').filter(Boolean);
}

/** Every other title's, with those in other languages that answer the same questions. */
function keptArticles(): ReadonlySet<string> {
  const titles = new Map(articles.map(({ id, title }) => [id, title]));
  const groups = new Map(titles);
  for (const { article } of questions) {
    const ids = Object.values(article);
    for (const id of ids) groups.set(id, titles.get(ids[0] ?? '') ?? '');
  }
  const names = [...new Set(groups.values())].toSorted();
  return new Set([...groups].filter(([, name]) => names.indexOf(name) % 2 === 0).map(([id]) => id));
}

/** The mean of the shares of answerable questions that are answered and of others that are refused, in percent. */
function balanced(outcomes: readonly Outcome[], from: number): number {
  const shareAbove = (isAnswerable: boolean) => {
    const those = outcomes.filter((outcome) => outcome.isAnswerable === isAnswerable);
    return those.filter(({ score }) => score >= from).length / those.length;
  };
  return round(50 * (shareAbove(true) + 1 - shareAbove(false)));
}

const stored = linesOf(articlesFile).filter((_, index) => kept.has(articles[index]?.id ?? ''));
writeFileSync(join(directory, 'articles.jsonl'), stored.map((line) => `${line}\n`).join(''));
await run('../src/main.ts', 'import', join(directory, 'articles.jsonl'), '--data', directory, '--json');
const store = await openStore({ directory });
const parts = { store: store.articles, lexicon: loadWords().lexicon, now: () => new Date(), timeZone: 'UTC' };
const answerer = createAnswerer(parts);
const outcomes = new Map<string, { readonly inUse: number; readonly all: Outcome[] }>();
for (const { question, language, article } of questions) {
  for (const [tag, id] of Object.entries(article)) {
    if (!isLanguageTag(tag)) continue;
    const { evidence } = await answerer.ask({ text: question, language, in: [tag] }, 1);
    const pair = `${language} → ${tag}`;
    const outcome = { score: evidence[0]?.score ?? 0, isAnswerable: kept.has(id) };
    const known = outcomes.get(pair) ?? { inUse: enoughFor(language, tag), all: [] };
    known.all.push(outcome);
    outcomes.set(pair, known);
  }
}
for (const [pair, { inUse, all }] of outcomes) {
  const scores = all.map(({ score }) => Math.round(score * 100) / 100);
  const best = Math.max(...scores.map((score) => balanced(all, score)));
  // Of equals the middle one.
  const equal = [...new Set(scores)].filter((score) => balanced(all, score) === best).toSorted();
  say(pair, {
    questions: all.length,
    best_from: equal[Math.floor(equal.length / 2)],
    balanced: best,
    in_use: inUse,
    balanced_in_use: balanced(all, inUse),
  });
}
await store.close();
rmSync(directory, { recursive: true });

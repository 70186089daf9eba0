import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isLanguageTag } from '../../src/language/index.ts';
import { compare } from './compare.ts';
import type { Asked } from './engine.ts';

/** Questions of a set that are asked at the most in each pair of languages. */
const most = 1000;
const ending = '-questions.jsonl';

/**
 * Compares the engines on the question sets of a folder: for each, NAME-articles.jsonl as `kiosk import` reads it, and
 * NAME-questions.jsonl with lines of `{question, language, article}`, where `article` holds the ids of the articles that answer it
 * by their languages.
 */
export async function compareOnSets(folder: string): Promise<void> {
  if (!existsSync(folder)) return;
  const names = readdirSync(folder).filter((name) => name.endsWith(ending));
  for (const name of names.toSorted()) {
    const set = name.slice(0, -ending.length);
    const scratch = mkdtempSync(join(tmpdir(), 'kiosk-bench-set-'));
    const questions = join(scratch, 'questions.json');
    writeFileSync(questions, JSON.stringify(readQuestions(join(folder, name))));
    await compare({ figure: set, articles: join(folder, `${set}-articles.jsonl`), questions });
    rmSync(scratch, { recursive: true });
  }
}

function readQuestions(file: string): readonly Asked[] {
  const all = new Map<string, Asked[]>();
  for (const line of readFileSync(file, 'utf8').split('\n').filter(Boolean)) {
    const { question, language, article } = JSON.parse(line);
    const answers: Readonly<Record<string, string>> = article;
    for (const [tag, id] of Object.entries(answers)) {
      if (!isLanguageTag(language) || !isLanguageTag(tag)) continue;
      const pair = `${language} ${tag}`;
      const asked = all.get(pair) ?? [];
      all.set(pair, asked);
      if (asked.length < most) asked.push({ text: question, language, in: tag, article: id });
    }
  }
  return [...all.values()].flat();
}

// Sums the texts of a file up, and compares that with what editors wrote: bench/summaries/measure.ts SUMMARISER FIGURE TEXTS.jsonl
// Lines are `{title, text, language, references}`; a summary has as many sentences as references of its language mostly have.
import { readFileSync } from 'node:fs';
import { isLanguageTag, languageTags } from '../../src/language/index.ts';
import { percentile, residentMegabytes, say, shareOf, spread } from '../figures.ts';
import { rouge } from './rouge.ts';
import { sentencesOf, summarisers } from './summarisers.ts';
import type { Told } from './summarisers.ts';

interface Text extends Told {
  readonly references: readonly string[];
}

const [name = '', figure = '', file = ''] = process.argv.slice(2);
const fewest = 10;
const texts = readFileSync(file, 'utf8').split('\n').filter(Boolean).map(readText);

function readText(line: string): Text {
  const { title = '', text, language, references } = JSON.parse(line);
  if (!isLanguageTag(language)) throw new Error(`a text in no language: ${line.slice(0, 100)}`);
  return { title, text, language, references };
}

const summarise = summarisers[name];
if (summarise === undefined) throw new Error(`nothing that sums up is called ${name}`);
for (const language of languageTags) {
  const own = texts.filter((text) => text.language === language);
  if (own.length < fewest) continue;
  const lengths = own.flatMap(({ references }) =>
    references.map((text) => sentencesOf({ text, language }).length),
  );
  const count = Math.max(1, percentile(lengths, 0.5));
  const times: number[] = [];
  const sums = { one: 0, two: 0, longest: 0 };
  for (const text of own) {
    const started = performance.now();
    const summary = (await summarise(text, count)).join(' ');
    times.push(performance.now() - started);
    const scores = text.references.map((reference) => rouge(summary, reference));
    sums.one += Math.max(...scores.map(({ one }) => one));
    sums.two += Math.max(...scores.map(({ two }) => two));
    sums.longest += Math.max(...scores.map(({ longest }) => longest));
  }
  say(figure, {
    summariser: name,
    language,
    texts: own.length,
    sentences: count,
    rouge_1: shareOf(sums.one, own.length),
    rouge_2: shareOf(sums.two, own.length),
    rouge_l: shareOf(sums.longest, own.length),
    ...spread(times),
    resident_mb: residentMegabytes(),
  });
}

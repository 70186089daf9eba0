// How well quotations and their speakers are found: bench/quotations.ts NEWS.jsonl
// Lines hold `language`, `text` and the `quotes` that are right: {quote, speaker, type}, of which those of type "Direct" count. Prints
// figures for every other line, on which rules may be made, and for the others, and with `--misses` what differs in the first half.
import { readFileSync } from 'node:fs';
import { fold, isLanguageTag, quotationsIn, words } from '../src/language/index.ts';
import { say, shareOf } from './figures.ts';

interface Line {
  readonly lang: string;
  readonly text: string;
  readonly quotes: readonly { readonly quote: string; readonly speaker: string; readonly type: string }[];
}

/** What has fewer words isn't counted: whether a word in quotation marks is a quotation is a matter of taste. */
const fewestWords = 4;
const [file = '', option] = process.argv.slice(2);
const lines: readonly Line[] = readFileSync(file, 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line));

for (const half of [0, 1]) {
  measure(
    half === 0 ? 'development half' : 'held-out half',
    lines.filter((_, index) => index % 2 === half),
    half === 0 && option === '--misses',
  );
}

function measure(name: string, some: readonly Line[], isTold: boolean): void {
  const counts = { right: 0, found: 0, gold: 0, named: 0, rightlyNamed: 0, goldNamed: 0 };
  for (const { lang, text, quotes } of some) {
    if (!isLanguageTag(lang)) continue;
    // Two speakers may be given for one quotation: who said it, and who reports that.
    const gold = Map.groupBy(
      quotes.filter(({ type, quote }) => type === 'Direct' && words(quote).length >= fewestWords),
      ({ quote }) => quote.trim(),
    );
    counts.gold += gold.size;
    const goldSpeakers = [...gold.values()].filter((each) => each.some(({ speaker }) => speaker !== ''));
    counts.goldNamed += goldSpeakers.length;
    const found = quotationsIn(text, lang).filter(
      ({ start, end }) => words(text.slice(start, end)).length >= fewestWords,
    );
    const seen = new Set<string>();
    for (const { start, end, attribution, speaker } of found) {
      const quote = text.slice(start, end);
      const right = gold.get(quote);
      const said = [attribution, speaker].flatMap((range) =>
        range ? [text.slice(range.start, range.end)] : [],
      );
      const show = (what: string) => {
        const given = {
          said,
          gold: right?.map(({ speaker }) => speaker),
          around: text.slice(Math.max(0, start - 150), end + 100),
        };
        if (isTold) say(what, given);
      };
      counts.found += 1;
      seen.add(quote);
      if (right === undefined) {
        show('not a quotation');
        continue;
      }
      counts.right += 1;
      const speakers = right.map(({ speaker }) => speaker).filter(Boolean);
      // Where the gold gives no speaker it doesn't say that there is none.
      if (speakers.length === 0) continue;
      if (said.length > 0) counts.named += 1;
      if (said.some((each) => speakers.some((other) => isSame(each, other)))) counts.rightlyNamed += 1;
      else show('another speaker');
    }
    for (const quote of gold.keys()) if (isTold && !seen.has(quote)) say('missed', { quote });
  }
  say(name, {
    quotations: counts.gold,
    precision: shareOf(counts.right, counts.found),
    recall: shareOf(counts.right, counts.gold),
    speakers: counts.goldNamed,
    speaker_precision: shareOf(counts.rightlyNamed, counts.named),
    speaker_recall: shareOf(counts.rightlyNamed, counts.goldNamed),
  });
}

/** True where both name the same: one holds all telling words of the other, or one word where both are single. */
function isSame(one: string, other: string): boolean {
  const [few = [], many = []] = [one, other]
    .map((text) =>
      words(text)
        .map(({ word }) => fold(word))
        .filter((word) => word.length > 1),
    )
    .toSorted((a, b) => a.length - b.length);
  return few.length > 0 && few.every((word) => many.includes(word));
}

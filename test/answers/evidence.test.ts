import { describe, expect, test } from 'vitest';
import { readEvidence } from '../../src/answers/evidence.ts';
import { rankSentences } from '../../src/answers/rank.ts';
import { collection, wording } from './collection.ts';

const text = 'The lock of Kelso is old. The lock opened in 1990. A ferry waits.';
const found = collection({ lock: { text } });
const ranked = rankSentences(wording('lock opened'), found).toReversed();

/** The library, in which the article's text has this revision. */
function holding(revision: number) {
  return {
    articles: async () =>
      found.candidates.map((each) => ({ ...each, article: { ...each.article, text, revision } })),
  };
}

describe('sentences that are read where they stand', () => {
  test('are quoted with their places, best first, by what is asked for', async () => {
    const [best, ...rest] = await readEvidence(ranked, 'time', holding(1));
    const sentence = 'The lock opened in 1990.';
    expect(best?.evidence).toMatchObject({ sentence, start: text.indexOf(sentence), story: 'lock' });
    expect(best?.evidence.mark?.text).toBe('1990');
    expect(best?.score).toBe(best?.evidence.score);
    expect(best?.score).toBeGreaterThan(Math.max(...ranked.map(({ score }) => score)));
    expect(rest.map(({ evidence }) => evidence.sentence)).toEqual(['The lock of Kelso is old.']);
  });

  test('are left out where their article was revised meanwhile, or is gone', async () => {
    expect(await readEvidence(ranked, 'time', holding(2))).toEqual([]);
    expect(await readEvidence(ranked, 'time', { articles: async () => [] })).toEqual([]);
  });
});

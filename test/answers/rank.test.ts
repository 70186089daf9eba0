import { describe, expect, test } from 'vitest';
import { rankSentences } from '../../src/answers/rank.ts';
import type { Wording } from '../../src/answers/wording.ts';
import { terms } from '../../src/language/index.ts';
import { analyse } from '../../src/stories/analyse.ts';
import type { Candidates } from '../../src/stories/store.ts';

function collection(articles: Readonly<Record<string, { title?: string; text: string }>>): Candidates {
  const candidates = Object.entries(articles).map(([id, { title = '', text }]) => ({
    article: {
      id,
      title,
      language: 'en' as const,
      url: `https://example.org/${id}`,
      source: 'The Paper',
      publishedAt: new Date(0),
      revision: 1,
      authors: [],
      arrivedAt: new Date(0),
      news: false,
      complete: true,
    },
    story: id,
    assigned: true,
    analysis: analyse({ title, text, language: 'en' }),
  }));
  const held = Object.values(articles).map(
    ({ title = '', text }) => new Set(terms(`${title} ${text}`, 'en')),
  );
  const frequencies = new Map(
    [...new Set(held.flatMap((set) => [...set]))].map((term) => [
      term,
      held.filter((set) => set.has(term)).length,
    ]),
  );
  return { total: candidates.length, meanLength: 20, frequencies, candidates };
}

function wording(question: string): Wording {
  return {
    language: 'en',
    concepts: terms(question, 'en').map((term) => ({
      terms: [term],
      weight: 1,
      synonyms: [],
      isName: false,
    })),
  };
}

function best(question: string, found: Candidates): string {
  const [first] = rankSentences(wording(question), found);
  return first?.candidate.analysis.sentences[first.index]?.terms ?? '';
}

function rankedIds(articles: Record<string, { text: string }>): readonly string[] {
  return rankSentences(wording('arrested'), collection(articles)).map(
    ({ candidate }) => candidate.article.id,
  );
}

const leak = {
  title: 'Campaign mails leaked',
  text: 'The campaign spoke of an attack. Some nine gigabytes of data were posted by a user called EMLEAKS. Nobody was arrested.',
};
const rain = {
  title: 'Rain in the north',
  text: 'It rained for nine days. Farmers spoke of a loss of data on the harvest.',
};

describe('sentences are ranked by what they say of the question', () => {
  test('the sentence that speaks of most of it comes first', () => {
    expect(best('How many gigabytes of data were posted?', collection({ leak, rain }))).toContain(
      'nine gigabyt',
    );
  });

  test('between sentences that say the same, the one whose surroundings speak of the rest comes first', () => {
    const found = collection({
      a: { text: 'Police searched a house in Lyon. Two men were arrested.' },
      b: { text: 'Police searched a house in Paris. Two men were arrested.' },
    });
    expect(rankSentences(wording('Who was arrested in Paris?'), found)[0]?.candidate.article.id).toBe('b');
  });

  test('a word of the title counts for its sentences', () => {
    const found = collection({
      a: { title: 'Storm in Brest', text: 'Thirty houses were damaged.' },
      b: { title: 'Storm in Nantes', text: 'Thirty houses were damaged.' },
    });
    expect(
      rankSentences(wording('How many houses were damaged in Nantes?'), found)[0]?.candidate.article.id,
    ).toBe('b');
  });

  test('an article that lacks the year asked for, and was not published in it, counts less', () => {
    const cup = { text: 'England won the cup in 1966.' };
    const asked = (year: number) =>
      rankSentences(wording(`Who won the cup in ${year}?`), collection({ cup }))[0]?.score ?? 0;
    expect(asked(1966)).toBeGreaterThan(0.6);
    // The collection's articles were published in 1970.
    expect(asked(2022)).toBeLessThan(asked(1970) * 0.6);
  });

  test('alternatives of one concept count once', () => {
    const found = collection({ a: { text: 'The leak grew. The datenleck and the leak grew.' } });
    const concepts = [{ terms: ['leak', 'datenleck'], weight: 1, synonyms: [], isName: false }];
    const scores = rankSentences({ language: 'en', concepts }, found).map(({ score }) => score);
    expect(scores[0]).toBeCloseTo(scores[1] ?? 0, 1);
  });

  test('sentences that say nothing of it are left out, and so is everything when nothing is asked', () => {
    expect(rankSentences(wording('volcano'), collection({ leak }))).toEqual([]);
    expect(rankSentences({ language: 'en', concepts: [] }, collection({ leak }))).toEqual([]);
  });

  test('equal sentences come in an order of their own, not of their arrival', () => {
    const same = { text: 'Two men were arrested.' };
    expect(rankedIds({ b: same, a: same })).toEqual(['a', 'b']);
    expect(rankedIds({ a: same, b: same })).toEqual(['a', 'b']);
  });
});

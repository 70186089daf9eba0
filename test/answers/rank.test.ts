import { describe, expect, test } from 'vitest';
import { rankSentences } from '../../src/answers/rank.ts';
import type { Candidates } from '../../src/stories/store.ts';
import { collection, concept, wording } from './collection.ts';

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
    const concepts = [concept('leak', { terms: ['leak', 'datenleck'] })];
    const scores = rankSentences({ language: 'en', concepts }, found).map(({ score }) => score);
    expect(scores[0]).toBeCloseTo(scores[1] ?? 0, 1);
  });

  test('a sentence is known by what few others of its article say', () => {
    const text =
      'The bridge of Kelso is old. The bridge of Kelso is long. The bridge of Kelso has a toll. A toll is due at the gate.';
    expect(best('Which toll is due on the bridge of Kelso?', collection({ a: { text }, rain }))).toBe(
      'toll due gate',
    );
  });

  test('words of one origin, and of about the same meaning, count where the very words are missing', () => {
    const found = collection({
      a: { text: 'The town was proud. The destruction of its bridge took a day.' },
      b: { text: 'The town was proud. The sale of its bridge took a day.' },
      c: { text: 'The town was proud. The ruin of its bridge took a day.' },
    });
    const asked = { language: 'en', concepts: [concept('destroyed'), concept('bridge')] } as const;
    const [kin, other] = rankSentences(asked, found).map(({ candidate }) => candidate.article.id);
    expect([kin, other]).toEqual(['a', 'b']);
    const meant = { ...asked, concepts: [concept('destroyed', { synonyms: ['ruin'] }), concept('bridge')] };
    const ids = rankSentences(meant, found).map(({ candidate }) => candidate.article.id);
    expect(ids.slice(0, 3).toSorted()).toEqual(['a', 'b', 'c']);
    expect(ids.indexOf('c')).toBeLessThan(ids.indexOf('b'));
  });

  test('what stands close together counts more', () => {
    const found = collection({
      a: { text: 'The harbour has a master and a pilot and a baker who rings a bell at noon.' },
      b: { text: 'The pilot has a baker and a master and a bell who rings a harbour bell at noon.' },
    });
    expect(rankSentences(wording('harbour bell'), found)[0]?.candidate.article.id).toBe('b');
  });

  test('a name tells more than another word in which article it is', () => {
    const found = collection({
      a: { text: 'Kelso has a harbour. Ships wait.' },
      b: { text: 'The ferry waits. Ships wait.' },
    });
    const ids = (isName: boolean) =>
      rankSentences(
        { language: 'en', concepts: [concept('Kelso', { isName }), concept('ferry', { weight: 1.2 })] },
        found,
      ).map(({ candidate }) => candidate.article.id);
    expect(ids(false)[0]).toBe('b');
    expect(ids(true)[0]).toBe('a');
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

import { describe, expect, test } from 'vitest';
import type { MatchedSentence } from '../../src/answers/matching.ts';
import { scoreSentences } from '../../src/answers/signals.ts';
import type { WeightedConcept } from '../../src/answers/wording.ts';
import { concept } from './collection.ts';

/** A sentence by its words: digits are concepts of the question, "~1" one that it speaks of in akin words. */
function sentence(text: string): MatchedSentence {
  const terms = text.split(' ');
  const said = terms.flatMap((word, at) => (/^\d$/.test(word) ? [{ at, concept: Number(word) }] : []));
  const loose = terms.filter((word) => word.startsWith('~')).map((word) => Number(word.slice(1)));
  const exact = new Set(said.map(({ concept }) => concept));
  return { exact, loose: new Set(loose), said, terms };
}

/** What a question of some words, which tell as much, makes of an article. */
interface Parts {
  readonly title?: readonly number[];
  readonly words?: readonly string[];
  readonly asked?: readonly WeightedConcept[];
}

function scored(
  texts: readonly string[],
  { title = [], words = ['ferry', 'kelso', 'fire'], asked }: Parts = {},
) {
  const concepts = asked ?? words.map((word) => concept(word));
  const shares = concepts.map(() => 1 / concepts.length);
  const conceptOf = new Map<string, number>();
  const weighing = { concepts, shares, articleShares: shares, unseen: [], conceptOf };
  const sentences = texts.map(sentence);
  const length = sentences.reduce((sum, { terms }) => sum + terms.length, 0);
  return scoreSentences({ title: new Set(title), sentences, length, aliases: [] }, weighing, 20);
}

/** The score of each sentence, 0 where it has none. */
function scores(texts: readonly string[], parts?: Parts): readonly number[] {
  const found = scored(texts, parts);
  return texts.map((_, index) => found.find((each) => each.index === index)?.score ?? 0);
}

function first(texts: readonly string[], parts?: Parts): number {
  return scores(texts, parts)[0] ?? 0;
}

function last(texts: readonly string[], parts?: Parts): number {
  return scores(texts, parts).at(-1) ?? 0;
}

/** What a title that speaks of the second word adds to each sentence. */
function gains(texts: readonly string[]): readonly number[] {
  const without = scores(texts);
  return scores(texts, { title: [1] }).map((score, index) => score - (without[index] ?? 0));
}

function thin(texts: readonly string[], parts?: Parts): boolean | undefined {
  return scored(texts, parts)[0]?.isThin;
}

/** A name with a word that is asked about it. */
function names(others: Partial<WeightedConcept> = {}): readonly WeightedConcept[] {
  return [concept('Elin', { isName: true }), concept('Tarrow', { isName: true }), concept('old', others)];
}

describe('a sentence scores', () => {
  test('less where it says nothing but what was asked, as headings do', () => {
    expect(first(['0 1'])).toBeLessThan(first(['0 1 a']));
  });

  test('nothing where it speaks of nothing that is asked', () => {
    expect(scores(['a b', '0 a'])[0]).toBe(0);
    expect(scores(['a b'])).toEqual([0]);
  });

  test('as its article’s opening where the title alone speaks of it', () => {
    expect(first(['a b', 'c d'], { title: [0] })).toBeGreaterThan(0);
    expect(last(['a b', 'c d'], { title: [0] })).toBe(0);
    expect(first(['a b', '0 d'], { title: [0] })).toBe(0);
  });

  test('more for more of what is asked, and less in akin words', () => {
    expect(first(['0 1 a b'])).toBeGreaterThan(first(['0 c a b']));
    expect(first(['0 1 a b'])).toBeGreaterThan(first(['0 ~1 a b']));
    expect(first(['0 ~1 a b'])).toBeGreaterThan(first(['0 c a b']));
  });

  test('more where its words stand close together, wherever that is', () => {
    expect(first(['0 1 a b c d'])).toBeGreaterThan(first(['0 a b c d 1']));
    expect(first(['0 a b 0 1 c'])).toBeCloseTo(first(['0 1 a b 0 c']));
    expect(first(['0 a a a a 1 0 b'])).toBeCloseTo(first(['0 a a a a 0 1 b']));
  });

  test('more where the sentence before speaks of the rest', () => {
    expect(last(['1 a', '0 b'])).toBeGreaterThan(last(['1 a', 'c d', '0 b']) + 0.01);
    expect(last(['~1 a', '0 b'])).toBeGreaterThan(last(['~1 a', 'c d', '0 b']) + 0.01);
  });

  test('more where the title speaks of the rest, which the sentence before doesn’t', () => {
    const [lacking = 0, , holding = 0] = gains(['0 a', 'b c', '0 1 d']);
    expect(lacking).toBeGreaterThan(holding + 0.02);
    const [, behind = 0, , alone = 0] = gains(['1 a', '0 b', 'c d', '0 e']);
    expect(alone).toBeGreaterThan(behind + 0.02);
  });

  test('more by what few sentences of its article say', () => {
    const [common = 0, rare = 0] = scores(['0 a', '1 a', '0 b', '0 c']);
    expect(rare).toBeGreaterThan(common);
  });
});

describe('an article scores', () => {
  test('more the oftener and the shorter it speaks of what is asked, and most in its title', () => {
    expect(first(['0 a', '0 b'])).toBeGreaterThan(first(['0 a', 'c b']));
    expect(first(['0 a'])).toBeGreaterThan(first(['0 a', 'b c d e f g h i j k l m n o p q r s t u']));
    const whole = ['0 1 2 a', 'b c'];
    expect(first(whole, { title: [0] })).toBeGreaterThan(first(['0 1 2 a', '0 c']));
  });

  test('less than two thirds where it lacks a number of the question', () => {
    const asked = { words: ['ferry', 'kelso', '2022'] };
    expect(first(['0 1 a'], asked)).toBeCloseTo(0.6 * first(['0 1 a']));
    expect(first(['0 1 a', '2 b'], asked)).toBeCloseTo(first(['0 1 a', '2 b']));
    expect(first(['0 1 a'], { ...asked, title: [2] })).toBeCloseTo(first(['0 1 a'], { title: [2] }));
  });

  test('akin words half as much', () => {
    const [nothing = 0, akin = 0, exact = 0] = ['b c', '~1 c', '1 c'].map((text) => first(['0 a', text]));
    expect(akin - nothing).toBeLessThan(0.45 * (exact - nothing));
    expect(akin).toBeGreaterThan(nothing);
  });

  test('thinly where it speaks of one thing alone of several asked, in whatever words', () => {
    expect([thin(['0 a', '0 b']), thin(['~0 a'])]).toEqual([true, true]);
    expect([thin(['0 a', '1 b']), thin(['0 a', '~1 b'])]).toEqual([false, false]);
    expect(thin(['0 a'], { title: [1] })).toBe(false);
    expect(thin(['0 a'], { words: ['ferry'] })).toBe(false);
  });

  test('thinly where it speaks of the names that are asked about, and of nothing else', () => {
    expect(thin(['0 1 a', '0 b'], { asked: names() })).toBe(true);
    expect(thin(['0 1 a', '2 b'], { asked: names() })).toBe(false);
    expect(thin(['0 1 a', '~2 b'], { asked: names() })).toBe(false);
    // "Called" is asked, and seldom said.
    expect(thin(['0 1 a'], { asked: names({ isFrame: true }) })).toBe(false);
    expect(thin(['0 a'], { asked: [concept('mayor'), concept('called', { isFrame: true })] })).toBe(false);
    expect(thin(['0 1 a'], { asked: names().slice(0, 2) })).toBe(false);
  });
});

import { describe, expect, test } from 'vitest';
import type { Evidence } from '../../src/answers/answer.ts';
import { preferLanguage } from '../../src/answers/prefer-language.ts';
import type { LanguageTag } from '../../src/language/language.ts';
import { candidate } from './collection.ts';

function says(id: string, language: LanguageTag, score: number, story = 'fire'): Evidence {
  const { article } = candidate(id, { text: id }, language);
  return { article, story, sentence: id, start: 0, end: id.length, score, isThin: false };
}

/** Evidence that gives a number of something. */
function numbered(evidence: Evidence, unit: string): Evidence {
  return { ...evidence, mark: { kind: 'number', text: '14', start: 0, end: 2, value: 14, unit } };
}

/** What a reader of German is shown, as "id score". */
function shown(...evidence: readonly Evidence[]): readonly string[] {
  const entries = evidence.map((each) => ({ evidence: each }));
  return preferLanguage(entries, 'de').map(
    ({ evidence: { sentence, score } }) => `${sentence} ${score.toFixed(2)}`,
  );
}

describe('evidence in the reader’s language', () => {
  test('takes the place of what its story’s other articles say where it tells nearly as much', () => {
    expect(shown(says('post', 'en', 0.9), says('mole', 'de', 0.7))).toEqual(['mole 0.90', 'post 0.90']);
  });

  test('stays behind where it counts something else than was asked', () => {
    const [post, mole] = [says('post', 'en', 0.9), says('mole', 'de', 0.8)];
    expect(shown(numbered(post, 'asked'), numbered(mole, 'kund'))[0]).toBe('post 0.90');
    expect(shown(numbered(post, 'asked'), mole)[0]).toBe('post 0.90');
    expect(shown(numbered(post, 'asked'), numbered(mole, 'asked'))[0]).toBe('mole 0.90');
    expect(shown(numbered(post, 'kund'), mole)[0]).toBe('mole 0.90');
  });

  test('stays behind where it tells much less', () => {
    expect(shown(says('post', 'en', 0.9), says('mole', 'de', 0.5))).toEqual(['post 0.90', 'mole 0.50']);
  });

  test('rises as a whole, each sentence as much as the best one', () => {
    expect(shown(says('post', 'en', 0.9), says('mole', 'de', 0.75), says('blatt', 'de', 0.5))).toEqual([
      'mole 0.90',
      'post 0.90',
      'blatt 0.60',
    ]);
  });

  test('rises within its story alone', () => {
    expect(
      shown(says('flood', 'en', 0.95, 'flood'), says('post', 'en', 0.8), says('mole', 'de', 0.7)),
    ).toEqual(['flood 0.95', 'mole 0.80', 'post 0.80']);
    expect(shown(says('flood', 'en', 0.9, 'flood'), says('mole', 'de', 0.8))).toEqual([
      'flood 0.90',
      'mole 0.80',
    ]);
  });

  test('comes before another story that tells hardly more', () => {
    expect(
      shown(says('flood', 'en', 0.9, 'flood'), says('mole', 'de', 0.87), says('blatt', 'de', 0.58)),
    ).toEqual(['mole 0.90', 'flood 0.90', 'blatt 0.60']);
  });

  test('leaves what is in other languages as it was, best first', () => {
    expect(shown(says('jetee', 'fr', 0.5), says('post', 'en', 0.9))).toEqual(['post 0.90', 'jetee 0.50']);
    expect(shown()).toEqual([]);
  });
});

import { describe, expect, test } from 'vitest';
import { readingsIn } from '../../src/answers/agreement.ts';
import type { Evidence, Mark } from '../../src/answers/answer.ts';
import { candidate } from './collection.ts';

/** Evidence of a source that marks some words of its sentence. */
function says(
  source: string,
  sentence: string,
  words: string,
  parts: Partial<Mark & Evidence> = {},
): Evidence {
  const { kind = 'number', value, unit = 'asked', story = 'fire', score = 0.6, article } = parts;
  const start = sentence.indexOf(words);
  const text = words.toLowerCase();
  const mark = { kind, text, start, end: start + words.length, ...(value !== undefined && { value, unit }) };
  const head = article ?? { ...candidate(`${source} ${sentence}`, { text: sentence }).article, source };
  return { article: head, story, sentence, start: 0, end: sentence.length, score, isThin: false, mark };
}

const post = says('The Post', 'The fire killed 12 people.', '12', { value: 12 });
const wire = says('Wire', 'Twelve people died.', 'Twelve', { value: 12 });
const mole = says('Die Mole', '14 Menschen starben.', '14', { value: 14 });

describe('the readings of an answer', () => {
  test('are one where sources agree, as the best of them writes it', () => {
    expect(readingsIn([post, wire])).toMatchObject([{ words: '12', sources: ['The Post', 'Wire'] }]);
  });

  test('are several where they give different numbers of the same', () => {
    expect(readingsIn([post, mole, wire])).toMatchObject([
      { words: '12', sources: ['The Post', 'Wire'] },
      { words: '14', sources: ['Die Mole'] },
    ]);
  });

  test('are none where the best evidence marks nothing', () => {
    const { mark: _mark, ...unmarked } = post;
    expect(readingsIn([unmarked, wire])).toEqual([]);
    expect(readingsIn([])).toEqual([]);
  });

  test.each([
    ['of something else', says('Die Mole', '14 boats sank.', '14', { value: 14, unit: 'boat' })],
    ['of another story', { ...mole, story: 'flood' }],
    ['in evidence that is much worse', { ...mole, score: 0.3 }],
    ['elsewhere in the same article', { ...mole, article: post.article }],
    ['without a value', says('Die Mole', 'Dozens died.', 'Dozens')],
  ])('are not those %s', (_, other) => {
    expect(readingsIn([post, other])).toMatchObject([{ words: '12', sources: ['The Post'] }]);
  });

  test('of a name are the same whether or not it is written in full', () => {
    const full = says('The Post', 'It was built by Elin Tarrow.', 'Elin Tarrow', { kind: 'name' });
    const short = says('Wire', 'Tarrow built it.', 'Tarrow', { kind: 'name' });
    expect(readingsIn([full, short])).toMatchObject([
      { words: 'Elin Tarrow', sources: ['The Post', 'Wire'] },
    ]);
  });

  test('never differ by names or times: both may be right', () => {
    const name = says('The Post', 'It was built by Elin Tarrow.', 'Elin Tarrow', { kind: 'name' });
    const other = says('Wire', 'Ansgar Loft built it.', 'Ansgar Loft', { kind: 'name' });
    expect(readingsIn([name, other])).toMatchObject([{ words: 'Elin Tarrow', sources: ['The Post'] }]);
    const year = says('The Post', 'It was built in 1990.', '1990', { kind: 'time' });
    const date = says('Wire', 'It opened in May 1990.', 'May 1990', { kind: 'time' });
    expect(readingsIn([year, date])).toMatchObject([{ words: '1990', sources: ['The Post'] }]);
  });
});

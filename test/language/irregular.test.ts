import { expect, test } from 'vitest';
import { irregularWords } from '../../src/language/irregular.ts';

const { bases, forms } = irregularWords(`
go went gone|see saw
seen|  saw sawn sawed`);

test('irregular words lead to their forms, over breaks of lines', () => {
  expect([...forms]).toEqual([
    ['go', ['went', 'gone']],
    ['see', ['saw', 'seen']],
    ['saw', ['sawn', 'sawed']],
  ]);
});

test('and their forms to all that they may belong to', () => {
  expect(irregularWords('vivre vit|voir vit').bases.get('vit')).toEqual(['vivre', 'voir']);
  expect(bases.get('seen')).toEqual(['see']);
  expect(bases.get('go')).toBeUndefined();
});

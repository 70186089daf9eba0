import { expect, test } from 'vitest';
import { createCompounds } from '../../../src/stores/sqlite/compound-calls.ts';
import type { CompoundQuestion } from '../../../src/stores/sqlite/compounds.ts';

function createLinguist() {
  const asked: CompoundQuestion[] = [];
  const compounds = createCompounds(async (question) => {
    asked.push(question);
    return question.words.map((word) => ({ wholes: [`${word}netz`], parts: [] }));
  });
  return { asked, compounds };
}

test('words that are asked for at once go in one call a language, and each gets its own compounds', async () => {
  const { asked, compounds } = createLinguist();
  const found = await Promise.all([
    compounds('de', 'schiene'),
    compounds('en', 'rail'),
    compounds('de', 'strom'),
  ]);
  expect(found.map(({ wholes }) => wholes)).toEqual([['schienenetz'], ['railnetz'], ['stromnetz']]);
  expect(asked).toEqual([
    { language: 'de', words: ['schiene', 'strom'] },
    { language: 'en', words: ['rail'] },
  ]);
});

test('a word that is asked for later goes in a call of its own', async () => {
  const { asked, compounds } = createLinguist();
  await compounds('de', 'schiene');
  await compounds('de', 'strom');
  expect(asked.map(({ words }) => words)).toEqual([['schiene'], ['strom']]);
});

test('a call that fails fails for all its words, and for no later one', async () => {
  let calls = 0;
  const compounds = createCompounds(async ({ words }) => {
    calls += 1;
    if (calls === 1) throw new Error('the thread ended');
    return words.map(() => ({ wholes: [], parts: [] }));
  });
  const both = await Promise.allSettled([compounds('de', 'schiene'), compounds('de', 'strom')]);
  expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(await compounds('de', 'schiene')).toEqual({ wholes: [], parts: [] });
});

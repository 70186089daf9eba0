import { expect, test } from 'vitest';
import { datelineLength } from '../../src/summaries/dateline.ts';

test.each([
  'PARIS (AFP) - ',
  'WASHINGTON, May 4 (Reuters) – ',
  'Berlin (dpa) - ',
  'Frankfurt/Main (dpa/lhe) – ',
  'LONDON — ',
  'NEW YORK - ',
  'NEW YORK, May 4 - ',
  'LILLE, 4 mai (AFP) - ',
])('%s is a dateline', (dateline) => {
  expect(datelineLength(`${dateline}The dam holds.`)).toBe(dateline.length);
});

test.each([
  'The dam holds.',
  'Ansgar Loft (CDU) – the mayor – said the dam holds.',
  'Odrau - a town of 900 - fears the lake.',
  'NATO-Staaten beraten in Odrau.',
  'UN - for once - agreed.',
])('%s has none', (sentence) => {
  expect(datelineLength(sentence)).toBe(0);
});

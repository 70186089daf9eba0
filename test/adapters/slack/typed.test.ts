import { expect, test } from 'vitest';
import { typedOf } from '../../../src/adapters/slack/typed.ts';
import { fakeListings } from '../../fakes/desk.ts';

test.each([
  ['ask Who posted it?', '/ask Who posted it?'],
  ['fragen Wer war es?', '/fragen Wer war es?'],
  ['DEMANDER qui', '/DEMANDER qui'],
  ['/ask Who?', '/ask Who?'],
  ['Who posted the data?', 'Who posted the data?'],
  ['lates', '/lates'],
  ['Why?', 'Why?'],
  ['  ', ''],
])('%j after /kiosk is %j elsewhere', (typed, meant) => {
  expect(typedOf(typed, fakeListings)).toBe(meant);
});

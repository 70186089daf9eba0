import { expect, test } from 'vitest';
import { commandIn, typedOf } from '../../../src/adapters/slack/typed.ts';
import { listCommands } from '../../../src/chat/listings.ts';
import { loadCommands } from '../../../src/commands.ts';
import { createTranslations } from '../../../src/translations.ts';
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
  expect(typedOf(typed, fakeListings, 'en')).toBe(meant);
});

const listings = listCommands(await loadCommands(), createTranslations());

test('a question that begins like a command of another language is a question', () => {
  const question = 'Quelle est la longueur du pont ?';
  expect(typedOf(question, listings, 'fr')).toBe(question);
  expect(typedOf(question, listings, 'en')).toBe(question);
  expect(typedOf('Quelle anhalten Mole', listings, 'de')).toBe('/Quelle anhalten Mole');
});

test.each([
  ['help', 'help'],
  [' Aide ', 'help'],
  ['NEUES', 'latest'],
  ['help?', undefined],
  ['latest news', undefined],
  // These need more to go on.
  ['Thema', undefined],
  ['Quelle', undefined],
  // These are questions, if short ones.
  ['Why', undefined],
  ['pourquoi', undefined],
  ['Warum', undefined],
  ['', undefined],
])('a message that says %j and nothing else is the command %j', (text, command) => {
  expect(commandIn(text, listings, 'en')).toBe(command);
});

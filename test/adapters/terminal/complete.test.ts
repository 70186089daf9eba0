import { expect, test } from 'vitest';
import { complete } from '../../../src/adapters/terminal/complete.ts';
import type { Listing, OptionListing, SuggestionCall } from '../../../src/chat/adapter.ts';

const blank: OptionListing = {
  key: '',
  name: '',
  description: '',
  type: 'text',
  required: false,
  suggests: false,
  choices: [],
};

const summary: Listing = {
  command: 'summary',
  language: 'fr',
  name: 'résumé',
  description: '',
  audience: 'channel',
  access: 'everyone',
  options: [
    { ...blank, key: 'story', name: 'sujet', required: true, suggests: true },
    {
      ...blank,
      key: 'length',
      name: 'longueur',
      type: 'choice',
      choices: [
        { value: 'short', name: 'court' },
        { value: 'long', name: 'très long' },
      ],
    },
    { ...blank, key: 'quiet', name: 'discret', type: 'boolean' },
  ],
};

const asked: SuggestionCall[] = [];

function completed(line: string) {
  return complete(line, {
    listings: [summary],
    language: 'fr',
    ownWords: ['quitter'],
    reader: { caller: { id: 'terminal:local', manager: true }, channel: 'terminal:local' },
    desk: {
      async suggest(call) {
        asked.push(call);
        return ['7', '8'].map((value) => ({ value, label: `Story ${value}` }));
      },
    },
  });
}

test.each([
  ['/', ['/résumé ', '/quitter '], '/'],
  ['/RESU', ['/résumé '], '/RESU'],
  ['/résumé phare l', ['longueur:'], 'l'],
  ['/résumé phare longueur:court d', ['--discret'], 'd'],
  ['/résumé longueur:', ['court', '"très long"'], ''],
  ['/résumé longueur:"tres', ['"très long"'], '"tres'],
  ['résumé', [], 'résumé'],
  ['/inconnu x', [], '/inconnu x'],
])('%j goes on with %j', async (line, candidates, replaced) => {
  expect(await completed(line)).toEqual({ candidates, replaced, offers: [] });
});

test('suggestions for the words typed are whole calls, with the other options of the line', async () => {
  const { offers } = await completed('/résumé longueur:court le phare');
  expect(asked.at(-1)).toMatchObject({ command: 'summary', option: 'story', typed: 'le phare' });
  expect(offers).toEqual(
    ['7', '8'].map((story) => ({
      label: `Story ${story}`,
      command: 'summary',
      options: { length: 'short', story },
    })),
  );
});

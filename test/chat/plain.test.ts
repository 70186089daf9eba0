import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { createDateFormat } from '../../src/chat/dates.ts';
import type { Message, Text } from '../../src/chat/message.ts';
import { clean, plain, textOf } from '../../src/chat/plain.ts';
import type { LanguageTag } from '../../src/language/language.ts';

const formatDate = (date: Date, style: string) => `<${style} ${date.toISOString().slice(0, 10)}>`;
const options = { formatDate };
const now = () => new Date('2026-03-05T10:00:00Z');
const write = (language: LanguageTag) => createDateFormat({ language, now, timeZone: 'UTC' });

test('a message reads well as plain text', () => {
  const message: Message = {
    language: 'fr',
    blocks: [
      { kind: 'heading', text: 'Le phare' },
      {
        kind: 'text',
        text: ['Deux sources, dont ', { link: 'une île', to: 'https://ile.example/a b' }, '.'],
      },
      { kind: 'list', items: [['le ', { strong: 'premier' }], 'le\nsecond'] },
      {
        kind: 'card',
        title: 'Das Licht\nbrennt',
        to: 'https://zeitung.example/1',
        body: { quote: 'Es brennt wieder.', language: 'de' },
        note: ['Küstenblatt · ', { date: new Date('2026-03-04T00:00:00Z'), style: 'date' }],
        language: 'de',
      },
      { kind: 'card', title: 'Sans plus', language: 'fr' },
      { kind: 'text', text: '' },
      { kind: 'actions', actions: [{ label: 'Résumé', command: 'summary', options: {} }] },
    ],
  };
  expect(plain(message, options)).toBe(
    [
      'Le phare',
      '',
      'Deux sources, dont une île (https://ile.example/a%20b).',
      '',
      '• le premier',
      '• le second',
      '',
      'Das Licht brennt',
      '„Es brennt wieder.“',
      'Küstenblatt · <date 2026-03-04> · DE',
      'https://zeitung.example/1',
      '',
      'Sans plus',
    ].join('\n'),
  );
});

test('what is marked in a quotation is quoted with the rest', () => {
  const quote = { quote: ['Es ', { strong: 'brennt' }, '.'], language: 'de' } as const;
  expect(textOf(quote, options)).toBe('„Es brennt.“');
});

test.each<[LanguageTag, string, string]>([
  ['en', 'It burns.', '“It burns.”'],
  ['fr', 'Il brûle.', '«\u00A0Il brûle.\u00A0»'],
  ['de', 'Es brennt.', '„Es brennt.“'],
  ['en', '“It burns.”', '“It burns.”'],
  ['en', "'It's burning.'", "'It's burning.'"],
  ['fr', '« Il brûle. »', '« Il brûle. »'],
  ['de', '„Es brennt“, sagt er.', '„„Es brennt“, sagt er.“'],
  ['de', '„Ja“ und „Nein“', '„„Ja“ und „Nein““'],
  ['en', '"', '“"”'],
])('a quote in %s carries marks exactly once: %s', (language, quote, written) => {
  expect(textOf({ quote, language }, options)).toBe(written);
});

test('a link whose label is its address is shown once', () => {
  expect(textOf({ link: 'https://a.example/', to: 'https://a.example/' }, options)).toBe(
    'https://a.example/',
  );
});

test('control characters are gone, lines remain', () => {
  expect(clean('a\r\nb\rc\u2028d\te\u001B[31mf\u009Bg\u202Eh\u2066i\u0000\u007F')).toBe(
    'a\nb\nc\nd e[31mfghi',
  );
});

const texts = fc.letrec<{ text: Text }>((tie) => ({
  text: fc.oneof(
    { maxDepth: 3 },
    fc.string({ unit: 'binary' }),
    fc.array(fc.string({ unit: 'binary' })),
    tie('text').map((strong) => ({ strong })),
    fc.tuple(tie('text'), fc.string({ unit: 'binary' })).map(([link, to]) => ({ link, to })),
    tie('text').map((quote) => ({ quote, language: 'de' as const })),
    fc.date({ noInvalidDate: false }).map((date) => ({ date, style: 'relative' as const })),
  ),
})).text;

test('no text of any shape lets a control character through', () => {
  const dates = createDateFormat({ language: 'en', now: () => new Date(0), timeZone: 'UTC' });
  fc.assert(
    fc.property(texts, (text) => {
      const message: Message = {
        language: 'en',
        blocks: [
          { kind: 'text', text },
          { kind: 'list', items: [text] },
          { kind: 'card', title: text, body: text, note: text, to: textOf(text, { formatDate: dates }) },
        ],
      };
      const written = plain(message, { formatDate: dates });
      expect(written).toBe(clean(written));
      expect(written).not.toMatch(/(?!\n)\p{Cc}|[\u202A-\u202E\u2066-\u2069]/u);
    }),
  );
});

test('dates are written the reader’s way', () => {
  const date = new Date('2026-03-04T09:30:00Z');
  expect(write('de')(date, 'date')).toBe('4. März 2026');
  expect(write('fr')(date, 'time')).toBe('4 mars 2026 à 09:30');
  expect(write('fr')(date, 'relative')).toBe('hier');
  expect(write('en')(new Date('2026-03-05T12:00:00Z'), 'relative')).toBe('in 2 hours');
  expect(write('en')(new Date(Number.NaN), 'date')).toBe('');
});

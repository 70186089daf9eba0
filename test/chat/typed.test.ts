import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Listing, OptionListing } from '../../src/chat/adapter.ts';
import { formatTyped, parseTyped } from '../../src/chat/typed.ts';
import type { LanguageTag } from '../../src/language/language.ts';

function option(key: string, name: string, rest: Partial<OptionListing> = {}): OptionListing {
  return {
    key,
    name,
    description: name,
    type: 'text',
    required: false,
    suggests: false,
    choices: [],
    ...rest,
  };
}

function listing(
  command: string,
  language: LanguageTag,
  name: string,
  options: readonly OptionListing[],
): Listing {
  return { command, language, name, description: name, audience: 'channel', access: 'everyone', options };
}

const languages = {
  en: ['English', 'French', 'Swiss German'],
  fr: ['anglais', 'français', 'suisse allemand'],
  de: ['Englisch', 'Französisch', 'Schweizerdeutsch'],
};

function choices(language: LanguageTag) {
  return ['en', 'fr', 'de'].map((value, index) => ({ value, name: languages[language][index] ?? value }));
}

function ask(
  language: LanguageTag,
  name: string,
  [question, within, count]: readonly [string, string, string],
): Listing {
  return listing('ask', language, name, [
    option('question', question, { required: true }),
    option('in', within, { type: 'choice', choices: choices(language) }),
    option('count', count, { type: 'integer' }),
  ]);
}

function latest(language: LanguageTag, name: string, count: string, within: string): Listing {
  return listing('latest', language, name, [
    option('count', count, { type: 'integer' }),
    option('in', within, { type: 'choice', choices: choices(language) }),
    option('brief', 'brief', { type: 'boolean' }),
  ]);
}

const listings = [
  ask('en', 'ask', ['question', 'in', 'count']),
  ask('fr', 'demander', ['question', 'dans', 'nombre']),
  ask('de', 'fragen', ['frage', 'sprache', 'anzahl']),
  latest('en', 'latest', 'count', 'in'),
  latest('fr', 'dernières', 'nombre', 'dans'),
  latest('de', 'neueste', 'anzahl', 'sprache'),
  listing('sources', 'en', 'sources', []),
  listing('sources', 'de', 'quellen', []),
  listing('move', 'en', 'move', [
    option('to', 'to', { type: 'choice', required: true, choices: choices('en') }),
    option('reason', 'reason'),
  ]),
  // The same word means two commands in two languages.
  listing('help', 'en', 'info', []),
  listing('about', 'fr', 'info', []),
];

function parse(text: string, language: LanguageTag = 'en') {
  return parseTyped(text, listings, language);
}

function call(command: string, options: Record<string, string> = {}) {
  return { kind: 'call', command, options };
}

describe('command words', () => {
  test.each([
    ['/latest', 'en'],
    ['/LATEST', 'de'],
    ['/dernieres', 'en'],
    ['/Dernières', 'de'],
    ['/neueste', 'fr'],
    ['  /latest  ', 'fr'],
  ] as const)('%s is understood by a reader of %s', (text, language) => {
    expect(parse(text, language)).toEqual(call('latest'));
  });

  test('a word that two languages use means what it means in the reader’s', () => {
    expect(parse('/info', 'en')).toEqual(call('help'));
    expect(parse('/info', 'fr')).toEqual(call('about'));
  });

  test('a misspelt command is answered with the nearest ones', () => {
    expect(parse('/lastet')).toEqual({ kind: 'unknownCommand', word: 'lastet', nearest: ['latest'] });
    expect(parse('/dernieers')).toEqual({
      kind: 'unknownCommand',
      word: 'dernieers',
      nearest: ['dernières'],
    });
    expect(parse('/weather')).toEqual({ kind: 'unknownCommand', word: 'weather', nearest: [] });
  });

  test('nothing is nothing', () => {
    for (const text of ['', '  \n ', '/', ' / ']) expect(parse(text)).toEqual({ kind: 'empty' });
  });
});

describe('questions', () => {
  test('text without a slash is a question, whole and as it stands', () => {
    const question = 'Who said "in:fr --brief" at 10:30?\nAnd count:3? 🗞️';
    expect(parse(`  ${question} `)).toEqual(call('ask', { question }));
  });

  test.each([
    'Who posted the data?',
    'Paris: what happened?',
    'what opened at 10:30 near https://example.org/a:b?',
    'who said "no" – and why',
    "what's in the report's annex",
    'what is in: the law',
    'Qui a parlé : le maire ?',
    'the question: who did it',
    'line one\nline two 🗞️',
  ])('words fill the question: %s', (question) => {
    expect(parse(`/ask ${question}`)).toEqual(call('ask', { question }));
  });

  test('a question in quotation marks loses them', () => {
    expect(parse('/ask "who wrote in:fr"')).toEqual(call('ask', { question: 'who wrote in:fr' }));
    expect(parse('/fragen „Wer war es?“', 'de')).toEqual(call('ask', { question: 'Wer war es?' }));
  });

  test('a question may carry its own name', () => {
    expect(parse('/ask question: who posted it? in:fr')).toEqual(
      call('ask', { question: 'who posted it?', in: 'fr' }),
    );
    expect(parse('/ask in:fr question:"who posted it?"')).toEqual(
      call('ask', { question: 'who posted it?', in: 'fr' }),
    );
  });
});

describe('options', () => {
  test.each([
    '/ask in:fr count:3 who was it',
    '/ask who was it count:3 in:fr',
    '/ask who in:french was it --count 3',
    '/ask --count=3 --in=fr who was it',
    '/ask IN: Français who was it NOMBRE :3',
    '/fragen who was it sprache:Franzosisch anzahl:3',
    '/ask who was it dans:"anglais" dans:«\u00A0français\u00A0» count:“3”',
  ])('stand anywhere, in any language: %s', (text) => {
    expect(parse(text)).toEqual(call('ask', { question: 'who was it', in: 'fr', count: '3' }));
  });

  test.each([
    '"Swiss German"',
    '“Swiss German”',
    '„Swiss German“',
    '„Swiss German”',
    "'Swiss German'",
    '«Swiss German»',
  ])('take values in the marks %s', (value) => {
    expect(parse(`/ask in:${value} who`)).toEqual(call('ask', { question: 'who', in: 'de' }));
  });

  test('are filled in order where no name is given, each with the word that fits it', () => {
    expect(parse('/latest 5 french')).toEqual(call('latest', { count: '5', in: 'fr' }));
    expect(parse('/latest français 5')).toEqual(call('latest', { count: '5', in: 'fr' }));
    expect(parse('/latest many')).toEqual(call('latest', { count: 'many' }));
    expect(parse('/move french too much noise')).toEqual(
      call('move', { to: 'fr', reason: 'too much noise' }),
    );
  });

  test('a flag turns a boolean on', () => {
    expect(parse('/latest --brief 5')).toEqual(call('latest', { brief: 'true', count: '5' }));
  });

  test('what no option takes is named', () => {
    expect(parse('/ask who --loud')).toEqual({ kind: 'unknownOption', command: 'ask', option: '--loud' });
    expect(parse('/quellen alle')).toEqual({ kind: 'unknownOption', command: 'sources', option: 'alle' });
  });

  test('an unclosed quotation mark is only a character', () => {
    expect(parse('/ask in:"fr who')).toEqual(call('ask', { in: '"fr', question: 'who' }));
  });
});

describe('formatTyped', () => {
  const [english, , german] = listings.filter(({ command }) => command === 'ask');

  test('writes what a reader would', () => {
    expect(german && formatTyped(german, { question: 'Wer war es?', in: 'fr', count: 3 })).toBe(
      '/fragen Wer war es? sprache:Französisch anzahl:3',
    );
    expect(english && formatTyped(english, { question: 'what: "in:fr"?', in: 'de' })).toBe(
      '/ask "what: \\"in:fr\\"?" in:"Swiss German"',
    );
  });

  const tricky = fc.constantFrom(
    'in:fr',
    'count:',
    ' : ',
    '--',
    '--brief',
    '"',
    '\\',
    '«',
    '» ',
    '„',
    '“ ',
    "'",
    'question:',
    '/',
    '\n',
    '10:30',
    ' ',
    '🗞️',
    'é',
  );
  const text = fc
    .array(fc.oneof(tricky, fc.string({ unit: 'grapheme' })), { maxLength: 12 })
    .map((parts) => parts.join(''));
  const calls = fc.record(
    {
      question: text,
      in: fc.constantFrom('en', 'fr', 'de'),
      count: fc.integer(),
    },
    { requiredKeys: ['question'] },
  );

  test('is read back as what it was written from', () => {
    fc.assert(
      fc.property(
        calls,
        fc.constantFrom(...listings.filter(({ command }) => command === 'ask')),
        (options, listing) => {
          const given = Object.fromEntries(
            Object.entries(options).map(([key, value]) => [key, String(value)]),
          );
          expect(parse(formatTyped(listing, options), listing.language)).toEqual(call('ask', given));
        },
      ),
      { numRuns: 500 },
    );
  });

  test('is read back for named texts and sole options too', () => {
    const note = listing('note', 'en', 'note', [
      option('to', 'to', { required: true }),
      option('because', 'because'),
    ]);
    const pick = listing('pick', 'en', 'pick', [
      option('in', 'in', { type: 'choice', choices: choices('en') }),
    ]);
    fc.assert(
      fc.property(text, text, fc.constantFrom('en', 'fr', 'de'), (to, because, chosen) => {
        expect(parseTyped(formatTyped(note, { to, because }), [note], 'en')).toEqual(
          call('note', { to, because }),
        );
        expect(parseTyped(formatTyped(pick, { in: chosen }), [pick], 'en')).toEqual(
          call('pick', { in: chosen }),
        );
      }),
    );
  });
});

describe('any input', () => {
  test('is parsed without an error', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 200 }),
        fc.constantFrom('', '/', '/ask ', '/latest '),
        (text, start) => {
          expect(['call', 'unknownCommand', 'unknownOption', 'empty']).toContain(parse(start + text).kind);
        },
      ),
    );
  });

  test.each([
    'a',
    ' "',
    'in:"',
    ' in:«x',
    '--',
    ' "in:',
    '\\"',
    ': ',
    'in : ',
    '    ',
    "'a ",
    'x:',
    'question: ',
    '10:',
    '„“ ',
  ])('of 20,000 characters takes no longer than its length asks for: %j', (piece) => {
    const time = (length: number) => {
      const text = `/ask ${piece.repeat(length / piece.length)}`;
      const runs = [1, 2, 3].map(() => {
        const start = performance.now();
        parse(text);
        return performance.now() - start;
      });
      return Math.min(...runs);
    };
    time(5_000);
    // A quadratic parser takes sixteen times as long, some hundred milliseconds.
    expect(time(20_000)).toBeLessThan(10 * Math.max(time(5_000), 6));
  });
});

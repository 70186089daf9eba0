import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatKeywords, matches, parseKeywords, readArticleWords } from '../../src/delivery/keywords.ts';
import type { ArticleWords, Keywords } from '../../src/delivery/keywords.ts';
import { UserError } from '../../src/errors.ts';
import { languageTags } from '../../src/language/index.ts';
import type { LanguageTag } from '../../src/language/index.ts';
import { anyText } from '../language/any-text.ts';

const articles: Readonly<Record<LanguageTag, ArticleWords>> = {
  en: readArticleWords({
    language: 'en',
    title: 'Elections: Macron wins',
    text: 'The crown jewels were stolen from the Louvre in Paris.\nPolice are looking for four thieves. It cost the US 14.2 million. AT&T paid.',
  }),
  fr: readArticleWords({
    language: 'fr',
    title: 'Élections : la réforme des retraites',
    text: 'L’Assemblée nationale a voté à Notre-Dame, près de l’Hôtel de ville. Les députés étaient inquiets pour les employés.',
  }),
  de: readArticleWords({
    language: 'de',
    title: 'Wahl: Häuser am Fluss überflutet',
    text: 'Die größten Städte der Region melden Schäden an Straßen und Brücken.',
  }),
};

function isIn(expression: string, language: LanguageTag): boolean {
  return matches(parseKeywords(expression), articles[language]);
}

describe('a filter matches', () => {
  it.each([
    ['en', 'louvre'],
    ['en', 'LOUVRE'],
    ['en', 'jewel'],
    ['en', 'election'],
    ['en', 'thief, theft, thieves'],
    ['en', 'louvre paris'],
    ['en', 'louvre AND paris'],
    ['en', 'louvre & paris'],
    ['en', 'louvre && paris'],
    ['en', 'AT&T'],
    ['en', 'paris&AT&T'],
    ['en', '+louvre +paris'],
    ['en', 'louvre OR berlin'],
    ['en', 'berlin|louvre'],
    ['en', 'berlin || louvre'],
    ['en', 'berlin, louvre'],
    ['en', 'berlin; louvre;'],
    ['en', 'louvre -berlin'],
    ['en', 'louvre −berlin'],
    ['en', 'louvre NOT berlin'],
    ['en', 'louvre AND NOT berlin'],
    ['en', 'louvre AND NOT (berlin OR rome)'],
    ['en', 'NOT NOT louvre'],
    ['en', '(berlin OR louvre) AND (paris OR rome)'],
    ['en', 'rome berlin, louvre paris'],
    ['en', 'berlin OR louvre paris'],
    ['en', 'berlin, louvre, -rome'],
    ['en', 'berlin, louvre, +paris'],
    ['en', 'louvre und paris oder rom'],
    ['en', 'berlin oder louvre'],
    ['en', 'louvre ET paris SAUF berlin'],
    ['en', 'louvre sauf berlin'],
    ['en', 'louvre nicht berlin'],
    ['en', '"crown jewels"'],
    ['en', '“crown jewel”'],
    ['en', '„crown jewels“'],
    ['en', '«crown jewels»'],
    ['en', '» crown jewels «'],
    ['en', '"from the louvre"'],
    ['en', '"the US" US'],
    ['en', '14.2'],
    ['en', 'elec*'],
    ['en', 'macron wi*'],
    ['en', 'crown-jew*'],
    ['en', '-"jewels crown" louvre'],
    ['fr', 'élections'],
    ['fr', 'election'],
    ['fr', 'ELECTIONS'],
    ['fr', 'retraite reforme'],
    ['fr', 'Notre-Dame'],
    ['fr', '"notre dame"'],
    ['fr', 'l’assemblée'],
    ['fr', "l'hotel"],
    ['fr', '"hôtel de ville"'],
    ['fr', 'député ET inquiet'],
    ['fr', 'employe'],
    ['fr', 'réfo*'],
    ['fr', 'Berlin OU retraites'],
    ['de', 'haus'],
    ['de', 'Hauser'],
    ['de', 'stadt schaden'],
    ['de', 'strasse'],
    ['de', 'Straßen UND Brücke'],
    ['de', 'brucken NICHT Feuer'],
    ['de', 'über*'],
    ['de', 'wahl ODER urne'],
  ] as const)('in %s: %s', (language, expression) => {
    expect(isIn(expression, language)).toBe(true);
  });

  it.each([
    ['en', 'berlin'],
    ['en', 'louvre berlin'],
    ['en', 'louvre -paris'],
    ['en', 'louvre AND NOT (berlin OR paris)'],
    ['en', '"jewels crown"'],
    ['en', '"crown from"'],
    ['en', '"wins the crown"'],
    ['en', '"million the"'],
    ['en', 'wins-the'],
    ['en', 'lou'],
    ['en', 'ouvre*'],
    ['en', 'berlin, louvre, -paris'],
    ['en', 'berlin, louvre, +rome'],
    ['en', 'berlin OR louvre rome'],
    ['en', '(berlin OR louvre) AND rome'],
    ['en', 'crown-th*'],
    ['en', '142'],
    ['fr', 'Notre-Drame'],
    ['fr', '"dame notre"'],
    ['fr', 'députés sauf retraites'],
    ['de', 'Bundestagswahl'],
    ['de', 'Haus ohne Fluss'],
  ] as const)('not in %s: %s', (language, expression) => {
    expect(isIn(expression, language)).toBe(false);
  });
});

describe('a filter is refused', () => {
  it.each([
    ['', 'empty'],
    ['  ', 'empty'],
    [',', 'empty'],
    ['()', 'empty'],
    ['a ()', 'empty'],
    ['(louvre', 'parenthesis'],
    ['louvre)', 'parenthesis'],
    [')louvre(', 'empty'],
    ['louvre (a))', 'parenthesis'],
    ['"louvre', 'quotation'],
    ['„louvre', 'quotation'],
    ['louvre”', 'quotation'],
    ['louvre AND', 'dangling'],
    ['OR louvre', 'dangling'],
    ['louvre OR OR paris', 'dangling'],
    ['louvre | | paris', 'dangling'],
    ['NOT', 'dangling'],
    ['louvre -', 'dangling'],
    ['louvre - paris', 'dangling'],
    ['louvre (+)', 'dangling'],
    ['*', 'unreadable'],
    ['a*', 'unreadable'],
    ['lou*vre', 'unreadable'],
    ['?!', 'unreadable'],
    ['""', 'unreadable'],
    ['-berlin', 'onlyNot'],
    ['NICHT berlin', 'onlyNot'],
    ['-berlin -rome', 'onlyNot'],
    ['-berlin, -rome', 'onlyNot'],
    ['louvre OR NOT berlin', 'onlyNot'],
    ['NOT (louvre berlin)', 'onlyNot'],
    ['x'.repeat(501), 'tooLong'],
    ['ab '.repeat(51), 'tooMany'],
    [`"${'ab '.repeat(51)}"`, 'tooMany'],
    [`${'('.repeat(21)}a${')'.repeat(21)}`, 'tooDeep'],
    ['('.repeat(500), 'tooDeep'],
  ])('with what is wrong: %j, %s', (expression, reason) => {
    expect(() => parseKeywords(expression)).toThrow(
      expect.objectContaining({ name: 'UserError', key: `errors.keywords.${reason}` }),
    );
  });

  it.each([
    'x'.repeat(500),
    'ab '.repeat(50),
    `${'('.repeat(20)}a${')'.repeat(20)}`,
    '-'.repeat(498).concat('ab'),
    'NOT '.repeat(124).concat('ab'),
  ])('only beyond its limits: %s', (expression) => {
    expect(parseKeywords(expression)).toBeDefined();
  });
});

describe('a filter is shown', () => {
  it.each([
    ['louvre paris', 'louvre AND paris', 'louvre ET paris', 'louvre UND paris'],
    ['louvre, -rome', 'louvre AND NOT rome', 'louvre ET SAUF rome', 'louvre UND NICHT rome'],
    ['a OR (b c)', 'a OR (b AND c)', 'a OU (b ET c)', 'a ODER (b UND c)'],
    ['a, b, +c', '(a OR b) AND c', '(a OU b) ET c', '(a ODER b) UND c'],
    ['((Élections))', 'Élections', 'Élections', 'Élections'],
    ['„Notre Dame“ | elec*', '"Notre Dame" OR elec*', '"Notre Dame" OU elec*', '"Notre Dame" ODER elec*'],
    ['prix or', 'prix AND "or"', 'prix ET "or"', 'prix UND "or"'],
    ['-(b, c) a', 'NOT (b OR c) AND a', 'SAUF (b OU c) ET a', 'NICHT (b ODER c) UND a'],
  ])('as it was understood: %s', (expression, english, french, german) => {
    const keywords = parseKeywords(expression);
    expect(languageTags.map((tag) => formatKeywords(keywords, tag))).toEqual([english, french, german]);
  });
});

const anyWord = fc.constantFrom(
  'louvre',
  'Élection',
  'or',
  'et',
  'nicht',
  'cro*',
  '"crown jewels"',
  'Notre-Dame',
  'x1',
);
const { expression: anyExpression } = fc.letrec<{ expression: string; part: string }>((tie) => ({
  expression: fc
    .array(fc.tuple(tie('part'), fc.constantFrom(' ', ', ', ' OR ', ' und ', '|', ' SAUF ', ' -', ' +')), {
      minLength: 1,
      maxLength: 6,
    })
    .map((parts) => parts.map(([part, joint], at) => (at < parts.length - 1 ? part + joint : part)).join('')),
  part: fc.oneof(
    { maxDepth: 4 },
    anyWord,
    tie('expression').map((inner) => `(${inner})`),
  ),
}));
const hostile = fc.oneof(
  anyExpression,
  anyText,
  fc
    .array(fc.constantFrom('(', ')', '"', '-', '+', '|', ',', 'AND', 'ou', 'a', 'ab*', '*', ' ', '„', '“'), {
      maxLength: 300,
    })
    .map((parts) => parts.join('')),
);

/** Undefined for what is refused; any other error fails the test. */
function parsed(expression: string): Keywords | undefined {
  try {
    return parseKeywords(expression);
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}

/** The same article, counting what is looked up in it. */
function counting(article: ArticleWords): { readonly article: ArticleWords; count(): number } {
  let count = 0;
  const forms = new Proxy(article.forms, {
    get(target, name): unknown {
      if (typeof name === 'string' && /^\d+$/.test(name)) count++;
      return Reflect.get(target, name);
    },
  });
  class Counted extends Set<string> {
    override has(word: string): boolean {
      count++;
      return super.has(word);
    }
    override values(): SetIterator<string> {
      count += this.size;
      return super.values();
    }
  }
  return {
    article: { ...article, forms, known: new Counted(article.known), folded: new Counted(article.folded) },
    count: () => count,
  };
}

describe('any text', () => {
  it('is a filter or refused', () => {
    expect(() =>
      fc.assert(
        fc.property(hostile, (expression) => void parsed(expression)),
        { numRuns: 500 },
      ),
    ).not.toThrow();
  });

  it('that is a filter means the same when it is shown and read again', () => {
    fc.assert(
      fc.property(hostile, fc.constantFrom(...languageTags), (expression, tag) => {
        const keywords = parsed(expression);
        fc.pre(keywords !== undefined);
        const shown = formatKeywords(keywords, tag);
        fc.pre(shown.length <= 500);
        const again = parseKeywords(shown);
        expect(formatKeywords(again, tag)).toBe(shown);
        for (const language of languageTags)
          expect(matches(again, articles[language])).toBe(matches(keywords, articles[language]));
      }),
      { numRuns: 500 },
    );
  });

  it('never matches an article without words', () => {
    const empty = readArticleWords({ language: 'en', title: '', text: '' });
    fc.assert(
      fc.property(hostile, (expression) => {
        const keywords = parsed(expression);
        expect(keywords !== undefined && matches(keywords, empty)).toBe(false);
      }),
    );
  });

  it('costs no more look-ups than the article’s words times its own', () => {
    const text = 'crown jewels crown crown jewels louvre et or x1 '.repeat(100);
    const article = readArticleWords({ language: 'en', title: 'crown', text });
    const terms = (keywords: Keywords): number => {
      if (keywords.kind === 'term') return keywords.words.length;
      const parts = keywords.kind === 'not' ? [keywords.of] : keywords.of;
      return parts.reduce((sum, part) => sum + terms(part), 0);
    };
    const worst = [
      `"${'crown '.repeat(49)}louvre"`,
      'cr* jewels -(crown-crown-jew*)',
      `"${'crown jewels '.repeat(25)}"`,
    ];
    fc.assert(
      fc.property(fc.oneof(fc.constantFrom(...worst), hostile), (expression) => {
        const keywords = parsed(expression);
        fc.pre(keywords !== undefined);
        const { article: counted, count } = counting(article);
        matches(keywords, counted);
        // A word has at most three forms.
        expect(count()).toBeLessThanOrEqual(3 * terms(keywords) * (article.forms.length + 1));
      }),
      { numRuns: 300 },
    );
  });
});

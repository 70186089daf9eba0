import { describe, expect, test } from 'vitest';
import type { LanguageTag } from '../../../src/language/index.ts';
import { quotedIn } from '../../../src/language/quotations/marks.ts';

function quoted(text: string, language: LanguageTag): readonly string[] {
  return quotedIn(text, language).map(({ start, end }) => text.slice(start, end));
}

/** Milliseconds it takes to read so many marks that open and never close. */
function timeOf(length: number): number {
  const text = '„a '.repeat(length);
  const before = performance.now();
  quotedIn(text, 'de');
  return performance.now() - before;
}

describe('what stands between quotation marks', () => {
  test.each([
    ['en', 'He said “no” twice.', ['“no”']],
    ['en', 'He said "no", and "yes".', ['"no"', '"yes"']],
    ['en', 'He said ‘the boys’ dog is gone’ and left.', ['‘the boys’ dog is gone’']],
    ['en', 'It’s the mayor’s own; the ’90s were his.', []],
    ['fr', 'Il a dit « non » deux fois.', ['« non »']],
    ['fr', 'Il l’a dit à l’"Union" et à d"autres.', ['"Union"']],
    ['de', 'Er sagte „nein“ und »doch«.', ['„nein“', '»doch«']],
    ['de', 'Er sagte „nein" und „nie”.', ['„nein"', '„nie”']],
  ] as const)('is found in %s: %s', (language, text, expected) => {
    expect(quoted(text, language)).toEqual(expected);
  });

  test.each([
    ['en', 'She said: “He called it ‘a mess’ and “a shame”, I think.” Then she left.'],
    ['fr', 'Elle dit : « Il parle d’un “désastre” et d’une « honte », je crois. » Puis rien.'],
    ['de', 'Sie sagte: „Er nennt es ‚Murks‘ und „Unsinn“, glaube ich.“ Dann nichts.'],
  ] as const)('is the outer one of nested quotations in %s', (language, text) => {
    const [whole, ...others] = quoted(text, language);
    expect(others).toEqual([]);
    expect(whole).toMatch(/(?:think|crois|ich)\.\s?[”»“]$/u);
  });

  test('goes on over paragraphs that each begin with the mark', () => {
    expect(quoted('“First.\n\n“Second.” Third.', 'en')).toEqual(['“First.\n\n“Second.”']);
    expect(quoted('“First.\n\nSecond.” Third.', 'en')).toEqual([]);
  });

  test('is none where it is never closed, and what follows is still found', () => {
    expect(quoted('“Never closed.\nBut “this” is.', 'en')).toEqual(['“this”']);
  });

  test('takes time that grows with the text alone', () => {
    timeOf(2000);
    expect(timeOf(80_000)).toBeLessThan(3000);
  });
});

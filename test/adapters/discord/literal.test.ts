import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { linkable, literal } from '../../../src/adapters/discord/literal.ts';
import { clean } from '../../../src/chat/plain.ts';
import { readMarkdown } from './stand-in/reader/markdown.ts';

describe('a text', () => {
  test.each([
    [
      'stays readable',
      'Nine gigabytes, 14 %, „neun“, l’été (2017)! A/B; 12:30.',
      'Nine gigabytes, 14 %, „neun“, l’été (2017)! A/B; 12:30.',
    ],
    [
      'has no emphasis',
      '*a* _b_ ~~c~~ ||d|| `e` ***',
      '\\*a\\* \\_b\\_ \\~\\~c\\~\\~ \\|\\|d\\|\\| \\`e\\` \\*\\*\\*',
    ],
    ['mentions nobody', '@everyone @here <@1> <@&2> <#3>', '\\@everyone \\@here \\<\\@1> \\<\\@&2> \\<#3>'],
    [
      'has no emoji and no timestamp',
      ':tada: <:x:1> <t:0:R> 12:30:45',
      '\\:tada: \\<\\:x:1> \\<t\\:0:R> 12\\:30:45',
    ],
    [
      'has no link',
      '[a](https://b.example) http://c.example',
      '\\[a\\](https\\://b.example) http\\://c.example',
    ],
    [
      'has no headings, lists and quotations',
      '# a\n-# b\n> c\n- d\n1. e\n  2. f',
      '\\# a\n\\-# b\n\\> c\n\\- d\n1\\. e\n  2\\. f',
    ],
    ['takes backslashes as they are', '\\*a\\', '\\\\\\*a\\\\'],
    ['turns nothing round', 'a\u202Eb\u0007c', 'abc'],
  ])('%s', (_, text, written) => {
    expect(literal(text)).toBe(written);
  });
});

test('whatever is in a text, Discord shows it as it stands', () => {
  const telling = fc.string({
    unit: fc.constantFrom(
      ...'\\*_~`|<>[]()@#:-.!/1 \nat',
      'https://a.b',
      '@everyone',
      '<@1>',
      '<t:1:R>',
      '🎉',
      '. ',
    ),
    maxLength: 30,
  });
  fc.assert(
    fc.property(fc.oneof(telling, fc.string({ unit: 'grapheme' })), (text) => {
      const read = readMarkdown(literal(text), (_, id) => id);
      expect(read.marks).toEqual([]);
      expect(read.text).toBe(clean(text));
    }),
    { numRuns: 2000 },
  );
});

describe('an address', () => {
  test('keeps to the web', () => {
    expect(linkable('https://a.example/b?c=d#e')).toBe('https://a.example/b?c=d#e');
    for (const address of ['javascript:alert(1)', 'discord://x', 'file:///etc', 'a.example', ''])
      expect(linkable(address)).toBeUndefined();
  });

  test('can’t end the link it stands in', () => {
    expect(linkable('https://a.example/b)>c<(d\\`|e')).toBe('https://a.example/b%29%3Ec%3C%28d/%60%7Ce');
  });

  test('is none where Discord would refuse it', () => {
    expect(linkable(`https://a.example/${'b'.repeat(2048)}`)).toBeUndefined();
  });
});

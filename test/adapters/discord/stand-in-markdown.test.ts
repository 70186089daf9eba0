import { describe, expect, test } from 'vitest';
import { readInline, readMarkdown } from './stand-in/reader/markdown.ts';

const nameOf = (kind: string, id: string) => `${kind}${id}`;

describe('markup takes effect', () => {
  test.each([
    ['**bold**', 'bold', 'bold', 'bold'],
    ['*italic*', 'italic', 'italic', 'italic'],
    ['_italic_', 'italic', 'italic', 'italic'],
    ['__under__', 'under', 'underline', 'under'],
    ['~~struck~~', 'struck', 'strike', 'struck'],
    ['||hidden||', 'hidden', 'spoiler', 'hidden'],
    ['`code`', 'code', 'code', 'code'],
    ['```ts\ncode\n```', 'code', 'code', 'code'],
    ['# Head', 'Head', 'heading', 'Head'],
    ['one\n### Head', 'one\nHead', 'heading', 'Head'],
    ['-# small', 'small', 'subtext', 'small'],
    ['> quoted', 'quoted', 'quote', 'quoted'],
    ['>>> quoted\nto the end', 'quoted\nto the end', 'quote', 'quoted\nto the end'],
    ['- item', '• item', 'list', 'item'],
    ['1. item', '1. item', 'list', 'item'],
    ['[shown](https://example.org/a)', 'shown', 'link', 'shown'],
    ['[shown](<https://example.org/a>)', 'shown', 'link', 'shown'],
    ['https://example.org/a_b_c.', 'https://example.org/a_b_c.', 'link', 'https://example.org/a_b_c'],
    ['<https://example.org>', 'https://example.org', 'link', 'https://example.org'],
    ['<@1>', '@1', 'mention', '@1'],
    ['<@&1>', '@&1', 'mention', '@&1'],
    ['<#1>', '#1', 'mention', '#1'],
    ['</ask:1>', '/ask', 'mention', '/ask'],
    ['@everyone', '@everyone', 'mention', '@everyone'],
    ['<:wave:1>', ':wave:', 'emoji', ':wave:'],
    ['<t:1785744000:f>', '2026-08-03 08:00', 'time', '2026-08-03 08:00'],
  ] as const)('%j', (source, text, kind, words) => {
    const read = readMarkdown(source, nameOf);
    expect(read.text).toBe(text);
    expect(read.marks[0]).toMatchObject({ kind, text: words });
  });

  test('one in another', () => {
    expect(readMarkdown('**[a *b*](https://example.org/)**', nameOf)).toEqual({
      text: 'a b',
      marks: [
        { kind: 'bold', text: 'a b' },
        { kind: 'link', text: 'a b', to: 'https://example.org/' },
        { kind: 'italic', text: 'b' },
      ],
    });
  });
});

describe('nothing takes effect', () => {
  test.each([
    ['\\*\\*bold\\*\\*', '**bold**'],
    ['\\# Head', '# Head'],
    ['\\> quoted', '> quoted'],
    ['\\- item', '- item'],
    ['1\\. item', '1. item'],
    ['\\[shown](https\\://example.org)', '[shown](https://example.org)'],
    ['snake_case_name', 'snake_case_name'],
    ['2 * 3 * 4', '2 * 3 * 4'],
    ['#hashtag', '#hashtag'],
    ['a > b', 'a > b'],
    ['\\<@1\\>', '<@1>'],
    ['\\`code\\`', '`code`'],
    ['Grüße, «ça» 100 %!', 'Grüße, «ça» 100 %!'],
  ] as const)('in %j', (source, text) => {
    expect(readMarkdown(source, nameOf)).toEqual({ text, marks: [] });
  });

  test('of what begins a line, where only inline markup counts', () => {
    expect(readInline('# **x**', nameOf)).toEqual({ text: '# x', marks: [{ kind: 'bold', text: 'x' }] });
  });
});

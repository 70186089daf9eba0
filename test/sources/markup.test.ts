import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blocksOf } from '../../src/sources/blocks.ts';
import { lineOf, parseMarkup, textOf } from '../../src/sources/markup.ts';
import { paragraphsOf } from '../../src/sources/spaces.ts';

/** Rows of tables are left out: what an unclosed one closes is the only thing that texts are not read alike for. */
const tags = ['p', 'div', 'b', 'a', 'li', 'ul', 'td', 'table', 'h2', 'span', 'blockquote', 'pre'];
const spaces = ['\n', '\n\n', '\t', '\u00A0', '\u202F', '\u200B', '\u0085'];
const pieces = fc.oneof(
  fc.constantFrom(...tags.flatMap((tag) => [`<${tag}>`, `</${tag}>`, `<${tag} class="x">`])),
  fc.constantFrom('<br>', '<br/>', '</br>', '<hr>', '<img src="x">', '<P>', '</P>', '</x>', '<x>', '<svg/>'),
  fc.constantFrom('<script>a = "<p>";</script>', '<style>p {}</style>', '<textarea><b></textarea>'),
  fc.constantFrom('<svg><path d="x"/>x</svg>', '<!-- no -->', '<![CDATA[no]]>', '<?no?>', '<!no>'),
  fc.constantFrom('<button>no</button>', '<select><option>no</select>', '<noscript>no</noscript>'),
  fc.constantFrom('&amp;', '&nbsp;', '&copy', '&#8211;', '&', '<', '<3', ' < ', ...spaces),
  fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n', 'é', '.') }),
);
const markup = fc.array(pieces).map((parts) => `<i></i>${parts.join('')}`);

const texts = fc.string({
  unit: fc.oneof(fc.string({ unit: 'binary', maxLength: 1 }), fc.constantFrom('&', '<', ';', '\n', 'lt')),
});
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

describe('textOf', () => {
  it('says what a document of the same markup says', () => {
    fc.assert(
      fc.property(markup, (html) => {
        const blocks = blocksOf(parseMarkup(html).body);
        expect(textOf(html)).toBe(blocks.map(({ text }) => text).join('\n\n'));
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['<table><tr><td>A</td><td>B</td></tr><tr><td>C</td></tr></table>', 'A B\n\nC'],
    ['A<script>if (1 < 2) document.write("</p>")</script>B', 'AB'],
    ['A<script>never ends', 'A'],
    ['A<svg><title>x</title>y</svg>B', 'AB'],
    ['A<svg/>B', 'AB'],
    ['A<!-- > --> B', 'A B'],
    ['A<!-->B', 'AB'],
    ['A<script>x = "<b c=\'"</script>B', 'AB'],
    ['<p>A<p>B', 'A\n\nB'],
    ['<a title="1 > 0">A</a>', 'A'],
    ['<div>A<object>x</div>B', 'A\n\nB'],
    ['1 < 2 <b>A</b>', '1 < 2 A'],
    ['A <b', 'A'],
  ])('reads %s', (html, text) => {
    expect(textOf(html)).toBe(text);
  });

  it('gives back any text that was escaped', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(textOf(escaped(text))).toBe(paragraphsOf(text));
      }),
    );
  });

  it.each([
    ['tags that are never closed', '<b>'],
    ['tags that are closed by others', '<b></i>'],
    ['tags that never end', '<a '],
    ['attributes that never end', '<a b="'],
    ['links', '<a href="#">'],
    ['scripts that never end', '<script>'],
  ])('gets through a million %s', (_, tag) => {
    expect(textOf(`A${tag.repeat(500_000)}`)).toMatch(/^A/);
  });
});

describe('lineOf', () => {
  it.each([
    ['R&amp;amp;D', 'R&D'],
    ['A &amp B', 'A & B'],
    ['<b>A</b><br>B', 'A B'],
    ['&lt;i&gt;A&lt;/i&gt; &#x0024;5', 'A $5'],
    ['Vec<T> explained', 'Vec<T> explained'],
    ['A\n  B\u200B', 'A B'],
  ])('makes a line of %s', (written, line) => {
    expect(lineOf(written)).toBe(line);
  });
});

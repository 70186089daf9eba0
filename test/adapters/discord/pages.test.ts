import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { limits } from '../../../src/adapters/discord/limits.ts';
import { pagesOf } from '../../../src/adapters/discord/pages.ts';
import type { Block, Message, Span } from '../../../src/chat/message.ts';

const message = (...blocks: readonly Block[]): Message => ({ language: 'en', blocks });
const date = new Date('2026-05-06T08:00:00Z');

const card = (title: string, body: string, to: string): Block => ({
  kind: 'card',
  title,
  to,
  body: { quote: body, language: 'en' },
  note: 'The Paper',
});

function described(...quote: readonly Span[]) {
  const [page] = pagesOf(message({ kind: 'card', title: 'Ferry', body: { quote, language: 'fr' } }));
  return page?.embeds[0]?.description;
}

describe('a message', () => {
  test('has its text as content, and cards as embeds with a linked title', () => {
    const card: Block = {
      kind: 'card',
      title: 'Ferry *starts*',
      to: 'https://paper.example/ferry',
      body: { quote: 'Die Fähre fährt.', language: 'de' },
      note: ['The Paper', ' · ', { date, style: 'date' }],
      language: 'de',
      image: { url: 'https://paper.example/ferry.jpg', alt: '' },
    };
    expect(pagesOf(message({ kind: 'text', text: 'One source says:' }, card))).toEqual([
      {
        content: 'One source says:',
        embeds: [
          {
            title: 'Ferry \\*starts\\*',
            url: 'https://paper.example/ferry',
            description: '„Die Fähre fährt.“\n-# The Paper · <t:1778054400:D> · DE',
            thumbnail: { url: 'https://paper.example/ferry.jpg' },
            color: expect.any(Number),
          },
        ],
      },
    ]);
  });

  test('quotes with what is marked in the quotation strong', () => {
    expect(described('Le bac *repart* le ', { strong: '14_mai' }, '.')).toBe(
      '«\u00A0Le bac \\*repart\\* le **14\\_mai**.\u00A0»',
    );
    expect(described({ strong: '14' }, ' bacs')).toBe('«\u00A0**14** bacs\u00A0»');
    expect(described('Il y a', { strong: ' 14 ' }, 'bacs.')).toBe('«\u00A0Il y a **14** bacs.\u00A0»');
    expect(described('« Il y a ', { strong: '14' }, ' bacs. »')).toBe('« Il y a **14** bacs. »');
  });

  test('keeps its order: what follows a card is in an embed of its own', () => {
    const [page, ...rest] = pagesOf(
      message(
        { kind: 'heading', text: 'Ferry' },
        { kind: 'card', title: 'One' },
        { kind: 'text', text: 'Reported by:' },
        { kind: 'list', items: [['A ', { strong: 'b' }], { link: 'c', to: 'https://c.example/' }] },
        { kind: 'card', title: 'Two' },
      ),
    );
    expect(rest).toEqual([]);
    expect(page?.content).toBe('## Ferry');
    expect(page?.embeds.map(({ title, description }) => title ?? description)).toEqual([
      'One',
      'Reported by:\n- A **b**\n- [c](<https://c.example/>)',
      'Two',
    ]);
  });

  test('says what one article says in one embed, and links an address once', () => {
    const one = 'https://paper.example/1';
    const [page] = pagesOf(
      message(
        card('One', 'First.', one),
        card('One', 'Second.', one),
        card('Two', 'Other.', 'https://paper.example/2'),
        card('One', 'Third.', one),
      ),
    );
    expect(page?.embeds).toMatchObject([
      { title: 'One', url: one, description: '“First.”\n“Second.”\n-# The Paper' },
      { title: 'Two', description: '“Other.”\n-# The Paper' },
      { description: `**[One](<${one}>)**\n“Third.”\n-# The Paper` },
    ]);
    expect(page?.embeds.filter(({ url }) => url === one)).toHaveLength(1);
  });

  test('shows images only over https, and links only to the web', () => {
    const [page] = pagesOf(
      message({
        kind: 'card',
        title: 'A',
        to: 'javascript:x',
        image: { url: 'http://a.example/b.png', alt: '' },
      }),
    );
    expect(page?.embeds).toEqual([{ title: 'A', color: expect.any(Number) }]);
  });

  test('that is too long goes on, cut behind a sentence', () => {
    const sentence = 'The ferry sails at noon from the old pier. ';
    const pages = pagesOf(message({ kind: 'text', text: sentence.repeat(100) }));
    expect(pages.length).toBe(3);
    for (const { content } of pages) expect(content).toMatch(/^The ferry sails .* pier\.$/);
    expect(pages.map(({ content }) => content).join(' ')).toBe(sentence.repeat(100).trim());
  });

  test('is never empty', () => {
    expect(pagesOf(message())).toEqual([{ content: '…', embeds: [] }]);
    expect(pagesOf(message({ kind: 'text', text: ' ' }, { kind: 'actions', actions: [] }))).toHaveLength(1);
  });

  test('fits, whatever is in it', () => {
    const string = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom(...'*_ .\n🎉a<@#-1'), maxLength: 5000 }),
      fc.nat(9000).map((length) => 'x'.repeat(length)),
    );
    const text = fc.oneof(
      string,
      string.map((quote) => ({ quote, language: 'fr' as const })),
      string.map((strong) => ({ strong })),
      fc.tuple(string, fc.webUrl()).map(([link, to]) => ({ link, to })),
    );
    const block: fc.Arbitrary<Block> = fc.oneof(
      fc.record({ kind: fc.constant('text' as const), text }),
      fc.record({ kind: fc.constant('heading' as const), text }),
      fc.record({ kind: fc.constant('list' as const), items: fc.array(text, { maxLength: 5 }) }),
      fc.record({ kind: fc.constant('card' as const), title: text, body: text, note: string, to: string }),
    );
    fc.assert(
      fc.property(fc.array(block, { maxLength: 30 }), (blocks) => {
        for (const { content, embeds } of pagesOf(message(...blocks))) {
          expect(content.length).toBeLessThanOrEqual(limits.content);
          expect(embeds.length).toBeLessThanOrEqual(limits.embeds);
          expect(content.trim() !== '' || embeds.length > 0).toBe(true);
          const sizes = embeds.map(({ title = '', description = '' }) => {
            expect(title.length).toBeLessThanOrEqual(limits.title);
            expect(description.length).toBeLessThanOrEqual(limits.description);
            return title.length + description.length;
          });
          expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(limits.embedText);
        }
      }),
      { numRuns: 300 },
    );
  });
});

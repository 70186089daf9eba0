import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createControls } from '../../../src/adapters/controls.ts';
import { limits } from '../../../src/adapters/slack/limits.ts';
import { bodyOf } from '../../../src/adapters/slack/pages.ts';
import type { Block, Message } from '../../../src/chat/message.ts';
import { createTranslations } from '../../../src/translations.ts';
import { createFakeKeyValue } from '../../fakes/key-value.ts';

const t = createTranslations({ timeZone: 'UTC' }).translate('en');
const message = (...blocks: readonly Block[]): Message => ({ language: 'en', blocks });
const date = new Date('2026-05-06T08:00:00Z');
const render = (given: Message, page = 0) =>
  bodyOf(given, page, { controls: createControls(createFakeKeyValue(), limits.value), t });

const pictured = (url: string): Block => ({
  kind: 'card',
  title: 'Ferry',
  body: 'It sails.',
  image: { url, alt: 'A ferry' },
});

const typesOf = async (given: Message) => (await render(given)).blocks.map(({ type }) => type);

describe('a message', () => {
  test('is written where Slack reads no markup, with a text for notifications that is none either', async () => {
    const card: Block = {
      kind: 'card',
      title: 'Ferry *starts* <!channel>',
      to: 'https://paper.example/ferry',
      body: { quote: 'Die Fähre fährt & <@U1>.', language: 'de' },
      note: ['The Paper', ' · ', { date, style: 'date' }],
      language: 'de',
    };
    const { text, blocks } = await render(message({ kind: 'heading', text: 'News' }, card));
    expect(text).toContain('Ferry *starts* &lt;!channel&gt;');
    expect(blocks).toMatchObject([
      { type: 'header', text: { type: 'plain_text', text: 'News' } },
      {
        type: 'rich_text',
        elements: [
          {
            type: 'rich_text_section',
            elements: [
              {
                type: 'link',
                url: 'https://paper.example/ferry',
                text: 'Ferry *starts* <!channel>',
                style: { bold: true },
              },
            ],
          },
          { type: 'rich_text_quote', elements: [{ type: 'text', text: '„Die Fähre fährt & <@U1>.“' }] },
        ],
      },
      {
        type: 'context',
        elements: [
          { type: 'plain_text', text: 'The Paper' },
          { type: 'mrkdwn', text: '<!date^1778054400^{date_long}|2026-05-06>' },
          { type: 'plain_text', text: 'DE' },
        ],
      },
    ]);
  });

  test('quotes with what is marked in the quotation bold', async () => {
    const card: Block = {
      kind: 'card',
      title: 'Ferry',
      body: { quote: ['Elle part le ', { strong: '14 mai' }, '.'], language: 'fr' },
    };
    const [shown] = (await render(message(card))).blocks;
    expect(shown).toMatchObject({
      elements: [
        {},
        {
          type: 'rich_text_quote',
          elements: [
            { type: 'text', text: '«\u00A0Elle part le ' },
            { type: 'text', text: '14 mai', style: { bold: true } },
            { type: 'text', text: '.\u00A0»' },
          ],
        },
      ],
    });
  });

  test('shows a picture beside what is quoted, over https only', async () => {
    expect(await typesOf(message(pictured('https://paper.example/f.jpg')))).toEqual(['rich_text', 'section']);
    expect(await typesOf(message(pictured('http://paper.example/f.jpg')))).toEqual(['rich_text']);
  });

  test('that is too long goes on behind a button', async () => {
    const sentence = 'The ferry sails at noon from the old pier. ';
    const long = message({ kind: 'text', text: sentence.repeat(900) });
    let told = '';
    for (let page = 0; ; page += 1) {
      const { blocks } = await render(long, page);
      told += JSON.stringify(blocks);
      const more = blocks.at(-1);
      if (more?.type !== 'actions') break;
      expect(more.elements).toMatchObject([{ text: { text: t('replies.page.next') } }]);
    }
    expect(told.split('The ferry sails')).toHaveLength(901);
  });

  test('fits, whatever is in it', async () => {
    const string = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom(...'*_ .\n🎉a<@#-1&"'), maxLength: 5000 }),
      fc.nat(9000).map((length) => 'x'.repeat(length)),
    );
    const text = fc.oneof(
      string,
      string.map((quote) => ({ quote, language: 'fr' as const })),
      string.map((strong) => ({ strong })),
      fc.tuple(string, fc.webUrl()).map(([link, to]) => ({ link, to })),
    );
    const action = fc.record({
      label: string,
      command: fc.constant('ask'),
      options: fc.record({ question: string }),
    });
    const block: fc.Arbitrary<Block> = fc.oneof(
      fc.record({ kind: fc.constant('text' as const), text }),
      fc.record({ kind: fc.constant('heading' as const), text }),
      fc.record({ kind: fc.constant('list' as const), items: fc.array(text, { maxLength: 5 }) }),
      fc.record({ kind: fc.constant('card' as const), title: text, body: text, note: string, to: string }),
      fc.record({ kind: fc.constant('actions' as const), actions: fc.array(action, { maxLength: 6 }) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(block, { maxLength: 20 }), async (given) => {
        const { text, blocks } = await render(message(...given));
        expect(text.length).toBeLessThanOrEqual(limits.fallback);
        expect(text).not.toBe('');
        expect(blocks.length).toBeLessThanOrEqual(limits.blocks);
        expect(JSON.stringify(blocks).length).toBeLessThanOrEqual(13_200);
        const headers = blocks.flatMap((each) => (each.type === 'header' ? [each.text.text.length] : []));
        expect(Math.max(0, ...headers)).toBeLessThanOrEqual(limits.header);
        const buttons = blocks
          .flatMap((each) => (each.type === 'actions' ? each.elements : []))
          .flatMap((each) => (each.type === 'button' ? [each] : []));
        expect(Math.max(0, ...buttons.map((each) => each.text.text.length))).toBeLessThanOrEqual(
          limits.label,
        );
        expect(Math.max(0, ...buttons.map((each) => each.value?.length ?? 0))).toBeLessThanOrEqual(
          limits.value,
        );
      }),
      { numRuns: 150 },
    );
  });
});

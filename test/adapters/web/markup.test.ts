import { readFileSync, readdirSync } from 'node:fs';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import type { TypedBlock, TypedMessage } from '../../../src/adapters/web/wire.ts';
import type { Span, Text } from '../../../src/chat/message.ts';
import { hasBrowser, launch, visit } from './browser.ts';

const hostile = fc.oneof(
  fc.constantFrom(
    '<img src=x onerror="globalThis.hacked = true">',
    '<script>globalThis.hacked = true</script>',
    '</div><style>* { display: none }</style>',
    '&lt;b&gt; &amp; &#60;i&#62;',
    '"><svg/onload=alert(1)>',
    '\u202Egnp.exe \u2066\u202A',
    '${1}{{2}}[link](javascript:alert(1))',
    '<!--',
    ']]>',
    '\u0000\u0008\uFFFE',
    '',
  ),
  fc.string({ unit: 'binary', maxLength: 20 }),
);
const address = fc.oneof(
  fc.constantFrom(
    'javascript:globalThis.hacked=true',
    ' JaVaScRiPt:globalThis.hacked=true',
    'java\nscript:globalThis.hacked=true',
    'data:text/html,<script>1</script>',
    'vbscript:1',
    'blob:https://a.example/1',
    '//elsewhere.example',
    '/sign-out',
    'file:///etc/passwd',
    'https://paper.example/"onclick="1',
    'http://paper.example/?a=<b>',
  ),
  fc.webUrl(),
  hostile,
);
const language = fc.constantFrom('en' as const, 'fr' as const, 'de' as const);

const { text } = fc.letrec<{ text: Text; span: Span }>((tie) => ({
  span: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    hostile,
    fc.record({
      date: fc.date({ noInvalidDate: false }),
      style: fc.constantFrom('date', 'time', 'relative'),
    }),
    fc.record({ strong: tie('text') }),
    fc.record({ link: tie('text'), to: address }),
    fc.record({ quote: tie('text'), language }),
  ),
  text: fc.oneof({ depthSize: 'small' }, tie('span'), fc.array(tie('span'), { maxLength: 3 })),
}));
const image = fc.record({ url: address, alt: hostile });
const optional = { requiredKeys: ['kind', 'title'] } as const;
const block: fc.Arbitrary<TypedBlock> = fc.oneof(
  fc.record({ kind: fc.constantFrom('text' as const, 'heading' as const), text }),
  fc.record({ kind: fc.constant('list' as const), items: fc.array(text, { maxLength: 3 }) }),
  fc.record(
    { kind: fc.constant('card' as const), title: text, to: address, body: text, note: text, language, image },
    { requiredKeys: [...optional.requiredKeys] },
  ),
  fc.record({
    kind: fc.constant('actions' as const),
    actions: fc.array(
      fc.record({ label: hostile, command: hostile, options: fc.constant({}), typed: hostile }),
      { maxLength: 3 },
    ),
  }),
);
const message: fc.Arbitrary<TypedMessage> = fc.record({
  language,
  blocks: fc.array(block, { maxLength: 4 }),
});

/** Elements and attributes that a message may become, as "tag attribute". */
const allowed = new Set(
  [
    'div: class lang dir',
    'p: class dir',
    'h3: dir lang',
    'ul:',
    'li: dir',
    'article: class',
    'span: class title aria-hidden',
    'bdi:',
    'strong:',
    'q: lang',
    'time: datetime',
    'a: href target rel referrerpolicy aria-describedby',
    'button: type dir class lang data-text',
  ].flatMap((line) => {
    const [tag = '', attributes = ''] = line.split(':');
    return [
      tag,
      ...attributes
        .trim()
        .split(' ')
        .map((attribute) => `${tag} ${attribute}`),
    ];
  }),
);

/** What rendering a message in the page gave. */
interface Rendered {
  readonly parts: readonly string[];
  readonly addresses: readonly string[];
  readonly text: string;
  readonly hacked: boolean;
}

/** Runs in the browser: renders a message into the log and looks at what came of it. */
const renderInPage = `(async () => {
  const { renderMessage } = await import('/page/render.ts');
  const labels = { labelled: (tag, key) => Object.assign(document.createElement(tag), { textContent: key }) };
  return (json) => {
    const root = renderMessage(JSON.parse(json), { labels, act() {}, copy() {} });
    document.getElementById('log').replaceChildren(root);
    const elements = [root, ...root.querySelectorAll('*')];
    return {
      parts: elements.flatMap((element) => [
        element.localName,
        ...element.getAttributeNames().map((name) => element.localName + ' ' + name),
      ]),
      addresses: elements.flatMap((element) => element.getAttribute('href') ?? []),
      text: root.textContent,
      hacked: 'hacked' in globalThis,
    };
  };
})()`;

/** Every string of a text that a reader is to see. */
function stringsOf(text: Text): readonly string[] {
  if (typeof text === 'string') return [text];
  if (Array.isArray(text)) return text.flatMap(stringsOf);
  if ('strong' in text) return stringsOf(text.strong);
  if ('link' in text) return stringsOf(text.link);
  if ('quote' in text) return stringsOf(text.quote);
  return [];
}

function stringsOfBlock(block: TypedBlock): readonly string[] {
  switch (block.kind) {
    case 'text':
    case 'heading':
      return stringsOf(block.text);
    case 'list':
      return block.items.flatMap(stringsOf);
    case 'card':
      return [block.title, block.body ?? '', block.note ?? ''].flatMap(stringsOf);
    case 'actions':
      return block.actions.map(({ label }) => label);
  }
}

describe.skipIf(!hasBrowser)('messages in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
  });

  test('show every string as it is and become no other markup', async () => {
    await using shown = await visit(browser);
    const render = await shown.page.evaluateHandle<(json: string) => Rendered>(renderInPage);
    await fc.assert(
      fc.asyncProperty(message, async (message) => {
        const rendered = await render.evaluate((run, json) => run(json), JSON.stringify(message));
        expect(rendered.parts.filter((part) => !allowed.has(part))).toEqual([]);
        expect(rendered.addresses.filter((address) => !/^https?:\/\//.test(address))).toEqual([]);
        expect(rendered.hacked).toBe(false);
        // JSON and UTF-8 know no lone surrogates; what is no character can't be shown.
        for (const string of message.blocks.flatMap(stringsOfBlock)) {
          expect(rendered.text).toContain(string.toWellFormed() === string ? string : '');
        }
      }),
      { numRuns: 300 },
    );
    expect(shown.complaints).toEqual([]);
  });

  test('stay apart: what reverses one text does not reverse the next', async () => {
    await using shown = await visit(browser);
    const { page } = shown;
    shown.desk.reply(() => ({
      language: 'en',
      blocks: [{ kind: 'card', title: 'a', note: ['\u202Eevil', ' · ', 'source'] }],
    }));
    await page.getByRole('textbox').fill('?');
    await page.keyboard.press('Enter');
    await page.locator('.note').waitFor();
    expect(await page.locator('.note bdi').allTextContents()).toEqual(['\u202Eevil']);
  });

  test('quote with what is marked in the quotation strong, between the marks of its language', async () => {
    await using shown = await visit(browser);
    const { page } = shown;
    const body = { quote: ['Es gab ', { strong: '<b>14</b>' }, ' Verletzte.'], language: 'de' as const };
    shown.desk.reply(() => ({ language: 'en', blocks: [{ kind: 'card', title: 'a', body }] }));
    await page.getByRole('textbox').fill('?');
    await page.keyboard.press('Enter');
    await page.locator('q strong').waitFor();
    expect(await page.locator('q strong').allTextContents()).toEqual(['<b>14</b>']);
    expect(await page.locator('q').allTextContents()).toEqual(['„Es gab <b>14</b> Verletzte.“']);
  });

  test('are refused as strings of HTML by the browser itself', async () => {
    await using shown = await visit(browser);
    // As an inline handler would run it: evaluated scripts are under the page's policy for what they do to the page.
    const refused = await shown.page.evaluate(
      "(() => { try { document.body.append(document.createRange().createContextualFragment('<b>')); return false; } catch { return true; } })()",
    );
    expect(refused).toBe(true);
  });
});

test('the page’s script never makes elements of strings', () => {
  const folder = new URL('../../../src/adapters/web/page/', import.meta.url);
  const names = readdirSync(folder).filter((name) => name.endsWith('.ts'));
  expect(names).toContain('render.ts');
  for (const name of names) {
    expect(readFileSync(new URL(name, folder), 'utf8')).not.toMatch(
      /innerHTML|outerHTML|insertAdjacentHTML|document\.write|createContextualFragment|DOMParser|setHTML|\beval\b|new Function/,
    );
  }
});

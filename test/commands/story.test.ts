import { describe, expect, test } from 'vitest';
import type { Message } from '../../src/chat/message.ts';
import { textOf } from '../../src/chat/plain.ts';
import type { Item } from '../../src/sources/item.ts';
import { openHouse, tags, translations } from './house.ts';
import { library } from './library.ts';
import { quotedLibrary } from './quoted-library.ts';

const house = await openHouse({ items: [...quotedLibrary, ...library] });
const formatDate = (date: Date) => date.toISOString();

/** The lines of the list that follows a text. */
function linesUnder({ blocks }: Message, title: string): readonly string[] {
  const at = blocks.findIndex(
    (block) => block.kind === 'text' && textOf(block.text, { formatDate }) === title,
  );
  const list = blocks[at + 1];
  return at !== -1 && list?.kind === 'list' ? list.items.map((item) => textOf(item, { formatDate })) : [];
}

/** One event as many papers tell it, each with something of its own. */
function many(count: number): readonly Item[] {
  const places = ['quay', 'market', 'school', 'church', 'library', 'station', 'theatre', 'mill', 'bakery'];
  return Array.from({ length: count }, (_, index) => ({
    id: `flood-${index}`,
    url: `https://paper${index}.example/flood`,
    source: `Paper ${index}`,
    language: 'en',
    title: `Flood in Odrau after the dam of Sella broke`,
    text: `The dam of Sella broke on Monday and flooded the old town of Odrau. Water reached the ${places[index % places.length] ?? ''} of Odrau by evening, ${index + 20} neighbours reported.`,
    publishedAt: new Date(Date.UTC(2026, 4, 4, index)),
  }));
}

describe('/story', () => {
  test.each(tags)('gives in %s the numbers of a story, those that differ beside each other', async (tag) => {
    const t = translations.translate(tag);
    const reply = await house.call(tag, 'story', { story: 'fire-post' });
    const [difference, ...sentences] = linesUnder(reply, t('replies.details.figures'));
    expect(difference).toMatch(
      new RegExp(`^${t('replies.ask.differ')} 12 .* · 15 workers \\(Strait Wire\\)$`),
    );
    expect(sentences[0]).toMatch(/12 .* · .*\(https:/);
    expect(sentences[1]).toMatch(/hurt 15 workers.* · Strait Wire \(https:/);
  });

  test.each([
    ['en', 'fire chief Elin Tarrow — “We have never seen such a fire in Kelso,”'],
    ['fr', 'le maire Ansgar Loft — « La tannerie ne sera pas reconstruite ici »'],
    ['de', 'Feuerwehrchefin Elin Tarrow — „So ein Feuer haben wir in Kelso noch nie gesehen“'],
  ] as const)('gives in %s what was said, and by whom', async (tag, first) => {
    const t = translations.translate(tag);
    const reply = await house.call(tag, 'story', { story: 'fire-post' });
    const lines = linesUnder(reply, t('replies.details.quotations'));
    expect(lines[0]).toContain(first);
    expect(lines).toHaveLength(3);
    const badges = lines.filter((line) =>
      /\) · (?:English|French|German|anglais|français|allemand|Englisch|Französisch|Deutsch)$/.test(line),
    );
    expect(badges.length).toBeGreaterThan(0);
    expect(badges).not.toContain(lines[0]);
  });

  test('shows of many reports the first one and the newest, and all of them behind a button', async () => {
    const flood = await openHouse({ items: many(9) });
    const t = translations.translate('en');
    const short = await flood.call('en', 'story', { story: 'flood-0' });
    const lines = linesUnder(short, t('replies.reportedBy', { count: 9 }));
    expect(lines).toHaveLength(7);
    expect(lines[0]).toContain('Paper 0');
    expect(lines[1]).toBe(t('replies.details.between', { count: 3 }));
    expect(lines[2]).toContain('Paper 4');
    expect(lines[6]).toContain('Paper 8');
    expect(short.blocks.at(-1)).toMatchObject({
      actions: expect.arrayContaining([
        {
          label: t('replies.details.more.reports'),
          command: 'story',
          options: { story: 'flood-0', show: 'reports' },
        },
      ]),
    });
    const long = await flood.call('en', 'story', { story: 'flood-0', show: 'reports' });
    expect(linesUnder(long, t('replies.reportedBy', { count: 9 }))).toHaveLength(9);
  });

  test('quotes nothing of a report that adds nothing', async () => {
    const [post, wire] = quotedLibrary;
    const copy = { ...wire, text: post.text.split('. ').slice(0, 2).join('. '), title: post.title };
    const reply = await (
      await openHouse({ items: [post, copy] })
    ).call('en', 'story', { story: 'fire-post' });
    const lines = linesUnder(reply, translations.translate('en')('replies.reportedBy', { count: 2 }));
    expect(lines[1]).toMatch(/Strait Wire .*\)$/);
  });

  test.each(tags)('shows in %s one part alone, or says that there is none', async (tag) => {
    const t = translations.translate(tag);
    const figures = await house.call(tag, 'story', { story: 'fire-post', show: 'figures' });
    expect(figures.blocks).toHaveLength(3);
    expect(linesUnder(figures, t('replies.details.figures')).length).toBeGreaterThan(0);
    const quotations = await house.call(tag, 'story', { story: 'fire-post', show: 'quotations' });
    expect(linesUnder(quotations, t('replies.details.quotations')).length).toBeGreaterThan(0);
    for (const show of ['figures', 'quotations'] as const) {
      expect((await house.call(tag, 'story', { story: 'bakery', show })).blocks).toEqual([
        { kind: 'text', text: t(`replies.details.none.${show}`) },
      ]);
    }
  });
});

describe('/summary', () => {
  test.each(tags)('of a story of many articles quotes each sentence with its source in %s', async (tag) => {
    const flood = await openHouse({ items: many(15) });
    const { blocks } = await flood.call(tag, 'summary', { story: 'flood-0', length: 'long' });
    const cards = blocks.filter((block) => block.kind === 'card');
    expect(cards.length).toBeGreaterThan(3);
    for (const { to, body, note } of cards) {
      const item = many(15).find(({ url }) => url === to);
      const quoted = typeof body === 'object' && 'quote' in body ? String(body.quote) : '';
      expect(item?.text).toContain(quoted);
      expect(textOf(note ?? '', { formatDate })).toContain(item?.source);
    }
  });
});

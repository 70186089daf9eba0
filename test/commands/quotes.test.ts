import { describe, expect, test } from 'vitest';
import type { Message } from '../../src/chat/message.ts';
import { openHouse, tags, translations } from './house.ts';
import { quotedLibrary } from './quoted-library.ts';

const house = await openHouse({ items: quotedLibrary });
const date = (iso: string) => ({ date: new Date(iso), style: 'date' });

/** Who says what in a reply. */
function said({ blocks }: Message): readonly (readonly [unknown, unknown])[] {
  return blocks.flatMap((block) =>
    block.kind === 'card' && typeof block.body === 'object' && 'quote' in block.body
      ? [[block.title, block.body.quote] as const]
      : [],
  );
}

describe('/quotes', () => {
  test.each(tags)('shows in %s what somebody said, word for word, the newest first', async (tag) => {
    const t = translations.translate(tag);
    const reply = await house.call(tag, 'quotes', { about: 'Elin Tarrow' });
    expect({ language: reply.language, opening: reply.blocks[0] }).toEqual({
      language: tag,
      opening: { kind: 'text', text: t('replies.quotes.found', { count: 3, words: 'Elin Tarrow' }) },
    });
    expect(said(reply)).toEqual([
      ['Feuerwehrchefin Elin Tarrow', '„So ein Feuer haben wir in Kelso noch nie gesehen“'],
      ['fire chief Elin Tarrow', '“We have never seen such a fire in Kelso,”'],
      ['fire chief Elin Tarrow', '“The tannery had been warned twice,”'],
    ]);
  });

  test('says where each stands, and who else has it', async () => {
    const { blocks } = await house.call('en', 'quotes', { about: 'Elin Tarrow', in: 'en' });
    expect(blocks[1]).toEqual({
      kind: 'card',
      title: 'fire chief Elin Tarrow',
      to: 'https://ferrypost.example/fire',
      body: { quote: '“We have never seen such a fire in Kelso,”', language: 'en' },
      note: [
        'The Ferry Post',
        ' · ',
        date('2026-05-04T08:00:00Z'),
        ' · ',
        'Fire at the Kelso tannery, 12 workers hurt',
        ' · ',
        'also in Strait Wire',
      ],
      language: 'en',
    });
  });

  test.each(['Tarrow', 'What did Tarrow say?'])('finds everybody of a name: %s', async (about) => {
    const speakers = said(await house.call('en', 'quotes', { about })).map(([speaker]) => speaker);
    expect(speakers[0]).toBe('Ines Tarrow');
    expect(speakers).toHaveLength(4);
  });

  test('finds what somebody said about something', async () => {
    const reply = await house.call('en', 'quotes', { about: 'Tarrow warned' });
    expect(said(reply)).toEqual([['fire chief Elin Tarrow', '“The tannery had been warned twice,”']]);
  });

  test('finds what was said about a topic, in every language or in one', async () => {
    const everywhere = said(await house.call('en', 'quotes', { about: 'tannery' }));
    expect(everywhere.map(([, quote]) => quote)).toContain('« La tannerie ne sera pas reconstruite ici »');
    const reply = await house.call('en', 'quotes', { about: 'tannery', in: 'en' });
    expect(said(reply).map(([, quote]) => quote)).toContain('“The tannery had been warned twice,”');
    expect(JSON.stringify(reply)).not.toContain('tannerie');
  });

  test('shows as many as asked for, and the others behind a button', async () => {
    const reply = await house.call('en', 'quotes', { about: 'Tarrow', count: 2 });
    expect(said(reply)).toHaveLength(2);
    expect(reply.blocks.at(-1)).toEqual({
      kind: 'actions',
      actions: [{ label: 'Show more', command: 'quotes', options: { about: 'Tarrow', count: 10 } }],
    });
  });

  test.each(tags)('shows in %s what papers report without quoting it, below what they quote', async (tag) => {
    const t = translations.translate(tag);
    const [post] = quotedLibrary;
    const text =
      '“The mill had been warned,” said Orla Venn. Orla Venn said the mill of Odrau was beyond repair. Orla Venn left.';
    const told = { ...post, id: 'mill', url: 'https://ferrypost.example/mill', title: 'Mill burns', text };
    const other = await openHouse({ items: [told] });
    const { blocks } = await other.call(tag, 'quotes', { about: 'Orla Venn' });
    const card = { kind: 'card', title: 'Orla Venn' };
    const reported = expect.objectContaining({
      ...card,
      body: 'Orla Venn said the mill of Odrau was beyond repair.',
    });
    expect(blocks).toEqual([
      { kind: 'text', text: t('replies.quotes.found', { count: 1, words: 'Orla Venn' }) },
      expect.objectContaining({ ...card, body: { quote: '“The mill had been warned,”', language: 'en' } }),
      { kind: 'text', text: { strong: t('replies.quotes.reported') } },
      reported,
    ]);
    const enough = await other.call(tag, 'quotes', { about: 'Orla Venn', count: 1 });
    expect(JSON.stringify(enough)).not.toContain('beyond repair');
    const alone = await openHouse({ items: [{ ...told, text: text.replace(/^.*?Venn\. /, '') }] });
    expect((await alone.call(tag, 'quotes', { about: 'Orla Venn' })).blocks).toEqual([
      { kind: 'text', text: t('replies.quotes.onlyReported', { words: 'Orla Venn' }) },
      reported,
    ]);
  });

  test.each(tags)('says in %s that nobody is quoted, and offers a search', async (tag) => {
    const t = translations.translate(tag);
    for (const about of ['Brigitte Tarrow', 'zyzzyva']) {
      expect((await house.call(tag, 'quotes', { about })).blocks).toEqual([
        { kind: 'text', text: t('replies.quotes.nothing', { words: about }) },
        {
          kind: 'actions',
          actions: [{ label: t('replies.quotes.search'), command: 'search', options: { words: about } }],
        },
      ]);
    }
  });
});

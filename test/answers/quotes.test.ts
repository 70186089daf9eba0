import { describe, expect, test } from 'vitest';
import { findQuotes } from '../../src/answers/quotes.ts';
import type { Question } from '../../src/answers/question.ts';
import { loadWords } from '../../src/lexicon.ts';
import { createIngest } from '../../src/stories/ingest.ts';
import { loadDetector } from '../../src/language/index.ts';
import type { Item } from '../../src/sources/item.ts';
import { quotedLibrary } from '../commands/quoted-library.ts';
import { createFakeArticleStore } from '../fakes/article-store.ts';

const now = () => new Date('2026-05-06T08:00:00Z');

/** Asks for quotes among some articles; gives their speakers, articles and who else prints them. */
async function open(items: readonly Item[] = quotedLibrary) {
  const store = createFakeArticleStore();
  await createIngest({ store, detector: loadDetector, now })(items);
  const parts = { store, lexicon: loadWords().lexicon, now, timeZone: 'UTC' };
  return async (text: string, more: Partial<Question> = {}, limit = 10) => {
    const found = await findQuotes({ text, language: 'en', ...more }, limit, parts);
    return found.map(({ speaker, article, also }) => [speaker, article.id, ...also.map(({ id }) => id)]);
  };
}

const ask = await open();

describe('quotes', () => {
  test('are there once, from the first who printed them, with the others', async () => {
    expect(await ask('Elin Tarrow', { in: ['en'] })).toEqual([
      ['fire chief Elin Tarrow', 'fire-post', 'fire-wire'],
      ['fire chief Elin Tarrow', 'fire-post'],
    ]);
  });

  test('are from the first who printed them also where a later article says more of the speaker', async () => {
    const [post, wire] = quotedLibrary;
    const later = { ...wire, title: 'Elin Tarrow', text: `${wire.text} Elin Tarrow left. Elin Tarrow came.` };
    const among = await open([later, post]);
    expect((await among('Elin Tarrow')).map(([, id]) => id)).toEqual(['fire-post', 'fire-post']);
  });

  test('are the newest, whatever language they are in', async () => {
    const ids = (await ask('Tarrow')).map(([, id]) => id);
    expect(ids).toEqual(['choir', 'fire-mole', 'fire-post', 'fire-post']);
    expect(await ask('Tarrow', {}, 2)).toHaveLength(2);
  });

  test('are those of whom is asked for, and not of who speaks of them', async () => {
    const [post] = quotedLibrary;
    const text =
      'The choir sang. “Elin Tarrow has never been to any concert,” said Ines Hafner. “I have been there once,” Elin Tarrow said.';
    const among = await open([{ ...post, id: 'concert', text }]);
    expect(await among('Elin Tarrow')).toEqual([['Elin Tarrow', 'concert']]);
    const [, ...rest] = text.split('. ');
    const without = await open([{ ...post, id: 'concert', text: rest[0] ? `${rest[0]}.` : '' }]);
    expect(await without('Elin Tarrow')).toEqual([['Ines Hafner', 'concert']]);
  });

  test('are about what the other words name, in any language', async () => {
    expect(await ask('Ansgar Loft tannery')).toEqual([['le maire Ansgar Loft', 'fire-jetee']]);
    expect(await ask('Ansgar Loft volcano')).toEqual([]);
  });

  test('are of the time that is asked for', async () => {
    expect((await ask('Tarrow since yesterday')).map(([, id]) => id)).toEqual(['choir']);
  });

  test('are none for words that tell nothing', async () => {
    expect(await ask('the')).toEqual([]);
    expect(await ask('')).toEqual([]);
  });
});

import { describe, expect, test } from 'vitest';
import type { SuggestionCall } from '../../src/chat/adapter.ts';
import type { Message } from '../../src/chat/message.ts';
import { textOf } from '../../src/chat/plain.ts';
import { openHouse, tags, translations } from './house.ts';
import { quotedLibrary } from './quoted-library.ts';

const house = await openHouse({ items: quotedLibrary });
const formatDate = (date: Date) => date.toISOString();

/** What each paper is quoted with, by its address. */
function sides({ blocks }: Message): readonly (readonly [string | undefined, string])[] {
  return blocks.flatMap((block) =>
    block.kind === 'card' ? [[block.to, textOf(block.body ?? '', { formatDate })] as const] : [],
  );
}

/** The lines of all lists. */
function lines({ blocks }: Message): readonly string[] {
  return blocks.flatMap((block) =>
    block.kind === 'list' ? block.items.map((item) => textOf(item, { formatDate })) : [],
  );
}

describe('/compare', () => {
  test.each(tags)('shows in %s what each paper has for itself, those in it first', async (tag) => {
    const t = translations.translate(tag);
    const reply = await house.call(tag, 'compare', { topic: 'fire-post' });
    const own = quotedLibrary.find(({ language }) => language === tag);
    expect(reply.blocks.slice(0, 2)).toEqual([
      { kind: 'heading', text: own?.title },
      { kind: 'text', text: t('replies.compare.sources', { count: 4 }) },
    ]);
    const shown = sides(reply);
    expect(shown[0]?.[0]).toBe(own?.url);
    expect(new Set(shown.map(([to]) => to))).toEqual(
      new Set(quotedLibrary.slice(0, 4).map(({ url }) => url)),
    );
    for (const [, sentence] of shown) expect(sentence).not.toMatch(/never seen|noch nie/);
  });

  test('sets numbers that differ side by side, each with its sentence and source', async () => {
    const [difference, ...sentences] = lines(await house.call('en', 'compare', { topic: 'fire-post' }));
    expect(difference).toMatch(
      /^Sources give different figures: 12 workers \(.*The Ferry Post.*\) · 15 workers \(Strait Wire\)$/,
    );
    expect(sentences).toEqual([
      expect.stringMatching(/^“A fire at the tannery of Kelso on Monday hurt 12 workers\.” · The Ferry Post/),
      expect.stringMatching(/^“A fire at the tannery of Kelso on Monday hurt 15 workers\.” · Strait Wire/),
    ]);
  });

  test('shows a copy once and says who has it', async () => {
    const [post] = quotedLibrary;
    const copy = { ...post, id: 'copy', url: 'https://gazette.example/fire', source: 'Gazette' };
    const reply = await (
      await openHouse({ items: [post, copy] })
    ).call('en', 'compare', { topic: 'fire-post' });
    expect(sides(reply)).toHaveLength(1);
    expect(reply.blocks).toContainEqual({
      kind: 'text',
      text: translations.translate('en')('replies.compare.same', { count: 1, sources: 'Gazette' }),
    });
  });

  test.each(tags)('says in %s that only one paper tells it', async (tag) => {
    const t = translations.translate(tag);
    const reply = await house.call(tag, 'compare', { topic: 'choir' });
    expect(reply.blocks[1]).toEqual({
      kind: 'text',
      text: t('replies.compare.alone', { source: 'The Ferry Post' }),
    });
    expect(sides(reply)).toHaveLength(1);
  });

  test('shows as many as asked for, and the others behind a button', async () => {
    const reply = await house.call('en', 'compare', { topic: 'fire-post', count: 2 });
    expect(sides(reply)).toHaveLength(2);
    expect(JSON.stringify(reply.blocks.at(-1))).toContain('"count":10');
  });

  test.each(tags)(
    'finds the story by words in %s, suggests stories, and says where there is none',
    async (tag) => {
      const t = translations.translate(tag);
      const byWords = await house.call(tag, 'compare', { topic: 'Kelso tannery fire' });
      expect(byWords).toEqual(await house.call(tag, 'compare', { topic: 'fire-post' }));
      const call: SuggestionCall = {
        command: 'compare',
        option: 'topic',
        typed: 'choir Odrau',
        locale: tag,
        caller: { id: `web:${tag}`, manager: false },
        channel: 'web:1',
      };
      expect((await house.desk.suggest(call)).map(({ value }) => value)).toContain('choir');
      expect((await house.call(tag, 'compare', { topic: 'zyzzyva' })).blocks).toEqual([
        { kind: 'text', text: t('errors.noStory', { words: 'zyzzyva' }) },
      ]);
    },
  );
});

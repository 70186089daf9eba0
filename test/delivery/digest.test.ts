import { describe, expect, it } from 'vitest';
import type { Chosen } from '../../src/delivery/choice.ts';
import { writeDigest } from '../../src/delivery/digest.ts';
import type { Frame } from '../../src/delivery/digest.ts';
import type { LanguageTag } from '../../src/language/language.ts';
import type { NewArticle } from '../../src/stories/article.ts';
import { bakery, chess, ferry } from './events.ts';
import { readable, start, subscription, translations } from './room.ts';

/** Tells a story by its name. */
const teller = {
  tell: async ({ story, isUpdate = false }: { story: { id: string }; isUpdate?: boolean }) => ({
    blocks: [{ kind: 'text' as const, text: `${story.id}${isUpdate ? ', updated' : ''}` }],
  }),
};

function chosen(id: string, article: NewArticle, parts: Partial<Chosen> = {}): Chosen {
  const head = { ...article, revision: 1 };
  const story = { id, lead: head, articles: [head], updatedAt: start };
  return {
    story,
    articles: [head],
    sources: 1,
    score: 1,
    isUpdate: false,
    tellingArticles: [head],
    ...parts,
  };
}

async function write(
  stories: readonly Chosen[],
  language: LanguageTag = 'en',
  frame: Partial<Frame> = {},
): Promise<string> {
  const t = translations.translate(language);
  const parts = await writeDigest(
    stories,
    subscription().wish,
    { language, t, dueAt: start, isLate: false, unreadable: 0, ...frame },
    teller,
  );
  return readable({ language, blocks: parts.flatMap(({ blocks }) => blocks) });
}

const stories = [
  chosen('ferry', ferry.post, { topic: 'ships' }),
  chosen('chess', chess, { topic: 'games' }),
  chosen('again', ferry.wire, { topic: 'ships', isUpdate: true }),
];

describe('a digest', () => {
  it('has a section for each topic, in the order of their best stories', async () => {
    expect(await write(stories)).toBe(
      ['The news · 2026-05-04T08:00', 'ships', 'ferry', 'again, updated', 'games', 'chess'].join('\n\n'),
    );
  });

  it('has none where all belong to one topic, or to none', async () => {
    expect(await write(stories.slice(0, 1))).toBe('The news · 2026-05-04T08:00\n\nferry');
    expect(await write([chosen('a', bakery), chosen('b', chess)])).toBe(
      'The news · 2026-05-04T08:00\n\na\n\nb',
    );
  });

  it('says what was missing for a while: itself, and sources', async () => {
    expect(await write([chosen('a', bakery)], 'en', { isLate: true, unreadable: 2 })).toBe(
      [
        'The news · 2026-05-04T08:00',
        'a',
        'Late, since Kiosk wasn’t running when this was due: 2026-05-04T08:00',
        '2 sources can’t be read at the moment.',
      ].join('\n\n'),
    );
  });

  it.each([
    ['en', 'There is nothing new.'],
    ['fr', 'Il n’y a rien de nouveau.'],
    ['de', 'Es gibt nichts Neues.'],
  ] as const)('says in %s that there is nothing new', async (language, nothing) => {
    const title = translations.translate(language)('replies.digest.title');
    expect(await write([], language)).toBe(`${title} · 2026-05-04T08:00\n\n${nothing}`);
  });

  it('has buttons for its first stories, and for sources that can’t be read', async () => {
    const t = translations.translate('de');
    const frame = { language: 'de', t, dueAt: start, isLate: false, unreadable: 1 } as const;
    const many = Array.from({ length: 7 }, (_, index) => chosen(`${index}`, bakery));
    const parts = await writeDigest(many, subscription().wish, frame, teller);
    const actions = parts.flatMap(({ blocks }) => blocks.filter(({ kind }) => kind === 'actions'));
    expect(actions).toMatchObject([
      { actions: [{ command: 'sources', label: t('replies.setup.show') }] },
      { actions: ['0', '1', '2', '3', '4'].map((story) => ({ command: 'story', options: { story } })) },
    ]);
    const none = await writeDigest([], subscription().wish, { ...frame, unreadable: 0 }, teller);
    expect(none.flatMap(({ blocks }) => blocks).some(({ kind }) => kind === 'actions')).toBe(false);
  });
});

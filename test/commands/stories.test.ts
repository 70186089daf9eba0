import { describe, expect, test } from 'vitest';
import type { SuggestionCall } from '../../src/chat/adapter.ts';
import { plain } from '../../src/chat/plain.ts';
import type { Span } from '../../src/chat/message.ts';
import { nameOfLanguage } from '../../src/language/index.ts';
import { openHouse, tags, translations } from './house.ts';
import { library } from './library.ts';

const house = await openHouse({ items: library });
const empty = await openHouse();
const isoDate = (date: Date) => date.toISOString();
const date = (iso: string) => ({ date: new Date(iso), style: 'date' });

/** What each language's readers see of the story told in all of them. */
const bridge = {
  en: { title: library[0].title, url: library[0].url },
  fr: { title: library[2].title, url: library[2].url },
  de: { title: library[3].title, url: library[3].url },
};

function suggest(parts: Pick<SuggestionCall, 'command' | 'typed'> & { readonly locale: string }, of = house) {
  const caller = { id: `web:${parts.locale}`, manager: false };
  return of.desk.suggest({ ...parts, option: 'story', caller, channel: 'web:1' });
}

async function titles(options: Readonly<Record<string, string | number>>) {
  const { blocks } = await house.call('en', 'latest', options);
  return blocks.flatMap((block) => (block.kind === 'card' ? block.title : []));
}

describe('/latest', () => {
  test.each(tags)('shows the newest stories first, each told in %s where it can be', async (tag) => {
    const t = translations.translate(tag);
    const { title, url } = bridge[tag];
    const sources = 'The Ferry Post, Strait Wire, La Jetée, Die Mole';
    expect(await house.call(tag, 'latest')).toEqual({
      language: tag,
      blocks: [
        { kind: 'heading', text: t('replies.latest') },
        {
          kind: 'card',
          title: 'Rye loaf wins national bread contest',
          to: 'https://ferrypost.example/bread',
          note: ['The Ferry Post', ' · ', date('2026-05-05T08:00:00Z')],
          language: 'en',
        },
        {
          kind: 'card',
          title,
          to: url,
          note: [t('replies.told', { count: 4, sources }), ' · ', date('2026-05-04T16:00:00Z')],
          language: tag,
        },
        {
          kind: 'card',
          title: 'Schülerin gewinnt Schachturnier in Odrau',
          to: 'https://mole.example/schach',
          note: ['Die Mole', ' · ', date('2026-05-03T08:00:00Z')],
          language: 'de',
        },
        {
          kind: 'actions',
          actions: [
            { label: 'Rye loaf wins national bread contest', command: 'story', options: { story: 'bakery' } },
            { label: expect.any(String), command: 'story', options: { story: 'bridge-post' } },
            {
              label: 'Schülerin gewinnt Schachturnier in Odrau',
              command: 'story',
              options: { story: 'schach' },
            },
          ],
        },
      ],
    });
  });

  test('shows as many as asked for, and those told in one language', async () => {
    expect(await titles({ count: 1 })).toEqual(['Rye loaf wins national bread contest']);
    expect(await titles({ in: 'de' })).toEqual([bridge.en.title, 'Schülerin gewinnt Schachturnier in Odrau']);
    expect(await titles({ in: 'fr' })).toEqual([bridge.en.title]);
  });

  test.each(tags)(
    'says in %s that nothing was read, or nothing in that language, or what is wrong',
    async (tag) => {
      const t = translations.translate(tag);
      const bounds = { option: t('commands.latest.options.count.name'), minimum: 1, maximum: 20 };
      expect((await empty.call(tag, 'latest')).blocks).toEqual([
        { kind: 'text', text: t('replies.nothingRead') },
      ]);
      expect((await empty.call(tag, 'latest', { in: 'fr' })).blocks).toEqual([
        { kind: 'text', text: t('replies.noStoriesIn') },
      ]);
      expect((await house.call(tag, 'latest', { count: 21 })).blocks).toEqual([
        { kind: 'text', text: t('errors.notInteger', bounds) },
      ]);
      expect(house.logged).toEqual([]);
    },
  );
});

describe('/story', () => {
  test.each(tags)('tells a story in %s, and who reported what when', async (tag) => {
    const t = translations.translate(tag);
    const { language, blocks } = await house.call(tag, 'story', { story: 'bridge-post' });
    const [heading, first, second, reported, list, , , actions] = blocks;
    expect({ language, count: blocks.length }).toEqual({ language: tag, count: 8 });
    expect(heading).toEqual({ kind: 'heading', text: bridge[tag].title });
    expect(first).toMatchObject({ kind: 'card', language: tag, body: { language: tag } });
    expect(second).toMatchObject({ kind: 'card', language: tag, body: { language: tag } });
    expect(reported).toEqual({ kind: 'text', text: t('replies.reportedBy', { count: 4 }) });
    const lines = library
      .slice(0, 4)
      .map(({ publishedAt, source, title, url }) => [
        { date: publishedAt, style: 'time' },
        ' · ',
        { strong: source },
        ' · ',
        { link: title, to: url },
      ]);
    const items = list?.kind === 'list' ? list.items : [];
    expect(items.map((item) => (Array.isArray(item) ? item.slice(0, 5) : item))).toEqual(lines);
    // The first one can't add to anything; those after it are quoted with what is new in them, if anything is, in whatever language it was said before.
    expect(JSON.stringify(items[0])).not.toContain('"quote"');
    expect(JSON.stringify(items[1])).toContain(
      '"quote":"A collision with the tanker Mirabel has closed the bridge at Varnholm."',
    );
    expect(JSON.stringify(items[3])).not.toContain('"quote"');
    expect(actions).toEqual({
      kind: 'actions',
      actions: [
        { label: t('replies.summary'), command: 'summary', options: { story: 'bridge-post' } },
        {
          label: t('replies.timeline.show'),
          command: 'timeline',
          options: { topic: bridge[tag].title },
        },
        { label: t('replies.compare.show'), command: 'compare', options: { topic: 'bridge-post' } },
      ],
    });
  });

  test('finds it by words as well', async () => {
    const byWords = await house.call('fr', 'story', { story: 'pétrolier Mirabel' });
    expect(byWords).toEqual(await house.call('fr', 'story', { story: 'bridge-post' }));
  });

  test.each(tags)('is suggested in %s: the newest ones, or those that the words find', async (tag) => {
    expect(await suggest({ command: 'story', typed: ' ', locale: tag })).toEqual([
      { value: 'bakery', label: 'Rye loaf wins national bread contest' },
      { value: 'bridge-post', label: bridge[tag].title },
      { value: 'schach', label: 'Schülerin gewinnt Schachturnier in Odrau' },
    ]);
    expect(await suggest({ command: 'story', typed: 'Mirabel', locale: tag })).toEqual([
      { value: 'bridge-post', label: bridge[tag].title },
    ]);
    const found = await suggest({ command: 'story', typed: 'baker Varnholm bridge Mirabel', locale: tag });
    expect(found.map(({ value }) => value)).toEqual(['bridge-post', 'bakery']);
    expect(await suggest({ command: 'summary', typed: 'Odrau', locale: tag })).toEqual([
      { value: 'schach', label: 'Schülerin gewinnt Schachturnier in Odrau' },
    ]);
    expect(await suggest({ command: 'story', typed: 'zyzzyva', locale: tag })).toEqual([]);
    expect(await suggest({ command: 'story', typed: '', locale: tag }, empty)).toEqual([]);
  });
});

describe('/summary', () => {
  test.each(tags)('sums a story up in %s, in its own sentences', async (tag) => {
    const t = translations.translate(tag);
    const { language, blocks } = await house.call(tag, 'summary', { story: 'bridge-post' });
    const cards = blocks.filter((block) => block.kind === 'card');
    const texts = library.filter((item) => item.language === tag).map(({ text }) => text);
    expect(language).toBe(tag);
    expect(blocks[0]).toEqual({ kind: 'heading', text: bridge[tag].title });
    expect(cards).toHaveLength(4);
    for (const { body } of cards) {
      const quoted = typeof body === 'object' && 'quote' in body ? String(body.quote) : '';
      expect(texts.some((text) => quoted !== '' && text.includes(quoted))).toBe(true);
    }
    expect(blocks.at(-1)).toEqual({
      kind: 'actions',
      actions: [
        { label: t('replies.story'), command: 'story', options: { story: 'bridge-post' } },
        { label: t('replies.more'), command: 'summary', options: { story: 'bridge-post', length: 'long' } },
        ...(['de', 'en', 'fr'] as const)
          .filter((other) => other !== tag)
          .map((other) => ({
            label: t('replies.inLanguage', { language: nameOfLanguage(other, tag) }),
            command: 'summary',
            options: { story: 'bridge-post', length: 'medium', in: other },
          })),
      ],
    });
  });

  test.each(tags)('says in %s who else says so, and not the paper that is quoted', async (tag) => {
    const t = translations.translate(tag);
    const { blocks } = await house.call(tag, 'summary', { story: 'bridge-post' });
    const notes = blocks.flatMap((block) =>
      block.kind === 'card' && Array.isArray(block.note) ? [block.note] : [],
    );
    const sources = [...new Set(library.map(({ source }) => source))];
    const named = notes.flatMap(([own, ...rest]) => {
      const also = rest.find(
        (span) => typeof span === 'string' && span.startsWith(t('replies.alsoIn', { sources: '' })),
      );
      return also === undefined ? [] : [{ own: String(own), also: String(also) }];
    });
    expect(named.length).toBeGreaterThan(0);
    for (const { own, also } of named) {
      const others = sources.filter((source) => also.includes(source));
      expect(also).toBe(t('replies.alsoIn', { sources: others.join(', ') }));
      expect(others).not.toContain(own);
    }
  });

  test('tells it from the articles of another language where that is asked for', async () => {
    const { language, blocks } = await house.call('en', 'summary', { story: 'bridge-post', in: 'de' });
    expect(language).toBe('en');
    expect(blocks[0]).toEqual({ kind: 'heading', text: bridge.de.title });
    const spoken = blocks.flatMap((block) => (block.kind === 'card' ? [block.language] : []));
    expect(new Set(spoken)).toEqual(new Set(['de']));
    expect(JSON.stringify(blocks.at(-1))).toContain('In French');
    expect(JSON.stringify(blocks.at(-1))).not.toContain('In German');
  });

  test('is as long as asked for', async () => {
    const counts = ['short', 'medium', 'long'].map(async (length) => {
      const { blocks } = await house.call('en', 'summary', { story: 'bridge-post', length });
      return blocks.filter(({ kind }) => kind === 'card').length;
    });
    expect(await Promise.all(counts)).toEqual([2, 4, 7]);
    const long = await house.call('en', 'summary', { story: 'bridge-post', length: 'long' });
    expect(JSON.stringify(long.blocks.at(-1))).not.toContain('Show more');
  });
});

describe.each(['story', 'summary'] as const)('/%s', (command) => {
  test.each(tags)('says in %s that there is no such story, or that one must be named', async (tag) => {
    const t = translations.translate(tag);
    const option = t(`commands.${command}.options.story.name`);
    const description = t(`commands.${command}.options.story.description`);
    for (const of of [house, empty]) {
      expect((await of.call(tag, command, { story: 'zyzzyva' })).blocks).toEqual([
        { kind: 'text', text: t('errors.noStory', { words: 'zyzzyva' }) },
      ]);
    }
    expect((await house.call(tag, command)).blocks).toEqual([
      { kind: 'text', text: t('errors.missingOption', { option, description }) },
    ]);
    expect(house.logged).toEqual([]);
  });
});

describe('/search', () => {
  test.each(tags)('finds articles by words and says so in %s', async (tag) => {
    const t = translations.translate(tag);
    const { language, blocks } = await house.call(tag, 'search', { words: 'Mirabel' });
    const [opening, ...cards] = blocks;
    expect({ language, opening }).toEqual({
      language: tag,
      opening: { kind: 'text', text: t('replies.search.found', { count: 4, words: 'Mirabel' }) },
    });
    expect(cards.flatMap((card) => (card.kind === 'card' ? card.to : [])).toSorted()).toEqual(
      library
        .slice(0, 4)
        .map(({ url }) => url)
        .toSorted(),
    );
  });

  test('finds as many as asked for, in the language asked for', async () => {
    const found = await house.call('en', 'search', { words: 'Mirabel', in: 'de' });
    expect(found.blocks).toHaveLength(2);
    expect(plain(found, { formatDate: isoDate })).toContain('One article about “Mirabel”:');
    expect((await house.call('en', 'search', { words: 'Mirabel', count: 2 })).blocks).toHaveLength(3);
  });

  test.each(tags)('says in %s that no article speaks of it, or what is wrong', async (tag) => {
    const t = translations.translate(tag);
    const option = t('commands.search.options.words.name');
    for (const of of [house, empty]) {
      expect((await of.call(tag, 'search', { words: '@everyone <b>zyzzyva</b>' })).blocks).toEqual([
        { kind: 'text', text: t('replies.search.nothing', { words: '@everyone <b>zyzzyva</b>' }) },
      ]);
    }
    expect((await house.call(tag, 'search', { words: 'x'.repeat(501) })).blocks).toEqual([
      { kind: 'text', text: t('errors.tooLong', { option, maximum: 500, count: 501 }) },
    ]);
  });
});

describe('/timeline', () => {
  test.each(tags)('tells in %s how the news of a topic went on, the oldest first', async (tag) => {
    const t = translations.translate(tag);
    const { language, blocks } = await house.call(tag, 'timeline', { topic: 'Varnholm bridge Kelso bread' });
    expect(language).toBe(tag);
    expect(blocks[0]).toEqual({
      kind: 'heading',
      text: t('replies.timeline.title', { topic: 'Varnholm bridge Kelso bread' }),
    });
    const items = blocks.flatMap((block) => (block.kind === 'list' ? block.items : []));
    const links = items.flatMap((item) =>
      Array.isArray(item)
        ? item.flatMap((span: Span) => (typeof span === 'object' && 'to' in span ? [span.to] : []))
        : [],
    );
    expect(links).toEqual([bridge[tag].url, 'https://ferrypost.example/bread']);
  });

  test('leaves out what merely has a word of the topic', async () => {
    const { blocks } = await house.call('en', 'timeline', {
      topic: 'tanker Mirabel rams Varnholm bridge contest',
    });
    expect(JSON.stringify(blocks)).toContain('ferrypost.example/bridge');
    expect(JSON.stringify(blocks)).not.toContain('ferrypost.example/bread');
  });

  test.each(tags)('says in %s that nobody wrote of it', async (tag) => {
    const t = translations.translate(tag);
    expect((await house.call(tag, 'timeline', { topic: 'zyzzyva' })).blocks).toEqual([
      { kind: 'text', text: t('replies.search.nothing', { words: 'zyzzyva' }) },
    ]);
  });
});

describe('/why', () => {
  const question = 'How long is the tanker Mirabel in zyzzyvas?';

  test.each(tags)('says in %s which words of the question an article speaks of, and where', async (tag) => {
    const t = translations.translate(tag);
    const { blocks } = await house.call(tag, 'why', { question, article: 'bridge-post' });
    const list = blocks.find((block) => block.kind === 'list');
    const lines =
      list?.kind === 'list' ? list.items.map((item) => (Array.isArray(item) ? item : [item])) : [];
    const [sentence, nowhere] = (['sentence', 'nowhere'] as const).map((place) =>
      t(`replies.why.places.${place}`),
    );
    expect(lines.map((line: readonly Span[]) => [line[0], line[2]])).toEqual([
      [{ strong: 'long' }, sentence],
      [{ strong: 'tanker' }, sentence],
      [{ strong: 'Mirabel' }, sentence],
      [{ strong: 'zyzzyvas' }, nowhere],
    ]);
    const weights = lines.map((line: readonly Span[]) => Number.parseInt(String(line[4]), 10));
    expect(Math.abs(weights.reduce((sum, weight) => sum + weight, 0) - 100)).toBeLessThan(3);
    expect(blocks).toContainEqual(expect.objectContaining({ kind: 'card', title: bridge.en.title }));
  });

  test.each(tags)('says in %s what a word is called in the language of the article', async (tag) => {
    const t = translations.translate(tag);
    const { blocks } = await house.call(tag, 'why', {
      question: 'Welche Brücke rammte das Schiff?',
      article: 'bridge-post',
    });
    const list = blocks.find((block) => block.kind === 'list');
    expect(list?.kind === 'list' && list.items).toContainEqual([
      { strong: 'Brücke' },
      ' → ',
      { quote: expect.stringMatching(/^bridge$/i), language: 'en' },
      ` (${t('replies.why.relations.translation')})`,
      ' · ',
      expect.any(String),
      ' · ',
      expect.any(String),
    ]);
  });

  test.each(tags)('says in %s why a sentence about the names alone is no answer', async (tag) => {
    const t = translations.translate(tag);
    const asked = 'What colour has the Mirabel of Tarrow?';
    const { blocks } = await house.call(tag, 'why', { question: asked, article: 'bridge-post' });
    const closings = blocks.flatMap((block) => (block.kind === 'text' ? [block.text] : []));
    const [start = ''] = t('replies.why.thin', { share: 0 }).split('0');
    const end = t('replies.why.thin', { share: 0 }).split('%').at(-1);
    expect(closings.at(-1)).toMatch(new RegExp(`^${start}\\d+.*${end}$`));
    const answer = await house.call(tag, 'ask', { question: asked });
    expect(answer.blocks[0]).toEqual({ kind: 'text', text: t('replies.ask.notAnswered') });
  });

  test.each(tags)('says in %s that an article no longer speaks of it', async (tag) => {
    const t = translations.translate(tag);
    for (const article of ['bakery', 'nowhere']) {
      expect((await house.call(tag, 'why', { question, article })).blocks).toEqual([
        { kind: 'text', text: t('replies.why.unknown') },
      ]);
    }
  });
});

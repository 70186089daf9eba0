import { describe, expect, test } from 'vitest';
import type { Block, Message } from '../../src/chat/message.ts';
import { openHouse, tags, translations } from './house.ts';
import type { Item } from '../../src/sources/item.ts';
import type { TestHouse } from './house.ts';
import { library } from './library.ts';

const house = await openHouse({ items: library });
const questions = {
  en: 'Why did the rudder of the Mirabel fail?',
  fr: 'Pourquoi le gouvernail était-il en panne, selon le capitaine ?',
  de: 'Wer haftet für den Tanker, die Reederei Costland?',
};

function cards({ blocks }: Message): readonly Extract<Block, { kind: 'card' }>[] {
  return blocks.filter((block) => block.kind === 'card');
}

describe('/ask', () => {
  test('quotes the sentence with its source, date and link, and offers more', async () => {
    const { language, blocks } = await house.call('en', 'ask', { question: 'rye loaf', count: 1 });
    const t = translations.translate('en');
    expect({ language, blocks }).toEqual({
      language: 'en',
      blocks: [
        { kind: 'text', text: t('replies.ask.found', { count: 1 }) },
        {
          kind: 'card',
          title: 'Rye loaf wins national bread contest',
          to: 'https://ferrypost.example/bread',
          body: {
            quote: 'A baker from Kelso won the national bread contest with a rye loaf.',
            language: 'en',
          },
          note: ['The Ferry Post', ' · ', { date: new Date('2026-05-05T08:00:00Z'), style: 'date' }],
          language: 'en',
        },
        {
          kind: 'actions',
          actions: [
            { label: t('replies.summary'), command: 'summary', options: { story: 'bakery' } },
            { label: t('replies.story'), command: 'story', options: { story: 'bakery' } },
            { label: t('replies.more'), command: 'ask', options: { question: 'rye loaf', count: 10 } },
            {
              label: t('replies.why.ask'),
              command: 'why',
              options: { question: 'rye loaf', article: 'bakery' },
            },
            { label: t('replies.followUp'), command: 'ask', options: {}, asks: 'question' },
          ],
        },
      ],
    });
  });

  test.each(tags)('answers readers of %s in their language', async (tag) => {
    const message = await house.call(tag, 'ask', { question: questions[tag] });
    const t = translations.translate(tag);
    const sources = new Set(cards(message).map(({ note }) => JSON.stringify(note)?.split(' · ')[0])).size;
    expect(message.language).toBe(tag);
    expect(message.blocks[0]).toEqual({ kind: 'text', text: t('replies.ask.found', { count: sources }) });
    expect(cards(message)[0]?.language).toBe(tag);
  });

  test('says how many sources an answer is from, not how many sentences', async () => {
    const message = await house.call('en', 'ask', {
      question: 'rye loaf bread contest jury crust',
      count: 10,
    });
    expect(cards(message).length).toBeGreaterThan(1);
    expect(message.blocks[0]).toEqual({ kind: 'text', text: 'One source says:' });
  });

  test('quotes and counts only what comes near the best evidence', async () => {
    const question = 'Who won the national bread contest with a rye loaf?';
    const sung: Item = {
      ...library[4],
      id: 'sung',
      url: 'https://far.example/sung',
      source: 'The Far Post',
      title: 'Choirs',
      text: 'A contest of choirs begins in May.',
    };
    const kiosk = await openHouse({ items: [library[4], sung] });
    const { evidence } = await kiosk.kiosk.ask({ text: question, language: 'en' }, 10);
    expect(evidence.map(({ article }) => article.url)).toContain(sung.url);
    const message = await kiosk.call('en', 'ask', { question, count: 10 });
    expect(cards(message).map(({ to }) => to)).not.toContain(sung.url);
    expect(message.blocks[0]).toEqual({ kind: 'text', text: 'One source says:' });
  });

  test('searches one language where asked to', async () => {
    const question = 'Varnholm Mirabel Tarrow';
    const everywhere = cards(await house.call('en', 'ask', { question, count: 10 }));
    expect(new Set(everywhere.map(({ language }) => language))).toEqual(new Set(tags));
    const german = cards(await house.call('en', 'ask', { question, count: 10, in: 'de' }));
    expect(new Set(german.map(({ language }) => language))).toEqual(new Set(['de']));
  });

  test.each(tags)('says in %s that it is not in what was read, and what comes nearest', async (tag) => {
    const question = 'Kelso volcano eruption lava helicopter evacuation yesterday';
    const message = await house.call(tag, 'ask', { question });
    const t = translations.translate(tag);
    expect(message.blocks[0]).toEqual({ kind: 'text', text: t('replies.ask.notAnswered') });
    expect(cards(message)[0]?.to).toBe('https://ferrypost.example/bread');
    expect(JSON.stringify(message.blocks.at(-1))).not.toContain(t('replies.more'));
  });

  test.each(tags)('says in %s that nothing comes near', async (tag) => {
    const { blocks } = await house.call(tag, 'ask', { question: 'zyzzyva' });
    const nothing = translations.translate(tag)('replies.ask.nothing');
    expect(blocks).toEqual([{ kind: 'text', text: nothing }]);
    const empty = await openHouse();
    expect((await empty.call(tag, 'ask', { question: questions[tag] })).blocks).toEqual(blocks);
  });

  test.each(tags)('says in %s what is wrong with how it was used', async (tag) => {
    const t = translations.translate(tag);
    const says = async (options: Readonly<Record<string, string | number>>) =>
      (await house.call(tag, 'ask', options)).blocks;
    const option = t('commands.ask.options.question.name');
    const description = t('commands.ask.options.question.description');
    expect(await says({})).toEqual([
      { kind: 'text', text: t('errors.missingOption', { option, description }) },
    ]);
    expect(await says({ question: 'x'.repeat(2001) })).toEqual([
      { kind: 'text', text: t('errors.tooLong', { option, maximum: 2000, count: 2001 }) },
    ]);
    const bounds = { option: t('commands.ask.options.count.name'), minimum: 1, maximum: 10 };
    expect(await says({ question: 'Who?', count: 0 })).toEqual([
      { kind: 'text', text: t('errors.notInteger', bounds) },
    ]);
  });
});

function fire(id: string, source: string, text: string) {
  return { ...library[4], id, source, url: `https://${id}.example/fire`, title: 'Fire on the ferry', text };
}

describe('/ask for a number', () => {
  const post = fire('post', 'The Ferry Post', 'The fire on the ferry at Kelso hurt 14 people on Tuesday.');
  const wire = fire('wire', 'Strait Wire', 'In Kelso 14 people were hurt by the fire on the ferry.');
  const sheet = fire('sheet', 'The Sheet', 'The ferry burned at Kelso, and 12 people were hurt by the fire.');
  const question = {
    en: 'How many people were hurt by the fire on the ferry?',
    fr: 'Combien de personnes ont été blessées par le feu sur le ferry ?',
    de: 'Wie viele Menschen wurden beim Feuer auf der Fähre verletzt?',
  };

  async function answer(tag: (typeof tags)[number], ...items: ReturnType<typeof fire>[]) {
    const kiosk = await openHouse({ items });
    await kiosk.store.articles.assign(items.map(({ id }) => ({ article: id, story: 'post' })));
    return kiosk.call(tag, 'ask', { question: question[tag] });
  }

  test('marks it in the quotation', async () => {
    const [card] = cards(await answer('en', post));
    expect(card?.body).toEqual({
      quote: ['The fire on the ferry at Kelso hurt ', { strong: '14' }, ' people on Tuesday.'],
      language: 'en',
    });
  });

  test.each(tags)('says in %s that several sources give the same one', async (tag) => {
    const t = translations.translate(tag);
    const { blocks } = await answer(tag, post, wire);
    expect(blocks[0]).toEqual({
      kind: 'text',
      text: [t('replies.ask.agree', { count: 2 }), ' ', { strong: '14' }],
    });
  });

  test.each(tags)('says in %s which source gives which where they differ', async (tag) => {
    const t = translations.translate(tag);
    const { blocks } = await answer(tag, post, sheet);
    expect(blocks[0]).toEqual({ kind: 'text', text: t('replies.ask.differ') });
    const list = blocks[1];
    expect(list?.kind === 'list' ? list.items : []).toEqual(
      expect.arrayContaining([
        [{ strong: '14' }, ' · The Ferry Post · ', { date: post.publishedAt, style: 'date' }],
        [{ strong: '12' }, ' · The Sheet · ', { date: sheet.publishedAt, style: 'date' }],
      ]),
    );
    expect(blocks[2]).toEqual({ kind: 'text', text: t('replies.ask.found', { count: 2 }) });
  });

  test('marks nothing in what only comes nearest', async () => {
    const kiosk = await openHouse({ items: [post] });
    const message = await kiosk.call('en', 'ask', {
      question: 'How many volcanoes erupted below the Kelso glacier?',
    });
    const [card] = cards(message);
    expect(message.blocks[0]).toEqual({
      kind: 'text',
      text: translations.translate('en')('replies.ask.notAnswered'),
    });
    expect(card?.body).toEqual({ quote: post.text, language: 'en' });
  });
});

function ask({ desk }: TestHouse, question: string, id = 'web:ada'): Promise<Message> {
  const caller = { id, manager: false };
  return desk.answer({ command: 'ask', options: { question }, caller, channel: 'web:1' });
}

describe('a conversation with /ask', () => {
  const items = [
    ...library,
    {
      ...library[4],
      id: 'novel',
      url: 'https://ferrypost.example/novel',
      title: 'Novel sells',
      text: 'A novel sells well. The novelist said it was luck. The writer will pay her debts.',
    },
  ];

  test('goes on about what was answered, for that reader alone', async () => {
    const kiosk = await openHouse({ items });
    await ask(kiosk, 'Which tanker rammed the Varnholm bridge?');
    const quotes = async (caller: string) =>
      cards(await ask(kiosk, 'and who will pay?', caller)).map(({ body }) => JSON.stringify(body));
    const [first, second] = await quotes('web:ada');
    expect(first).toContain('bridge');
    expect(second).toContain('Costland');
    expect((await quotes('web:bob'))[0]).toContain('The writer will pay her debts.');
  });

  test('still knows its subject after several such questions', async () => {
    const kiosk = await openHouse({ items });
    await ask(kiosk, 'Which tanker rammed the Varnholm bridge?');
    await ask(kiosk, 'and who will pay?');
    const remembered = await kiosk.kiosk.conversation.recall({ caller: 'web:ada', channel: 'web:1' });
    expect(remembered?.question).toContain('Varnholm bridge');
    const [best] = cards(await ask(kiosk, 'and what was said?'));
    expect(best?.to).toContain('bridge');
  });

  test('turns to another subject with a question that stands on its own', async () => {
    const kiosk = await openHouse({ items });
    await ask(kiosk, 'Which tanker rammed the Varnholm bridge?');
    await ask(kiosk, 'Which baker won the bread contest with a rye loaf?');
    const remembered = await kiosk.kiosk.conversation.recall({ caller: 'web:ada', channel: 'web:1' });
    expect(remembered).toEqual({
      question: 'Which baker won the bread contest with a rye loaf?',
      stories: expect.arrayContaining(['bakery']),
    });
  });

  test('is not turned by a question without an answer', async () => {
    const kiosk = await openHouse({ items });
    await ask(kiosk, 'Which tanker rammed the Varnholm bridge?');
    const place = { caller: 'web:ada', channel: 'web:1' };
    const before = await kiosk.kiosk.conversation.recall(place);
    await ask(kiosk, 'Zyzzyva volcano lava?');
    expect(await kiosk.kiosk.conversation.recall(place)).toEqual(before);
  });
});

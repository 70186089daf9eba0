import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Question } from '../../src/answers/question.ts';
import { article } from '../contracts/article-store.ts';
import { bakery, filler, fuite, leak, leck, library } from './library.ts';

const { ask, ids } = await library();

describe('an answer', () => {
  test('is the sentence that says it, with its place, article and story', async () => {
    const { answered, evidence, language } = await ask('Who posted the letters of the harbour board?');
    const [best] = evidence;
    const sentence =
      'About four terabytes of letters of the harbour board were posted by a user called GULLWING.';
    expect({ answered, language }).toEqual({ answered: true, language: 'en' });
    expect(best).toMatchObject({
      article: { id: 'leak-en', url: leak.url, source: 'The Ferry Post', title: leak.title },
      story: 'leak-en',
      sentence,
      start: leak.text.indexOf(sentence),
      end: leak.text.indexOf(sentence) + sentence.length,
    });
  });

  test('comes from every language that is searched, understood in the question’s own', async () => {
    const { language, evidence } = await ask('Was hat GULLWING veröffentlicht?', 'en');
    expect(language).toBe('de');
    expect(evidence.map(({ article: { id } }) => id)).toEqual(
      expect.arrayContaining(['leak-de', 'leak-en', 'leak-fr']),
    );
  });

  test('comes from the languages asked for alone', async () => {
    expect(await ids('GULLWING', 'en', { in: ['fr'] })).toEqual(['leak-fr']);
    expect((await ids('GULLWING', 'en', { in: ['de', 'en'] })).toSorted()).toEqual(['leak-de', 'leak-en']);
    expect(await ids('GULLWING', 'en', { in: [] })).toEqual([]);
  });

  test('has its best evidence first and no more of it than asked for', async () => {
    const { evidence } = await ask('harbour board letters');
    expect(evidence.length).toBeGreaterThan(2);
    const scores = evidence.map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((one, other) => other - one));
    const { evidence: fewer } = await ask('harbour board letters', 'en', {}, 2);
    expect(fewer).toEqual(evidence.slice(0, 2));
  });

  test('finds a German compound by its part, and a part by the compound', async () => {
    const { ids } = await library([
      leck,
      article({
        id: 'leck',
        language: 'de',
        text: 'Ein Leck im Schiff. Die Daten fehlen. Das Amt schweigt.',
      }),
      // Words are parts where they are commoner than what they are a part of.
      article({ id: 'leck-2', language: 'de', text: 'Das Leck ist dicht. Neue Daten sind da.' }),
      article({ id: 'hafen', language: 'de', text: 'Am Hafen ist es ruhig.' }),
    ]);
    expect((await ids('Datenleck', 'de'))[0]).toBe('leak-de');
    expect(await ids('Datenleck', 'de')).toContain('leck');
    expect(await ids('Leck', 'de')).toContain('leak-de');
  });

  test('is not claimed where nothing stored supports it, and what comes nearest is shown', async () => {
    const { answered, evidence } = await ask('Which volcano swallowed the prize of the skiing federation?');
    expect(answered).toBe(false);
    expect(evidence[0]?.article.id).toBe('bakery');
  });

  test('is not claimed where but one of the things asked for is spoken of', async () => {
    const { ask } = await library();
    const { answered, evidence } = await ask('How many terabytes of milk?', 'en', { in: ['en'] });
    expect(evidence[0]?.sentence).toContain('terabytes');
    expect(answered).toBe(false);
    expect((await ask('How many terabytes of letters?', 'en', { in: ['en'] })).answered).toBe(true);
  });

  test('is empty where nothing comes near', async () => {
    expect(await ask('Zyzzyva?')).toMatchObject({ answered: false, evidence: [], language: 'en' });
  });

  test('to a name alone is what speaks of it', async () => {
    const { answered, evidence } = await ask('Kelso');
    expect(answered).toBe(true);
    expect(evidence[0]?.sentence).toBe('A baker from Kelso won the prize for the best rye bread.');
  });

  test('to a name that stands in a title alone is what the article opens with', async () => {
    const { ask } = await library([...filler, { ...bakery, title: 'Ryegate: baker wins prize' }]);
    const { answered, evidence } = await ask('Ryegate');
    expect(answered).toBe(true);
    expect(evidence.map(({ sentence }) => sentence)).toEqual([
      'A baker from Kelso won the prize for the best rye bread.',
    ]);
  });

  test('is empty in an empty library', async () => {
    const { ask } = await library([]);
    expect(await ask('Who posted the letters?')).toMatchObject({
      answered: false,
      evidence: [],
      language: 'en',
    });
  });
});

describe('a question that hardly asks', () => {
  test.each([
    ['only stop words', 'Who was it and what is that?'],
    ['an emoji', '🎉🎉'],
    ['nothing', ''],
    ['spaces', ' \n\t '],
    ['punctuation', '?!… «»'],
    ['a lone surrogate', '\uD83C'],
  ])('%s finds nothing and claims nothing', async (_, text) => {
    expect(await ask(text)).toMatchObject({ answered: false, evidence: [] });
  });

  test('20,000 characters of it are borne', async () => {
    const long = 'Who posted the letters of the harbour board? '.repeat(450).slice(0, 20_000);
    expect((await ask(long)).evidence[0]?.article.id).toBe('leak-en');
    expect(await ask('x'.repeat(20_000))).toMatchObject({ answered: false, evidence: [] });
    expect(await ask('Hafenamt'.repeat(2_500), 'de')).toMatchObject({ answered: false });
  });
});

function ferry(id: string, publishedAt: string) {
  return article({ id, text: 'The ferry sailed again.', publishedAt: new Date(publishedAt) });
}

describe('a question that asks for news', () => {
  // Tuesday the 10th begins in Berlin an hour before it begins in London.
  const articles = [
    ferry('monday', '2026-03-09T22:59:59Z'),
    ferry('tuesday in Berlin', '2026-03-09T23:00:00Z'),
    ferry('wednesday', '2026-03-11T10:00:00Z'),
    article({
      id: 'fr',
      language: 'fr',
      text: 'La ferry est repartie.',
      publishedAt: new Date('2026-03-09T23:30:00Z'),
    }),
    article({
      id: 'de',
      language: 'de',
      text: 'Die Ferry fährt wieder.',
      publishedAt: new Date('2026-03-09T23:30:00Z'),
    }),
  ];

  test.each([
    ['What did the ferry do since Tuesday?', 'en'],
    ['Qu’a fait la ferry depuis mardi ?', 'fr'],
    ['Was hat die Ferry seit Dienstag gemacht?', 'de'],
  ] as const)('%s gets what was published from then on, by the reader’s clock', async (text, language) => {
    const inBerlin = await library(articles, 'Europe/Berlin');
    expect((await inBerlin.ids(text, language)).toSorted()).toEqual([
      'de',
      'fr',
      'tuesday in Berlin',
      'wednesday',
    ]);
    const inLondon = await library(articles, 'Europe/London');
    expect(await inLondon.ids(text, language)).toEqual(['wednesday']);
  });

  test('“yesterday” ends where today begins', async () => {
    const { ids } = await library([...articles, ferry('today', '2026-03-12T00:00:00Z')]);
    expect(await ids('Did the ferry sail yesterday?')).toEqual(['wednesday']);
  });

  test('gets what comes nearest from before, but no answer, where that time has none', async () => {
    const { ask } = await library();
    const asked = 'Who posted the letters of the harbour board today?';
    const { answered, evidence } = await ask(asked);
    expect(answered).toBe(false);
    expect(evidence[0]?.article.id).toBe('leak-en');
    expect((await ask(asked.replace(' today', ''))).answered).toBe(true);
  });

  test.each([
    ['How many lamps were stolen last year?', 'en', 'Last year 1,127 lamps were stolen in Odrau.'],
    [
      'Combien de lampes ont été volées l’an dernier ?',
      'fr',
      'L’an dernier, 1 127 lampes ont été volées à Odrau.',
    ],
    [
      'Wie viele Lampen wurden letztes Jahr gestohlen?',
      'de',
      'Letztes Jahr wurden in Odrau 1.127 Lampen gestohlen.',
    ],
  ] as const)('%s is answered by what was reported later of that time', async (question, language, text) => {
    const published = { id: 'later', language, publishedAt: new Date('2026-03-11T10:00:00Z') };
    const reported = await library([...filler, article({ ...published, text })]);
    const { answered, evidence } = await reported.ask(question, language);
    expect({ answered, ids: evidence.map(({ article }) => article.id) }).toEqual({
      answered: true,
      ids: ['later'],
    });
    const other = text.replace(/last year|l’an dernier|letztes jahr/i, '2024');
    const unlike = await library([...filler, article({ ...published, text: other })]);
    expect((await unlike.ask(question, language)).answered).toBe(false);
  });

  test('a date that is a fact is looked for as words, whenever the article was published', async () => {
    const dated = article({
      id: 'dated',
      text: 'The lighthouse was built in May 1871.',
      publishedAt: new Date('2026-03-11T08:00:00Z'),
    });
    const { ask } = await library([dated, ...filler]);
    const { answered, evidence } = await ask('Which lighthouse was built in May 1871?');
    expect({ answered, id: evidence[0]?.article.id }).toEqual({ answered: true, id: 'dated' });
  });
});

describe('a question that continues another', () => {
  const context = { question: 'What was in the harbour board’s letters?', stories: ['leak-en'] };
  const other = article({
    id: 'novel',
    title: 'A novel',
    text: 'A novel was published in Kelso. The publisher posted a picture. Ce roman est publié. Ein Roman ist veröffentlicht.',
    publishedAt: new Date('2026-03-11T09:00:00Z'),
  });
  const shelves = library([
    leak,
    fuite,
    leck,
    other,
    { ...other, id: 'roman', language: 'fr', text: 'Un roman a été publié à Kelso.' },
    { ...other, id: 'buch', language: 'de', text: 'In Kelso wurde ein Roman veröffentlicht.' },
    ...filler,
  ]);

  test.each([
    ['and who posted it?', 'en'],
    ['et qui les a publiées ?', 'fr'],
    ['et qui l’a publié ?', 'fr'],
    ['und wer hat sie veröffentlicht?', 'de'],
  ] as const)('%s is asked of what was talked about', async (text, language) => {
    const [best] = (await (await shelves).ask(text, language, { context })).evidence;
    expect(best?.story).toBe('leak-en');
    expect(best?.sentence).toContain('GULLWING');
  });

  test('without context it is asked as it stands', async () => {
    const { evidence } = await (await shelves).ask('and who posted it?');
    expect(evidence.some(({ story }) => story === 'novel')).toBe(true);
    const stories = async (rest: Partial<Question>) =>
      (await (await shelves).ask('et qui l’a publié ?', 'fr', { in: ['fr'], ...rest })).evidence.map(
        ({ story }) => story,
      );
    expect((await stories({})).toSorted()).toEqual(['leak-en', 'roman']);
    expect((await stories({ context }))[0]).toBe('leak-en');
  });

  test('a question with words enough of its own leaves the context alone', async () => {
    const text = 'Which baker won the prize for rye bread?';
    expect(await ask(text, 'en', { context })).toEqual(await ask(text));
  });

  test.each(['Kelso', 'Kelso?'])('“%s”, a name from elsewhere, is a subject of its own', async (text) => {
    const { answered, evidence } = await ask(text, 'en', { context });
    expect({ answered, id: evidence[0]?.article.id }).toEqual({ answered: true, id: 'bakery' });
    expect(await ask('Zyzzyva?', 'en', { context })).toMatchObject({ answered: false, evidence: [] });
  });

  test('a single word is first looked for in the stories talked about', async () => {
    const { ask } = await library([
      leak,
      { ...bakery, text: 'The board wrote letters of thanks.' },
      ...filler,
    ]);
    const stories = async (rest: Partial<Question>) =>
      (await ask('Letters?', 'en', rest)).evidence.map(({ story }) => story)[0];
    expect(await stories({ context: { question: 'Kelso?', stories: ['leak-en'] } })).toBe('leak-en');
    expect(await stories({ context: { question: 'Kelso?', stories: ['bakery'] } })).toBe('bakery');
  });

  test('the words before count no more than its own, however many they are', async () => {
    const { ask } = await library([
      leak,
      {
        ...bakery,
        text: 'The letters of the harbour board were four terabytes. Thieves sold the loot in Kelso.',
      },
      ...filler,
    ]);
    const long = { question: 'Which letters of the harbour board were four terabytes?', stories: [] };
    const { evidence } = await ask('and who sold it?', 'en', { context: long });
    expect(evidence[0]?.sentence).toBe('Thieves sold the loot in Kelso.');
  });

  test('what the next one may lean on is the question with those it goes on from', async () => {
    const going = await ask('and who posted it?', 'en', { context });
    expect(going.subject).toBe(`${context.question}\nand who posted it?`);
    expect((await ask('Kelso?', 'en', { context })).subject).toBe('Kelso?');
    const whole = 'Which baker won the prize for rye bread?';
    expect((await ask(whole, 'en', { context })).subject).toBe(whole);
    const endless = { ...context, question: context.question.padEnd(5000, ' etc.') };
    expect((await ask('and who posted it?', 'en', { context: endless })).subject.length).toBeLessThan(1100);
  });

  test('a word of both questions counts as the later one’s', async () => {
    const again = { question: 'rye bread prize', stories: [] };
    const { evidence } = await ask('and the prize?', 'en', { context: again });
    const [plain] = (await ask('prize rye bread')).evidence;
    expect(evidence[0]?.sentence).toBe(plain?.sentence);
  });
});

test('whatever is asked of whatever is stored, evidence stands in its article word for word', async () => {
  const word = fc.constantFrom(
    'Hafen',
    'port',
    'the',
    'letters',
    'Dr.',
    '“quoted”',
    'é\u0301',
    '🦊',
    '3.5',
    '…',
    'z.B.',
  );
  const gap = fc.constantFrom(' ', '. ', '? ', '.\n\n', '\u00A0', '! ');
  const text = fc
    .array(fc.tuple(word, gap), { minLength: 1, maxLength: 25 })
    .map((pairs) => pairs.flat().join('').trim());
  const language = fc.constantFrom('en', 'fr', 'de');
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ text, title: text, language }), { minLength: 1, maxLength: 5 }),
      text,
      language,
      async (parts, question, reader) => {
        const articles = parts.map((part, index) => article({ id: String(index), ...part }));
        const textOf = new Map(articles.map(({ id, text }) => [id, text]));
        const { ask } = await library(articles);
        const { evidence } = await ask(question, reader);
        for (const {
          article: { id },
          sentence,
          start,
          end,
          score,
        } of evidence) {
          expect(sentence).not.toBe('');
          expect(textOf.get(id)?.slice(start, end)).toBe(sentence);
          expect(score).toBeGreaterThan(0);
          expect(score).toBeLessThan(1.3);
        }
      },
    ),
    { numRuns: 60 },
  );
});

function on(day: string, text: string) {
  return article({ id: day, text, publishedAt: new Date(`${day}T08:00:00Z`) });
}

describe('to whoever asks for news', () => {
  const opened = on('2025-11-02', 'The lock of Kelso opened. The lock of Kelso is the longest lock of all.');
  const shut = on('2026-03-10', 'Ships wait: the lock of Kelso is shut.');

  test('what was published last comes first, however well the rest fits', async () => {
    const { ids } = await library([opened, shut, ...filler]);
    expect((await ids('Is the lock of Kelso the longest lock?'))[0]).toBe(opened.id);
    expect((await ids('What is the latest news about the lock of Kelso?'))[0]).toBe(shut.id);
  });

  test('what is older is told where there is nothing new', async () => {
    const { ask } = await library([opened, ...filler]);
    const { answered, evidence } = await ask('What is the latest on the lock of Kelso?');
    expect({ answered, id: evidence[0]?.article.id }).toEqual({ answered: true, id: opened.id });
  });
});

import { describe, expect, test } from 'vitest';
import type { Explanation } from '../../src/answers/explanation.ts';
import type { LanguageTag } from '../../src/language/language.ts';
import { article } from '../contracts/article-store.ts';
import { bakery, filler, leak, library } from './library.ts';

/** "word → what stands for it (what that is to it), where", for each word. */
function linesOf(explanation: Explanation | undefined): readonly string[] | undefined {
  return explanation?.words.map(({ word, place, matched }) => {
    const others = matched.map((each) => `${each.word} (${each.relation})`).join(', ');
    return `${word} → ${others}, ${place}`;
  });
}

const texts = {
  ruin: article({ id: 'ruin', text: 'The destruction of the harbour took a day.' }),
  hafen: article({
    id: 'hafen',
    language: 'de',
    title: 'Sturm an der Küste',
    text: 'Der Hafen wurde gestern zerstört.',
  }),
  fest: article({
    id: 'fest',
    language: 'de',
    text: 'Das Hafenfest fand im Juni in Odrau statt. Niemand blieb zu Hause.',
  }),
  wahl: article({ id: 'wahl', language: 'de', text: 'Der Wahlkampf in Ebersbach beginnt.' }),
  campaign: article({
    id: 'campaign',
    text: 'The campaign begins in Ebersbach. Nobody wins yet.',
  }),
};

async function why(question: string, language: LanguageTag, id: string) {
  const { explain } = await library([...Object.values(texts), ...filler]);
  return linesOf(await explain({ text: question, language }, id));
}

describe('why a sentence is shown', () => {
  test('is told for forms of a word, and for words of one origin', async () => {
    expect(await why('Who destroyed the harbours?', 'en', 'ruin')).toEqual([
      'destroyed → destruction (akin), sentence',
      'harbours → harbour (word), sentence',
    ]);
  });

  test('for what words are called in another language', async () => {
    expect(await why('Who destroyed the harbour?', 'en', 'hafen')).toEqual([
      'destroyed → zerstört (translation), sentence',
      'harbour → Hafen (translation), sentence',
    ]);
    expect(await why('Wer gewinnt den Wahlkampf in Ebersbach?', 'de', 'campaign')).toEqual([
      'gewinnt → wins (translation), beside',
      'Wahlkampf → campaign (translation), sentence',
      'Ebersbach → Ebersbach (word), sentence',
    ]);
  });

  test('for verbs with what stands apart from them', async () => {
    expect(await why('Wann fand das Hafenfest statt?', 'de', 'fest')).toEqual([
      'fand → fand (word), sentence',
      'Hafenfest → Hafenfest (word), sentence',
    ]);
    expect(await why('When did the harbour festival in Odrau take place?', 'en', 'fest')).toContain(
      'take place → fand (translation), sentence',
    );
  });

  test('for several words that mean one thing together', async () => {
    expect(await why('election campaign Ebersbach', 'en', 'wahl')).toEqual([
      'election campaign → Wahlkampf (translation), sentence',
      'Ebersbach → Ebersbach (word), sentence',
    ]);
  });

  test('for compounds that hold a word, and for the parts of one', async () => {
    const { explain } = await library([
      article({ id: 'leck', language: 'de', text: 'Ein großes Datenleck wurde bekannt.' }),
      article({ id: 'loch', language: 'de', text: 'Leck im Boot, keine Daten vom Kapitän.' }),
      article({ id: 'daten', language: 'de', text: 'Die Daten liegen offen. Ein Leck wurde gefunden.' }),
      ...filler,
    ]);
    const linesFor = async (text: string, id: string) => linesOf(await explain({ text, language: 'de' }, id));
    expect(await linesFor('Datenleck', 'daten')).toEqual([
      expect.stringMatching(/Datenleck → (Daten|Leck) \(part\), sentence/),
    ]);
    expect(await linesFor('großes Leck', 'leck')).toContain('Leck → Datenleck (compound), sentence');
  });

  test('for initials, and for what they stand for', async () => {
    const board = article({
      id: 'board',
      text: 'The Dover Flood Board (DFB) was founded late. A retired pilot leads the DFB today.',
    });
    const { explain } = await library([board, ...filler]);
    const linesFor = async (text: string) => linesOf(await explain({ text, language: 'en' }, 'board'));
    expect(await linesFor('Which pilot leads the Dover Flood Board?')).toEqual([
      'pilot → pilot (word), sentence',
      'leads → leads (word), sentence',
      'Dover → DFB (initials), sentence',
      'Flood → DFB (initials), sentence',
      'Board → DFB (initials), sentence',
    ]);
    expect(await linesFor('When was the DFB founded?')).toEqual([
      'DFB → DFB (word), sentence',
      'founded → founded (word), sentence',
    ]);
  });

  test('for words of about the same meaning, and for words that are misspelt', async () => {
    const { explain } = await library([
      article({ id: 'quake', text: 'The quake shook the bridge at Ebersbach. Trees fell.' }),
      ...filler,
    ]);
    const explained = await explain({ text: 'earthquake bridge Ebresbach', language: 'en' }, 'quake');
    expect(linesOf(explained)).toEqual([
      'earthquake → quake (synonym), sentence',
      'bridge → bridge (word), sentence',
      'Ebresbach → Ebersbach (misspelt), sentence',
    ]);
  });

  test('with how much each word counts, all together, and those that are nowhere', async () => {
    const { explain } = await library();
    const explained = await explain({ text: 'GULLWING letters of the zeppelin', language: 'en' }, 'leak-en');
    const shares = explained?.words.map(({ share }) => share) ?? [];
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1);
    expect(explained?.words[2]).toMatchObject({ word: 'zeppelin', place: 'nowhere', matched: [] });
    expect(shares[2]).toBeGreaterThan(0.2);
  });

  test('compares the score with what is enough between the two languages', async () => {
    const { explain } = await library();
    const question = { text: 'GULLWING letters harbour', language: 'en' } as const;
    const own = await explain(question, 'leak-en');
    const other = await explain(question, 'leak-de');
    expect(own?.enough).toBeGreaterThan(other?.enough ?? 1);
    expect(own?.evidence.article.id).toBe('leak-en');
    expect(await explain(question, 'nowhere')).toBeUndefined();
  });
});

describe('the score that is told is the answer’s', () => {
  test.each([
    ['Who posted letters of the harbour board?', 'en'],
    ['Wer hat Briefe des Hafenamts veröffentlicht?', 'de'],
    ['Combien de lettres du port ont été publiées ?', 'fr'],
    ['Who won the prize since Wednesday?', 'en'],
    ['letters in 1987 yesterday', 'en'],
  ] as const)('whatever raised it: %s', async (text, language) => {
    const { ask, explain } = await library();
    const { asked, evidence } = await ask(text, language);
    expect(evidence.length).toBeGreaterThan(0);
    const first = new Map(evidence.toReversed().map((each) => [each.article.id, each]));
    for (const [id, { sentence, score }] of first) {
      const explained = await explain({ text: asked, language }, id);
      expect(explained?.evidence).toMatchObject({ sentence, score });
    }
  });

  test.each([
    ['en', ['leak-en']],
    ['en', ['bakery']],
  ] as const)(
    'of a question that goes on from another, be it about its story or not: %s %s',
    async (language, stories) => {
      const { ask, explain } = await library([leak, bakery, ...filler]);
      const context = { question: 'Who posted letters of the harbour board?', stories };
      const { asked, evidence } = await ask('and how many terabytes?', language, { context });
      const [best] = evidence;
      const explained = await explain({ text: asked, language }, best?.article.id ?? '');
      expect(explained?.evidence).toEqual(best);
      expect(explained?.words.map(({ word }) => word)).toEqual(
        expect.arrayContaining(['terabytes', 'letters', 'harbour', 'board']),
      );
    },
  );
});

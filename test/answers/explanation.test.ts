import { describe, expect, test } from 'vitest';
import { article } from '../contracts/article-store.ts';
import { filler, library } from './library.ts';

describe('why a sentence is shown', () => {
  test('is told for words of one origin, and for what words are called in another language', async () => {
    const { explain } = await library([
      article({ id: 'ruin', text: 'The destruction of the harbour took a day.' }),
      article({ id: 'hafen', language: 'de', text: 'Der Hafen wurde gestern zerstört.' }),
      ...filler,
    ]);
    const question = { text: 'Who destroyed the harbour?', language: 'en' } as const;
    const words = [
      { word: 'destroyed', place: 'sentence' },
      { word: 'harbour', place: 'sentence' },
    ];
    expect((await explain(question, 'ruin'))?.words).toEqual(words);
    expect((await explain(question, 'hafen'))?.words).toEqual(words);
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

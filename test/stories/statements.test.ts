import { describe, expect, test } from 'vitest';
import { analyse } from '../../src/stories/analyse.ts';
import { statementsIn } from '../../src/stories/statements.ts';
import { candidate } from '../answers/collection.ts';

function statements(text: string) {
  const { article } = candidate('post', { text });
  return statementsIn({
    article: { ...article, text },
    analysis: analyse({ title: '', text, language: 'en' }),
  });
}

describe('what an article quotes', () => {
  test('stands alone where it is a whole sentence', () => {
    const text = 'The bridge is shut. “It stays shut for now,” said Elin Tarrow.';
    expect(statements(text)).toMatchObject([
      {
        text: '“It stays shut for now,”',
        mark: { start: 0, end: 24 },
        start: 20,
        end: 44,
        speaker: 'Elin Tarrow',
        article: { id: 'post' },
      },
    ]);
  });

  test('stands in its sentence where it is a piece of one', () => {
    const sentence = 'Elin Tarrow said the rudder “had failed without any warning at all”.';
    const [found, ...others] = statements(`The bridge is shut. ${sentence} Nobody was hurt.`);
    expect(others).toEqual([]);
    expect(found?.text).toBe(sentence);
    expect(found?.text.slice(found.mark.start, found.mark.end)).toBe(
      '“had failed without any warning at all”',
    );
  });

  test('comes with the terms of its sentence, and without the article’s text', () => {
    const [found] = statements('“The bridge stays shut for now,” said Elin Tarrow.');
    expect([...(found?.terms ?? [])]).toEqual(expect.arrayContaining(['bridg', 'tarrow']));
    expect(found?.article).not.toHaveProperty('text');
  });

  test('is nothing where nobody is quoted', () => {
    expect(statements('The bridge is shut. Nobody was hurt.')).toEqual([]);
  });
});

import { describe, expect, test } from 'vitest';
import { analyse } from '../../src/stories/analyse.ts';
import { statementsIn } from '../../src/stories/statements.ts';
import { keyQuotations } from '../../src/summaries/key-quotations.ts';
import { candidate } from '../answers/collection.ts';
import type { LanguageTag } from '../../src/language/index.ts';

function statements(id: string, text: string, language: LanguageTag = 'en') {
  const { article } = candidate(id, { text }, language);
  return statementsIn({ article: { ...article, text }, analysis: analyse({ title: '', text, language }) });
}

function told(...all: readonly ReturnType<typeof statements>[]) {
  return keyQuotations(all.flat(), 'en').map(({ speaker, article, also }) => [
    speaker,
    article.id,
    ...also.map((other) => other.article.id),
  ]);
}

const tarrow = '“The rudder failed without any warning,” said Elin Tarrow.';
const loft = '“Costland will have to pay for all of it,” said Ansgar Loft.';

describe('the quotations of a story', () => {
  test('are of those who are named first', () => {
    const text = `“Nobody knows how that could ever happen.” That is what they say. ${tarrow}`;
    expect(told(statements('post', text))).toEqual([
      ['Elin Tarrow', 'post'],
      [undefined, 'post'],
    ]);
  });

  test('are there once, with every paper that prints them', () => {
    expect(told(statements('post', tarrow), statements('wire', `${loft} ${tarrow}`))).toEqual([
      ['Elin Tarrow', 'post', 'wire'],
      ['Ansgar Loft', 'wire'],
    ]);
  });

  test('let everybody speak once before anybody speaks twice', () => {
    const twice = `${tarrow} “We could do nothing about it at all,” said Tarrow.`;
    const german = statements('mole', '„Costland muss alles bezahlen“, sagte Ansgar Loft.', 'de');
    const speakers = told(statements('post', twice), german).map(([speaker]) => speaker);
    expect(speakers).toEqual(['Elin Tarrow', 'Ansgar Loft', 'Elin Tarrow']);
  });

  test('are in the reader’s language first', () => {
    const german = statements('mole', '„Das Ruder fiel ohne jede Warnung aus“, sagte Ines Hafner.', 'de');
    expect(told(german, statements('post', tarrow)).map(([, id]) => id)).toEqual(['post', 'mole']);
  });
});

import { describe, expect, test } from 'vitest';
import { createMatcher } from '../../src/answers/matching.ts';
import { conceptsByTerm } from '../../src/answers/wording.ts';
import type { WeightedConcept } from '../../src/answers/wording.ts';
import { candidate, concept } from './collection.ts';

function match(
  concepts: readonly WeightedConcept[],
  text: string,
  title = '',
  unseen: readonly number[] = [],
) {
  const matcher = createMatcher({ concepts, conceptOf: conceptsByTerm(concepts), unseen });
  const { sentences, ...article } = matcher(candidate('a', { title, text }));
  return {
    ...article,
    title: [...article.title],
    sentences: sentences.map(({ exact, loose, said, terms }) => ({
      exact: [...exact],
      loose: [...loose],
      sequence: terms.map((_, index) => said.find(({ at }) => at === index)?.concept),
    })),
  };
}

describe('an article is matched with a question', () => {
  test('sentence by sentence, by what its words are', () => {
    const { sentences, length } = match(
      [concept('ferry'), concept('harbour')],
      'The ferry left. A ferry waits.',
    );
    expect(sentences.map(({ sequence }) => sequence)).toEqual([
      [0, undefined],
      [0, undefined],
    ]);
    expect(sentences.map(({ exact }) => exact)).toEqual([[0], [0]]);
    expect(length).toBe(4);
  });

  test('loosely by words of one origin, and of about the same meaning', () => {
    const concepts = [concept('destroyed'), concept('harbour', { synonyms: ['port'] })];
    const { sentences } = match(concepts, 'The destruction of the port began.');
    expect(sentences[0]).toMatchObject({ exact: [], loose: [0, 1] });
  });

  test('loosely by what is almost spelt like it, where no article holds the word itself', () => {
    const concepts = [concept('hrabour')];
    expect(match(concepts, 'The harbour is shut.', '', [0]).sentences[0]?.loose).toEqual([0]);
    expect(match(concepts, 'The harbour is shut.').sentences[0]?.loose).toEqual([]);
  });

  test('never loosely where the very word stands, too', () => {
    const { sentences } = match([concept('destroyed')], 'The destruction was complete: all was destroyed.');
    expect(sentences[0]).toMatchObject({ exact: [0], loose: [] });
  });

  test('by each word as one thing: what is a word of the question is akin to no other', () => {
    const { sentences } = match([concept('destroyed'), concept('destruction')], 'The destruction began.');
    expect(sentences[0]).toMatchObject({ exact: [1], loose: [] });
  });

  test('loosely with all words that one may mean', () => {
    const concepts = [concept('harbour', { synonyms: ['port'] }), concept('wine', { synonyms: ['port'] })];
    expect(match(concepts, 'The port is old.').sentences[0]?.loose).toEqual([0, 1]);
  });

  test('by initials that the article explains, in its text and its title', () => {
    const text = 'The Dover Flood Board (DFB) met. The DFB warned of a tide.';
    const asked = ['Dover', 'Flood', 'Board'].map((word) => concept(word));
    const { sentences, title } = match(asked, text, 'DFB warns');
    expect(sentences[1]).toMatchObject({ exact: [0, 1, 2], sequence: [0, 1, 2] });
    expect(title).toEqual([0, 1, 2]);
    expect(match(asked, 'The DFB warned of a tide.', 'DFB warns')).toMatchObject({
      title: [],
      sentences: [{ exact: [] }],
    });
  });

  test('loosely with the whole name by the last word of one that the article gives', () => {
    const asked = ['Elin', 'Tarrow'].map((word) => concept(word, { isName: true }));
    const { sentences } = match(asked, 'Captain Elin Tarrow left. Tarrow waits. Elin waits.');
    expect(sentences.map(({ exact, loose }) => [exact, loose])).toEqual([
      [[0, 1], []],
      [[1], [0]],
      [[0], []],
    ]);
    expect(match(asked, 'Tarrow waits for Elin.').sentences[0]).toMatchObject({ exact: [1, 0], loose: [] });
    expect(match(asked, 'Tarrow waits. So does Elin.').sentences[0]).toMatchObject({ exact: [1], loose: [] });
    const words = ['Elin', 'Tarrow'].map((word) => concept(word));
    expect(match(words, 'Elin Tarrow left. Tarrow waits.').sentences[1]).toMatchObject({ loose: [] });
  });

  test('by nothing in a sentence that says nothing', () => {
    const { sentences, length } = match([concept('ferry')], 'It is so.');
    expect({ sequence: sentences[0]?.sequence, length }).toEqual({ sequence: [], length: 0 });
  });

  test('by its title, and by the year it was published in', () => {
    const concepts = [concept('ferry'), concept('1970'), concept('harbour')];
    expect(match(concepts, 'Nothing.', 'A ferry').title.toSorted()).toEqual([0, 1]);
  });

  test('many words that no article holds are borne', () => {
    const concepts = Array.from({ length: 3000 }, (_, index) => concept('', { terms: [`qwertz${index}`] }));
    const text = 'The harbour is shut for the winter. '.repeat(50);
    const unseen = concepts.map((_, index) => index);
    expect(match(concepts, text, '', unseen).sentences).toHaveLength(50);
  });
});

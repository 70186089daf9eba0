import type { Item } from '../../src/sources/item.ts';
import { createChance } from './chance.ts';
import { papers } from './papers.ts';
import { inventVocabulary, writeText, writeTitle } from './words.ts';

const hour = 60 * 60 * 1000;
const day = 24 * hour;
const backgroundSize = 200;

/** Writes what there was before a time. */
export function writeBackground(seed: number, start: number): readonly Item[] {
  const chance = createChance(seed, 'background');
  return Array.from({ length: backgroundSize }, (_, index) => {
    const paper = chance.pick(papers);
    const vocabulary = inventVocabulary(chance);
    return {
      id: `b${index}`,
      url: `https://${paper.host}/before/${index}`,
      source: paper.name,
      language: paper.language,
      title: writeTitle(chance, vocabulary, paper.language, `b${index}`),
      text: writeText(chance, vocabulary, paper.language, `b${index}`),
      publishedAt: new Date(start - day - index * hour),
    };
  });
}

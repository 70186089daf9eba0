import lexrank from 'lexrank.js';
import { sentences } from '../../src/language/index.ts';
import type { LanguageTag } from '../../src/language/index.ts';
import { condense } from '../../src/summaries/condense.ts';
import { textRank } from './text-rank.ts';

/** A text to be summed up. */
export interface Told {
  readonly title: string;
  readonly text: string;
  readonly language: LanguageTag;
}

/** Sums a text up in so many of its sentences. */
export type Summarise = (told: Told, count: number) => Promise<readonly string[]>;

/** Kiosk's summaries, the first sentences, TextRank, and lexrank.js (https://github.com/gorango/lexrank.js) with its own sentences. */
export const summarisers: Readonly<Record<string, Summarise>> = {
  async kiosk(told, count) {
    const condensed = await condense(told, count, () => Promise.reject(new Error('no language')));
    return condensed?.sentences ?? [];
  },
  lead: async (told, count) => sentencesOf(told).slice(0, count),
  async textrank(told, count) {
    const all = sentencesOf(told);
    const worth = textRank(all, told.language);
    return choose(all, worth, count);
  },
  async lexrank(told, count) {
    const ranked = lexrank(told.text).flat();
    return choose(
      ranked.map(({ text }) => text),
      ranked.map(({ weight }) => weight),
      count,
    );
  },
};

/** The sentences of a text, as Kiosk finds them. */
export function sentencesOf({ text, language }: Pick<Told, 'text' | 'language'>): readonly string[] {
  return sentences(text, language).map(({ start, end }) => text.slice(start, end));
}

/** The best sentences, in the order of the text. */
function choose(all: readonly string[], worth: readonly number[], count: number): readonly string[] {
  return [...all.keys()]
    .toSorted((one, other) => (worth[other] ?? 0) - (worth[one] ?? 0))
    .slice(0, count)
    .toSorted((one, other) => one - other)
    .map((at) => all[at] ?? '');
}

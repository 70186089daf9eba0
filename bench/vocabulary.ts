import { readdirSync, readFileSync } from 'node:fs';
import { languageTags, readLexicon } from '../src/language/index.ts';
import type { LanguageTag, LexiconEntry } from '../src/language/index.ts';
import { createRandom } from './figures.ts';

const vocabularySize = 40_000;
/** Every so manieth word is one of Kiosk's lexicon, as frequent in each language, until there are no more. */
const realEvery = 3;
const lexicon = new URL('../src/language/lexicon/', import.meta.url);

/** Endings that make invented words look and stem like those of their language. */
const endings: Readonly<Record<LanguageTag, readonly string[]>> = {
  en: ['', 's', 'ed', 'ing', 'er', 'ly', 'ness', 'ation'],
  fr: ['', 's', 'e', 'es', 'é', 'ait', 'ement', 'ation'],
  de: ['', 'e', 'en', 'er', 'es', 'te', 'ung', 'lich'],
};
const onsets = 'b br d dr f g gr k l m n p pr r s st t tr v w'.split(' ');
const vowels = 'a e i o u ei ou'.split(' ');

/** The words of each language, the most frequent first: most are invented, others are in Kiosk's lexicon, so that questions can be translated. */
export function createVocabularies(seed: number): ReadonlyMap<LanguageTag, readonly string[]> {
  const random = createRandom(seed);
  const entries = readEntries()
    .map((entry) => ({ entry, order: random() }))
    .sort((one, other) => one.order - other.order)
    .map(({ entry }) => entry);
  return new Map(
    languageTags.map((tag, index) => [tag, createVocabulary(tag, entries, createRandom(seed + index))]),
  );
}

function readEntries(): readonly LexiconEntry[] {
  return readdirSync(lexicon)
    .filter((name) => name.endsWith('.tsv'))
    .toSorted()
    .flatMap((name) => readLexicon(readFileSync(new URL(name, lexicon), 'utf8')));
}

function createVocabulary(
  language: LanguageTag,
  entries: readonly LexiconEntry[],
  random: () => number,
): readonly string[] {
  const ends = endings[language];
  return Array.from({ length: vocabularySize }, (_, rank) => {
    const invented = inventWord(random) + (ends[Math.floor(random() * ends.length)] ?? '');
    const [real = ' '] = rank % realEvery === 0 ? (entries[rank / realEvery]?.[language] ?? []) : [];
    return real.includes(' ') ? invented : real;
  });
}

/** A word that no language has. */
export function inventWord(random: () => number): string {
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? '';
  const syllables = 2 + Math.floor(random() * 2);
  return Array.from({ length: syllables }, () => pick(onsets) + pick(vowels)).join('') + pick(onsets);
}

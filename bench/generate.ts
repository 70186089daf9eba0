import { languages, languageTags } from '../src/language/index.ts';
import type { LanguageTag } from '../src/language/index.ts';
import type { Item } from '../src/sources/item.ts';
import { createRandom } from './figures.ts';
import { createVocabularies, inventWord } from './vocabulary.ts';

const wordsPerArticle = 600;
const start = Date.UTC(2026, 0, 1);
const minutesBetween = 4;

/** A question on one generated article. */
export interface BenchQuestion {
  readonly text: string;
  readonly language: LanguageTag;
  readonly article: string;
}

/** Articles and questions on them, the same for the same seed. */
export interface Generator {
  article(index: number): Item & { readonly id: string; readonly language: LanguageTag };
  /** @param terms telling words, from 2 to 8, rare and common ones mixed */
  question(index: number, terms: number): BenchQuestion;
}

/** Makes articles of about 600 words in three languages whose words are as unevenly frequent as real ones (Zipf). */
export function createGenerator(seed: number): Generator {
  const vocabularies = createVocabularies(seed);

  function write(index: number) {
    const random = createRandom(seed * 7919 + index);
    const language = languageTags[index % languageTags.length] ?? 'en';
    const vocabulary = vocabularies.get(language) ?? [];
    const common = [...languages[language].stopWords];
    const pick = () => {
      if (random() < 0.45) return common[Math.floor(random() ** 2 * common.length)] ?? '';
      return vocabulary[Math.floor(vocabulary.length ** random()) - 1] ?? '';
    };
    // Each article has a few words of its own: the names its event is about.
    const names = Array.from({ length: 6 }, () => capitalise(inventWord(random)));
    const sentences: string[][] = [];
    for (let written = 0; written < wordsPerArticle;) {
      const length = 10 + Math.floor(random() * 16);
      const sentence = Array.from({ length }, () =>
        random() < 0.05 ? (names[Math.floor(random() * 6)] ?? '') : pick(),
      );
      sentences.push(sentence);
      written += length;
    }
    return { random, language, names, sentences };
  }

  return {
    article(index) {
      const { language, names, sentences } = write(index);
      const paragraphs = sentences.map((sentence) => `${capitalise(sentence.join(' '))}.`);
      return {
        id: `bench-${index}`,
        url: `https://bench.example/${index}`,
        source: `Outlet ${index % 40}`,
        language,
        title: `${names[0]} ${names[1]} ${(sentences[0] ?? []).slice(0, 5).join(' ')}`,
        text: paragraphs.join(' '),
        publishedAt: new Date(start + index * minutesBetween * 60_000),
      };
    },
    question(index, terms) {
      const { random, language, sentences, names } = write(index);
      const sentence = sentences[Math.floor(random() * sentences.length)] ?? [];
      const telling = sentence.filter((word) => !languages[language].stopWords.has(word)).slice(0, terms - 1);
      return { text: `${[...telling, names[2]].join(' ')}?`, language, article: `bench-${index}` };
    },
  };
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

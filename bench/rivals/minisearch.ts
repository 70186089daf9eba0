import MiniSearch from 'minisearch';
import { forEachLanguage } from '../../src/language/index.ts';
import { isStopWord, titleBoost, wanted } from './engine.ts';
import type { Document, Engine } from './engine.ts';
import { stemmers } from './stemmers.ts';

/** MiniSearch (https://lucaong.github.io/minisearch/), an index a language, with that language's stemmer. */
export async function openMiniSearch(): Promise<Engine> {
  const indexes = forEachLanguage(
    (language) =>
      new MiniSearch<Document>({
        fields: ['title', 'text'],
        processTerm: (term) =>
          isStopWord(term, language) ? null : stemmers[language].stem(term.toLowerCase()),
        searchOptions: { boost: { title: titleBoost } },
      }),
  );
  return {
    async add(documents) {
      for (const document of documents) indexes[document.language].add(document);
    },
    async search(asked) {
      const found = indexes[asked.in].search(asked.text);
      return found.slice(0, wanted).map(({ id }) => String(id));
    },
    close: async () => undefined,
  };
}

import { create, insertMultiple, search } from '@orama/orama';
import { forEachLanguage, languages } from '../../src/language/index.ts';
import type { LanguageTag } from '../../src/language/index.ts';
import { titleBoost, wanted } from './engine.ts';
import type { Engine } from './engine.ts';
import { stemmers } from './stemmers.ts';

/** Orama (https://docs.orama.com), a database a language, with that language's tokenizer and stemmer. */
export async function openOrama(): Promise<Engine> {
  const databases = forEachLanguage(createDatabase);
  return {
    async add(documents) {
      for (const [language, database] of Object.entries(databases)) {
        const own = documents.filter((document) => document.language === language);
        await insertMultiple(
          database,
          own.map(({ id, title, text }) => ({ id, title, text })),
        );
      }
    },
    async search(asked) {
      const found = await search(databases[asked.in], {
        term: asked.text,
        properties: ['title', 'text'],
        boost: { title: titleBoost },
        limit: wanted,
      });
      return found.hits.map(({ id }) => String(id));
    },
    close: async () => undefined,
  };
}

function createDatabase(language: LanguageTag) {
  const { name, stem } = stemmers[language];
  return create({
    schema: { id: 'string', title: 'string', text: 'string' },
    components: {
      tokenizer: {
        language: name,
        stemming: true,
        stemmer: stem,
        stopWords: [...languages[language].stopWords],
      },
    },
  });
}

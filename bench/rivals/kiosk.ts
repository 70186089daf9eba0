import { createAnswerer } from '../../src/answers/answerer.ts';
import { loadDetector } from '../../src/language/index.ts';
import { loadLexicon } from '../../src/lexicon.ts';
import { openStore } from '../../src/stores/index.ts';
import { createIngest } from '../../src/stories/ingest.ts';
import { wanted } from './engine.ts';
import type { Engine } from './engine.ts';

const now = () => new Date();
/** Sentences asked for: several may be of one article. */
const sentences = 2 * wanted;

/** Kiosk, which keeps its articles in a folder. */
export async function openKiosk(directory: string): Promise<Engine> {
  const store = await openStore({ directory });
  const ingest = createIngest({ store: store.articles, detector: loadDetector, now });
  const answerer = createAnswerer({
    store: store.articles,
    lexicon: loadLexicon(),
    now,
    timeZone: 'UTC',
  });
  return {
    async add(documents) {
      await ingest(documents);
    },
    async search({ text, language, in: searched }) {
      const { evidence } = await answerer.ask({ text, language, in: [searched] }, sentences);
      return [...new Set(evidence.map(({ article }) => article.id))].slice(0, wanted);
    },
    close: () => store.close(),
  };
}

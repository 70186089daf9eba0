// Imports generated articles as `kiosk import` would, in batches: bench/import.ts DATA ARTICLES SEED
import { loadDetector } from '../src/language/index.ts';
import { openStore } from '../src/stores/index.ts';
import { createIngest } from '../src/stories/ingest.ts';
import { residentMegabytes, round, say } from './figures.ts';
import { createGenerator } from './generate.ts';

const [directory = '', articles = '0', seed = '1'] = process.argv.slice(2);
const batch = 256;
const total = Number(articles);

const store = await openStore({ directory });
const ingest = createIngest({ store: store.articles, detector: loadDetector, now: () => new Date() });
const generator = createGenerator(Number(seed));
let spent = 0;
let added = 0;
let most = 0;
for (let from = 0; from < total; from += batch) {
  const items = Array.from({ length: Math.min(batch, total - from) }, (_, index) => generator.article(from + index));
  const started = performance.now();
  const outcomes = await ingest(items);
  spent += performance.now() - started;
  added += outcomes.filter(({ outcome }) => outcome === 'new').length;
  most = Math.max(most, residentMegabytes());
}
await store.close();
say('import', { articles: total, new: added, per_second: round((1000 * total) / spent), most_resident_mb: most });

// Reads every followed feed once, as the service does: bench/feeds/kiosk.ts DATA PORT FEEDS first|1|2… [store]
import { createHouse } from '../../src/app.ts';
import { readSettings } from '../../src/config.ts';
import { createDocumentReader } from '../../src/document-reader.ts';
import { createLog } from '../../src/log.ts';
import { createReading } from '../../src/reading.ts';
import { createFetcher } from '../../src/sources/index.ts';
import { createGuard } from '../../src/sources/web/guard.ts';
import { openStore } from '../../src/stores/index.ts';
import { createTranslations } from '../../src/translations.ts';
import { addressOf, lookup } from './web.ts';

const [directory = '', port = '', feeds = '', mode = '', what = ''] = process.argv.slice(2);
const isStored = what === 'store';
const translations = createTranslations();
const log = createLog({ level: 'error' });
const { config } = readSettings({});
const store = await openStore({ directory }, log);
const guard = createGuard(['127.0.0.1'], lookup);
const fetcher = createFetcher({ allowPrivateHosts: [], userAgent: 'Kiosk/bench', guard });
const reader = createDocumentReader();
// Long after the last read, so that everything is due.
const clock =
  mode === 'first' ? Date.UTC(2026, 10, 25, 9) : Date.UTC(2026, 10, 25, 9) + Number(mode) * 90_000_000;
const now = () => new Date(clock + performance.now());
const house = await createHouse({ config, store, translations, log, now });
const reading = createReading({
  ...house,
  ...config,
  // Reading alone is what other readers of feeds do; storing is measured apart.
  ...(!isStored && { ingest: async () => [] }),
  store,
  fetcher,
  reader,
  userAgent: 'Kiosk/bench',
  publicUrl: undefined,
  now,
  log,
  translate: translations.translate('en'),
  healthChanged: () => undefined,
});
if (mode === 'first') {
  const sources = Array.from({ length: Number(feeds) }, (_, feed) => ({
    url: addressOf(feed, port),
    name: `Paper ${feed}`,
  }));
  await store.sources.add(sources, now());
}
const count = async () => (await store.articles.candidates({ language: 'en', concepts: [], limit: 0 })).total;
const before = await count();
const { signal } = new AbortController();
const started = performance.now();
await reading.tick(signal);
await reading.idle();
const seconds = (performance.now() - started) / 1000;
const sources = await store.sources.list();
const stored = (await count()) - before;
const [waiting] = await store.archive.pending(now(), 1);
process.stdout.write(
  JSON.stringify({
    seconds,
    failed: sources.filter(({ failures }) => failures > 0).length,
    articles: stored,
    ungrouped: waiting === undefined ? 0 : 1,
  }),
);
await fetcher.close();
await reader.close();
await store.close();

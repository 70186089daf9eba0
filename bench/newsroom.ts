// Writes the digests of all channels that are due, as the service does at the minute: bench/newsroom.ts DATA
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { DatabaseSync } from 'node:sqlite';
import { createSettings } from '../src/chat/settings.ts';
import { createNewsroom } from '../src/delivery/newsroom.ts';
import { loadWords } from '../src/lexicon.ts';
import { openStore } from '../src/stores/index.ts';
import { createTranslations } from '../src/translations.ts';
import { round, say } from './figures.ts';

const [directory = ''] = process.argv.slice(2);
const database = new DatabaseSync(join(directory, 'kiosk.db'));
const read = (sql: string) => Number(database.prepare(sql).get()?.['value']);
const now = new Date(read('SELECT min(due_at) AS value FROM plans'));
const plans = read('SELECT count(*) AS value FROM plans');
const before = read('SELECT count(*) AS value FROM deliveries');

const store = await openStore({ directory });
const newsroom = createNewsroom({
  ...store,
  dictionary: loadWords().dictionary,
  settings: createSettings(store.keyValue('settings')),
  noted: store.keyValue('newsroom'),
  translate: createTranslations({ timeZone: 'UTC' }).translate,
  fault(error) {
    throw error;
  },
});
const delay = monitorEventLoopDelay({ resolution: 1 });
delay.enable();
const used = process.cpuUsage();
const began = performance.now();
await newsroom.tick(now);
const seconds = round((performance.now() - began) / 1000);
const { user, system } = process.cpuUsage(used);
delay.disable();
await store.close();
const put = read('SELECT count(*) AS value FROM deliveries') - before;
database.close();
say('digests due at one minute', {
  plans,
  put,
  seconds,
  cpu_seconds: round((user + system) / 1e6),
  event_loop_most_ms: round(delay.max / 1e6),
});

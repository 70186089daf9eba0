// A process that asks something and forgets to close: ask.ts FOLDER
import { openStore } from '../../../src/stores/index.ts';

const store = await openStore({ directory: process.argv[2] ?? '' });
const found = await store.articles.articles(['a']);
process.stdout.write(`${found.length} articles, and never closed\n`);

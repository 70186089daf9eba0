// A process that stores articles until it is killed, and prints the id of each one that was acknowledged:
// import.ts FOLDER NAME COUNT
import { openStore } from '../../../src/stores/index.ts';
import { article } from './samples.ts';

const [directory = '', name = '', count = '0'] = process.argv.slice(2);
const batch = 8;
const store = await openStore({ directory });
for (let from = 0; from < Number(count); from += batch) {
  const articles = Array.from({ length: Math.min(batch, Number(count) - from) }, (_, index) =>
    article(`${name}-${from + index}`),
  );
  const added = await store.articles.add(articles);
  process.stdout.write(added.map(({ id }) => `${id}\n`).join(''));
}
await store.close();

import type { Added, ArticleStore } from '../../stories/store.ts';
import { splitBatch } from './batches.ts';
import type { Threads } from './index.ts';
import { unpack } from './reading.ts';
import { createCompounds } from './compound-calls.ts';
import { unpackAll } from './recall.ts';

/** The port of articles on the threads of a database. */
export function createArticleStore({ reader, writer, linguist }: Threads): ArticleStore {
  return {
    async add(articles) {
      const added: Added[] = [];
      for (const batch of splitBatch(articles)) added.push(...(await writer.call('add', batch)));
      return added;
    },
    candidates: async (query) => unpackAll(await reader().call('candidates', query)),
    async articles(ids) {
      return (await reader().call('articles', ids)).map(unpack);
    },
    assign: (assignments) => writer.call('assign', assignments),
    stories: (query) => reader().call('stories', query),
    compounds: createCompounds((question) => linguist.call('compounds', question)),
    neighbours: (ids) => linguist.call('neighbours', ids),
  };
}

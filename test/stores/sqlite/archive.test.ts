import { archiveContract } from '../../contracts/archive.ts';
import { openEmptyStore } from './open.ts';

archiveContract('SQLite', async () => {
  const { store, close } = await openEmptyStore();
  return { articles: store.articles, archive: store.archive, close };
});

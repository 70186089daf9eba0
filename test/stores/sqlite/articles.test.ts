import { articleStoreContract } from '../../contracts/article-store.ts';
import { openEmptyStore } from './open.ts';

articleStoreContract('SQLite', async () => {
  const { store, close } = await openEmptyStore();
  return { store: store.articles, close };
});

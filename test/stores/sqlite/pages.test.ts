import { pageStoreContract } from '../../contracts/page-store.ts';
import { openEmptyStore } from './open.ts';

pageStoreContract('SQLite', async () => {
  const { store, close } = await openEmptyStore();
  return { store: store.pages, close };
});

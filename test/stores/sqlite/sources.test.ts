import { sourceStoreContract } from '../../contracts/source-store.ts';
import { openEmptyStore } from './open.ts';

sourceStoreContract('SQLite', async () => {
  const { store, close } = await openEmptyStore();
  return { store: store.sources, close };
});

import { leaseStoreContract } from '../../contracts/lease-store.ts';
import { openEmptyStore } from './open.ts';

leaseStoreContract('SQLite', async () => {
  const { store, close } = await openEmptyStore();
  return { store: store.leases, close };
});

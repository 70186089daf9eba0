import { planStoreContract } from '../../contracts/plan-store.ts';
import { shareStore } from './open.ts';

const open = shareStore();

planStoreContract('SQLite', async () => ({ store: (await open()).plans, close: async () => {} }));

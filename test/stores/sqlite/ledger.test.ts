import { ledgerContract } from '../../contracts/ledger.ts';
import { shareStore } from './open.ts';

const open = shareStore();

ledgerContract('SQLite', async () => ({ ...(await open()), close: async () => {} }));

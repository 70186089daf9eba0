import { outboxContract } from '../../contracts/outbox.ts';
import { shareStore } from './open.ts';

const open = shareStore();

outboxContract('SQLite', async () => ({ ...(await open()), close: async () => {} }));

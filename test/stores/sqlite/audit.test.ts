import { auditContract } from '../../contracts/audit.ts';
import { shareStore } from './open.ts';

const open = shareStore();

auditContract('SQLite', async () => ({ audit: (await open()).audit, close: async () => {} }));

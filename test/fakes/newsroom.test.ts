import { auditContract } from '../contracts/audit.ts';
import { ledgerContract } from '../contracts/ledger.ts';
import { outboxContract } from '../contracts/outbox.ts';
import { planStoreContract } from '../contracts/plan-store.ts';
import { createFakeStore } from './article-store.ts';
import { createFakeAudit } from './audit.ts';
import { currentIn } from './ledger.ts';
import { createFakeOutbox } from './outbox.ts';
import { createFakePlanStore } from './plan-store.ts';

const close = async () => {};

async function openDeliveries() {
  const store = createFakeStore();
  return { ...store, ...createFakeOutbox(currentIn(store)), close };
}

planStoreContract('the fake in memory', async () => ({ store: createFakePlanStore(), close }));
outboxContract('the fake in memory', openDeliveries);
ledgerContract('the fake in memory', openDeliveries);
auditContract('the fake in memory', async () => ({ audit: createFakeAudit(), close }));

import { leaseStoreContract } from '../contracts/lease-store.ts';
import { pageStoreContract } from '../contracts/page-store.ts';
import { sourceStoreContract } from '../contracts/source-store.ts';
import { createFakeLeaseStore, createFakePageStore, createFakeSourceStore } from './source-store.ts';

const close = async () => {};

sourceStoreContract('the fake in memory', async () => ({ store: createFakeSourceStore(), close }));
pageStoreContract('the fake in memory', async () => ({ store: createFakePageStore(), close }));
leaseStoreContract('the fake in memory', async () => ({ store: createFakeLeaseStore(), close }));

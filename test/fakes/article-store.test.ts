import { archiveContract } from '../contracts/archive.ts';
import { articleStoreContract } from '../contracts/article-store.ts';
import { createFakeArticleStore, createFakeStore } from './article-store.ts';

articleStoreContract('the fake in memory', async () => ({
  store: createFakeArticleStore(),
  close: async () => {},
}));

archiveContract('the fake in memory', async () => ({ ...createFakeStore(), close: async () => {} }));

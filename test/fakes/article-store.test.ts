import { articleStoreContract } from '../contracts/article-store.ts';
import { createFakeArticleStore } from './article-store.ts';

articleStoreContract('the fake in memory', async () => ({
  store: createFakeArticleStore(),
  close: async () => {},
}));

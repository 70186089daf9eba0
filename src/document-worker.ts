import { readDocument } from './sources/document.ts';
import { newsIn } from './sources/news.ts';
import { serve } from './threads.ts';

const methods = {
  read: readDocument,
  news: (...[question]: [Parameters<typeof newsIn>]) => newsIn(...question),
};

/** What the thread that reads documents is asked. */
export type DocumentWorker = typeof methods;

serve(
  methods,
  (error) => error,
  () => {},
);

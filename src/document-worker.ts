import { readDocument } from './sources/index.ts';
import { serve } from './threads.ts';

const methods = { read: readDocument };

/** What the thread that reads documents is asked. */
export type DocumentWorker = typeof methods;

serve(
  methods,
  (error) => error,
  () => {},
);

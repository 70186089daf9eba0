import { workerData } from 'node:worker_threads';
import { explain } from './failures.ts';
import { serve } from '../../threads.ts';

/** What a thread of the store is started with. */
export interface WorkerData {
  readonly file: string;
  readonly role: 'reader' | 'writer';
}

const { file, role }: WorkerData = workerData;

// Only the writer loads what is known about languages, with its word lists and stemmers.
if (role === 'writer') {
  const { createWriter } = await import('./writer.ts');
  const writer = createWriter(file);
  serve(writer.methods, (error) => explain(error, file), writer.close);
} else {
  const { createReader } = await import('./reader.ts');
  const reader = createReader(file);
  serve(reader.methods, (error) => explain(error, file), reader.close);
}

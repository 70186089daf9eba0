import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../run.ts';
import { summarisers } from './summarisers.ts';

const ending = '.jsonl';

/** Compares Kiosk's summaries with others on each file of a folder, each in a process of its own; see `measure.ts`. */
export async function compareSummaries(folder: string): Promise<void> {
  if (!existsSync(folder)) return;
  for (const file of readdirSync(folder).toSorted()) {
    if (!file.endsWith(ending)) continue;
    for (const name of Object.keys(summarisers)) {
      const figure = `summaries of ${file.slice(0, -ending.length)}`;
      process.stdout.write((await run('summaries/measure.ts', name, figure, join(folder, file))).output);
    }
  }
}

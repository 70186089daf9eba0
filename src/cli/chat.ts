import { join } from 'node:path';
import { createTerminalAdapter } from '../adapters/terminal/index.ts';
import { createHouse } from '../app.ts';
import { readSamples } from '../samples.ts';
import { defineVerb, exitCodes } from './verb.ts';

/** Talks to Kiosk in the terminal. */
export const chat = defineVerb({
  options: {},
  async run(context) {
    const store = await context.openStore();
    const {
      config,
      translations,
      log,
      language,
      signal,
      now,
      stdin,
      stdout,
      isTerminal,
      dataDirectory,
      environment,
    } = context;
    const { desk, listings, ingest, grouping } = await createHouse({
      ...context,
      store,
      // Whatever falls due while nobody sits here would reach nobody.
      reaches: () => false,
    });
    if (config.samples) await readSamples({ store: store.articles, ingest, grouping });
    const adapter = createTerminalAdapter({
      input: stdin,
      output: stdout,
      colour: isTerminal && (environment['NO_COLOR'] ?? '') === '',
      ...(isTerminal && { historyFile: join(dataDirectory, 'history') }),
      translations,
      language,
      timeZone: config.timeZone,
      now,
      log,
    });
    const stop = () => void adapter.stop();
    signal.addEventListener('abort', stop, { once: true });
    await adapter.start(listings, desk);
    await adapter.finished();
    await adapter.stop();
    return exitCodes.success;
  },
});

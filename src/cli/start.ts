import { createWebAdapter } from '../adapters/web/index.ts';
import { createApp, createHouse } from '../app.ts';
import { readDefaultSources, readSamples } from '../samples.ts';
import { createFeedSource, createFetcher, createPoller } from '../sources/index.ts';
import type { PollEvent } from '../sources/index.ts';
import { createUserAgent } from '../user-agent.ts';
import { defineVerb, exitCodes } from './verb.ts';

/** Runs the service until it is told to end. */
export const start = defineVerb({
  options: {},
  async run(context) {
    const { config, translations, translate, log, now, output, options, signal } = context;
    const store = await context.openStore();
    const house = await createHouse({ ...context, store });
    const web = createWebAdapter({
      host: config.host,
      port: config.port,
      password: config.webPassword,
      translations,
      log,
    });
    const fetcher = createFetcher({
      allowPrivateHosts: config.allowPrivateHosts,
      userAgent: createUserAgent(config.contact),
    });
    const poller = createPoller({
      store: store.sources,
      source: (followed) => createFeedSource({ followed, fetcher }),
      take: async (items) => void (await house.ingest(items)),
      now,
      random: Math.random,
      report,
    });

    function report(event: PollEvent): void {
      const source = { source: event.source.name, url: event.source.url };
      switch (event.kind) {
        case 'read':
          return log.debug({ ...source, items: event.items }, 'a source was read');
        case 'failing':
          log.debug({ ...source, error: event.error }, 'reading a source failed');
          return log.warn(
            { ...source, why: translate(event.reason) },
            'a source cannot be read, it is tried again',
          );
        case 'recovered':
          return log.info(source, 'a source can be read again');
      }
    }

    const samples = config.samples ? await readSamples({ ...house, store: store.articles }) : 0;
    if (samples > 0 && !options.json) await output.line(translate('cli.start.samples', { count: samples }));
    if (config.followDefaults && (await store.sources.list()).length === 0) {
      await store.sources.add(await readDefaultSources(), now());
    }
    const app = createApp({ house, adapters: [web], poller, store, log });
    try {
      await app.start();
      const address = web.address();
      if (options.json) await output.json({ address });
      else {
        await output.line(translate('cli.start.listening', { address }));
        await output.line(translate('cli.start.stop'));
      }
      await ended(signal);
      if (!options.json) await output.line(translate('cli.start.stopping'));
    } finally {
      // Adapters that were opened before another one failed would keep the process alive.
      await app.stop();
      await fetcher.close();
    }
    return exitCodes.success;
  },
});

/** Resolves when the service is told to end. */
function ended(signal: AbortSignal): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  if (signal.aborted) resolve();
  else signal.addEventListener('abort', () => resolve(), { once: true });
  return promise;
}

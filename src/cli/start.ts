import { createHubOpening, createWebAdapter } from '../adapters/web/index.ts';
import { createApp, createHouse } from '../app.ts';
import type { App } from '../app.ts';
import { createGivenUp } from '../delivery/given-up.ts';
import { createHealthNotices } from '../delivery/health.ts';
import type { ChatAdapter } from '../chat/adapter.ts';
import { createCallLimits } from '../chat/call-limits.ts';
import { createDocumentReader } from '../document-reader.ts';
import { createLook } from '../look.ts';
import { createPosting } from '../posting.ts';
import { createReading } from '../reading.ts';
import { readDefaultSources, readSamples } from '../samples.ts';
import { createFetcher } from '../sources/index.ts';
import { processTimers } from '../timers.ts';
import { createUserAgent } from '../user-agent.ts';
import { createDiscord, createSlack } from './platforms.ts';
import { defineVerb, exitCodes } from './verb.ts';

/** Runs the service until it is told to end. */
export const start = defineVerb({
  options: {},
  async run(context) {
    const { config, translations, translate, log, now, output, options, signal } = context;
    const store = await context.openStore();
    const userAgent = createUserAgent(config.contact);
    const fetcher = createFetcher({ allowPrivateHosts: config.allowPrivateHosts, userAgent });
    const reader = createDocumentReader();
    const service: { app?: App } = {};
    const house = await createHouse({
      ...context,
      store,
      look: createLook({ fetcher, reader }),
      readNow: () => service.app?.readNow(),
      limits: createCallLimits({
        kept: store.keyValue('calls'),
        perReader: config.callsPerReader,
        perChannel: config.callsPerChannel,
        now,
        fault: (error) => log.warn({ error }, 'a call was not counted'),
      }),
    });
    const reading = createReading({
      ...house,
      ...config,
      store,
      fetcher,
      reader,
      userAgent,
      now,
      log,
      translate,
      healthChanged: () => void tellChannels(),
    });
    const discord = await createDiscord(context, store);
    const slack = await createSlack(context, store);
    const web = createWebAdapter({
      host: config.host,
      port: config.port,
      password: config.webPassword,
      translations,
      log,
      openings: [
        ...(reading.webSub === undefined ? [] : [createHubOpening(reading.webSub)]),
        ...(discord?.opening === undefined ? [] : [discord.opening]),
        ...(slack?.openings ?? []),
      ],
    });
    const adapters: readonly ChatAdapter[] = [
      web,
      ...(discord === undefined ? [] : [discord]),
      ...(slack === undefined ? [] : [slack]),
    ];
    const notices = createHealthNotices({
      ...store,
      settings: house.kiosk.settings,
      translate: translations.translate,
      defaultLanguage: config.defaultLanguage,
      now,
    });

    async function tellChannels(): Promise<void> {
      await notices.tell().catch((error: unknown) => log.error({ error }, 'telling channels failed'));
    }

    const samples = config.samples ? await readSamples({ ...house, store: store.articles }) : 0;
    if (samples > 0 && !options.json) await output.line(translate('cli.start.samples', { count: samples }));
    if (config.followDefaults && (await store.sources.list()).length === 0) {
      await store.sources.add(await readDefaultSources(), now());
    }
    const posting = createPosting({
      ...store,
      newsroom: house.newsroom,
      adapters,
      now,
      random: Math.random,
      timers: processTimers,
      givenUp: createGivenUp({
        ...store,
        settings: house.kiosk.settings,
        translate: translations.translate,
        now,
      }),
      fault: (error, delivery) => log.error({ error, ...delivery }, 'a delivery failed'),
    });
    const app = createApp({ house, adapters, reading, posting, store, log });
    service.app = app;
    try {
      await app.start();
      const address = web.address();
      if (options.json) await output.json({ address });
      else {
        await output.line(translate('cli.start.listening', { address }));
        await output.line(translate('cli.start.stop'));
      }
      // What a channel was not told before the last stop, it is told now.
      await tellChannels();
      await ended(signal);
      if (!options.json) await output.line(translate('cli.start.stopping'));
    } finally {
      // Adapters that were opened before another one failed would keep the process alive.
      await app.stop();
      await fetcher.close();
      await reader.close();
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

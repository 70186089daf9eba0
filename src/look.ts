import type { Look } from './chat/sources.ts';
import type { Config } from './config.ts';
import { UserError } from './errors.ts';
import type { DocumentReader, Fetcher } from './sources/index.ts';
import { createUserAgent } from './user-agent.ts';

/** Looks at addresses with what the service reads them with. */
export function createLook(parts: {
  readonly fetcher: Pick<Fetcher, 'fetch'>;
  readonly reader: Pick<DocumentReader, 'read'>;
}): Look {
  return async (url, signal) => {
    const fetched = await parts.fetcher.fetch(url, { signal });
    // Nothing was known before, so nothing can be unmodified.
    if (fetched.kind === 'unmodified') throw new UserError('sources.badAnswer');
    return { url: fetched.movedTo ?? url, document: await parts.reader.read(fetched) };
  };
}

/** Looks at addresses where that is seldom asked for: what it takes is loaded when it is. */
export function createOccasionalLook(config: Pick<Config, 'allowPrivateHosts' | 'contact'>): Look {
  return async (url, signal) => {
    const { createFetcher, directReader } = await import('./sources/index.ts');
    const { allowPrivateHosts, contact } = config;
    const fetcher = createFetcher({ allowPrivateHosts, userAgent: createUserAgent(contact) });
    try {
      return await createLook({ fetcher, reader: directReader })(url, signal);
    } finally {
      await fetcher.close();
    }
  };
}

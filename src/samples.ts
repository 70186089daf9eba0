import { fileURLToPath } from 'node:url';
import { localFiles, readFiles } from './sources/index.ts';
import type { FileAccess, Item, NewSource } from './sources/index.ts';
import type { Grouping } from './stories/grouping.ts';
import type { Ingest } from './stories/ingest.ts';
import type { ArticleStore } from './stories/store.ts';

const samples = fileURLToPath(new URL('../samples', import.meta.url));
const defaultSources = fileURLToPath(new URL('../sources.opml', import.meta.url));

/**
 * Reads the sample articles in where nothing has been read yet, so that a newcomer has something to ask about.
 * @returns how many there were
 */
export async function readSamples(
  {
    store,
    ingest,
    grouping,
  }: { readonly store: ArticleStore; readonly ingest: Ingest; readonly grouping: Grouping },
  access: FileAccess = localFiles,
): Promise<number> {
  const [any] = await store.stories({ limit: 1 });
  if (any !== undefined) return 0;
  const items: Item[] = [];
  for await (const event of readFiles([samples], { access })) {
    if (event.kind === 'item') items.push(event.item);
  }
  const ingested = await ingest(items);
  await grouping.settle();
  return ingested.length;
}

/** The feeds that Kiosk follows unless told otherwise: those of `sources.opml`. */
export async function readDefaultSources(access: FileAccess = localFiles): Promise<readonly NewSource[]> {
  const sources: NewSource[] = [];
  for await (const event of readFiles([defaultSources], { access })) {
    if (event.kind === 'source') sources.push(event.source);
  }
  return sources;
}

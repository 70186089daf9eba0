import * as v from 'valibot';
import { nameOfLanguage } from '../language/index.ts';
import { createFetcher } from '../sources/index.ts';
import type { FeedItem, ReadDocument } from '../sources/index.ts';
import { createUserAgent } from '../user-agent.ts';
import { runBatchFile } from './batch.ts';
import { isFile, readLocalDocument, readRemoteDocument, spokenLanguage } from './documents.ts';
import { batchOption, defineVerb, exitCodes } from './verb.ts';
import type { VerbContext } from './verb.ts';

const concurrency = 2;

const documentSchema = v.object({ file: v.string(), url: v.optional(v.string()) });

/** Shows what Kiosk sees in a document. */
export const read = defineVerb({
  options: { url: { type: 'text', help: 'cli.read.url' }, batch: batchOption },
  words: { value: 'cli.values.document', minimum: 1, maximum: 1 },
  async run(context) {
    const { options, words, output } = context;
    if (options.batch !== undefined) {
      return runBatchFile(options.batch, context, {
        schema: documentSchema,
        handle: async ({ file, url }) => describe(await readLocalDocument(file, url, context.now())),
        concurrency,
      });
    }
    const [place = ''] = words;
    const seen = await describe(await open(place, options.url, context));
    if (options.json) await output.json(seen);
    else for (const line of print(seen, context)) await output.line(line);
    return exitCodes.success;
  },
});

async function open(
  place: string,
  url: string | undefined,
  { config, signal, now }: Pick<VerbContext, 'config' | 'signal' | 'now'>,
): Promise<ReadDocument> {
  if (!/^https?:/i.test(place) || (await isFile(place))) return readLocalDocument(place, url, now());
  const fetcher = createFetcher({
    allowPrivateHosts: config.allowPrivateHosts,
    userAgent: createUserAgent(config.contact),
  });
  try {
    return await readRemoteDocument(place, fetcher, signal, now());
  } finally {
    await fetcher.close();
  }
}

/** A document as the command line's contract shows it. */
async function describe(document: ReadDocument) {
  switch (document.kind) {
    case 'article': {
      const { kind, title, text, publishedAt, updatedAt, authors, image, url, languageHint, how, feeds } =
        document;
      const language = document.language ?? (await spokenLanguage(`${title}\n${text}`, languageHint)) ?? null;
      return {
        kind,
        title,
        text,
        language,
        publishedAt: publishedAt ?? null,
        updatedAt: updatedAt ?? null,
        authors,
        image: image ?? null,
        url,
        how: {
          extractor: how.extractor,
          publishedAt: how.publishedAt ?? null,
          updatedAt: how.updatedAt ?? null,
        },
        feeds,
      };
    }
    case 'feed':
      return {
        kind: document.kind,
        title: document.title,
        url: document.url,
        language: document.language ?? null,
        items: document.items.map(describeItem),
      };
    case 'notice':
      return {
        kind: document.kind,
        reason: document.reason,
        title: document.title,
        feeds: document.feeds,
      };
  }
}

function describeItem({
  id,
  url,
  title,
  summary,
  content,
  publishedAt,
  updatedAt,
  authors,
  categories,
  image,
}: FeedItem) {
  const dates = { publishedAt: publishedAt ?? null, updatedAt: updatedAt ?? null };
  return {
    id,
    url: url ?? null,
    title,
    summary,
    content,
    ...dates,
    authors,
    categories,
    image: image ?? null,
  };
}

function print(
  seen: Awaited<ReturnType<typeof describe>>,
  { translate, language: reader }: Pick<VerbContext, 'translate' | 'language'>,
): readonly string[] {
  switch (seen.kind) {
    case 'article': {
      const { title, url, language, publishedAt, updatedAt, authors, text, how, feeds } = seen;
      const note = [
        publishedAt?.toISOString(),
        updatedAt === null ? undefined : translate('cli.read.updated', { date: updatedAt.toISOString() }),
        language === null ? undefined : nameOfLanguage(language, reader),
        ...authors,
      ];
      const found = [
        translate(`cli.read.extractor.${how.extractor}`),
        how.publishedAt === null ? undefined : translate(`cli.read.date.${how.publishedAt}`),
      ];
      return [title, url, oneLine(note), oneLine(found), '', text, ...offered(feeds, translate)];
    }
    case 'feed': {
      const items = seen.items.map(({ title, url }) => entry(title, url));
      return [seen.title, seen.url, translate('cli.read.items', { count: items.length }), '', ...items];
    }
    case 'notice':
      return [
        translate('cli.read.notice', { reason: translate(seen.reason) }),
        ...offered(seen.feeds, translate),
      ];
  }
}

function oneLine(parts: readonly (string | undefined)[]): string {
  return parts.filter(Boolean).join(' · ');
}

/** The feeds of a page, so that whoever gave a page instead of a feed can choose one. */
function offered(
  feeds: readonly { readonly url: string; readonly title: string }[],
  translate: VerbContext['translate'],
): readonly string[] {
  if (feeds.length === 0) return [];
  const lines = feeds.map(({ title, url }) => (title === '' ? `• ${url}` : entry(title, url)));
  return ['', translate('cli.read.feeds', { count: feeds.length }), ...lines];
}

function entry(title: string, url: string | null): string {
  return `• ${title}${url === null ? '' : `\n  ${url}`}`;
}

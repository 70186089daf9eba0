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
        handle: async ({ file, url }) => describe(await readLocalDocument(file, url)),
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
  { config, signal }: Pick<VerbContext, 'config' | 'signal'>,
): Promise<ReadDocument> {
  if (!/^https?:/i.test(place) || (await isFile(place))) return readLocalDocument(place, url);
  const fetcher = createFetcher({
    allowPrivateHosts: config.allowPrivateHosts,
    userAgent: createUserAgent(config.contact),
  });
  try {
    return await readRemoteDocument(place, fetcher, signal);
  } finally {
    await fetcher.close();
  }
}

/** A document as the command line's contract shows it. */
async function describe(document: ReadDocument) {
  switch (document.kind) {
    case 'article': {
      const { kind, title, text, publishedAt, authors, image, url, languageHint } = document;
      const language = document.language ?? (await spokenLanguage(`${title}\n${text}`, languageHint)) ?? null;
      return {
        kind,
        title,
        text,
        language,
        publishedAt: publishedAt ?? null,
        authors,
        image: image ?? null,
        url,
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
      return { kind: document.kind, reason: document.reason };
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
      const { title, url, language, publishedAt, authors, text } = seen;
      const spoken = language === null ? undefined : nameOfLanguage(language, reader);
      const note = [publishedAt === null ? undefined : publishedAt.toISOString(), spoken, ...authors].filter(
        Boolean,
      );
      return [title, url, note.join(' · '), '', text];
    }
    case 'feed': {
      const items = seen.items.map(({ title, url }) => `• ${title}${url === null ? '' : `\n  ${url}`}`);
      return [seen.title, seen.url, translate('cli.read.items', { count: items.length }), '', ...items];
    }
    case 'notice':
      return [translate('cli.read.notice', { reason: translate(seen.reason) })];
  }
}

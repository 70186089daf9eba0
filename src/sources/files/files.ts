import { UserError } from '../../errors.ts';
import type { TextKey, TextValues } from '../../texts.ts';
import { decode } from '../decode.ts';
import { type ReadArticle, readDocument } from '../document.ts';
import type { FileAccess } from './file-access.ts';
import type { Item } from '../item.ts';
import { readLine } from './jsonl.ts';
import { linesOf } from './lines.ts';
import { readOpml } from './opml.ts';
import type { NewSource } from '../store.ts';
import { rootOf } from '../root.ts';
import { itemAlone, itemsOf } from '../items.ts';

/** What is found while files are read, in their order. */
export type FileEvent =
  | { readonly kind: 'item'; readonly item: Item; readonly file: string; readonly line?: number }
  | { readonly kind: 'source'; readonly source: NewSource; readonly file: string }
  | {
      readonly kind: 'problem';
      readonly file: string;
      /** Counted from 1. */
      readonly line?: number;
      readonly reason: TextKey;
      readonly values: TextValues;
    }
  /** How far the reading is, in bytes of all files. */
  | { readonly kind: 'progress'; readonly done: number; readonly total: number };

/** Files that are read whole may be this large, and a line of a file that is read by lines. */
const mostMegabytes = 50;
const mostBytes = mostMegabytes * 1_000_000;

/** What a folder's files are taken for; the rest in it is left alone. */
const known = /\.(?:jsonl|ndjson|json|html?|xhtml|txt|text|md|xml|rss|atom|rdf|opml)$/i;
const byLines = /\.(?:jsonl|ndjson)$/i;

/**
 * Reads files and folders: JSON lines (of any size), pages, plain texts, feeds and OPML. Nothing about a file or a line
 * makes it throw; what can't be read is a problem among the rest.
 * @param parts.base the address that texts without one of their own were published at; one that ends in "/" is that of a
 * folder, to which the file's name is added
 */
export async function* readFiles(
  paths: readonly string[],
  parts: { readonly access: FileAccess; readonly base?: string },
): AsyncGenerator<FileEvent> {
  const { access, base } = parts;
  const found: Found[] = [];
  for (const path of paths) {
    for await (const one of filesAt(path, access)) {
      if (one.kind === 'problem') yield one;
      else found.push(one);
    }
  }
  const total = found.reduce((sum, { bytes }) => sum + bytes, 0);
  let done = 0;
  for (const { file, bytes } of found) {
    yield { kind: 'progress', done, total };
    try {
      for await (const event of byLines.test(file)
        ? readLines(file, access)
        : readWhole(file, bytes, access, base)) {
        yield event.kind === 'progress' ? { kind: 'progress', done: done + event.done, total } : event;
      }
    } catch (error) {
      yield problem(file, reasonOf(error));
    }
    done += bytes;
  }
  yield { kind: 'progress', done, total };
}

interface Found {
  readonly kind: 'file';
  readonly file: string;
  readonly bytes: number;
}

async function* filesAt(path: string, access: FileAccess, inside = false): AsyncGenerator<Found | Problem> {
  try {
    const { directory, bytes } = await access.describe(path);
    if (!directory) {
      if (!inside || known.test(path)) yield { kind: 'file', file: path, bytes };
      return;
    }
    for (const entry of [...(await access.list(path))].sort()) yield* filesAt(entry, access, true);
  } catch (error) {
    yield problem(path, reasonOf(error));
  }
}

async function* readLines(file: string, access: FileAccess): AsyncGenerator<FileEvent> {
  let told = 0;
  for await (const { number, bytes, end } of linesOf(access.read(file), mostBytes)) {
    if (end - told >= 1_000_000) {
      told = end;
      yield { kind: 'progress', done: end, total: end };
    }
    if (bytes === undefined) {
      yield problem(file, { key: 'sources.line.tooLong', values: { megabytes: mostMegabytes } }, number);
      continue;
    }
    // The HTML inside a line may name an encoding, which says nothing about the file's own.
    yield* lineEvents(decode(bytes, 'application/jsonl; charset=utf-8'), file, number);
  }
}

function* lineEvents(text: string, file: string, line: number): Generator<FileEvent> {
  if (text.trim() === '') return;
  const read = readLine(text);
  if ('item' in read) yield { kind: 'item', item: read.item, file, line };
  else yield problem(file, { key: read.problem.reason, values: read.problem.values }, line);
}

async function* readWhole(
  file: string,
  size: number,
  access: FileAccess,
  base: string | undefined,
): AsyncGenerator<FileEvent> {
  const bytes = size > mostBytes ? undefined : await collect(access.read(file));
  if (bytes === undefined) {
    yield problem(file, { key: 'sources.file.tooLarge', values: { megabytes: mostMegabytes } });
    return;
  }
  const text = decode(bytes);
  const { kind } = rootOf(text);
  if (kind === 'opml' || /\.opml$/i.test(file)) {
    const sources = readOpml(text);
    for (const source of sources) yield { kind: 'source', source, file };
    if (sources.length === 0) yield problem(file, { key: 'sources.file.noSources' });
  } else if (kind === 'text' && /^\s*\{/.test(text)) {
    for (const [index, line] of text.split('\n').entries()) yield* lineEvents(line, file, index + 1);
  } else if (text.includes('\u0000')) yield problem(file, { key: 'sources.file.binary' });
  else yield* documentEvents(bytes, file, base);
}

function* documentEvents(bytes: Uint8Array, file: string, base: string | undefined): Generator<FileEvent> {
  // An address that leads nowhere: relative links stay unresolved, and the file's place stays private.
  const url = base === undefined ? 'about:blank' : addressIn(base, file);
  const read = readDocument({ bytes, url, name: file });
  if (read.kind === 'notice') yield problem(file, { key: read.reason });
  else if (read.kind === 'feed') {
    const items = itemsOf(read, '');
    for (const item of items) yield { kind: 'item', item: item.text === '' ? itemAlone(item) : item, file };
    if (items.length === 0) yield problem(file, { key: 'sources.file.noItems' });
  } else if (read.named || base !== undefined) yield { kind: 'item', item: itemOf(read), file };
  else yield problem(file, { key: 'sources.file.noAddress', values: { option: '--url' } });
}

function addressIn(base: string, file: string): string {
  if (!base.endsWith('/')) return base;
  return URL.parse(encodeURIComponent(file.split(/[\\/]/).at(-1) ?? ''), base)?.href ?? base;
}

function itemOf(article: ReadArticle): Item {
  const { url, source, language, title, text, publishedAt, authors, image } = article;
  return {
    url,
    source,
    ...(language !== undefined && { language }),
    title,
    text,
    ...(publishedAt !== undefined && { publishedAt }),
    authors,
    ...(image !== undefined && { image }),
  };
}

async function collect(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > mostBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}

type Problem = Extract<FileEvent, { kind: 'problem' }>;

interface Reason {
  readonly key: TextKey;
  readonly values?: TextValues;
}

function problem(file: string, { key, values = {} }: Reason, line?: number): Problem {
  return { kind: 'problem', file, ...(line !== undefined && { line }), reason: key, values };
}

function reasonOf(error: unknown): Reason {
  if (error instanceof UserError) return error;
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === undefined) throw error;
  return { key: code === 'ENOENT' ? 'sources.file.missing' : 'sources.file.unreadable' };
}

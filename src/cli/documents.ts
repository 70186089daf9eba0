import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { pathToFileURL } from 'node:url';
import { UserError } from '../errors.ts';
import { isLanguageTag, loadDetector } from '../language/index.ts';
import type { LanguageTag } from '../language/index.ts';
import { readDocument } from '../sources/index.ts';
import type { Fetcher, ReadDocument } from '../sources/index.ts';

/** Larger files are not documents. */
const mostBytes = 50_000_000;

/**
 * Reads a file.
 * @param url where it was read from on the web; relative links start from it
 * @param now an article that says it was published later isn't believed
 * @throws {UserError} when there is no such file, or it can't be read
 */
export async function readLocalDocument(path: string, url?: string, now?: Date): Promise<ReadDocument> {
  const info = await stat(path).catch(() => undefined);
  if (info === undefined) throw new UserError('cli.file.missing', { file: path });
  if (info.isDirectory()) throw new UserError('cli.file.folder', { file: path });
  if (info.size > mostBytes) throw new UserError('sources.file.tooLarge', { megabytes: mostBytes / 1e6 });
  const bytes = await readFile(path).catch((error: unknown) => {
    throw new UserError('cli.file.unreadable', { file: path }, { cause: error });
  });
  return readDocument({
    bytes,
    url: url ?? pathToFileURL(path).href,
    name: basename(path),
    ...(now !== undefined && { now }),
  });
}

/** True where a file can be found. */
export async function isFile(path: string): Promise<boolean> {
  const info = await stat(path).catch(() => undefined);
  return info?.isFile() ?? false;
}

/**
 * Reads an address.
 * @throws {UserError} when it can't be reached or read
 */
export async function readRemoteDocument(
  url: string,
  fetcher: Fetcher,
  signal: AbortSignal,
  now?: Date,
): Promise<ReadDocument> {
  const fetched = await fetcher.fetch(url, { signal });
  // Nothing was known before, so nothing can be unmodified.
  if (fetched.kind === 'unmodified') throw new UserError('sources.badAnswer');
  return readDocument({ ...fetched, ...(now !== undefined && { now }) });
}

/** The language an article is written in; what the page says of itself counts where its text doesn't tell. */
export async function spokenLanguage(
  text: string,
  hint: string | undefined,
): Promise<LanguageTag | undefined> {
  const detector = await loadDetector();
  const primary = hint?.split(/[-_]/, 1)[0]?.toLowerCase();
  return detector.detect(text).language ?? (isLanguageTag(primary) ? primary : undefined);
}

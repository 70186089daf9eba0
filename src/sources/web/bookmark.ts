import { type Fields, linesOf } from './fields.ts';

/** Longer ones aren't worth their room in the store; only a hostile server writes them. */
const longest = 4_000;

/**
 * What an answer says to be asked with next time: its address, its ETag and the date of its last change, on a line each.
 * @param before the bookmark that was asked with; an answer "unchanged" leaves out what stayed the same
 */
export function bookmarkOf(url: string, fields: Fields, before?: string): string | undefined {
  const [, oldTag = '', oldDate = ''] = before?.split('\n') ?? [];
  const [tag = oldTag] = linesOf(fields, 'etag');
  const [date = oldDate] = linesOf(fields, 'last-modified');
  const bookmark = [url, tag, date].join('\n');
  return (tag === '' && date === '') || bookmark.length > longest ? undefined : bookmark;
}

/** The headers that ask for a document only if it has changed; none for another address than the bookmark's. */
export function conditionsOf(
  bookmark: string | undefined,
  url: string,
): Readonly<Record<string, string>> | undefined {
  const [place, tag = '', date = ''] = bookmark?.split('\n') ?? [];
  if (place !== url || (tag === '' && date === '')) return undefined;
  return { ...(tag !== '' && { 'if-none-match': tag }), ...(date !== '' && { 'if-modified-since': date }) };
}

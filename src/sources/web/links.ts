import LinkHeader from 'http-link-header';
import { absoluteAddress } from '../address.ts';
import { type Fields, listOf } from './fields.ts';

/** A relation that a document's headers declare: the hub that tells of its changes, or the address it goes by there. */
export interface HeaderLink {
  readonly rel: 'hub' | 'self';
  readonly url: string;
}

/** More than any paper has; each may cost a request. */
const mostOfKind = 5;

/**
 * What WebSub (5.1) looks for in a Link header; none where it can't be read.
 * @param base the address of the document
 */
export function linksOf(fields: Fields, base: string): readonly HeaderLink[] {
  const header = listOf(fields, 'link');
  return (['hub', 'self'] as const).flatMap((rel) =>
    referencesIn(header, rel)
      .flatMap((uri) => {
        const url = absoluteAddress(uri, base);
        return url === undefined ? [] : [{ rel, url }];
      })
      .slice(0, mostOfKind),
  );
}

function referencesIn(header: string, rel: string): readonly string[] {
  try {
    // An anchor makes it a link of something else than the document (RFC 8288, 3.2).
    return LinkHeader.parse(header)
      .rel(rel)
      .flatMap(({ uri, anchor }) => (anchor === undefined ? [uri] : []));
  } catch {
    return [];
  }
}

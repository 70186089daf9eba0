import type { Metadata } from './metadata.ts';

const separator = /\s+[|·•–—»:-]\s+|\s*\|\s*/u;

/**
 * The headline of a page's article, without the site's name. What a page says for sharing comes first, since publishers
 * choose it with care while headings leave out its first half or hold a section's name.
 * @param headings the page's first-rank headings
 */
export function headlineOf(
  { sharedTitles, pageTitle, siteName }: Metadata,
  headings: readonly string[],
): string {
  const site = squash(siteName);
  const shared = sharedTitles
    .map((title) => withoutSite(title, siteName))
    .find((title) => !isSite(title, site));
  if (shared !== undefined) return shared;
  const title = withoutSite(pageTitle, siteName);
  // The window's title often ends in the names of sections, which a heading inside it shows.
  return (
    headings.find((heading) => heading.length >= 15 && contains(title, heading)) ??
    (title || (headings[0] ?? ''))
  );
}

/** Takes a site's name off the end or the beginning of a title: "A strike ends | The Paper". */
export function withoutSite(title: string, siteName: string): string {
  const parts = title.split(separator);
  if (parts.length < 2) return title;
  const site = squash(siteName);
  const [first = ''] = parts;
  const last = parts.at(-1) ?? '';
  if (isSite(last, site)) return title.slice(0, title.lastIndexOf(last)).replace(/[\s|·•–—»:-]+$/u, '');
  if (isSite(first, site)) return title.slice(first.length).replace(/^[\s|·•–—»:-]+/u, '');
  return title;
}

/** A site is seldom named alike everywhere ("SZ.de", "Süddeutsche.de"), but its name is short of other words. */
function isSite(part: string, site: string): boolean {
  const squashed = squash(part);
  if (site.length < 2 || squashed.length < 2) return false;
  return site.includes(squashed) || (squashed.includes(site) && squashed.length <= site.length + 8);
}

function contains(whole: string, part: string): boolean {
  return squash(whole).includes(squash(part));
}

function squash(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .replace(/(?:com|org|net|de|fr|couk)$/, '');
}

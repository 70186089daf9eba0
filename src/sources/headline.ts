import type { Metadata } from './metadata.ts';

const separator = /\s+[|·•–—»:-]\s+|\s*\|\s*/u;

/**
 * The headline of a page's article: what the page says for sharing, checked against its headings, without the site's name.
 * @param headings the page's first-rank headings
 */
export function headlineOf(
  { sharedTitles, pageTitle, siteName }: Metadata,
  headings: readonly string[],
): string {
  const titles = [...sharedTitles, pageTitle].filter(Boolean).map((title) => withoutSite(title, siteName));
  const [first = ''] = titles;
  // Sharing titles are often shorter or catchier than the headline; a heading that holds one is the whole of it.
  const agreeing = headings.find((heading) => titles.some((title) => contains(heading, title)));
  if (agreeing !== undefined) return agreeing;
  const within = headings.find(
    (heading) => heading.length >= 15 && titles.some((title) => contains(title, heading)),
  );
  return within ?? (first || headings[0] || '');
}

/** Takes a site's name off the end or the beginning of a title: "A strike ends | The Paper". */
export function withoutSite(title: string, siteName: string): string {
  const parts = title.split(separator);
  if (parts.length < 2) return title;
  const site = squash(siteName);
  const [first = ''] = parts;
  const last = parts.at(-1) ?? '';
  if (site !== '' && isSite(last, site))
    return title.slice(0, title.lastIndexOf(last)).replace(/[\s|·•–—»:-]+$/u, '');
  if (site !== '' && isSite(first, site)) return title.slice(first.length).replace(/^[\s|·•–—»:-]+/u, '');
  return title;
}

function isSite(part: string, site: string): boolean {
  const squashed = squash(part);
  return squashed.length >= 2 && (squashed === site || site.includes(squashed) || squashed.includes(site));
}

function contains(whole: string, part: string): boolean {
  const squashed = squash(part);
  return squashed.length >= 15 ? squash(whole).includes(squashed) : squash(whole) === squashed;
}

function squash(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .replace(/(?:com|org|net|de|fr|couk)$/, '');
}

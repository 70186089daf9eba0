/**
 * The absolute http or https address that `link` means on a page at `base`; undefined for anything else. An address that
 * is absolute already stays as it was written, so that one article keeps one spelling.
 */
export function absoluteAddress(link: string | undefined, base?: string): string | undefined {
  const trimmed = link?.trim();
  if (trimmed === undefined || trimmed === '') return undefined;
  if (/^https?:\/\/[\w!#$%&'()*+,./:;=?@~[\]-]+$/i.test(trimmed))
    return URL.canParse(trimmed) ? trimmed : undefined;
  // Nobody calls a folder "www.".
  const written = /^www\.[\w-]+\./i.test(trimmed) ? `https://${trimmed}` : trimmed;
  const url = URL.parse(written, base !== undefined && URL.canParse(base) ? base : undefined);
  return url !== null && (url.protocol === 'https:' || url.protocol === 'http:') ? url.href : undefined;
}

/** The host of an address without "www.", as a name for a source that has none. */
export function hostName(url: string): string {
  return URL.parse(url)?.hostname.replace(/^www\./, '') ?? '';
}

import { clean } from '../../chat/plain.ts';

// What Discord's markdown takes for markup wherever it stands: emphasis, code, spoilers, links, mentions, emoji, timestamps, and
// addresses that it would turn into links (https://support.discord.com/hc/articles/210298617).
const anywhere = /[\\*_~`|<[\]@]|:(?=\/\/|[\w+-]+:)/g;
/** Headings, subtext, quotations and lists begin a line. */
const atStart = /^([ \t]*)([#>]|-#|-(?=\s|$))/gm;
const numbered = /^([ \t]*\d+)\.(?=\s|$)/gm;
/** Discord refuses longer ones. */
const longestAddress = 2048;

/** A text that Discord shows as it stands: nothing in it is markup, a mention, a link, an emoji or a timestamp. */
export function literal(text: string): string {
  return clean(text).replace(anywhere, '\\$&').replace(atStart, '$1\\$2').replace(numbered, '$1\\.');
}

/** The address of a link, with nothing in it that could end the link; undefined for one that isn't a web address. */
export function linkable(address: string, longest = longestAddress): string | undefined {
  const url = URL.parse(address);
  if (url === null || !/^https?:$/.test(url.protocol)) return undefined;
  const written = url.href.replace(
    /[()<>\\|`]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return written.length <= longest ? written : undefined;
}

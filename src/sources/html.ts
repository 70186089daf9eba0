const blocks = new Set(
  (
    'address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer ' +
    'form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody tfoot thead tr ul'
  ).split(' '),
);
const silent = new Set(
  (
    'script style noscript template svg math iframe object embed head title button select textarea input audio video ' +
    'canvas map'
  ).split(' '),
);

/** True for HTML's elements that stand apart from the text around them; names are in lower case. */
export function isBlock(name: string): boolean {
  return blocks.has(name);
}

/** True for those whose text readers of an article don't see. */
export function isSilent(name: string): boolean {
  return silent.has(name);
}

/** True for the cells of a table, which are words of their own. */
export function isCell(name: string): boolean {
  return name === 'td' || name === 'th';
}

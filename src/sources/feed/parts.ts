/** Where one item stands in a feed's text, its tags included; UTF-16 offsets, `end` exclusive. */
export interface Part {
  readonly start: number;
  readonly end: number;
}

/** Of more items than this only the first are read, and those one by one. */
const mostParts = 3000;
const itemTag = /<(\/?)(?:[a-z][\w.-]*:)?(item|entry)(?=[\s>/])[^<>]*>/gi;
const [open, close] = ['<![CDATA[', ']]>'];

/**
 * Finds the items of an RSS or Atom feed without reading it; undefined where that isn't certain: where items are nested, empty, not closed,
 * or might stand inside of a text.
 */
export function partsOf(text: string): readonly Part[] | undefined {
  const parts: Part[] = [];
  let start: number | undefined;
  let end = 0;
  for (const { 0: tag, 1: slash, index } of text.matchAll(itemTag)) {
    if (tag.endsWith('/>') || (slash === '') !== (start === undefined)) return undefined;
    if (start === undefined) {
      if (opensText(text.slice(end, index))) return undefined;
      start = index;
    } else {
      end = index + tag.length;
      if (opensText(text.slice(start, end))) return undefined;
      parts.push({ start, end });
      if (parts.length > mostParts) return undefined;
      start = undefined;
    }
  }
  return start === undefined && !opensText(text.slice(end)) ? parts : undefined;
}

/** The text without some of its parts. */
export function without(text: string, parts: readonly Part[]): string {
  let rest = '';
  let from = 0;
  for (const { start, end } of parts) {
    rest += text.slice(from, start);
    from = end;
  }
  return rest + text.slice(from);
}

/** True where a comment or a literal text begins that doesn't end. */
function opensText(text: string): boolean {
  return (
    text.lastIndexOf(open) > text.lastIndexOf(close) || text.lastIndexOf('<!--') > text.lastIndexOf('-->')
  );
}

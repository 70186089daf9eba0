/** A single no-break space is typography and stays; every other stretch of white space is one space. */
export function collapse(text: string): string {
  return text.replace(/[\s\u0085]{2,}|[^\S \u00A0\u202F]|\u0085/g, ' ');
}

const invisible = /[[\p{Cc}\u00AD\u200B\u2060\uFEFF\uFFFE\uFFFF]--\s]/gv;
const strange = /[[\s\p{Cc}\u00AD\u200B\u2060\uFEFF\uFFFE\uFFFF]--[ \u00A0\u202F]]/v;
const doubled = /[ \u00A0\u202F]{2}/;

/** Puts the white space of one line in order and takes out what can't be seen. */
export function tidy(line: string): string {
  // Most lines are in order, and finding that out takes half as long as putting them in order.
  return (strange.test(line) || doubled.test(line) ? collapse(line).replace(invisible, '') : line).trim();
}

/** Puts the lines of a paragraph in order, each by itself. */
export function linesOf(paragraph: string): string {
  return paragraph.split('\n').map(tidy).filter(Boolean).join('\n');
}

/** Puts white space in order: paragraphs end in a blank line, lines hold no double spaces and no invisible characters. */
export function paragraphsOf(text: string): string {
  const lines = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  if (!lines.includes('\n')) return tidy(lines);
  return lines
    .split(/\n[^\S\n]*\n\s*/)
    .map((paragraph) => (paragraph.includes('\n') ? linesOf(paragraph) : tidy(paragraph)))
    .filter(Boolean)
    .join('\n\n');
}

/** The words of a text that lists them between white space; lets word lists be written as plain paragraphs. */
export function wordList(...paragraphs: readonly string[]): readonly string[] {
  return paragraphs.flatMap((paragraph) => paragraph.trim().split(/\s+/)).filter((word) => word !== '');
}

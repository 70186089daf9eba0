/** The words of a text that lists them between white space; lets word lists be written as plain paragraphs. */
export function wordList(...paragraphs: readonly string[]): readonly string[] {
  return paragraphs.flatMap((paragraph) => paragraph.trim().split(/\s+/)).filter((word) => word !== '');
}

/** Numbers by words, from a text such as "two=2 three=3". */
export function wordValues(text: string): Readonly<Record<string, number>> {
  return Object.fromEntries(
    wordList(text).map((entry) => {
      const [word = '', value = ''] = entry.split('=');
      return [word, Number(value)];
    }),
  );
}

/** Letters and figures alone, lower case: what stays the same where a text is shown twice. */
export function squash(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** How long the runs of words are by which two texts are compared. */
const runLength = 3;

/** The runs of words that a text holds. */
export function wordRuns(text: string): ReadonlySet<string> {
  const words =
    text
      .normalize('NFKC')
      .toLowerCase()
      .replaceAll('\u00AD', '')
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  const runs = new Set<string>();
  for (let at = 0; at < Math.max(1, words.length - runLength + 1); at += 1)
    runs.add(words.slice(at, at + runLength).join(' '));
  runs.delete('');
  return runs;
}

/** The share of runs of words that are among others: 1 for a text that was taken from there. */
export function shareIn(runs: ReadonlySet<string>, others: { has(run: string): boolean }): number {
  let found = 0;
  for (const run of runs) if (others.has(run)) found += 1;
  return runs.size === 0 ? 0 : found / runs.size;
}

const english = words(
  'january february march april may june july august september october november december',
);
const locales = 'fr de de-AT es it nl pt ca ro sv da nb fi pl cs hu el tr ru uk'.split(' ');

let others: ReadonlyMap<string, number> | undefined;

/** The month from 1 to 12 that a word names, long or short, in the languages of Europe's larger papers. */
export function monthOf(word: string): number | undefined {
  const name = word.toLowerCase();
  const known = english.get(name);
  if (known !== undefined) return known;
  others ??= namesOf(locales);
  const folded = fold(name);
  return others.get(folded) ?? english.get(folded.slice(0, 3)) ?? others.get(folded.slice(0, 3));
}

function words(names: string): ReadonlyMap<string, number> {
  return new Map(
    names.split(' ').flatMap((name, index) => [
      [name, index + 1],
      [name.slice(0, 3), index + 1],
    ]),
  );
}

/** Names by themselves and after a day, where some languages write them differently. */
function namesOf(tags: readonly string[]): ReadonlyMap<string, number> {
  const names = new Map<string, number>([
    ['mrz', 3],
    ['maerz', 3],
    ['сен', 9],
  ]);
  for (const options of tags.flatMap((tag) => styles.map((style) => ({ tag, ...style })))) {
    const format = new Intl.DateTimeFormat(options.tag, { ...options, timeZone: 'UTC' });
    for (let month = 1; month <= 12; month += 1) {
      const parts = format.formatToParts(new Date(Date.UTC(2001, month - 1, 15)));
      const name = fold(parts.find(({ type }) => type === 'month')?.value ?? '');
      if (!names.has(name)) names.set(name, month);
    }
  }
  return names;
}

const styles = [
  { month: 'long' },
  { month: 'short' },
  { month: 'long', day: 'numeric' },
  { month: 'short', day: 'numeric' },
] as const;

function fold(word: string): string {
  return word.normalize('NFD').replace(/\P{L}/gu, '').toLowerCase();
}

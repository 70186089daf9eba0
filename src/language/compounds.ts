import { languages } from './languages.ts';
import type { LanguageTag } from './language.ts';

/** In how many stored articles a word occurs, unstemmed and folded; 0 when in none. */
export type Frequency = (word: string) => number;

const shortestPart = 3;
/** Parts of this many letters turn up in words by chance. */
const chancyLength = 3;
const chancyShare = 0.1;
const mostParts = 4;
const longestCompound = 48;
/** By how much more frequent the parts must be for each part beyond two. */
const furtherPart = Math.log(2);
/** What the last part of a compound may end in besides its own form. */
export const endings = ['ern', 'en', 'es', 'er', 'em', 'e', 'n', 's'];

/** A known word that stands at a place in a compound, with the logarithm of its frequency. */
interface Part {
  readonly word: string;
  readonly weight: number;
}

/** Parts of a compound from its beginning. */
interface Split {
  readonly parts: readonly string[];
  readonly weight: number;
}

/**
 * The known words a folded compound is made of, or the word alone where it is as common as they are or nothing fits.
 * Chooses by the geometric mean of the parts' frequencies (Koehn & Knight 2003, "Empirical Methods for Compound Splitting").
 */
export function splitCompound(word: string, language: LanguageTag, frequency: Frequency): readonly string[] {
  const links = languages[language].compoundLinks;
  if (links === undefined || word.length < 2 * shortestPart || word.length > longestCompound) return [word];
  const splits = splitsOf(word, links, knownParts(language, frequency));
  let best: readonly string[] = [word];
  let highest = Math.log(Math.max(frequency(word), 0.5));
  for (const [count, { parts, weight }] of splits) {
    const score = weight / count - furtherPart * (count - 2);
    if (score > highest) [best, highest] = [parts, score];
  }
  return best;
}

/**
 * True where a folded compound begins or ends with `part` and the rest, without what glues them, is a known word or
 * splits into known words: "datenleck" holds "daten" and "leck", "auswahl" does not hold "wahl".
 */
export function holdsPart(
  compound: string,
  part: string,
  language: LanguageTag,
  frequency: Frequency,
): boolean {
  const links = languages[language].compoundLinks;
  if (links === undefined || part.length < shortestPart || compound.length > longestCompound) return false;
  if (compound.length < part.length + shortestPart) return false;
  const known = knownParts(language, frequency);
  const fits = (rest: string) =>
    rest.length > 0 && (known(rest, true) !== undefined || splitsOf(rest, links, known).size > 0);
  const stem = part.endsWith('e') ? part.slice(0, -1) : part;
  if (compound.startsWith(stem)) {
    const rest = compound.slice(compound.startsWith(part) ? part.length : stem.length);
    if (links.some((link) => rest.startsWith(link) && fits(rest.slice(link.length)))) return true;
  }
  return ['', ...endings].some((ending) => {
    if (!compound.endsWith(part + ending)) return false;
    const rest = compound.slice(0, compound.length - part.length - ending.length);
    return links.some((link) => rest.endsWith(link) && fits(rest.slice(0, rest.length - link.length)));
  });
}

/** Looks parts up: as they are, with the "e" a first part drops ("schul" is "schule"), a last one without its ending. */
function knownParts(
  language: LanguageTag,
  frequency: Frequency,
): (part: string, isLast: boolean) => Part | undefined {
  const { stopWords } = languages[language];
  const known = new Map<string, number>();
  const weightOf = (word: string) => {
    const kept = known.get(word);
    if (kept !== undefined) return kept;
    const count = word.length < shortestPart || stopWords.has(word) ? 0 : frequency(word);
    const weight = count * (word.length <= chancyLength ? chancyShare : 1);
    known.set(word, weight);
    return weight;
  };
  return (part, isLast) => {
    const bare = endings
      .filter((ending) => part.endsWith(ending))
      .map((ending) => part.slice(0, -ending.length));
    const forms = isLast ? [part, ...bare.filter((form) => form.length > chancyLength)] : [part, `${part}e`];
    const word = forms.find((form) => weightOf(form) > 0);
    return word === undefined ? undefined : { word, weight: Math.log(weightOf(word)) };
  };
}

/** The best split into each number of parts, two or more, that covers the whole word. */
function splitsOf(
  word: string,
  links: readonly string[],
  known: (part: string, isLast: boolean) => Part | undefined,
): ReadonlyMap<number, Split> {
  const whole = new Map<number, Split>();
  /** At each place, by number of parts before it. */
  const reached = new Map<number, Map<number, Split>>([[0, new Map([[0, { parts: [], weight: 0 }]])]]);
  for (let start = 0; start <= word.length - shortestPart; start += 1) {
    const before = reached.get(start);
    if (before === undefined) continue;
    for (let end = start + shortestPart; end <= word.length; end += 1) {
      const isLast = end === word.length;
      if (isLast && start === 0) continue;
      const part = known(word.slice(start, end), isLast);
      if (part === undefined) continue;
      const places = isLast
        ? []
        : links.filter((link) => word.startsWith(link, end)).map((link) => end + link.length);
      for (const [count, split] of before) {
        if (count === mostParts) continue;
        const longer = { parts: [...split.parts, part.word], weight: split.weight + part.weight };
        if (isLast) keep(whole, count + 1, longer);
        for (const place of places) keep(getOrMake(reached, place), count + 1, longer);
      }
    }
  }
  return whole;
}

function getOrMake(reached: Map<number, Map<number, Split>>, place: number): Map<number, Split> {
  const known = reached.get(place) ?? new Map<number, Split>();
  reached.set(place, known);
  return known;
}

function keep(splits: Map<number, Split>, count: number, split: Split): void {
  const known = splits.get(count);
  if (known === undefined || split.weight > known.weight) splits.set(count, split);
}

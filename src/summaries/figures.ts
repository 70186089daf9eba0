import type { Lexicon } from '../language/index.ts';
import type { LanguageTag, Range } from '../language/language.ts';
import { countedIn } from './counted.ts';
import type { Counted } from './counted.ts';
import { likeness } from './likeness.ts';
import type { Vector } from './likeness.ts';
import type { Told } from './sentences.ts';
import type { Weighed } from './worth.ts';

/** What some texts give as a number. */
export interface FigureReading {
  /** Index of the text that it is quoted from. */
  readonly from: number;
  /** The sentence. */
  readonly sentence: Range;
  /** The number with what it counts. */
  readonly mark: Range;
  /** Indexes of the other texts that give it. */
  readonly also: readonly number[];
}

/** A number of a story; several readings where its texts differ on it, those of most texts first. */
export type Figure = readonly FigureReading[];

interface Found {
  readonly from: number;
  readonly sentence: Range;
  readonly mark: Range;
  readonly unit: string;
  readonly value: number;
  /** True where it stands in the language that the story is told in. */
  readonly isOwn: boolean;
  readonly vector: Vector;
  readonly worth: number;
}

interface Group {
  readonly unit: string;
  readonly value: number;
  readonly all: readonly Found[];
  readonly sources: ReadonlySet<string>;
}

/** Sentences sharing this much (cosine) speak of the same thing. */
const close = 0.2;
/** Of sums and shares, nothing but the sentence says what they count. */
const closer = 0.35;
/** "Almost 200" doesn't contradict 193. */
const rounding = 0.05;

/**
 * The numbers that tell most of a story, with what they count: those that most sources give first. Numbers that count the same in
 * sentences about the same contradict each other, unless one source gives both.
 * @param told the texts, in their own words @param weighed their sentences, in one language's terms
 * @param sources who published each text @param to the language of these terms
 */
export function figuresIn(
  told: readonly Pick<Told, 'text' | 'language'>[],
  weighed: readonly Weighed[],
  sources: readonly string[],
  parts: { readonly lexicon: Pick<Lexicon, 'translate'>; readonly to: LanguageTag },
): readonly Figure[] {
  const found = weighed.flatMap(({ sentence, vector, worth }) => {
    const { from, start, end } = sentence;
    const text = told[from];
    if (text === undefined) return [];
    return countedIn(text.text.slice(start, end), text.language).map((counted) => ({
      from,
      sentence: { start, end },
      mark: { start: start + counted.start, end: start + counted.end },
      units: unitsOf(counted, text.language, parts),
      isOwn: text.language === parts.to,
      value: counted.value,
      vector,
      worth,
    }));
  });
  // Of several translations the one that the texts in that language use.
  const used = new Set(found.flatMap(({ units, isOwn }) => (isOwn ? units : [])));
  const named = found.map((each) => ({
    ...each,
    unit: each.units.find((unit) => used.has(unit)) ?? each.units[0] ?? '',
  }));
  const groups = [...Map.groupBy(named, ({ unit, value }) => `${value} ${unit}`).values()]
    .flatMap((all): readonly Group[] => {
      const [first] = all;
      return first === undefined ? [] : [{ ...first, all, sources: sourcesOf(all) }];
    })
    .toSorted(byWeight);
  const figures: Figure[] = [];
  const shown = new Set<Group>();
  for (const group of groups) {
    if (shown.has(group)) continue;
    const against = groups.filter((other) => !shown.has(other) && contradict(group, other));
    for (const each of [group, ...against]) shown.add(each);
    figures.push([group, ...against].flatMap(readingOf));
  }
  const sentences = new Set<string>();
  const fresh = figures.filter((figure) => {
    // A sentence that was quoted for another number has told this one.
    const keys = figure.map(({ from, sentence }) => `${from} ${sentence.start}`);
    const isTold = figure.length === 1 && keys.every((key) => sentences.has(key));
    for (const key of keys) sentences.add(key);
    return !isTold;
  });
  // What sources differ on is news about the news.
  return fresh.toSorted((one, other) => Number(other.length > 1) - Number(one.length > 1));

  function sourcesOf(all: readonly Found[]): ReadonlySet<string> {
    return new Set(all.flatMap(({ from }) => sources[from] ?? []));
  }
}

function byWeight(one: Group, other: Group): number {
  const best = ({ all }: Group) => Math.max(...all.map(({ worth }) => worth));
  return other.sources.size - one.sources.size || best(other) - best(one);
}

function contradict(one: Group, other: Group): boolean {
  if (
    one.unit !== other.unit ||
    isAbout(one.value, other.value) ||
    !one.sources.isDisjointFrom(other.sources)
  )
    return false;
  const enough = one.unit === 'money' || one.unit === 'percent' ? closer : close;
  return one.all.some(({ vector }) => other.all.some((each) => likeness(vector, each.vector) >= enough));
}

/** True for numbers of which one may round the other. */
function isAbout(one: number, other: number): boolean {
  return Math.abs(one - other) <= rounding * Math.max(one, other);
}

function readingOf({ all }: Group): readonly FigureReading[] {
  const own = all.filter(({ isOwn }) => isOwn);
  const best = (own.length > 0 ? own : all).reduce((one, other) => (other.worth > one.worth ? other : one));
  const also = [...new Set(all.map(({ from }) => from))].filter((from) => from !== best.from);
  return [{ from: best.from, sentence: best.sentence, mark: best.mark, also }];
}

/** What a number may be called to count, in the terms that texts are compared in. */
function unitsOf(
  { unit, noun }: Counted,
  from: LanguageTag,
  { lexicon, to }: { readonly lexicon: Pick<Lexicon, 'translate'>; readonly to: LanguageTag },
): readonly string[] {
  if (noun === undefined || from === to) return [unit];
  const found = lexicon.translate([noun], from, to).filter(({ share, isGuess }) => share === 1 && !isGuess);
  const terms = found.flatMap(({ translations }) => translations.map((each) => each.terms.join(' ')));
  return [...terms, unit];
}

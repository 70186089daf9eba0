import { fold, languages, mentionsIn, termsOfWords, words } from '../language/index.ts';
import type { AskedKind, LanguageTag, Mention, Token } from '../language/index.ts';
import type { Mark } from './answer.ts';
import type { Weighing } from './weighing.ts';
import { weights } from './weights.ts';

/** What a sentence itself holds of what a question asks for. */
export interface ShortAnswer {
  /** What it is worth beside the words that the sentence shares with the question. */
  readonly score: number;
  /** What seems to be the answer. */
  readonly mark: Mark | undefined;
}

/** What may be asked for, as it is mentioned. */
interface Fitting {
  /** The likeliest kinds; others only where there is none of them. */
  readonly tiers: readonly (readonly (Mention['kind'] | 'duration')[])[];
  /** How much it tells that a sentence holds one, beside one that holds the time or the number that is asked for … */
  readonly tells: number;
  /** … or that it has words that give what is asked for ("because"). */
  readonly gives?: number;
  /** True where the nearest of several is mostly the one that was asked for. */
  readonly nearestFits: boolean;
}

const fittings: Readonly<Record<AskedKind, Fitting>> = {
  time: { tiers: [['time']], tells: 1, nearestFits: true },
  duration: { tiers: [['duration']], tells: 1, nearestFits: true },
  number: { tiers: [['number', 'share', 'money']], tells: 1, nearestFits: true },
  share: { tiers: [['share'], ['number']], tells: 1, nearestFits: true },
  money: { tiers: [['money'], ['number']], tells: 1, nearestFits: true },
  reason: { tiers: [], tells: 0, gives: 0.35, nearestFits: false },
  manner: { tiers: [], tells: 0, gives: 0.2, nearestFits: false },
  term: { tiers: [['name', 'place']], tells: 0.1, gives: 0.35, nearestFits: false },
  identity: { tiers: [], tells: 1, nearestFits: false },
  name: { tiers: [['name', 'place']], tells: 0.2, nearestFits: false },
  place: { tiers: [['place'], ['name']], tells: 0.1, nearestFits: false },
};
/** What follows a name before it is said what bears it. */
const opensAside = /^(?:,|\s[(–—-])/;
/** What "is" tells of who or what something is where no article follows it ("is named after"), beside one that does. */
const bareCopula = 0.5;
/** After this many words a mention has a third of what it has beside a word of the question. */
const reach = 8;
/** What a number gains that counts what is asked about ("14 wooden ships"), and within how many words that stands. */
const counting = 0.5;
const countedWithin = 2;
/** How far off a word seems that stands before a mention: a time follows what happened then, a number precedes what it counts. */
const stretch: Readonly<Record<Mention['kind'], number>> = {
  time: 0.7,
  number: 1.5,
  share: 1.5,
  money: 1,
  name: 1,
  place: 1,
};

/** Looks in a sentence for what a question asks for: something of that kind that the question itself doesn't say. */
export function findShortAnswer(
  sentence: string,
  language: LanguageTag,
  kind: AskedKind | undefined,
  { shares, conceptOf }: Weighing,
): ShortAnswer {
  if (kind === undefined) return { score: 0, mark: undefined };
  const tokens = words(sentence);
  const terms = termsOfWords(sentence, tokens, language);
  const places = terms.map((term) => (term === undefined ? undefined : conceptOf.get(term)));
  const isNew = ({ at, words }: Mention) =>
    words.some((_, index) => terms[at + index] !== undefined && places[at + index] === undefined);
  const mentions = mentionsIn(sentence, language).filter(isNew);
  const { tiers, tells, gives = 0, nearestFits } = fittings[kind];
  const found = tiers
    .map((kinds) => mentions.filter((mention) => kinds.some((each) => isOfKind(mention, each))))
    .find(({ length }) => length > 0);
  const [best] = (found ?? [])
    .map((mention) => ({ mention, near: nearness(mention, places, shares) }))
    .toSorted((one, other) => other.near - one.near);
  const has =
    kind === 'identity'
      ? introduction(sentence, tokens, places, shares, language)
      : Number(best !== undefined);
  const given = Number(givesAny(givers(kind, language), tokens));
  const score = (has * tells + given * gives) * weights.typed + weights.near * (best?.near ?? 0);
  const isSure = best !== undefined && (nearestFits || found?.length === 1);
  return { score, mark: isSure ? markOf(best.mention, sentence, tokens, terms, places) : undefined };
}

/** A duration is a number, too. */
function isOfKind({ kind, isDuration = false }: Mention, asked: Mention['kind'] | 'duration'): boolean {
  return asked === 'duration' ? isDuration : kind === asked;
}

function markOf(
  { kind, words, at, start, end, value }: Mention,
  sentence: string,
  tokens: readonly Token[],
  terms: readonly (string | undefined)[],
  places: readonly (number | undefined)[],
): Mark {
  const mark = { kind, text: words.join(' '), start, end };
  if (value === undefined) return mark;
  // What a share is of stands behind "percent of the".
  const next =
    kind === 'share'
      ? tokens.findIndex((token, index) => token.start >= end && terms[index] !== undefined)
      : at + words.length + Number(terms[at + words.length] === undefined);
  const counted = places[next] === undefined ? (terms[next] ?? '') : 'asked';
  if (kind === 'share')
    return { ...mark, value, unit: `${sentence.charAt(end - 1) === '‰' ? '‰' : '%'} ${counted}` };
  const currency = sentence.slice(start, end).replace(/[\d.,\s]/g, '');
  return { ...mark, value, unit: kind === 'money' ? currency : counted };
}

/** How much of a question stands close to a mention. */
function nearness(
  { kind, at, words }: Mention,
  places: readonly (number | undefined)[],
  shares: readonly number[],
): number {
  const nearest = new Map<number, number>();
  const last = at + words.length - 1;
  for (const [place, concept] of places.entries()) {
    if (concept === undefined) continue;
    const distance = place < at ? (at - place) * stretch[kind] : Math.max(place - last, 0);
    nearest.set(concept, Math.min(nearest.get(concept) ?? Infinity, distance));
  }
  let sum = 0;
  for (const [concept, distance] of nearest) sum += (shares[concept] ?? 0) * Math.exp(-distance / reach);
  const counted = places.slice(last + 1, last + 1 + countedWithin);
  const counts = kind === 'number' && counted.some((concept) => concept !== undefined);
  return sum + (counts ? counting : 0);
}

/** How much a sentence goes on to say what it names: "Elin Tarrow, who …", "Botany is the …", "the lock (…)"; "is" alone may say anything. */
function introduction(
  sentence: string,
  tokens: readonly Token[],
  places: readonly (number | undefined)[],
  shares: readonly number[],
  language: LanguageTag,
): number {
  const { mentions, reporting } = languages[language];
  const wordAt = (at: number) => fold(tokens[at]?.word ?? '');
  const found = tokens.map(({ end }, at) => {
    if (places[at] === undefined || places[at + 1] !== undefined) return 0;
    const named = namedUpTo(at, places, shares);
    if (!mentions.copulas.includes(wordAt(at + 1)))
      return named * Number(opensAside.test(sentence.slice(end)));
    return named * (reporting.attribution.determiners.has(wordAt(at + 2)) ? 1 : bareCopula);
  });
  return Math.max(0, ...found);
}

/** How much of a question the name ends with that a word is the last of: "James Webb, who …" is not the telescope. */
function namedUpTo(last: number, places: readonly (number | undefined)[], shares: readonly number[]): number {
  const named = new Set(places.slice(Math.max(0, last - shares.length), last + 1));
  return shares.reduce((sum, share, concept) => sum + (named.has(concept) ? share : 0), 0);
}

/** The words that give what is asked for. */
function givers(kind: AskedKind, language: LanguageTag): readonly string[] {
  const { reasons, manners, terms } = languages[language].mentions;
  if (kind === 'reason') return reasons;
  if (kind === 'manner') return manners;
  return kind === 'term' ? terms : [];
}

function givesAny(phrases: readonly string[], tokens: readonly { readonly word: string }[]): boolean {
  const text = ` ${tokens.map(({ word }) => fold(word)).join(' ')} `;
  return phrases.some((phrase) => text.includes(` ${phrase} `));
}

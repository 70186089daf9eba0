import { fold, words } from '../language/index.ts';
import { publisherOf } from '../sources/identity.ts';
import type { Article } from './article.ts';

/** Published further apart than this, two articles are two, whatever they say. */
export const twinWindow = 3 * 24 * 60 * 60 * 1000;

/** Words of a text that are compared. */
const comparedWords = 4000;
/** Shorter texts are too often alike by chance: one that repeats a feed's usual words, say. */
const fewestWords = 40;
/** The share of shingles (Jaccard) from which two texts are one. */
const alike = 0.8;
/** Bits in which the signatures of texts that are alike differ at the most; they are compared first, since that costs nothing. */
const mostDifferentBits = 16;
const signatureBytes = 8;

/** What tells quickly whether two articles can be twins. */
export interface Print {
  readonly publisher: string;
  /** SimHash of the text's shingles, 64 bits (Charikar 2002, https://doi.org/10.1145/509907.509965); empty for a short text. */
  readonly signature: Uint8Array;
}

/** The print of an article. */
export function printOf({ url, text }: Pick<Article, 'url' | 'text'>): Print {
  const shingles = shinglesOf(text);
  return {
    publisher: publisherOf(url),
    signature: shingles.size === 0 ? new Uint8Array() : simHash(shingles),
  };
}

/** True where texts with these signatures may be twins. */
export function mayBeTwins(one: Uint8Array, other: Uint8Array): boolean {
  if (one.length !== signatureBytes || other.length !== signatureBytes) return false;
  let different = 0;
  for (let index = 0; index < signatureBytes; index += 1) {
    different += bitsIn((one[index] ?? 0) ^ (other[index] ?? 0));
  }
  return different <= mostDifferentBits;
}

/**
 * True where two texts of one publisher are one article that was published twice: almost the same words, and the same numbers. With
 * other numbers it is the next of a series (weather, lottery, markets), not the same again.
 */
export function areTwins(one: string, other: string): boolean {
  const mine = shinglesOf(one);
  const theirs = shinglesOf(other);
  if (mine.size === 0 || theirs.size === 0) return false;
  const shared = mine.intersection(theirs).size;
  return shared >= alike * (mine.size + theirs.size - shared) && haveSameNumbers(one, other);
}

/** Every three consecutive words of a text. */
function shinglesOf(text: string): ReadonlySet<string> {
  const found = wordsOf(text);
  const shingles = new Set<string>();
  if (found.length < fewestWords) return shingles;
  for (let at = 0; at + 3 <= found.length; at += 1) {
    shingles.add(`${found[at]} ${found[at + 1]} ${found[at + 2]}`);
  }
  return shingles;
}

function wordsOf(text: string): readonly string[] {
  return words(text)
    .slice(0, comparedWords)
    .map(({ word }) => fold(word));
}

function haveSameNumbers(one: string, other: string): boolean {
  return numbersIn(one).symmetricDifference(numbersIn(other)).size === 0;
}

function numbersIn(text: string): ReadonlySet<string> {
  return new Set(wordsOf(text).filter((word) => /^\d/.test(word)));
}

function simHash(shingles: ReadonlySet<string>): Uint8Array {
  const counts = new Int32Array(signatureBytes * 8);
  for (const shingle of shingles) {
    count(hash(shingle, 0x811c9dc5), counts, 0);
    count(hash(shingle, 0x9e3779b9), counts, 32);
  }
  const signature = new Uint8Array(signatureBytes);
  for (const [bit, set] of counts.entries()) {
    if (2 * set > shingles.size) signature[bit >> 3] = (signature[bit >> 3] ?? 0) | (1 << (bit & 7));
  }
  return signature;
}

/** Adds the bits of a hash to how often each was set. */
function count(hash: number, counts: Int32Array, from: number): void {
  for (let bit = 0; bit < 32; bit += 1) counts[from + bit] = (counts[from + bit] ?? 0) + ((hash >>> bit) & 1);
}

/** FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv/) with MurmurHash3's last steps, so that every bit depends on every character. */
function hash(text: string, seed: number): number {
  let value = seed;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}

function bitsIn(byte: number): number {
  let count = 0;
  for (let rest = byte; rest > 0; rest &= rest - 1) count += 1;
  return count;
}

import { forEachLanguage, languages, sentences } from '../language/index.ts';
import type { LanguageTag } from '../language/index.ts';
import type { Version } from './archive.ts';

/** A notice stands at a text's beginning or end, so no more of it is read, in UTF-16 units at each end. */
const searched = 3000;

/** A language's words of correction wherever they stand, not only where a sentence begins. */
const anywhere = forEachLanguage((tag) => {
  const { source, flags } = languages[tag].correction;
  return new RegExp(source.replace(/^\^/, ''), flags);
});

/** The sentence in which a paper says that it corrected the article; undefined where none does. */
export function correctionIn(text: string, language: LanguageTag): string | undefined {
  const ends = text.length <= 2 * searched ? [text] : [text.slice(0, searched), text.slice(-searched)];
  for (const part of ends) {
    // Few texts hold any of these words, and looking for them costs much less than finding every sentence.
    if (!anywhere[language].test(part)) continue;
    for (const { start, end } of sentences(part, language)) {
      const sentence = part.slice(start, end);
      if (languages[language].correction.test(sentence)) return noticeAt(part, start, end);
    }
  }
  return undefined;
}

/** A notice is its paragraph: a bare "Correction:" says too little. */
function noticeAt(text: string, start: number, end: number): string {
  const paragraphEnd = text.indexOf('\n', end);
  const sentence = text.slice(start, end);
  const isBare = /^\P{L}*\p{L}+(?:\s\P{Ll}?\p{L}+)?\P{L}*$/u.test(sentence);
  return isBare ? text.slice(start, paragraphEnd === -1 ? undefined : paragraphEnd).trim() : sentence;
}

/** What changed from one version of an article to the next; the texts are verbatim. */
export interface Change {
  /** The revision it led to. */
  readonly revision: number;
  readonly at: Date;
  /** The title before, where it is another one now. */
  readonly titleBefore?: string;
  /** Sentences that are gone, and those that are new, each in the order of its text. */
  readonly removed: readonly string[];
  readonly added: readonly string[];
}

/** The changes between versions, oldest first. */
export function changesIn(versions: readonly Version[], language: LanguageTag): readonly Change[] {
  return versions.slice(1).map((after, index) => {
    const before = versions[index] ?? after;
    const [old, fresh] = [sentencesOf(before.text, language), sentencesOf(after.text, language)];
    return {
      revision: after.revision,
      at: after.readAt,
      ...(before.title !== after.title && { titleBefore: before.title }),
      removed: without(old, fresh),
      added: without(fresh, old),
    };
  });
}

function sentencesOf(text: string, language: LanguageTag): readonly string[] {
  return sentences(text, language).map(({ start, end }) => text.slice(start, end));
}

function without(some: readonly string[], others: readonly string[]): readonly string[] {
  const known = new Set(others);
  return some.filter((sentence) => !known.has(sentence));
}

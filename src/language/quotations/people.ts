import { fold } from '../fold.ts';
import { languages } from '../languages.ts';
import type { LanguageTag, Range } from '../language.ts';
import { mentionsIn } from '../mentions.ts';
import { readWords } from '../phrases.ts';
import { nounPhraseAt } from './noun-phrase.ts';
import type { NounPhrase } from './noun-phrase.ts';

/** Who occurs in a text, so that pronouns and last names can be told. */
export interface People {
  /** Where the text first gives the whole of a name that a range gives a part of; else that range. */
  whole(name: Range): Range;
  /** The last one before a sentence whom "he" or "she" may mean; undefined where the text leaves that open. */
  before(
    sentence: number,
    kind: 'he' | 'she',
    spoke: (sentence: number) => Range | undefined,
  ): Range | undefined;
}

/** Sentences between a pronoun and the name, at the most. */
const reach = 3;
const longestWord = 20;

/** Reads the names of a text. Sentences are given in order; offsets are those of the text. */
export function readPeople(text: string, sentences: readonly Range[], language: LanguageTag): People {
  const { leading, apart, within, feminine, masculine } = languages[language].reporting.attribution;
  const names = new Map<number, readonly Range[]>();
  let wholes: ReadonlyMap<string, Range> | undefined;

  function namesIn(index: number): readonly Range[] {
    const known = names.get(index);
    if (known !== undefined) return known;
    const sentence = sentences[index];
    const found =
      sentence === undefined
        ? []
        : mentionsIn(text.slice(sentence.start, sentence.end), language)
            .filter(({ kind, words }) => kind === 'name' && words.length > 1)
            .map(({ start, end }) => ({ start: start + sentence.start, end: end + sentence.start }));
    names.set(index, found);
    return found;
  }

  function wholeNames(): ReadonlyMap<string, Range> {
    if (wholes !== undefined) return wholes;
    const found = new Map<string, Range>();
    for (const index of sentences.keys()) {
      for (const name of namesIn(index)) {
        const last = lastWord(name);
        if (!found.has(last)) found.set(last, name);
      }
    }
    wholes = found;
    return found;
  }

  function lastWord({ start, end }: Range): string {
    return readWords(text.slice(start, end)).tokens.at(-1)?.word ?? '';
  }

  function opening(index: number): NounPhrase | undefined {
    const sentence = sentences[index];
    if (sentence === undefined) return undefined;
    const reading = readWords(text.slice(sentence.start, sentence.end));
    const at = leading.has(reading.tokens[0]?.word ?? '') ? 1 : 0;
    const phrase = nounPhraseAt(reading, at, language);
    return phrase && { ...phrase, start: phrase.start + sentence.start, end: phrase.end + sentence.start };
  }

  function fits({ start, end }: Range, kind: 'he' | 'she'): boolean {
    const before = text.slice(Math.max(0, start - 12), start);
    const words = `${before.slice(before.search(/\S+\s+$/))}${text.slice(start, end)}`;
    const [own, other] = kind === 'she' ? [feminine, masculine] : [masculine, feminine];
    return !other.test(words) || own.test(words);
  }

  /** True for a name that nothing before it makes part of another phrase: "lost against Anna Berg", "while Anna Berg". */
  function stands({ start }: Range): boolean {
    const word = readWords(text.slice(Math.max(0, start - longestWord), start)).tokens.at(-1)?.word ?? '';
    return !apart.has(word) && !within.has(word);
  }

  return {
    whole(name) {
      const words = readWords(text.slice(name.start, name.end)).tokens;
      return words.length === 1 ? (wholeNames().get(words[0]?.word ?? '') ?? name) : name;
    },
    before(sentence, kind, spoke) {
      for (let index = sentence - 1; index >= Math.max(0, sentence - reach); index -= 1) {
        const speaker = spoke(index);
        if (speaker !== undefined) return fits(speaker, kind) ? speaker : undefined;
        const first = opening(index);
        if (first?.kind === kind) continue;
        if (first?.kind === 'named') {
          const name = this.whole(first);
          const words = readWords(text.slice(name.start, name.end)).tokens;
          // "The government of Anna Berg" is no person; names with such words in them are found below.
          const isPerson = words.length > 1 && !words.some(({ word }) => within.has(word));
          if (isPerson && fits(name, kind)) return name;
        }
        const found = namesIn(index).filter((name) => fits(name, kind));
        const distinct = new Set(found.map((name) => fold(lastWord(name))));
        if (distinct.size > 1) return undefined;
        if (found[0] !== undefined) return stands(found[0]) ? found[0] : undefined;
      }
      return undefined;
    },
  };
}

import { fold } from '../language/index.ts';
import { fits, valueOf } from './grammar.ts';
import type { Grammar } from './grammar.ts';
import { createQuotationReader } from './quotation.ts';

/** A word, or a quotation, that no option name stands before. */
export interface Word {
  readonly value: string;
  /** As typed, quotation marks included. */
  readonly raw: string;
  /** The white space between it and the word before, undefined where more than that lies between them. */
  readonly gap: string | undefined;
}

/** What follows a command, taken apart. */
export interface Scanned {
  /** Values that were typed with an option's name, by the option's key. */
  readonly given: Map<string, string>;
  readonly words: readonly Word[];
  /** A "--flag" that is none of the command's options, where the scan stopped. */
  readonly unknown?: string;
}

const name = /([^\s:]{1,40})([ \u00A0\u202F]?):(\s*)/y;
const flag = /--(\p{L}[^\s=]*)(=?)/uy;
const space = /\s*/y;
const word = /\S*/y;

/**
 * Takes apart what follows a command. "Paris: who?", "10:30" and "https://…" are words like all others, unless an option has
 * that name; "name: value" with a space is an option only where there is no doubt.
 */
export function scan(rest: string, { names, primary }: Grammar): Scanned {
  const readQuotation = createQuotationReader(rest);
  const given = new Map<string, string>();
  const words: Word[] = [];

  const match = (pattern: RegExp, at: number): readonly string[] | null => {
    pattern.lastIndex = at;
    return pattern.exec(rest);
  };
  const skipSpace = (at: number) => at + (match(space, at)?.[0]?.length ?? 0);
  const valueAt = (at: number) => {
    const quotation = readQuotation(at);
    if (quotation !== undefined) return { ...quotation, quoted: true };
    const value = match(word, at)?.[0] ?? '';
    return { value, end: at + value.length, quoted: false };
  };

  /** Reads "name:value"; returns where it ends, or undefined where it is nothing but words. */
  const readNamed = (start: number): number | undefined => {
    const [all = '', typed = '', before, after] = match(name, start) ?? [];
    const option = names.get(fold(typed));
    const at = start + all.length;
    if (option === undefined || at === rest.length) return undefined;
    const { value, end, quoted } = valueAt(at);
    // "question: who …": the name only says what the words after it would be anyway.
    if (option === primary && !quoted) return words.length === 0 ? at : undefined;
    const spaced = before !== '' || after !== '';
    const fitting = option.type === 'text' ? words.length === 0 : fits(option, value);
    if (spaced && !quoted && !fitting) return undefined;
    given.set(option.key, valueOf(option, value));
    return end;
  };

  let wordsEnd = 0;
  let at = skipSpace(0);
  while (at < rest.length) {
    const [wholeFlag, flagName = '', equals] = match(flag, at) ?? [];
    const option = names.get(fold(flagName));
    if (wholeFlag !== undefined) {
      if (option === undefined) return { given, words, unknown: wholeFlag };
      const after = at + wholeFlag.length;
      const alone = option.type === 'boolean' && equals === '';
      const { value, end } = alone
        ? { value: 'true', end: after }
        : valueAt(equals === '' ? skipSpace(after) : after);
      given.set(option.key, valueOf(option, value));
      at = skipSpace(end);
      continue;
    }
    let end = readNamed(at);
    if (end === undefined) {
      const read = valueAt(at);
      const gap = rest.slice(wordsEnd, at);
      words.push({
        value: read.value,
        raw: rest.slice(at, read.end),
        gap: gap.trim() === '' ? gap : undefined,
      });
      ({ end } = read);
      wordsEnd = end;
    }
    at = skipSpace(end);
  }
  return { given, words };
}

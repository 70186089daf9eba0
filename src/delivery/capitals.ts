import { languages } from '../language/index.ts';
import type { LanguageTag } from '../language/index.ts';

const capitals = /(?<![\p{L}\p{N}])\p{Lu}{2,}(?![\p{L}\p{N}])/gu;
const small = /\p{Ll}/gu;
const large = /\p{Lu}/gu;

/** The words of a text that are names only by their capitals: "IT" in English, "DIE" in German; none where all is in capitals. */
export function namesInCapitals(text: string, language: LanguageTag): readonly string[] {
  const found = text.match(capitals) ?? [];
  const isName = (word: string) => languages[language].stopWords.has(word.toLowerCase());
  return count(text, small) < count(text, large) ? [] : found.filter(isName);
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

import type { Detector } from '../language/index.ts';
import type { LanguageTag } from '../language/language.ts';
import { analyse } from '../stories/analyse.ts';
import { summarize } from './summarize.ts';

/** A text that nobody stored, summed up in its own sentences. */
export interface Condensed {
  readonly language: LanguageTag;
  /** In reading order. */
  readonly sentences: readonly string[];
}

/** Sums a text up; undefined where it is in no language Kiosk speaks. */
export async function condense(
  given: { readonly title: string; readonly text: string; readonly language?: LanguageTag | undefined },
  count: number,
  loadDetector: () => Promise<Detector>,
): Promise<Condensed | undefined> {
  const { title, text } = given;
  const language = given.language ?? (await loadDetector()).detect(text).language;
  if (language === undefined) return undefined;
  const analysis = analyse({ title, text, language });
  const chosen = summarize({ text, language, analysis }, count);
  return { language, sentences: chosen.map(({ start, end }) => text.slice(start, end)) };
}

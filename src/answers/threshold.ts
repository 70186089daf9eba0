import type { LanguageTag } from '../language/language.ts';

/** Set by `npm run bench:threshold` on development data: questions that have an answer are answered and the others refused equally well. */
const answeredFrom: Readonly<Record<LanguageTag, number>> = { en: 0.28, fr: 0.33, de: 0.25 };
/** Between languages less of a question finds its words. */
const translatedFrom = 0.25;

/** From this score on, evidence is taken to answer a question, each in its language. */
export function enoughFor(question: LanguageTag, evidence: LanguageTag): number {
  return question === evidence ? answeredFrom[evidence] : translatedFrom;
}

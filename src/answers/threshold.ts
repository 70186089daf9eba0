import type { LanguageTag } from '../language/language.ts';
import type { Evidence } from './answer.ts';

/** Set by `npm run bench:threshold` on development data: questions that have an answer are answered and the others refused equally well. */
const answeredFrom: Readonly<Record<LanguageTag, number>> = { en: 0.28, fr: 0.33, de: 0.25 };
/**
 * Between languages less of a question finds its words, and as all languages are searched at once, more of what isn't an answer comes
 * near. Set between what tells both apart in one language alone (.21) and in a store of three languages (.3).
 */
const translatedFrom = 0.25;

/** From this score on, evidence is taken to answer a question, each in its language. */
export function enoughFor(question: LanguageTag, evidence: LanguageTag): number {
  return question === evidence ? answeredFrom[evidence] : translatedFrom;
}

/** True for evidence that is taken to answer a question of a language. */
export function isAnswer({ score, article, isThin }: Evidence, question: LanguageTag): boolean {
  return !isThin && score >= enoughFor(question, article.language);
}

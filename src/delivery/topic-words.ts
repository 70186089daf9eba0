import { languageOfQuestion } from '../answers/question.ts';
import { languageTags, termOf, words } from '../language/index.ts';
import type { Dictionary, Token } from '../language/index.ts';

/** A word of a topic. */
export interface TopicWord extends Token {
  /** As it was written. */
  readonly written: string;
  /** True where its capitals alone make it a name: "IT", which without them carries no topic in some language. */
  readonly isCapitals: boolean;
}

const capitals = /^\p{Lu}{2,}$/u;
const small = /\p{Ll}/u;

/** The words of a topic, without those that mean nothing in its own language: in French papers, "the Louvre" is the Louvre, too. */
export function wordsOfTopic(topic: string, { languageOf }: Dictionary): readonly TopicWord[] {
  const tokens = words(topic);
  // Among others that are in capitals, too, capitals tell nothing.
  const tells = tokens.length === 1 || small.test(topic);
  const all = tokens.map((token) => {
    const written = topic.slice(token.start, token.end);
    const isCommon = languageTags.some((language) => termOf(token.word, language) === undefined);
    return { ...token, written, isCapitals: tells && isCommon && capitals.test(written) };
  });
  const language = languageOf(all.map(({ word }) => word)) ?? languageOfQuestion(topic, 'en');
  const telling = all.filter(({ word, isCapitals }) => isCapitals || termOf(word, language) !== undefined);
  return telling.length > 0 ? telling : all;
}

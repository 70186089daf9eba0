import { fold, languages, words } from '../language/index.ts';
import type { LanguageTag } from '../language/index.ts';
import type { Context } from './question.ts';
import type { RankedSentence } from './rank.ts';
import type { Wording } from './wording.ts';

/** With more telling words, a question that points back points back to itself ("the ship … before it was freed"). */
const mostPointingBack = 3;
/** With no more telling words, a question about the same story leaves its subject to the ones before. */
const fewWords = 2;
/** UTF-16 units of the questions before that are kept. */
const rememberedLength = 1000;
/** What evidence gains in a follow-up when it is from the story talked about. */
const storyBonus = 0.25;

/**
 * What a question takes over from the one before: its words and stories where it opens with "and", points back with a pronoun
 * or has no telling word at all ("Why?"); its stories alone where it has but one ("How much money?", or another name).
 */
export function leaningOf(
  text: string,
  language: LanguageTag,
  tellingWords: number,
): 'words' | 'stories' | 'none' {
  const tokens = words(text).map(({ word }) => fold(word));
  const { openers, pronouns } = languages[language].followUp;
  const opens = tokens[0] !== undefined && openers.has(tokens[0]);
  const pointsBack = tellingWords <= mostPointingBack && tokens.some((word) => pronouns.has(word));
  if (opens || pointsBack || tellingWords === 0) return 'words';
  return tellingWords === 1 ? 'stories' : 'none';
}

/** A question's wording with what it takes over from the one before; a word of both counts as the later one's. */
export function merge(own: Wording, before: Wording): Wording {
  const said = new Set(own.concepts.flatMap(({ terms }) => terms));
  const added = before.concepts.filter(({ terms }) => !terms.some((term) => said.has(term)));
  return { ...own, concepts: [...own.concepts, ...added] };
}

/** Talking on about a story makes its sentences likelier answers. */
export function preferStories(entry: RankedSentence, stories: readonly string[]): RankedSentence {
  return stories.includes(entry.candidate.story) ? { ...entry, score: entry.score + storyBonus } : entry;
}

/**
 * What the next question may lean on: this one, below those before that it goes on from.
 * @param story the one that the best evidence is from
 */
export function subjectOf(
  text: string,
  context: Context | undefined,
  tellingWords: number,
  story: string | undefined,
): string {
  const goesOn = story !== undefined && context?.stories.includes(story) === true && tellingWords <= fewWords;
  return goesOn ? `${remembered(context.question)}\n${text}` : text;
}

function remembered(question: string): string {
  return question.slice(0, rememberedLength);
}

/** What a text of a question and those before it holds. */
export interface SplitQuestions {
  readonly text: string;
  readonly before: string | undefined;
  /** True where the question goes on about their story. */
  readonly isSameStory: boolean;
}

/** Writes a question below those it leans on, and below an empty line where it is about another story. */
export function joinQuestions(text: string, before: string | undefined, isSameStory: boolean): string {
  const line = text.trim().replace(/\s*\n\s*/g, ' ');
  return before === undefined ? line : `${remembered(before).trim()}${isSameStory ? '\n' : '\n\n'}${line}`;
}

/** Takes apart what `joinQuestions` wrote. */
export function splitQuestions(text: string): SplitQuestions {
  const at = text.lastIndexOf('\n');
  if (at < 0) return { text, before: undefined, isSameStory: false };
  return { text: text.slice(at + 1), before: text.slice(0, at).trim(), isSameStory: text[at - 1] !== '\n' };
}

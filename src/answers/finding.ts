import { languageTags } from '../language/index.ts';
import type { AskedKind, Lexicon } from '../language/index.ts';
import type { ArticleStore, Period } from '../stories/store.ts';
import { quoteOf } from './answer.ts';
import type { Evidence } from './answer.ts';
import { leaningOf, merge, preferStories } from './follow-up.ts';
import { preferLanguage } from './prefer-language.ts';
import { readQuestion } from './question.ts';
import type { Context, Question, ReadQuestion } from './question.ts';
import { byWorth, rankSentences } from './rank.ts';
import type { RankedSentence } from './rank.ts';
import { findShortAnswer } from './short-answer.ts';
import { wordQuestion } from './wording.ts';
import type { Wording } from './wording.ts';

/** A sentence that was found, and what it was found by. */
export interface FoundSentence extends RankedSentence {
  readonly evidence: Evidence;
}

/** What there is to a question. */
export interface Found {
  readonly reading: ReadQuestion;
  /** What the question goes on from. */
  readonly context: Context | undefined;
  /** Best first. */
  readonly sentences: readonly FoundSentence[];
  /** False where nothing was published at the time that is asked for; what comes near was at another. */
  readonly inTime: boolean;
}

/** Finds sentences for a question. @param article one that is looked into in any case, if it comes near */
export type Find = (question: Question, article?: string) => Promise<Found>;

/** How many articles of a language are looked into. */
const candidatesPerLanguage = 30;
/** How many sentences are themselves read for what is asked. */
const looked = 20;
/** What a word of the question before counts in a follow-up at the most, and all of them together beside its own. */
const contextWeight = 0.3;

/** @param now the clock; @param timeZone IANA name, in which "yesterday" is understood */
export function createFind(parts: {
  store: ArticleStore;
  lexicon: Lexicon;
  now: () => Date;
  timeZone: string;
}): Find {
  const { store, lexicon, now, timeZone } = parts;

  async function rank(wording: Wording, period: Period): Promise<readonly RankedSentence[]> {
    const { language, concepts } = wording;
    if (concepts.length === 0) return [];
    const found = await store.candidates({ language, concepts, limit: candidatesPerLanguage, ...period });
    return rankSentences(wording, found);
  }

  /** Reads sentences where they stand, for what is asked; one whose article was revised meanwhile is left out. */
  async function read(
    ranked: readonly RankedSentence[],
    asked: AskedKind | undefined,
  ): Promise<readonly FoundSentence[]> {
    const ids = new Set(ranked.map(({ candidate }) => candidate.article.id));
    const stored = new Map((await store.articles([...ids])).map(({ article }) => [article.id, article]));
    const all = ranked.flatMap((entry) => {
      const { article: head, analysis, story } = entry.candidate;
      const article = stored.get(head.id);
      const place = analysis.sentences[entry.index];
      if (article === undefined || place === undefined || article.revision !== head.revision) return [];
      const { start, end } = place;
      const sentence = quoteOf(article, { start, end });
      const { score: bonus, mark } = findShortAnswer(sentence, head.language, asked, entry.weighing);
      const score = entry.score + bonus;
      const evidence = { article: head, story, sentence, start, end, score, ...(mark && { mark }) };
      return [{ ...entry, score, evidence }];
    });
    return all.sort(byWorth);
  }

  return async (question, article) => {
    const reading = readQuestion(question, now(), timeZone);
    const { period, tokens, asked, language } = reading;
    const leaning = leaningOf(question.text, language, tokens.length);
    const context = leaning === 'none' ? undefined : question.context;
    const earlier =
      context && leaning === 'words'
        ? readQuestion({ ...question, text: context.question }, now(), timeZone).tokens
        : [];
    const earlierWeight = contextWeight * Math.min(1, (tokens.length || Infinity) / earlier.length);
    const translating = { lexicon, from: language };
    const wordings = await Promise.all(
      (question.in ?? languageTags).map(async (tag) => {
        const own = await wordQuestion(tokens, tag, 1, store.compounds, translating);
        const before = await wordQuestion(earlier, tag, earlierWeight, store.compounds, translating);
        return merge(own, before);
      }),
    );

    const isOfIt = ({ candidate }: RankedSentence) => candidate.article.id === article;
    async function find(within: Period): Promise<readonly FoundSentence[]> {
      const ranked = await Promise.all(wordings.map((wording) => rank(wording, within)));
      const best = ranked
        .flat()
        .map((entry) => preferStories(entry, context?.stories ?? []))
        .sort(byWorth);
      const first = best.slice(0, looked);
      const others = first.some(isOfIt) ? [] : best.filter(isOfIt).slice(0, looked);
      return preferLanguage(await read([...first, ...others], asked), language);
    }

    const sentences = await find(period);
    const inTime = sentences.length > 0 || (period.from ?? period.to) === undefined;
    // What was published at another time than asked for may come near, but it is no answer.
    return { reading, context, sentences: inTime ? sentences : await find({}), inTime };
  };
}

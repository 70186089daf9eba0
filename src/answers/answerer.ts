import { languageTags } from '../language/index.ts';
import type { AskedKind, Lexicon } from '../language/index.ts';
import type { ArticleStore, Period } from '../stories/store.ts';
import { readingsIn } from './agreement.ts';
import { quoteOf } from './answer.ts';
import type { Answer, Evidence } from './answer.ts';
import { placeWords } from './explanation.ts';
import type { Explanation } from './explanation.ts';
import { leaningOf, merge, preferStories } from './follow-up.ts';
import { preferLanguage } from './prefer-language.ts';
import { readQuestion } from './question.ts';
import { findQuotes } from './quotes.ts';
import type { Quote } from './quotes.ts';
import type { Question } from './question.ts';
import { byWorth, rankSentences } from './rank.ts';
import type { RankedSentence } from './rank.ts';
import { findShortAnswer } from './short-answer.ts';
import { enoughFor } from './threshold.ts';
import { wordQuestion } from './wording.ts';
import type { AskedWord, Wording } from './wording.ts';

/** Finds what the stored articles say. */
export interface Answerer {
  /** @param limit how many pieces of evidence at the most */
  ask(question: Question, limit: number): Promise<Answer>;
  /** Why an article's best sentence is shown for a question; undefined where it isn't. */
  explain(question: Pick<Question, 'text' | 'language'>, article: string): Promise<Explanation | undefined>;
  /** Who said what, newest first; see `findQuotes`. */
  quotes(question: Question, limit: number): Promise<readonly Quote[]>;
}

/** How many articles of a language are looked into. */
const candidatesPerLanguage = 30;
/** How many sentences are themselves read for what is asked. */
const looked = 20;
/** What a word of the question before counts in a follow-up at the most, and all of them together beside its own. */
const contextWeight = 0.3;
/** With no more telling words, a question about the same story leaves its subject to the ones before. */
const fewWords = 2;
/** UTF-16 units of the questions before that are kept. */
const rememberedLength = 1000;

/** @param now the clock; @param timeZone IANA name, in which "yesterday" is understood */
export function createAnswerer(parts: {
  store: ArticleStore;
  lexicon: Lexicon;
  now: () => Date;
  timeZone: string;
}): Answerer {
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
  ): Promise<readonly Read[]> {
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

  return {
    quotes: (question, limit) => findQuotes(question, limit, parts),

    async explain(question, id) {
      const [stored] = await store.articles([id]);
      if (stored === undefined) return undefined;
      const { language } = stored.article;
      const { period, tokens, asked, language: from } = readQuestion(question, now(), timeZone);
      const translating = { lexicon, from };
      const wording = await wordQuestion(tokens, language, 1, store.compounds, translating);
      const own = (await rank(wording, period)).filter(({ candidate }) => candidate.article.id === id);
      const [best] = await read(own.slice(0, looked), asked);
      if (best === undefined) return undefined;
      const wordOne = (word: AskedWord) => wordQuestion([word], language, 1, store.compounds, translating);
      const words = await placeWords(question.text, tokens, best.candidate, best.index, wordOne);
      return { evidence: best.evidence, words, enough: enoughFor(from, language) };
    },

    async ask(question, limit) {
      const { period, tokens, asked, language } = readQuestion(question, now(), timeZone);
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
      async function find(within: Period): Promise<readonly Evidence[]> {
        const ranked = await Promise.all(wordings.map((wording) => rank(wording, within)));
        const best = ranked
          .flat()
          .map((entry) => preferStories(entry, context?.stories ?? []))
          .sort(byWorth);
        const found = await read(best.slice(0, Math.max(looked, limit)), asked);
        const evidence = found.map((entry) => entry.evidence);
        return preferLanguage(evidence, language);
      }
      const found = await find(period);
      const subject = question.text;
      if (found.length === 0 && (period.from ?? period.to) !== undefined) {
        // What was published at another time than asked for may come near, but it is no answer.
        const evidence = (await find({})).slice(0, limit);
        return { answered: false, evidence, readings: [], language, subject };
      }
      const isEnough = ({ score, article }: Evidence) => score >= enoughFor(language, article.language);
      const [best] = found;
      const goesOn = context?.stories.includes(best?.story ?? '') === true && tokens.length <= fewWords;
      const before = goesOn ? `${context.question.slice(0, rememberedLength)}\n` : '';
      const answered = best !== undefined && isEnough(best);
      return {
        answered,
        evidence: found.slice(0, limit),
        readings: answered ? readingsIn(found.filter(isEnough)) : [],
        language,
        subject: `${before}${subject}`,
      };
    },
  };
}

interface Read extends RankedSentence {
  readonly evidence: Evidence;
}

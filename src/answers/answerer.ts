import { languageTags } from '../language/index.ts';
import type { LanguageTag, Lexicon } from '../language/index.ts';
import type { ArticleStore, Period } from '../stories/store.ts';
import { readingsIn } from './agreement.ts';
import type { Answer, Evidence } from './answer.ts';
import { readEvidence } from './evidence.ts';
import { placeWords } from './explanation.ts';
import type { Explanation } from './explanation.ts';
import { leaningOf, merge, preferStories, subjectOf } from './follow-up.ts';
import { preferLanguage } from './prefer-language.ts';
import { readQuestion } from './question.ts';
import type { Question, ReadQuestion } from './question.ts';
import { byWorth, rankSentences } from './rank.ts';
import type { RankedSentence } from './rank.ts';
import { enoughFor } from './threshold.ts';
import { wordQuestion } from './wording.ts';
import type { AskedWord, Wording } from './wording.ts';

/** Finds what the stored articles say. */
export interface Answerer {
  /** @param limit how many pieces of evidence at the most */
  ask(question: Question, limit: number): Promise<Answer>;
  /** Why an article's best sentence is shown for a question; undefined where it isn't. */
  explain(question: Pick<Question, 'text' | 'language'>, article: string): Promise<Explanation | undefined>;
}

/** How many articles of a language are looked into. */
const candidatesPerLanguage = 30;
/** How many sentences are themselves read for what is asked. */
const looked = 20;
/** What a word of the question before counts in a follow-up at the most, and all of them together beside its own. */
const contextWeight = 0.3;

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

  /** Words a question for each language that is searched, with the words that it takes over from those before. */
  function wordForAll(
    { tokens, language }: ReadQuestion,
    earlier: readonly AskedWord[],
    searched: readonly LanguageTag[],
  ): Promise<readonly Wording[]> {
    const earlierWeight = contextWeight * Math.min(1, (tokens.length || Infinity) / earlier.length);
    const translating = { lexicon, from: language };
    const worded = searched.map(async (tag) => {
      const own = await wordQuestion(tokens, tag, 1, store.compounds, translating);
      const before = await wordQuestion(earlier, tag, earlierWeight, store.compounds, translating);
      return merge(own, before);
    });
    return Promise.all(worded);
  }

  /** The sentences that speak of a question, as it is worded for several languages, best first. */
  async function find(
    wordings: readonly Wording[],
    period: Period,
    { asked, language, stories, most }: Sought,
  ): Promise<readonly Evidence[]> {
    const ranked = await Promise.all(wordings.map((wording) => rank(wording, period)));
    const best = ranked
      .flat()
      .map((entry) => preferStories(entry, stories))
      .sort(byWorth);
    const read = await readEvidence(best.slice(0, most), asked, store);
    const evidence = read.map((entry) => entry.evidence);
    return preferLanguage(evidence, language);
  }

  return {
    async explain(question, id) {
      const [stored] = await store.articles([id]);
      if (stored === undefined) return undefined;
      const { language } = stored.article;
      const { period, tokens, asked, language: from } = readQuestion(question, now(), timeZone);
      const translating = { lexicon, from };
      const wording = await wordQuestion(tokens, language, 1, store.compounds, translating);
      const own = (await rank(wording, period)).filter(({ candidate }) => candidate.article.id === id);
      const [best] = await readEvidence(own.slice(0, looked), asked, store);
      if (best === undefined) return undefined;
      const wordOne = (word: AskedWord) => wordQuestion([word], language, 1, store.compounds, translating);
      const words = await placeWords(question.text, tokens, best.candidate, best.index, wordOne);
      return { evidence: best.evidence, words, enough: enoughFor(from, language) };
    },

    async ask(question, limit) {
      const read = readQuestion(question, now(), timeZone);
      const { period, asked, language } = read;
      const leaning = leaningOf(question.text, language, read.tokens.length);
      const context = leaning === 'none' ? undefined : question.context;
      const earlier =
        context && leaning === 'words'
          ? readQuestion({ ...question, text: context.question }, now(), timeZone).tokens
          : [];
      const wordings = await wordForAll(read, earlier, question.in ?? languageTags);
      const stories = context?.stories ?? [];
      const sought = { asked, language, stories, most: Math.max(looked, limit) };
      const found = await find(wordings, period, sought);
      if (found.length === 0 && (period.from ?? period.to) !== undefined) {
        // What was published at another time than asked for may come near, but it is no answer.
        const evidence = (await find(wordings, {}, sought)).slice(0, limit);
        return { answered: false, evidence, readings: [], language, subject: question.text };
      }
      return {
        ...judge(found, language),
        evidence: found.slice(0, limit),
        language,
        subject: subjectOf(question.text, context, read.tokens.length, found[0]?.story),
      };
    },
  };
}

/** What sentences are looked for and chosen by, beside the words of the question. */
interface Sought extends Pick<ReadQuestion, 'asked' | 'language'> {
  /** Those talked about. */
  readonly stories: readonly string[];
  /** Sentences that are read at the most. */
  readonly most: number;
}

/** Whether evidence answers a question of a language, and what sources give as the answer. */
function judge(evidence: readonly Evidence[], language: LanguageTag): Pick<Answer, 'answered' | 'readings'> {
  const isEnough = ({ score, article, isThin }: Evidence) =>
    !isThin && score >= enoughFor(language, article.language);
  const [best] = evidence;
  const answered = best !== undefined && isEnough(best);
  return { answered, readings: answered ? readingsIn(evidence.filter(isEnough)) : [] };
}

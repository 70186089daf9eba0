import { fold, languages, languageTags, words } from '../language/index.ts';
import type { LanguageTag, Lexicon } from '../language/index.ts';
import type { ArticleStore, Period } from '../stories/store.ts';
import { quoteOf } from './answer.ts';
import type { Answer, Evidence } from './answer.ts';
import { placeWords } from './explanation.ts';
import type { Explanation } from './explanation.ts';
import { readQuestion } from './question.ts';
import type { Question } from './question.ts';
import { rankSentences } from './rank.ts';
import type { RankedSentence } from './rank.ts';
import { wordQuestion } from './wording.ts';
import type { Wording } from './wording.ts';

/** Finds what the stored articles say. */
export interface Answerer {
  /** @param limit how many pieces of evidence at the most */
  ask(question: Question, limit: number): Promise<Answer>;
  /** Why an article's best sentence is shown for a question; undefined where it isn't. */
  explain(question: Pick<Question, 'text' | 'language'>, article: string): Promise<Explanation | undefined>;
}

/** From this score on, evidence is taken to answer the question; set on development data by balanced accuracy. */
const answeredFrom = 0.33;
/** How many articles of a language are looked into. */
const candidatesPerLanguage = 30;
/** What a word of the question before counts in a follow-up at the most; together they count no more than its own. */
const contextWeight = 0.5;
/** What evidence gains in a follow-up when it is from the story talked about. */
const storyBonus = 0.25;
/** With more telling words, a question that points back points back to itself ("the ship … before it was freed"). */
const mostPointingBack = 3;
/** With no more of them, a question about the same story leaves its subject to the ones before. */
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

  /** Looks the sentences up where they stand; one whose article was revised meanwhile is left out. */
  async function quote(ranked: readonly RankedSentence[]): Promise<readonly Evidence[]> {
    const ids = new Set(ranked.map(({ candidate }) => candidate.article.id));
    const stored = new Map((await store.articles([...ids])).map(({ article }) => [article.id, article]));
    return ranked.flatMap(({ candidate, index, score }) => {
      const { article: head, analysis, story } = candidate;
      const article = stored.get(head.id);
      const sentence = analysis.sentences[index];
      if (article === undefined || sentence === undefined || article.revision !== head.revision) return [];
      const { start, end } = sentence;
      return [{ article: head, story, sentence: quoteOf(article, { start, end }), start, end, score }];
    });
  }

  return {
    async explain(question, id) {
      const [stored] = await store.articles([id]);
      if (stored === undefined) return undefined;
      const { period, tokens, language } = readQuestion(question, now(), timeZone);
      const translating = { lexicon, from: language };
      const wording = await wordQuestion(tokens, stored.article.language, 1, store.compounds, translating);
      const best = (await rank(wording, period)).find(
        ({ candidate }) => candidate.article.id === stored.article.id,
      );
      const [evidence] = best === undefined ? [] : await quote([best]);
      if (best === undefined || evidence === undefined) return undefined;
      const words = await placeWords(question.text, tokens, best.candidate, best.index, store.compounds);
      return { evidence, words, enough: answeredFrom };
    },

    async ask(question, limit) {
      const { period, tokens, language } = readQuestion(question, now(), timeZone);
      const leaning = leaningOf(question.text, language, tokens.length);
      const context = leaning === 'none' ? undefined : question.context;
      const earlier =
        context && leaning === 'words'
          ? readQuestion({ ...question, text: context.question }, now(), timeZone).tokens
          : [];
      const earlierWeight = Math.min(contextWeight, (tokens.length || Infinity) / earlier.length);
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
          .sort((one, other) => other.score - one.score);
        return quote(best.slice(0, limit));
      }
      const evidence = await find(period);
      if (evidence.length === 0 && (period.from ?? period.to) !== undefined) {
        // What was published at another time than asked for may come near, but it is no answer.
        return { answered: false, evidence: await find({}), language, subject: question.text };
      }
      const [best] = evidence;
      const goesOn = context?.stories.includes(best?.story ?? '') === true && tokens.length <= fewWords;
      const before = goesOn ? `${context.question.slice(0, rememberedLength)}\n` : '';
      const answered = (best?.score ?? 0) >= answeredFrom;
      return { answered, evidence, language, subject: `${before}${question.text}` };
    },
  };
}

function merge(own: Wording, before: Wording): Wording {
  const said = new Set(own.concepts.flatMap(({ terms }) => terms));
  const added = before.concepts.filter(({ terms }) => !terms.some((term) => said.has(term)));
  return { ...own, concepts: [...own.concepts, ...added] };
}

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

/** Talking on about a story makes its sentences likelier answers. */
function preferStories(entry: RankedSentence, stories: readonly string[]): RankedSentence {
  return stories.includes(entry.candidate.story) ? { ...entry, score: entry.score + storyBonus } : entry;
}

import { fold, languages, languageTags, words } from '../language/index.ts';
import type { LanguageTag } from '../language/index.ts';
import type { ArticleStore, Period } from '../stories/store.ts';
import { quoteOf } from './answer.ts';
import type { Answer, Evidence } from './answer.ts';
import { readQuestion, wordQuestion } from './question.ts';
import type { Question, Wording } from './question.ts';
import { rankSentences } from './rank.ts';
import type { RankedSentence } from './rank.ts';

/** Finds what the stored articles say. */
export interface Answerer {
  /** @param limit how many pieces of evidence at the most */
  ask(question: Question, limit: number): Promise<Answer>;
}

/** From this score on, evidence is taken to answer the question; set on development data by balanced accuracy. */
const answeredFrom = 0.33;
/** How many articles of a language are looked into. */
const candidatesPerLanguage = 30;
/** What the words of the question before count in a follow-up. */
const contextWeight = 0.5;
/** What evidence gains in a follow-up when it is from the story talked about. */
const storyBonus = 0.25;
/** With fewer words of its own, a question leans on the one before. */
const fewWords = 2;

/** @param now the clock; @param timeZone IANA name, in which "yesterday" is understood */
export function createAnswerer(parts: { store: ArticleStore; now: () => Date; timeZone: string }): Answerer {
  const { store, now, timeZone } = parts;

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
    async ask(question, limit) {
      const { period, tokens, language } = readQuestion(question, now(), timeZone);
      const context = leansOnContext(question.text, language, tokens.length) ? question.context : undefined;
      const earlier = context
        ? readQuestion({ ...question, text: context.question }, now(), timeZone).tokens
        : [];
      const wordings = await Promise.all(
        (question.in ?? languageTags).map(async (tag) => {
          const own = await wordQuestion(tokens, tag, 1, store.compounds);
          const before = await wordQuestion(earlier, tag, contextWeight, store.compounds);
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
        return { answered: false, evidence: await find({}), language };
      }
      return { answered: (evidence[0]?.score ?? 0) >= answeredFrom, evidence, language };
    },
  };
}

function merge(own: Wording, before: Wording): Wording {
  const said = new Set(own.concepts.flatMap(({ terms }) => terms));
  const added = before.concepts.filter(({ terms }) => !terms.some((term) => said.has(term)));
  return { ...own, concepts: [...own.concepts, ...added] };
}

/** True for questions that continue one before: they open with "and", point back with a pronoun, or hardly say a thing. */
export function leansOnContext(text: string, language: LanguageTag, tellingWords: number): boolean {
  const tokens = words(text).map(({ word }) => fold(word));
  const { openers, pronouns } = languages[language].followUp;
  const opens = tokens[0] !== undefined && openers.has(tokens[0]);
  const pointsBack = tokens.some((word) => pronouns.has(word));
  return opens || pointsBack || tellingWords < fewWords;
}

/** Talking on about a story makes its sentences likelier answers. */
function preferStories(entry: RankedSentence, stories: readonly string[]): RankedSentence {
  return stories.includes(entry.candidate.story) ? { ...entry, score: entry.score + storyBonus } : entry;
}

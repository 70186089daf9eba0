import type { LanguageTag, Lexicon } from '../language/index.ts';
import type { ArticleStore } from '../stories/store.ts';
import { readingsIn } from './agreement.ts';
import type { Answer, Evidence } from './answer.ts';
import { explainWords } from './explanation.ts';
import type { Explanation } from './explanation.ts';
import { createFind } from './finding.ts';
import { joinQuestions, splitQuestions, subjectOf } from './follow-up.ts';
import { findQuotes } from './quotes.ts';
import type { Quote } from './quotes.ts';
import type { Question } from './question.ts';
import { enoughFor, isAnswer } from './threshold.ts';

/** Finds what the stored articles say. */
export interface Answerer {
  /** @param limit how many pieces of evidence at the most */
  ask(question: Question, limit: number): Promise<Answer>;
  /** Why an article's best sentence is shown for a question, as `Answer.asked` has it; undefined where it isn't. */
  explain(
    question: Pick<Question, 'text' | 'language' | 'in'>,
    article: string,
  ): Promise<Explanation | undefined>;
  /** Who said what, newest first; see `findQuotes`. */
  quotes(question: Question, limit: number): Promise<readonly Quote[]>;
}

/** @param now the clock; @param timeZone IANA name, in which "yesterday" is understood */
export function createAnswerer(parts: {
  store: ArticleStore;
  lexicon: Lexicon;
  now: () => Date;
  timeZone: string;
}): Answerer {
  const { store } = parts;
  const find = createFind(parts);

  return {
    quotes: (question, limit) => findQuotes(question, limit, parts),

    async explain(question, id) {
      const [stored] = await store.articles([id]);
      if (stored === undefined) return undefined;
      const { article, story } = stored;
      const { text, before, isSameStory } = splitQuestions(question.text);
      const context =
        before === undefined ? undefined : { question: before, stories: isSameStory ? [story] : [] };
      const found = await find({ ...question, text, ...(context && { context }) }, id);
      const best = found.sentences.find(({ evidence }) => evidence.article.id === id);
      if (best === undefined) return undefined;
      const { language } = found.reading;
      return {
        evidence: best.evidence,
        words: explainWords(found.reading, best, article),
        enough: enoughFor(language, article.language),
      };
    },

    async ask(question, limit) {
      const { reading, context, sentences, inTime } = await find(question);
      const { language, tokens } = reading;
      const found = sentences.map(({ evidence }) => evidence);
      const story = found[0]?.story;
      const isSameStory = story !== undefined && context?.stories.includes(story) === true;
      return {
        ...judge(inTime ? found : [], language),
        evidence: found.slice(0, limit),
        language,
        subject: inTime ? subjectOf(question.text, context, tokens.length, story) : question.text,
        asked: joinQuestions(question.text, context?.question, isSameStory),
      };
    },
  };
}

/** Whether evidence answers a question of a language, and what sources give as the answer. */
function judge(evidence: readonly Evidence[], language: LanguageTag): Pick<Answer, 'answered' | 'readings'> {
  const answers = (each: Evidence) => isAnswer(each, language);
  const [best] = evidence;
  const answered = best !== undefined && answers(best);
  return { answered, readings: answered ? readingsIn(evidence.filter(answers)) : [] };
}

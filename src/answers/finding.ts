import { languageTags, timeIn } from '../language/index.ts';
import type { LanguageTag, Lexicon } from '../language/index.ts';
import type { ArticleStore, Period } from '../stories/store.ts';
import type { Evidence } from './answer.ts';
import type { AskedWord } from './asked-word.ts';
import { readEvidence } from './evidence.ts';
import type { ReadSentence } from './evidence.ts';
import { leaningOf, merge, preferStories } from './follow-up.ts';
import { preferLanguage } from './prefer-language.ts';
import { preferNewest } from './prefer-newest.ts';
import { readQuestion } from './question.ts';
import type { Context, Question, ReadQuestion } from './question.ts';
import { byWorth, rankSentences } from './rank.ts';
import type { RankedSentence } from './rank.ts';
import { isAnswer } from './threshold.ts';
import { wordQuestion } from './wording.ts';
import type { Wording } from './wording.ts';

/** What there is to a question. */
export interface Found {
  readonly reading: ReadQuestion;
  /** What the question goes on from. */
  readonly context: Context | undefined;
  /** Best first. */
  readonly sentences: readonly ReadSentence[];
  /** False where nothing was published at the time that is asked for; what comes near was at another. */
  readonly inTime: boolean;
}

/** Finds sentences for a question. @param article one that is looked into in any case, if it comes near */
export type Find = (question: Question, article?: string) => Promise<Found>;

/** How many articles of a language are looked into. */
const candidatesPerLanguage = 30;
/** How many sentences are themselves read for what is asked. */
const looked = 20;
/** Milliseconds that are news. */
const recent = 14 * 24 * 60 * 60 * 1000;
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

  return async (question, article) => {
    const reading = readQuestion(question, now(), timeZone);
    const { period, tokens, asked, wantsNews, language } = reading;
    const leaning = leaningOf(question.text, language, tokens.length);
    const context = leaning === 'none' ? undefined : question.context;
    const earlier =
      context && leaning === 'words'
        ? readQuestion({ ...question, text: context.question }, now(), timeZone).tokens
        : [];
    const wordings = await wordForAll(reading, earlier, question.in ?? languageTags);

    const isOfIt = ({ candidate }: RankedSentence) => candidate.article.id === article;
    async function find(within: Period): Promise<readonly ReadSentence[]> {
      const ranked = await Promise.all(wordings.map((wording) => rank(wording, within)));
      const likelier = ranked.flat().map((entry) => preferStories(entry, context?.stories ?? []));
      const best = wantsNews ? preferNewest(likelier) : likelier.sort(byWorth);
      const first = best.slice(0, looked);
      const others = first.some(isOfIt) ? [] : best.filter(isOfIt).slice(0, looked);
      return preferLanguage(await readEvidence([...first, ...others], asked, store), language);
    }

    const isTimed = (period.from ?? period.to) !== undefined;
    const answers = ({ evidence }: ReadSentence) => isAnswer(evidence, language);
    if (wantsNews && !isTimed) {
      // What is new is looked for first: of what is much written about, older articles would be found.
      const fresh = await find({ from: new Date(now().getTime() - recent) });
      if (fresh.some(answers)) return { reading, context, sentences: fresh, inTime: true };
    }
    const sentences = await find(period);
    if (period.from !== undefined && period.to !== undefined && !sentences.some(answers)) {
      // "Last year 1,127 people fled", a paper may write today.
      const later = await find({ from: period.from });
      const reports = later.filter(({ evidence }) => speaksOf(evidence, period, timeZone));
      if (reports.some(answers)) return { reading, context, sentences: reports, inTime: true };
    }
    const inTime = sentences.length > 0 || !isTimed;
    // What was published at another time than asked for may come near, but it is no answer.
    return { reading, context, sentences: inTime ? sentences : await find({}), inTime };
  };
}

/** True where a sentence names a time that is within a period: "last year", counted from its article's day. */
function speaksOf({ sentence, article }: Evidence, { from, to }: Period, timeZone: string): boolean {
  const time = timeIn(sentence, article.language, article.publishedAt, timeZone);
  if (time?.from === undefined || from === undefined || to === undefined) return false;
  return time.from >= from && (time.to ?? article.publishedAt) <= to;
}

import { fold, languages, languageTags } from '../language/index.ts';
import type { LanguageTag, Lexicon } from '../language/index.ts';
import type { ArticleHead } from '../stories/article.ts';
import { reportedIn } from '../stories/reported.ts';
import { statementsIn } from '../stories/statements.ts';
import type { Statement } from '../stories/statements.ts';
import type { ArticleStore, Period, StoredArticle } from '../stories/store.ts';
import type { AskedWord } from './asked-word.ts';
import { readQuestion } from './question.ts';
import type { Question } from './question.ts';
import { wordsNaming } from './speaker.ts';
import { wordQuestion } from './wording.ts';

/** What somebody said, or what was said about something. */
export interface Quote extends Statement {
  /** Other articles with the same words. */
  readonly also: readonly ArticleHead[];
}

/** Articles of a language that are read for quotations, in each of two goes. */
const mostArticles = 40;
/** Milliseconds that count as recent: what is said now is looked for first. */
const recent = 14 * 24 * 60 * 60 * 1000;
/** Share of the words of a topic that a quotation, its sentence and the headline must speak of. */
const enough = 0.6;

interface Parts {
  readonly store: ArticleStore;
  readonly lexicon: Lexicon;
  readonly now: () => Date;
  readonly timeZone: string;
}

/**
 * Who said what, newest first: what a person named in the question said, about what its other words name; where nobody of
 * that name speaks, what was said about the words. Words that several papers print are there once. Where fewer are quoted than
 * asked for, what papers report without quoting it follows.
 */
export async function findQuotes(question: Question, limit: number, parts: Parts): Promise<readonly Quote[]> {
  const { now, timeZone } = parts;
  const { period, tokens, language } = readQuestion(question, now(), timeZone);
  const { asked: frame } = languages[language].reporting.attribution;
  const telling = tokens.filter(({ word }) => !frame.has(fold(word)));
  const asked = telling.length === 0 ? tokens : telling;
  if (asked.length === 0) return [];
  const isTimed = (period.from ?? period.to) !== undefined;
  const goes = isTimed ? [period] : [{ from: new Date(now().getTime() - recent) }, {}];
  const quoted = await newest(statementsIn, limit);
  const reported = quoted.length < limit ? await newest(reportedIn, limit - quoted.length) : [];
  return [...quoted, ...reported];

  async function newest(read: Reader, most: number): Promise<readonly Quote[]> {
    let found: readonly Quote[] = [];
    for (const within of goes) {
      const tags = question.in ?? languageTags;
      const matches = await Promise.all(
        tags.map((tag) => matchesOf(read, asked, language, tag, within, parts)),
      );
      found = ordered(matches.flat(), question.language);
      if (found.length >= most) break;
    }
    return found.slice(0, most);
  }
}

/** Reads what is said in an article. */
type Reader = (stored: StoredArticle) => readonly Statement[];

/** A statement with what it has to do with the question. */
interface Match {
  readonly statement: Statement;
  /** True where its speaker is asked for. */
  readonly isSpeaker: boolean;
}

async function matchesOf(
  statementsOf: Reader,
  asked: readonly AskedWord[],
  from: LanguageTag,
  language: LanguageTag,
  period: Period,
  { store, lexicon }: Parts,
): Promise<readonly Match[]> {
  const translating = { lexicon, from };
  const { concepts } = await wordQuestion(asked, language, 1, store.compounds, translating);
  if (concepts.length === 0) return [];
  const { candidates } = await store.candidates({ language, concepts, limit: mostArticles, ...period });
  const meanings = await Promise.all(
    asked.map(async (word) => {
      const wording = await wordQuestion([word], language, 1, store.compounds, translating);
      return new Set(wording.concepts.flatMap(({ terms }) => terms));
    }),
  );
  const read = await store.articles(candidates.map(({ article }) => article.id));
  const words = asked.map(({ word }) => fold(word));
  const other = language === 'en' ? 'fr' : 'en';
  const isKnown = (word: string) =>
    lexicon.translate([word], language, other).some(({ isGuess, share }) => !isGuess && share === 1);
  return read.flatMap((stored) => matchesIn(stored, statementsOf(stored), words, meanings, isKnown));
}

function matchesIn(
  stored: StoredArticle,
  statements: readonly Statement[],
  words: readonly string[],
  meanings: readonly ReadonlySet<string>[],
  isKnown: (word: string) => boolean,
): readonly Match[] {
  const { language } = stored.article;
  const title = new Set(stored.analysis.title.split(' '));
  return statements.flatMap((statement): readonly Match[] => {
    const { speaker, terms } = statement;
    const naming = speaker === undefined ? [] : wordsNaming(words, { name: speaker, language }, isKnown);
    const rest = meanings.filter((_, at) => !naming.includes(at));
    const near = rest.filter((meaning) => meaning.intersection(terms).size > 0);
    const covered = rest.filter(
      (meaning) => meaning.intersection(terms).size > 0 || meaning.intersection(title).size > 0,
    );
    const isAbout = covered.length >= enough * rest.length;
    if (naming.length > 0) return isAbout ? [{ statement, isSpeaker: true }] : [];
    return isAbout && near.length > 0 ? [{ statement, isSpeaker: false }] : [];
  });
}

function ordered(matches: readonly Match[], language: LanguageTag): readonly Quote[] {
  const spoken = matches.filter(({ isSpeaker }) => isSpeaker);
  const statements = (spoken.length > 0 ? spoken : matches).map(({ statement }) => statement);
  const same = Map.groupBy(statements, ({ text, mark }) =>
    fold(text.slice(mark.start + 1, mark.end - 1)).trim(),
  );
  const quotes = [...same.values()].flatMap((each) => {
    const first = each.toSorted(
      (one, other) => one.article.publishedAt.getTime() - other.article.publishedAt.getTime(),
    );
    const best = first.find(({ article }) => article.language === language) ?? first[0];
    const others = new Map(first.map(({ article }) => [article.id, article]));
    if (best === undefined) return [];
    others.delete(best.article.id);
    return { ...best, also: [...others.values()] };
  });
  return quotes.toSorted(
    (one, other) =>
      other.article.publishedAt.getTime() - one.article.publishedAt.getTime() || one.start - other.start,
  );
}

import { closest } from '../answers/agreement.ts';
import type { Answer, Evidence } from '../answers/answer.ts';
import type { LanguageTag, Range } from '../language/language.ts';
import type { ArticleHead, Story } from '../stories/article.ts';
import type { Translate } from '../texts.ts';
import type { SummarySentence } from './kiosk.ts';
import type { Action, Block, Message, Span, Text } from './message.ts';

/** How long a title may be on a button. */
const labelLength = 40;
/** A row of buttons (Discord's limit). */
const mostButtons = 5;
/** The most evidence an answer shows. */
const mostCount = 10;

/**
 * A quoted sentence with its source, date and link, and whether the paper has corrected the article. What is marked in it is strong;
 * `more` ends its note.
 */
export function evidenceCard(
  { article, sentence, mark }: Pick<Evidence, 'article' | 'sentence'> & { readonly mark?: Range },
  t: Translate,
  more: readonly Span[] = [],
): Block {
  const { title, url, source, language, publishedAt, correction, image } = article;
  const corrected = correction === undefined ? [] : [' · ', t('replies.article.corrected')];
  return {
    kind: 'card',
    title,
    to: url,
    body: { quote: mark === undefined ? sentence : marked(sentence, mark), language },
    note: [source, ' · ', { date: publishedAt, style: 'date' }, ...corrected, ...more],
    language,
    ...(image !== undefined && { image: { url: image, alt: title } }),
  };
}

/** A sentence with some of its words strong. */
export function marked(sentence: string, { start, end }: Range): readonly Span[] {
  const spans = [sentence.slice(0, start), { strong: sentence.slice(start, end) }, sentence.slice(end)];
  return spans.filter((span) => span !== '');
}

/** What comes before the evidence: that several sources give the same answer, what each gives where they differ, or how many speak. */
function openingBlocks({ evidence, answered, readings }: Answer, t: Translate): readonly Block[] {
  if (!answered) return [{ kind: 'text', text: t('replies.ask.notAnswered') }];
  const [first, second] = readings;
  const agreeing = first?.sources.length ?? 0;
  if (first !== undefined && second === undefined && agreeing > 1) {
    return [
      { kind: 'text', text: [t('replies.ask.agree', { count: agreeing }), ' ', { strong: first.words }] },
    ];
  }
  const count = new Set(evidence.map(({ article }) => article.source)).size;
  const found: Block = { kind: 'text', text: t('replies.ask.found', { count }) };
  if (second === undefined) return [found];
  // What is counted changes: the later figure is often the better one.
  const items = readings.map(({ words, sources, at }): Text => [
    { strong: words },
    ` · ${sources.join(', ')} · `,
    { date: at, style: 'date' },
  ]);
  return [{ kind: 'text', text: t('replies.ask.differ') }, { kind: 'list', items }, found];
}

/** An answer: the sentences that give it, or that nothing read does and what comes nearest. */
export function answerMessage(parts: {
  readonly answer: Answer;
  readonly question: string;
  /** How many pieces of evidence were asked for. */
  readonly count: number;
  readonly language: LanguageTag;
  readonly t: Translate;
}): Message {
  const { answer, question, count, language, t } = parts;
  const { answered } = answer;
  const evidence = answered ? closest(answer.evidence) : answer.evidence;
  if (evidence.length === 0) return { language, blocks: [{ kind: 'text', text: t('replies.ask.nothing') }] };
  const more: Action[] =
    answered && evidence.length === count && count < mostCount
      ? [{ label: t('replies.more'), command: 'ask', options: { question, count: mostCount } }]
      : [];
  const first = evidence[0];
  const actions: Action[] = [
    ...(first ? [summaryAction(first.story, t('replies.summary'))] : []),
    ...(first ? [storyAction(first.story, t('replies.story'))] : []),
    ...more,
    ...(first ? [whyAction(answer.asked, first.article.id, t)] : []),
    { label: t('replies.followUp'), command: 'ask', options: {}, asks: 'question' },
  ];
  return {
    language,
    blocks: [
      ...openingBlocks({ ...answer, evidence }, t),
      ...evidence.map(({ article, sentence, mark }) =>
        evidenceCard({ article, sentence, ...(answered && mark && { mark }) }, t),
      ),
      { kind: 'actions', actions },
    ],
  };
}

/** A story in a list: its title, who tells it and when it last moved. */
export function storyCard(story: Story, language: LanguageTag, t: Translate): Block {
  const { articles, updatedAt } = story;
  const { title, url, language: spoken, source } = telling(story, language);
  const sources = sourcesOf(articles);
  const note: Span[] = [
    sources.length === 1 ? source : t('replies.told', { count: sources.length, sources: sources.join(', ') }),
    ' · ',
    { date: updatedAt, style: 'date' },
  ];
  return { kind: 'card', title, to: url, note, language: spoken };
}

/** The article that tells a story to readers of a language: the first one in it, else the first of all. */
export function telling({ lead, articles }: Story, language: LanguageTag): ArticleHead {
  return articles.find((article) => article.language === language) ?? lead;
}

/** The distinct sources of some articles, in their order. */
export function sourcesOf(articles: readonly ArticleHead[]): readonly string[] {
  return [...new Set(articles.map(({ source }) => source))];
}

/** A button that sums a story up. */
export function summaryAction(story: string, label: string): Action {
  return { label: shorten(label), command: 'summary', options: { story } };
}

/** A button that shows a story. */
export function storyAction(story: string, label: string): Action {
  return { label: shorten(label), command: 'story', options: { story } };
}

/** A button that says why an article's sentence was shown for a question. */
function whyAction(question: string, article: string, t: Translate): Action {
  return { label: t('replies.why.ask'), command: 'why', options: { question, article } };
}

/** A button that shows how the news of some words went on. */
export function timelineAction(topic: string, label: string): Action {
  return { label: shorten(label), command: 'timeline', options: { topic } };
}

/** Cuts a text for a button at a word. */
export function shorten(text: string): string {
  if (text.length <= labelLength) return text;
  const start = startOf(text, labelLength);
  const space = start.lastIndexOf(' ');
  return `${space > labelLength / 2 ? start.slice(0, space) : start}…`;
}

/** The start of a text, at most this many UTF-16 units of it and no half character. */
export function startOf(text: string, length: number): string {
  return text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '');
}

/** Buttons for the first of some stories. */
export function storyActions(stories: readonly Story[], language: LanguageTag): Block {
  const actions = stories
    .slice(0, mostButtons)
    .map((story) => storyAction(story.id, telling(story, language).title));
  return { kind: 'actions', actions };
}

/** Who reported it and when, and what became of it since, as a line of a list. */
export function articleLine(article: ArticleHead, t: Translate): Text {
  const { source, title, url, publishedAt, revision, correction, withdrawnAt } = article;
  const marks = [
    ...(withdrawnAt === undefined ? [] : [t('replies.article.withdrawn')]),
    ...(correction === undefined ? [] : [t('replies.article.corrected')]),
    ...(revision === 1 ? [] : [t('replies.article.changed', { count: revision - 1 })]),
  ];
  return [
    { date: publishedAt, style: 'time' },
    ' · ',
    { strong: source },
    ' · ',
    { link: title, to: url },
    ...marks.flatMap((mark) => [' · ', mark]),
  ];
}

/** A story's summary: its sentences, each with its source and with the others that say the same. */
export function summaryBlocks(summary: readonly SummarySentence[], t: Translate): readonly Block[] {
  return summary.map(({ also, ...quoted }) => {
    const others = sourcesOf(also).filter((source) => source !== quoted.article.source);
    const more = others.length === 0 ? [] : [' · ', t('replies.alsoIn', { sources: others.join(', ') })];
    return evidenceCard(quoted, t, more);
  });
}

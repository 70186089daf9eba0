import type { Translate } from '../texts.ts';
import type { Block, Span, Text } from './message.ts';
import { articleLine, marked, sourcesOf } from './replies.ts';
import type { QuotedSentence, Report, StoryDetails } from './story-details.ts';

/** Who reported a story when, the oldest first, with what each added; of many the first one and the newest. */
export function reportBlocks(reports: readonly Report[], most: number, t: Translate): readonly Block[] {
  const between = reports.length > most ? reports.length - most : 0;
  const [first, ...rest] = reports.map((report) => reportLine(report, t));
  const gap = between === 0 ? [] : [t('replies.details.between', { count: between })];
  const items = first === undefined ? [] : [first, ...gap, ...rest.slice(between)];
  return [
    { kind: 'text', text: t('replies.reportedBy', { count: reports.length }) },
    { kind: 'list', items },
  ];
}

function reportLine({ article, added }: Report, t: Translate): Text {
  const line = articleLine(article, t);
  if (added === undefined) return line;
  return [...(isSpans(line) ? line : [line]), ' — ', { quote: added, language: article.language }];
}

function isSpans(text: Text): text is readonly Span[] {
  return Array.isArray(text);
}

/** The numbers of a story, each in its sentence; those that sources differ on beside each other. */
export function figureBlocks(
  figures: StoryDetails['figures'],
  title: string,
  t: Translate,
): readonly Block[] {
  const items = figures.flatMap((readings) => [
    ...(readings.length > 1 ? [difference(readings, t)] : []),
    ...readings.map((reading) => figureLine(reading, t)),
  ]);
  return titled(title, items);
}

/** "Sources differ: 14 days (The Ferry Post) · 10 days (Strait Wire)" */
function difference(readings: readonly QuotedSentence[], t: Translate): Text {
  const sides = readings.flatMap(({ article, sentence, mark, also }): readonly Span[] => [
    ' · ',
    { strong: mark === undefined ? sentence : sentence.slice(mark.start, mark.end) },
    ` (${sourcesOf([article, ...also]).join(', ')})`,
  ]);
  return [t('replies.ask.differ'), ' ', ...sides.slice(1)];
}

function figureLine({ article, sentence, mark, also }: QuotedSentence, t: Translate): Text {
  const { language, source, url } = article;
  const others = sourcesOf(also).filter((other) => other !== source);
  return [
    { quote: mark === undefined ? sentence : marked(sentence, mark), language },
    ' · ',
    { link: source, to: url },
    ...(others.length === 0 ? [] : [' · ', t('replies.alsoIn', { sources: others.join(', ') })]),
  ];
}

/** What was said in a story, with the speakers. */
export function quotationBlocks(quotations: StoryDetails['quotations'], title: string): readonly Block[] {
  const items = quotations.map(({ article, text, mark, speaker }): Text => {
    const isPiece = mark.start > 0 || mark.end < text.length;
    return [
      ...(speaker === undefined ? [] : [{ strong: speaker }, ': ']),
      { quote: isPiece ? marked(text, mark) : text, language: article.language },
      ' · ',
      { link: article.source, to: article.url },
    ];
  });
  return titled(title, items);
}

function titled(title: string, items: readonly Text[]): readonly Block[] {
  if (items.length === 0) return [];
  return [
    { kind: 'text', text: { strong: title } },
    { kind: 'list', items },
  ];
}

import { nameOfLanguage } from '../language/index.ts';
import type { LanguageTag } from '../language/language.ts';
import type { Translate } from '../texts.ts';
import type { Block, Span, Text } from './message.ts';
import { articleLine, marked, sourcesOf } from './replies.ts';
import type { QuotedSentence, Report, StoryDetails } from './story-details.ts';

/** The reader's language, and the texts in it. */
interface Reader {
  readonly language: LanguageTag;
  readonly t: Translate;
}

/** Who reported a story when, the oldest first, with what each added; of many the first one and the newest. */
export function reportBlocks(reports: readonly Report[], most: number, reader: Reader): readonly Block[] {
  const { t } = reader;
  const between = reports.length > most ? reports.length - most : 0;
  const [first, ...rest] = reports.map((report) => reportLine(report, reader));
  const gap = between === 0 ? [] : [t('replies.details.between', { count: between })];
  const items = first === undefined ? [] : [first, ...gap, ...rest.slice(between)];
  return [
    { kind: 'text', text: t('replies.reportedBy', { count: reports.length }) },
    { kind: 'list', items },
  ];
}

function reportLine({ article, added }: Report, reader: Reader): Text {
  const line = articleLine(article, reader.t);
  const quoted: readonly Span[] =
    added === undefined ? [] : [' — ', { quote: added, language: article.language }];
  return [...(isSpans(line) ? line : [line]), ...badge(article.language, reader), ...quoted];
}

function isSpans(text: Text): text is readonly Span[] {
  return Array.isArray(text);
}

/** Says which language something is in, where it isn't the reader's. */
function badge(spoken: LanguageTag, { language }: Reader): readonly Span[] {
  return spoken === language ? [] : [' · ', nameOfLanguage(spoken, language)];
}

/** The numbers of a story, each in its sentence; those that sources differ on beside each other. */
export function figureBlocks(
  figures: StoryDetails['figures'],
  title: string,
  reader: Reader,
): readonly Block[] {
  const items = figures.flatMap((readings) => [
    ...(readings.length > 1 ? [difference(readings, reader.t)] : []),
    ...readings.map((reading) => figureLine(reading, reader)),
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

function figureLine({ article, sentence, mark, also }: QuotedSentence, reader: Reader): Text {
  const { language, source, url } = article;
  const others = sourcesOf(also).filter((other) => other !== source);
  return [
    { quote: mark === undefined ? sentence : marked(sentence, mark), language },
    ' · ',
    { link: source, to: url },
    ...badge(language, reader),
    ...(others.length === 0 ? [] : [' · ', reader.t('replies.alsoIn', { sources: others.join(', ') })]),
  ];
}

/** What was said in a story, with the speakers. */
export function quotationBlocks(
  quotations: StoryDetails['quotations'],
  title: string,
  reader: Reader,
): readonly Block[] {
  const items = quotations.map(({ article, text, mark, speaker }): Text => {
    const isPiece = mark.start > 0 || mark.end < text.length;
    return [
      ...(speaker === undefined ? [] : [{ strong: speaker }, ' — ']),
      { quote: isPiece ? marked(text, mark) : text, language: article.language },
      ' · ',
      { link: article.source, to: article.url },
      ...badge(article.language, reader),
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

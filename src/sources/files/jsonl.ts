import * as v from 'valibot';
import { isLanguageTag, languageTags } from '../../language/index.ts';
import type { TextKey, TextValues } from '../../texts.ts';
import { absoluteAddress, hostName } from '../address.ts';
import { parseDate } from '../date.ts';
import type { Item } from '../item.ts';
import { lineOf, textOf } from '../markup.ts';
import { readPage } from '../page/page.ts';

/** Why something could not be read, in words for whoever gave it. */
export interface Problem {
  readonly reason: TextKey;
  readonly values: TextValues;
}

/** One line read, or why not. */
export type ReadLine = { readonly item: Item } | { readonly problem: Problem };

/** Values shown in a problem are cut to this many characters. */
const longestShown = 80;

const optionalText = v.nullish(v.string());

const Line = v.object({
  id: v.nullish(v.union([v.string(), v.pipe(v.number(), v.transform(String))])),
  url: v.string(),
  source: optionalText,
  language: optionalText,
  title: v.string(),
  text: optionalText,
  html: optionalText,
  publishedAt: v.nullish(v.union([v.string(), v.number()])),
  authors: v.nullish(v.array(v.string())),
  image: optionalText,
});

/** Reads one JSON line of an article: `id?, url, source?, language?, title, text or html, publishedAt?, authors?, image?`. */
export function readLine(line: string): ReadLine {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return problem('sources.line.notJson');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return problem('sources.line.notObject');
  const parsed = v.safeParse(Line, value, { abortEarly: true });
  if (!parsed.success) {
    const [issue] = parsed.issues;
    const field = v.getDotPath(issue) ?? '';
    return problem(issue.received === 'undefined' ? 'sources.line.missing' : 'sources.line.type', { field });
  }
  return itemOf(parsed.output);
}

function itemOf(line: v.InferOutput<typeof Line>): ReadLine {
  const url = absoluteAddress(line.url);
  if (url === undefined) return problem('sources.line.url', { value: shown(line.url) });
  const title = lineOf(line.title);
  if (title === '') return problem('sources.line.missing', { field: 'title' });
  const { language, publishedAt: written } = line;
  if (typeof language === 'string' && !isLanguageTag(language)) {
    return problem('sources.line.language', { value: shown(language), allowed: languageTags.join(', ') });
  }
  const publishedAt = written === null || written === undefined ? undefined : parseDate(String(written));
  if (typeof written === 'string' && publishedAt === undefined) {
    return problem('sources.line.date', { value: shown(written) });
  }
  const { text, html } = line;
  if (typeof text !== 'string' && typeof html !== 'string') return problem('sources.line.noText');
  const body = typeof text === 'string' ? asGiven(text) : bodyOf(html ?? '', url);
  if (body.trim() === '') return problem('sources.line.emptyText');
  const image = absoluteAddress(line.image ?? undefined, url);
  return {
    item: {
      ...(typeof line.id === 'string' && line.id !== '' && { id: line.id }),
      url,
      source: lineOf(line.source ?? '') || hostName(url),
      ...(isLanguageTag(language) && { language }),
      title,
      text: body,
      ...(publishedAt !== undefined && { publishedAt }),
      ...(line.authors && { authors: line.authors.map(lineOf).filter(Boolean) }),
      ...(image !== undefined && { image }),
    },
  };
}

/** A given text keeps its every position, so that whoever gave it can find a quotation again. */
function asGiven(text: string): string {
  return text.replace(/(?!\s)\p{Cc}/gu, ' ');
}

/** A whole page has an article in it; a fragment of HTML is one. */
function bodyOf(html: string, url: string): string {
  if (!/<(?:html|body)\b/i.test(html)) return textOf(html);
  const page = readPage(html, url);
  return page.kind === 'page' ? page.text : '';
}

function problem(reason: TextKey, values: TextValues = {}): ReadLine {
  return { problem: { reason, values } };
}

function shown(value: string): string {
  return value.length > longestShown ? `${value.slice(0, longestShown)}…` : value;
}

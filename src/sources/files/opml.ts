import { generateOpml, type Opml, parseOpml } from 'feedsmith';
import { UserError } from '../../errors.ts';
import { isLanguageTag } from '../../language/index.ts';
import { absoluteAddress, hostName } from '../address.ts';
import { line } from '../feed/item.ts';
import { rootOf } from '../root.ts';
import type { NewSource } from '../store.ts';

type Outline = Opml.Outline<string, string[]>;

/**
 * The feeds an OPML file lists, each once, in its order, out of any depth. An outline's `language`, its own or that of a
 * group around it, says in which language the feed is.
 * @throws {UserError} where the file is no OPML
 */
export function readOpml(text: string): readonly NewSource[] {
  const outlines = parsed(rootOf(text).text).body?.outlines ?? [];
  const sources = new Map<string, NewSource>();
  const waiting = outlines.map((outline) => ({ outline, inherited: '' })).toReversed();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { outline } = next;
    const inherited = outline.language ?? next.inherited;
    const url = absoluteAddress(outline.xmlUrl ?? (outline.type === 'rss' ? outline.url : undefined));
    if (url !== undefined && !sources.has(url)) {
      const language = inherited.slice(0, 2).toLowerCase();
      const name = line(outline.text) || line(outline.title) || hostName(url);
      sources.set(url, { url, name, ...(isLanguageTag(language) && { language }) });
    }
    waiting.push(...(outline.outlines ?? []).map((inner) => ({ outline: inner, inherited })).toReversed());
  }
  return [...sources.values()];
}

function parsed(text: string): { readonly body?: { readonly outlines?: readonly Outline[] } } {
  try {
    return parseOpml(text, { extraOutlineAttributes: [] });
  } catch (cause) {
    throw new UserError('sources.file.brokenOpml', {}, { cause });
  }
}

/** A list of feeds that `readOpml` and other readers of news can read. */
export function writeOpml(sources: readonly NewSource[], title: string): string {
  const outlines = sources.map(({ url, name, language }) => ({
    type: 'rss',
    text: name,
    xmlUrl: url,
    ...(language !== undefined && { language }),
  }));
  return generateOpml({ head: { title }, body: { outlines } });
}

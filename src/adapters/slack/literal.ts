import { clean } from '../../chat/plain.ts';
import { limits } from './limits.ts';

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/**
 * A text in which Slack finds no mention, link or date of ours or anybody's, for where it reads markup
 * (https://docs.slack.dev/messaging/formatting-message-text#escaping). Emphasis can't be escaped there; texts of others are written where
 * Slack reads none.
 */
export function escaped(text: string): string {
  return clean(text).replace(/[&<>]/g, (character) => entities[character] ?? '');
}

/** The address of a link; undefined for one that isn't a web address. */
export function linkable(address: string): string | undefined {
  const url = URL.parse(address);
  if (url === null || !/^https?:$/.test(url.protocol)) return undefined;
  return url.href.length <= limits.address ? url.href : undefined;
}

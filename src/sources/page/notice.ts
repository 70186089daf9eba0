import type { Block } from '../blocks.ts';
import type { TextKey } from '../../texts.ts';
import type { OfferedFeed } from './feeds.ts';
import type { Signals } from './signals.ts';
import { isNamedAfter, speaksOf, wallAllOver, wallIn } from './walls.ts';
import { isProse } from './weight.ts';
import { squash } from './words.ts';

/** A page that is not an article, and why. */
export interface Notice {
  readonly kind: 'notice';
  readonly reason: Reason;
  /** What the page calls itself; '' for nothing. */
  readonly title: string;
  /** The feeds it offers. */
  readonly feeds: readonly OfferedFeed[];
}

/** Why a page is not an article. */
export type Reason = Extract<TextKey, `sources.notice.${string}`>;

/** What is known of a page when it is asked whether it holds an article. */
export interface Evidence {
  /** What was taken for the article; '' for nothing. */
  readonly text: string;
  /** Everything readers see on the page. */
  readonly everything: readonly Block[];
  readonly title: string;
  readonly signals: Signals;
  /** True where the page's structured data or OpenGraph call it an article. */
  readonly declared: boolean;
  /** Whether the article can be read without paying; undefined where the publisher doesn't say. */
  readonly free: boolean | undefined;
  readonly url: string;
}

/** Texts longer than this hold an article, whatever else they say; a request for consent alone may be as long as the second. */
const longestNotice = 1500;
const longestRequest = 6000;

/** What is shorter is no article but a caption or a menu, unless the page calls it an article. */
const shortestArticle = 140;
const shortestDeclared = 60;

/** A text no longer than this is a teaser where it must be paid for, and where a request to pay follows it. */
const longestTeaser = 500;

/** A page with as many titles that lead elsewhere is a list of them, unless there is an article besides; they are as long, in characters. */
const leastTitles = 6;
const shortestTitle = 25;

/** How much of a page is searched for a wall's words, in characters. */
const searched = 5000;

/** Tells why what was taken for an article is none; undefined for an article. */
export function reasonIn(evidence: Evidence): Reason | undefined {
  const { text, declared } = evidence;
  if (isList(evidence)) return 'sources.notice.list';
  if (isPaid(evidence)) return 'sources.notice.paywall';
  return text.length < (declared ? shortestDeclared : shortestArticle)
    ? reasonForNothing(evidence)
    : reasonDespiteText(evidence);
}

/** Why there is no text to speak of. */
function reasonForNothing({ everything, title, signals, free }: Evidence): Reason {
  const seen = everything.map((block) => block.text).join('\n');
  if (signals.challenge && seen.length < longestNotice) return 'sources.notice.blocked';
  const wall = wallIn(`${title}\n${seen.slice(0, searched)}`);
  if (wall !== undefined) return `sources.notice.${wall}`;
  if (signals.login) return 'sources.notice.login';
  if (free === false) return 'sources.notice.paywall';
  if (signals.consent) return 'sources.notice.consent';
  return signals.shell ? 'sources.notice.script' : 'sources.notice.empty';
}

/** A short text may speak of cookies and be news all the same; only where that is about all it says it is a wall. */
function reasonDespiteText({ text, title, signals, declared }: Evidence): Reason | undefined {
  const wall = text.length <= longestRequest ? wallAllOver(text, declared ? 0.6 : 0.4) : undefined;
  if (text.length > longestNotice) return wall === 'consent' ? 'sources.notice.consent' : undefined;
  if (!declared && signals.challenge && speaksOf('blocked', `${title}\n${text}`))
    return 'sources.notice.blocked';
  if (!declared && isNamedAfter('missing', title)) return 'sources.notice.missing';
  return wall === undefined ? undefined : `sources.notice.${wall}`;
}

/** A beginning that ends at a request to pay. A whole article behind a meter is longer, or says that it is free. */
function isPaid({ text, everything, free }: Evidence): boolean {
  if (free === true || text.length > (free === false ? longestNotice : longestTeaser)) return false;
  if (free === false && text.length <= longestTeaser) return true;
  const last = squash(text.split('\n').at(-1) ?? '');
  const end = everything.findLastIndex((block) => last !== '' && squash(block.text).endsWith(last));
  const after = end < 0 ? [] : everything.slice(end + 1, end + 9);
  return after.some((block) => block.text.length < 300 && speaksOf('paywall', block.text));
}

/** The titles of other articles, and next to no text but what stands under them. */
function isList({ text, everything, declared, url }: Evidence): boolean {
  if (declared) return false;
  if (everything.filter(leadsElsewhere).length < leastTitles) return false;
  if (text.length < shortestArticle) return true;
  const paragraphs = new Set(text.split('\n\n'));
  const prose = [...everything.entries()].filter(([, block]) => isProse(block) && paragraphs.has(block.text));
  const under = prose.filter(
    ([at]) => leadsElsewhere(everything[at - 1]) || leadsElsewhere(everything[at - 2]),
  );
  const home = /^\/(?:[a-z]{2}\/?|index\.\w+)?$/i.test(URL.parse(url)?.pathname ?? '');
  const longest = prose.reduce((most, [, block]) => Math.max(most, block.text.length), 0);
  return under.length > prose.length / 2 || (home && (prose.length < 5 || longest < 400));
}

function leadsElsewhere(block: Block | undefined): boolean {
  return block !== undefined && block.linked >= 0.9 && block.text.length >= shortestTitle;
}

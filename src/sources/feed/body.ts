import { absoluteAddress } from '../address.ts';
import { type Flow, flowOf, type Place } from '../flow.ts';
import { textOf } from '../markup.ts';
import { paragraphsOf } from '../spaces.ts';

/** What an entry's markup holds for readers. */
export interface Body {
  readonly text: string;
  /** The first picture in it that is one. */
  readonly image: string | undefined;
}

/** What an entry's markup belongs to; its links back are told by it. */
export interface Surroundings {
  readonly url: string | undefined;
  readonly title: string;
  /** The feed's own page. */
  readonly page: string;
  /** What relative links in the markup start from. */
  readonly base: string;
}

/** "Read more", "Lire la suite", "Weiterlesen": a link that is longer says something. */
const longestPointer = 40;

/** "The post … appeared first on …": a paragraph that is longer, its title aside, says something. */
const longestSignature = 120;

/** Pictures smaller than this are icons, smilies or counters, in pixels. */
const smallestPicture = 50;

const counters =
  /feedburner\.com\/~|feedsportal\.com|doubleclick\.net|(?:stats|pixel)\.wp\.com|[/._-](?:pixel|beacon|counter|spacer|blank|1x1)[/._?-]/i;

/**
 * Reads an entry's text. Links at its end that only lead to the entry itself, or that share it, are not part of it; nor are
 * pictures that count readers.
 */
export function bodyOf(markup: string, around: Surroundings): Body {
  const source = unescapedWhole(markup);
  if (!source.includes('<')) return { text: textOf(source), image: undefined };
  const flow = flowOf(source);
  const text =
    flow.links.length === 0 ? flow.text : withoutSignature(withoutPointers(flow, around), flow, around);
  return { text: paragraphsOf(text), image: pictureIn(flow.images, around.base) };
}

/** Some feeds escape a whole text twice. */
function unescapedWhole(markup: string): string {
  const twice = !markup.includes('<') && /^\s*&lt;[a-z]/i.test(markup) && markup.trimEnd().endsWith('&gt;');
  return twice ? textOf(markup) : markup;
}

function withoutPointers({ text, links }: Flow, around: Surroundings): string {
  const { title } = around;
  let end = text.length;
  for (const link of links.toReversed()) {
    if (saysSomething(text.slice(link.to, end))) break;
    const words = text.slice(link.from, link.to).trim();
    const isShort = words.length <= longestPointer || (title !== '' && words.includes(title));
    if (!isShort || !leadsBack(link, around)) break;
    end = link.from;
  }
  if (end === text.length) return text;
  while (/[\s|·•[(>»›→-]/u.test(text.charAt(end - 1))) end -= 1;
  const kept = text.slice(0, end);
  return saysSomething(kept) ? kept : text;
}

function withoutSignature(text: string, { links }: Flow, around: Surroundings): string {
  const written = text.trimEnd();
  const start = written.lastIndexOf('\n\n');
  if (start < 0 || written.length - start > longestSignature + around.title.length) return text;
  const inside = links.filter(({ from }) => from > start && from < written.length);
  const own = pageOf(around.url);
  const site = pageOf(around.page)?.split('/', 1)[0];
  const targets = inside.map((link) => pageOf(absoluteAddress(link.attribute('href'), around.base)));
  const isSigned =
    own !== undefined &&
    targets.includes(own) &&
    targets.some((target) => target !== own && target?.split('/', 1)[0] === site);
  return isSigned && saysSomething(written.slice(0, start)) ? written.slice(0, start) : text;
}

/** True for a link to the entry itself, and for one that hands the entry's address to somebody else. */
function leadsBack({ attribute }: Place, { url, base }: Surroundings): boolean {
  const href = attribute('href');
  const own = pageOf(url);
  if (href === undefined || own === undefined) return false;
  if (pageOf(absoluteAddress(href, base)) === own) return true;
  const [, ...query] = href.split('?');
  return [own, encodeURIComponent(own)].some((name) => query.join('?').includes(name));
}

/** Names a page whatever scheme, mark or campaign its address is written with. */
function pageOf(address: string | undefined): string | undefined {
  const url = address === undefined ? null : URL.parse(address);
  if (url === null) return undefined;
  const query = [...url.searchParams]
    .filter(([name]) => !name.startsWith('utm_'))
    .map((pair) => pair.join('='));
  const path = url.pathname.replace(/\/$/, '');
  return `${url.host.replace(/^www\./, '')}${path}${query.length === 0 ? '' : `?${query.join('&')}`}`;
}

function pictureIn(images: readonly Place[], base: string): string | undefined {
  for (const { attribute } of images) {
    const source = absoluteAddress(attribute('src') ?? attribute('data-src'), base);
    if (source?.startsWith('https:') && !isSmall(attribute) && !counters.test(source)) return source;
  }
  return undefined;
}

function isSmall(attribute: Place['attribute']): boolean {
  if (/(?:width|height)\s*:\s*[01](?:px|em)/.test(attribute('style') ?? '')) return true;
  return ['width', 'height'].some((side) => Number.parseInt(attribute(side) ?? '', 10) < smallestPicture);
}

function saysSomething(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

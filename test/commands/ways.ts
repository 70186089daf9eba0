import type { Listing } from '../../src/chat/adapter.ts';
import { shorten } from '../../src/chat/replies.ts';
import type { Look } from '../../src/chat/sources.ts';
import { languageTags, nameOfLanguage } from '../../src/language/index.ts';
import type { LanguageTag } from '../../src/language/language.ts';
import { readDocument } from '../../src/sources/index.ts';
import { library } from './library.ts';

const state = { status: 'active', told: 'active', dueAt: new Date(0) } as const;
/** Sources in every state. */
export const sources = [
  { ...state, url: 'https://mole.example/feed', name: 'Die Mole', failures: 0 },
  {
    ...state,
    url: 'https://wire.example/atom',
    name: 'Strait Wire',
    failures: 1,
    failure: 'sources.unreachable',
  },
  { ...state, url: 'https://jetee.example/rss', name: 'La Jetée', failures: 0, status: 'paused' },
  {
    ...state,
    url: 'https://post.example/rss',
    name: 'Ferry Post',
    failures: 9,
    failure: 'sources.gone',
    status: 'ended',
  },
  {
    ...state,
    url: 'https://coast.example/rss',
    name: 'Coast',
    failures: 9,
    failure: 'sources.timeout',
    status: 'asleep',
  },
] as const;

/** An article whose paper corrected it. */
export const corrected = {
  url: 'https://wire.example/lighthouse',
  source: 'Strait Wire',
  language: 'en',
  title: 'Lighthouse lit',
  text: 'The lighthouse at Odrau is lit again. Correction: an earlier version named another lighthouse.',
} as const;

/** The web as this test knows it: a feed, and a page that names two. */
export const look: Look = async (url) => {
  const feed = '<rss version="2.0"><channel><title>Gazette</title></channel></rss>';
  const links = ['a', 'b'].map(
    (name) => `<link rel="alternate" type="application/rss+xml" href="/${name}" title="Gazette">`,
  );
  const text = url.includes('two') ? `<html><head>${links.join('')}</head><body></body></html>` : feed;
  return { url, document: readDocument({ bytes: Buffer.from(text), url }) };
};

/** Every way to be answered: well, with nothing, and with what is wrong. */
export const calls: readonly (readonly [string, Readonly<Record<string, string | number>>])[] = [
  ['ask', { question: 'Mirabel' }],
  ['ask', { question: 'Kelso volcano lava ash helicopter evacuation' }],
  ['ask', { question: 'zyzzyva' }],
  ['ask', {}],
  ['ask', { question: 'Mirabel', count: 99 }],
  ['ask', { question: 'x'.repeat(2001) }],
  ['latest', {}],
  ['latest', { in: 'fr', count: 1 }],
  ['latest', { in: 'nl' }],
  ['story', { story: 'bridge-post' }],
  ['story', { story: 'zyzzyva' }],
  ['story', { story: 'lighthouse at Odrau' }],
  ['search', { words: 'lighthouse' }],
  ['summary', { story: 'bridge-post', length: 'short' }],
  ['summary', {}],
  ['search', { words: 'Mirabel' }],
  ['search', { words: 'Kelso' }],
  ['search', { words: 'zyzzyva' }],
  ['sources', {}],
  ['sources', { zyzzyva: 1 }],
  ['source', {}],
  ['source', { action: 'add', source: 'https://gazette.example/' }],
  ['source', { action: 'add', source: 'https://two.example/' }],
  ['source', { action: 'follow', source: 'https://gazette.example/' }],
  ['source', { action: 'pause', source: 'mole' }],
  ['source', { action: 'refresh', source: 'Die Mole' }],
  ['source', { action: 'remove', source: 'Die Mole' }],
  ['source', { action: 'remove', source: 'zyzzyva' }],
  ['language', {}],
  ['language', { language: 'auto' }],
  ['timeline', { topic: 'Mirabel' }],
  ['timeline', { topic: 'zyzzyva' }],
  ['quotes', { about: 'Tarrow' }],
  ['quotes', { about: 'zyzzyva', in: 'de' }],
  ['compare', { topic: 'bridge-post' }],
  ['compare', { topic: 'bakery' }],
  ['compare', { topic: 'zyzzyva' }],
  ['story', { story: 'bridge-post', show: 'reports' }],
  ['story', { story: 'bridge-post', show: 'figures' }],
  ['story', { story: 'bakery', show: 'quotations' }],
  ['why', { question: 'Mirabel', article: 'bridge-post' }],
  ['why', { question: 'Mirabel', article: 'zyzzyva' }],
  ['why', {}],
  ['why', { story: 'bridge-post' }],
  ['subscriptions', {}],
  ['announcements', {}],
  ['status', {}],
  ['pause', {}],
  ['subscribe', { topics: 'Mirabel' }],
  ['subscribe', { topics: 'Mirabel', alerts: 'normal', quiet: '22-7', save: 'yes' }],
  ['subscribe', { topics: 'Mirabel', when: 'zyzzyva' }],
  ['why', { story: 'bridge-post' }],
  ['digest', {}],
  ['subscriptions', {}],
  ['pause', {}],
  ['status', {}],
  ['unpause', {}],
  ['unsubscribe', {}],
  ['unsubscribe', { what: 'Mirabel', sure: 'yes' }],
  ['announce', {}],
  ['announce', { text: 'Mirabel', when: '09:00' }],
  ['announce', { text: 'Mirabel', when: '09:00', save: 'yes' }],
  ['announcements', {}],
  ['unsubscribe', { what: 'Mirabel' }],
  ['unfollow', {}],
  ['follow', { topic: 'Mirabel' }],
  ['unfollow', {}],
  ['unfollow', { topic: 'zyzzyva' }],
  ['unfollow', { topic: 'Mirabel' }],
  ['setup', {}],
  ['setup', { language: 'auto' }],
  ['help', {}],
  ['help', { command: 'zyzzyva' }],
  ['zyzzyva', {}],
];

/** What is not Kiosk's own: articles, sources, and what the reader said. */
export const given: ReadonlySet<string> = new Set([
  'Mirabel',
  // As it is quoted.
  '“Correction: an earlier version named another lighthouse.”',
  [...new Set(library.map(({ source }) => source))].slice(0, 4).join(', '),
  ...languageTags.flatMap((tag) => languageTags.map((reader) => nameOfLanguage(tag, reader))),
  'Gazette',
  'Lighthouse lit',
  ...library.flatMap(({ title, source }) => [title, shorten(title), source]),
  ...sources.map(({ name }) => name),
]);

/** True for words of an article, in whatever quotation marks. */
export function isQuoted(text: string): boolean {
  const words = text.replace(/^[“„«\s]+|[”“»\s]+$/gu, '');
  return library.some((item) => item.text.includes(words));
}

/** What commands are called in a language, as readers type them. */
export function namesIn(listings: readonly Listing[], language: LanguageTag): readonly string[] {
  return listings.filter((listing) => listing.language === language).map(({ name }) => `/${name}`);
}

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Block, Message, Text } from '../../src/chat/message.ts';
import { shorten } from '../../src/chat/replies.ts';
import type { Look } from '../../src/chat/sources.ts';
import type { LanguageTag } from '../../src/language/language.ts';
import { readDocument } from '../../src/sources/index.ts';
import { openHouse, tags } from './house.ts';
import { library } from './library.ts';

const state = { status: 'active', told: 'active', dueAt: new Date(0) } as const;
const sources = [
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
const corrected = {
  url: 'https://wire.example/lighthouse',
  source: 'Strait Wire',
  language: 'en',
  title: 'Lighthouse lit',
  text: 'The lighthouse at Odrau is lit again. Correction: an earlier version named another lighthouse.',
} as const;

/** The web as this test knows it: a feed, and a page that names two. */
const look: Look = async (url) => {
  const feed = '<rss version="2.0"><channel><title>Gazette</title></channel></rss>';
  const links = ['a', 'b'].map(
    (name) => `<link rel="alternate" type="application/rss+xml" href="/${name}" title="Gazette">`,
  );
  const text = url.includes('two') ? `<html><head>${links.join('')}</head><body></body></html>` : feed;
  return { url, document: readDocument({ bytes: Buffer.from(text), url }) };
};

/** Every way to be answered: well, with nothing, and with what is wrong. */
const calls: readonly (readonly [string, Readonly<Record<string, string | number>>])[] = [
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
  ['help', {}],
  ['help', { command: 'zyzzyva' }],
  ['zyzzyva', {}],
];

/** What is not Kiosk's own: articles, sources, and what the reader said. */
const given = new Set([
  'Gazette',
  'Lighthouse lit',
  ...library.flatMap(({ title, source }) => [title, shorten(title), source]),
  ...sources.map(({ name }) => name),
]);

/** Each text of a language as a pattern; those that are hardly more than their values would match anything. */
function patternsOf(language: LanguageTag): readonly RegExp[] {
  const file = new URL(`../../locales/${language}.json`, import.meta.url);
  return leavesOf(JSON.parse(readFileSync(file, 'utf8')))
    .filter((text) => /\p{L}/u.test(text.replace(/\{\{\w+\}\}/g, '')))
    .map((text) => {
      const fixed = text.split(/\{\{\w+\}\}/).map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
      return new RegExp(`^${fixed.join('[^]*')}$`);
    });
}

function leavesOf(tree: unknown): readonly string[] {
  if (typeof tree === 'string') return [tree];
  return typeof tree === 'object' && tree !== null ? Object.values(tree).flatMap(leavesOf) : [];
}

/** Everything a message says that is neither a quotation, a link's label nor an article's title. */
function saidIn({ blocks }: Message): readonly string[] {
  return blocks.flatMap(saidInBlock).filter((text) => /\p{L}/u.test(text) && !given.has(text));
}

function saidInBlock(block: Block): readonly string[] {
  switch (block.kind) {
    case 'text':
    case 'heading':
      return spansOf(block.text);
    case 'list':
      return block.items.flatMap(spansOf);
    case 'card':
      return [...spansOf(block.title), ...spansOf(block.body ?? ''), ...spansOf(block.note ?? '')];
    case 'actions':
      return block.actions.map(({ label }) => label);
  }
}

function spansOf(text: Text): readonly string[] {
  if (typeof text === 'string') return [text];
  if ('strong' in text) return spansOf(text.strong);
  if ('quote' in text || 'link' in text || 'date' in text) return [];
  return text.flatMap(spansOf);
}

test.each(tags)('every reply to readers of %s is in that language’s own words', async (tag) => {
  const patterns = patternsOf(tag);
  const full = await openHouse({ items: [...library, corrected], sources, look, manager: true });
  const empty = await openHouse();
  const names = new Set(
    full.listings.filter(({ language }) => language === tag).map(({ name }) => `/${name}`),
  );
  const said = new Set<string>();
  for (const house of [full, empty]) {
    for (const [command, options] of calls) {
      const message = await house.call(tag, command, options);
      expect(message.language).toBe(tag);
      for (const text of saidIn(message)) if (!names.has(text)) said.add(text);
    }
  }
  expect(said.size).toBeGreaterThan(20);
  expect([...said].filter((text) => !patterns.some((pattern) => pattern.test(text)))).toEqual([]);
});

import { describe, expect, test } from 'vitest';
import type { Block, Message } from '../../src/chat/message.ts';
import type { Look } from '../../src/chat/sources.ts';
import { UserError } from '../../src/errors.ts';
import { readDocument } from '../../src/sources/index.ts';
import type { FollowedSource } from '../../src/sources/store.ts';
import { openHouse, tags, translations } from './house.ts';

const now = new Date('2026-05-06T08:00:00Z');
const feed = 'https://gazette.example/feed';
const active = { status: 'active', told: 'active', dueAt: now, failures: 0 } as const;
const mole: FollowedSource = { ...active, url: 'https://mole.example/feed', name: 'Die Mole' };
const molenpost: FollowedSource = { ...active, url: 'https://molenpost.example/rss', name: 'Molenpost' };

const items = [1, 2, 3, 4]
  .map(
    (number) => `<item><title>Ferry ${number}</title><link>https://gazette.example/${number}</link>
      <description>Ferry number ${number} sails.</description><pubDate>Wed, 06 May 2026 0${number}:00:00 GMT</pubDate></item>`,
  )
  .join('');
const rss = `<rss version="2.0"><channel><title>The Harbour Gazette</title><link>https://gazette.example/</link>${items}</channel></rss>`;
const home = (...feeds: readonly string[]) =>
  `<html><head><title>Gazette</title>${feeds
    .map((href) => `<link rel="alternate" type="application/rss+xml" title="Feed ${href}" href="/${href}">`)
    .join('')}</head><body><p>News.</p></body></html>`;

/** The web as these tests know it. */
const look: Look = async (url) => {
  const pages: Readonly<Record<string, string>> = {
    [feed]: rss,
    'https://undated.example/': rss.replace(
      '<item>',
      '<item><title>Undated</title><link>https://gazette.example/undated</link></item><item>',
    ),
    'https://gazette.example': home('feed'),
    'https://two.example/': home('news', 'sport'),
    'https://bare.example/': home(),
  };
  const found = pages[url];
  if (found === undefined) throw new UserError('sources.unreachable');
  return { url, document: readDocument({ bytes: Buffer.from(found), url }) };
};

const open = (sources: readonly FollowedSource[] = []) =>
  openHouse({ sources, look, manager: true, now: () => now });
const textsOf = ({ blocks }: Message) =>
  blocks.flatMap((block) => (block.kind === 'text' ? [block.text] : []));
const actionsOf = ({ blocks }: Message) =>
  blocks
    .flatMap((block) => (block.kind === 'actions' ? block.actions : []))
    .map(({ label, options }) => ({ label, ...options }));
const cardsOf = ({ blocks }: Message) =>
  blocks.filter((block): block is Extract<Block, { kind: 'card' }> => block.kind === 'card');

describe('/source add', () => {
  test.each(tags)('shows in %s what is newest in a feed, and follows nothing yet', async (tag) => {
    const t = translations.translate(tag);
    const house = await open();
    const reply = await house.call(tag, 'source', { action: 'add', source: feed });
    expect(cardsOf(reply).map(({ title, to, body }) => [title, to, body])).toEqual(
      [4, 3, 2].map((number) => [
        `Ferry ${number}`,
        `https://gazette.example/${number}`,
        `Ferry number ${number} sails.`,
      ]),
    );
    expect(textsOf(reply)).toContain(t('replies.source.notYet', { source: 'The Harbour Gazette' }));
    expect(actionsOf(reply)).toEqual([
      { label: t('replies.source.follow'), action: 'follow', source: feed, name: 'The Harbour Gazette' },
    ]);
    expect(await house.kiosk.sources.list()).toEqual([]);
    expect(house.reads()).toBe(0);
  });

  test('shows what comes first in a feed that doesn’t date everything', async () => {
    const house = await open();
    const reply = await house.call('en', 'source', { action: 'add', source: 'https://undated.example/' });
    expect(cardsOf(reply).map(({ title }) => title)).toEqual(['Undated', 'Ferry 1', 'Ferry 2']);
  });

  test('finds the feed of a page that has one, and offers those of a page that has several', async () => {
    const house = await open();
    const one = await house.call('en', 'source', { action: 'add', source: 'gazette.example' });
    expect(actionsOf(one)).toMatchObject([{ action: 'follow', source: feed }]);
    const two = await house.call('en', 'source', { action: 'add', source: 'https://two.example/' });
    expect(actionsOf(two)).toEqual([
      { label: 'Feed news', action: 'add', source: 'https://two.example/news' },
      { label: 'Feed sport', action: 'add', source: 'https://two.example/sport' },
    ]);
  });

  test.each(tags)('says in %s why there is nothing to follow', async (tag) => {
    const t = translations.translate(tag);
    const house = await open();
    for (const [source, key] of [
      ['https://bare.example/', 'sources.noFeedHere'],
      ['https://away.example/', 'sources.unreachable'],
    ] as const) {
      const reply = await house.call(tag, 'source', { action: 'add', source });
      expect(textsOf(reply)).toEqual([t(key)]);
    }
  });

  test('says that a feed is followed already', async () => {
    const house = await open([{ ...active, url: feed, name: 'Gazette' }]);
    const reply = await house.call('en', 'source', { action: 'add', source: feed });
    expect(actionsOf(reply)).toEqual([]);
    expect(textsOf(reply)).toContain(
      translations.translate('en')('replies.source.known', { source: 'The Harbour Gazette' }),
    );
  });
});

describe('/source follow', () => {
  test.each(tags)('follows a feed for the channel, reads it at once, and says so in %s', async (tag) => {
    const t = translations.translate(tag);
    const house = await open();
    const reply = await house.call(tag, 'source', {
      action: 'follow',
      source: feed,
      name: 'Gazette',
      language: 'en',
    });
    expect(textsOf(reply)).toEqual([t('replies.source.followed', { source: 'Gazette' })]);
    expect(await house.kiosk.sources.list()).toEqual([
      { ...active, url: feed, name: 'Gazette', language: 'en', channel: 'web:1' },
    ]);
    expect(house.reads()).toBe(1);
    const again = await house.call(tag, 'source', { action: 'follow', source: feed });
    expect(textsOf(again)).toEqual([t('replies.source.known', { source: 'The Harbour Gazette' })]);
    expect(house.reads()).toBe(1);
  });

  test('takes the choice and the language by their names in the reader’s language', async () => {
    const house = await open();
    const options = { action: 'folgen', source: feed, language: 'Englisch' };
    await house.call('de', 'source', options);
    expect(await house.kiosk.sources.list()).toMatchObject([{ language: 'en', name: 'The Harbour Gazette' }]);
  });
});

describe('a followed source', () => {
  test.each(tags)(
    'is removed, paused, resumed and read at once, by its name or address, and that is said in %s',
    async (tag) => {
      const t = translations.translate(tag);
      const asleep: FollowedSource = { ...mole, status: 'asleep', told: 'asleep', failures: 12 };
      const house = await open([asleep, molenpost]);
      const say = async (action: string, source: string) =>
        textsOf(await house.call(tag, 'source', { action, source }));
      expect(await say('refresh', 'die mole')).toEqual([t('replies.source.refresh', { source: 'Die Mole' })]);
      expect((await house.kiosk.sources.list())[0]).toEqual(mole);
      expect(house.reads()).toBe(1);
      expect(await say('pause', 'http://www.mole.example/feed/')).toEqual([
        t('replies.source.pause', { source: 'Die Mole' }),
      ]);
      expect((await house.kiosk.sources.list())[0]).toMatchObject({ status: 'paused' });
      expect(await say('resume', 'Die Mole')).toEqual([t('replies.source.resume', { source: 'Die Mole' })]);
      expect((await house.kiosk.sources.list())[0]).toEqual(mole);
      expect(house.reads()).toBe(2);
      expect(await say('remove', 'Molen')).toEqual([t('replies.source.remove', { source: 'Molenpost' })]);
      expect((await house.kiosk.sources.list()).map(({ name }) => name)).toEqual(['Die Mole']);
    },
  );

  test.each(tags)('that is not followed, or not the only one meant, is told of in %s', async (tag) => {
    const t = translations.translate(tag);
    const house = await open([
      { ...mole, name: 'Mole' },
      { ...mole, url: 'https://b.example/', name: 'Molenblatt' },
      molenpost,
    ]);
    const say = async (source: string) =>
      textsOf(await house.call(tag, 'source', { action: 'pause', source }));
    expect(await say('nobody')).toEqual([t('errors.noSource', { source: 'nobody' })]);
    expect(await say('molen')).toEqual([
      t('errors.severalSources', { source: 'molen', names: 'Molenblatt, Molenpost' }),
    ]);
    expect(await say('mole')).toEqual([t('replies.source.pause', { source: 'Mole' })]);
  });

  test('is suggested by its name or address', async () => {
    const house = await open([mole, molenpost]);
    const suggest = (typed: string, given = {}) =>
      house.desk.suggest({
        command: 'source',
        option: 'source',
        typed,
        given,
        caller: { id: 'web:1', manager: true },
        channel: 'web:1',
      });
    expect((await suggest('')).map(({ value }) => value)).toEqual([mole.url, molenpost.url]);
    expect((await suggest('MOLENP')).map(({ value }) => value)).toEqual([molenpost.url]);
    expect((await suggest('mole.ex')).map(({ label }) => label)).toEqual([`Die Mole – ${mole.url}`]);
    expect(await suggest('mole', { action: 'add' })).toEqual([]);
    expect(await suggest('MOLENP', { action: 'pause' })).toHaveLength(1);
  });
});

test.each(tags)('only managers manage sources, and others are told so in %s', async (tag) => {
  const house = await openHouse({ sources: [mole], look });
  for (const action of ['add', 'follow', 'remove', 'pause', 'resume', 'refresh']) {
    const reply = await house.call(tag, 'source', { action, source: mole.url });
    expect(textsOf(reply)).toEqual([translations.translate(tag)('errors.managersOnly')]);
  }
  expect(await house.kiosk.sources.list()).toEqual([mole]);
});

test('what is typed is understood in every language', async () => {
  const house = await open();
  for (const text of [
    `/source add ${feed}`,
    `/quelle hinzufügen ${feed}`,
    `/media ajouter ${feed}`,
    `/source source:${feed} action:add`,
  ]) {
    const reply = await house.desk.answerText({
      text,
      caller: { id: 'web:1', manager: true },
      channel: 'web:1',
      locale: 'en',
    });
    expect(cardsOf(reply)).toHaveLength(3);
  }
});

import type { ChatAdapter, Delivery, Posted } from '../../src/chat/adapter.ts';
import type { Message } from '../../src/chat/message.ts';
import { plain } from '../../src/chat/plain.ts';
import type { Announcement, Subscription } from '../../src/chat/plan.ts';
import { createSettings } from '../../src/chat/settings.ts';
import { messageOf } from '../../src/delivery/attempt.ts';
import { createDeliverer } from '../../src/delivery/deliver.ts';
import { createGivenUp } from '../../src/delivery/given-up.ts';
import { createNewsroom } from '../../src/delivery/newsroom.ts';
import type { EntryQuery } from '../../src/delivery/ledger.ts';
import { fold } from '../../src/language/index.ts';
import type { LanguageTag } from '../../src/language/language.ts';
import { loadWords } from '../../src/lexicon.ts';
import type { NewArticle } from '../../src/stories/article.ts';
import type { Store } from '../../src/stores/index.ts';
import { createTranslations } from '../../src/translations.ts';
import { article } from '../contracts/article-store.ts';
import { createFakeStore } from '../fakes/article-store.ts';
import { createFakeAudit } from '../fakes/audit.ts';
import { createFakeKeyValue } from '../fakes/key-value.ts';
import { currentIn } from '../fakes/ledger.ts';
import { createFakeOutbox } from '../fakes/outbox.ts';
import { createFakePlanStore } from '../fakes/plan-store.ts';
import { createFakeSourceStore } from '../fakes/source-store.ts';

/** What a newsroom keeps. */
export type Kept = Pick<Store, 'articles' | 'archive' | 'sources' | 'plans' | 'outbox' | 'ledger' | 'audit'>;

/** In milliseconds. */
export const minute = 60_000;
/** In minutes. */
export const hours = (count: number) => 60 * count;
/** When tests begin: a Monday. */
export const start = new Date('2026-05-04T08:00:00Z');
/** So many minutes after that. */
export const at = (minutes: number) => new Date(start.getTime() + minutes * minute);
/** The channel that most tests post in. */
export const here = 'chat:1:news';

/** What Kiosk knows of words in other languages. */
export const { dictionary } = loadWords();
/** Kiosk's words. */
export const translations = createTranslations({ timeZone: 'UTC' });

/** A daily digest of everything for `here`, due at the start; what isn't said doesn't matter. */
export function subscription(
  parts: Partial<Omit<Subscription, 'wish'>> & { readonly wish?: Partial<Subscription['wish']> } = {},
): Subscription {
  const { wish, ...rest } = parts;
  return {
    id: 'daily',
    kind: 'subscription',
    channel: here,
    place: 'chat:1',
    spoken: 'en',
    status: 'active',
    by: 'chat:ada',
    createdAt: at(-hours(24)),
    wish: { topics: [], sources: [], languages: [], stories: 5, sentences: 1, ...wish },
    when: { cron: '0 8 * * *', timeZone: 'UTC' },
    dueAt: start,
    timeZone: 'UTC',
    perHour: 4,
    empty: 'skip',
    readUntil: at(-hours(24)),
    ...rest,
  };
}

/** Alerts of everything for `here`, and no digests. */
export function alerts(parts: Parameters<typeof subscription>[0] = {}): Subscription {
  const { when: _when, dueAt: _due, ...plan } = subscription({ id: 'alerts', alerts: 'high', ...parts });
  return plan;
}

/** A text for `here`, due at the start. */
export function announcement(parts: Partial<Announcement> = {}): Announcement {
  return {
    id: 'notice',
    kind: 'announcement',
    channel: here,
    place: 'chat:1',
    spoken: 'en',
    status: 'active',
    by: 'chat:ada',
    createdAt: at(-60),
    texts: [{ language: 'en', text: 'The newsroom meets at ten.' }],
    dueAt: start,
    ...parts,
  };
}

/** News of a paper, published and read an hour before the start. */
export function news(id: string, parts: Partial<NewArticle> = {}): NewArticle {
  const publishedAt = parts.publishedAt ?? at(-60);
  const source = parts.source ?? 'The Paper';
  const host = fold(source).replaceAll(' ', '-');
  const url = `https://${host}.example/${id}`;
  return article({ url, source, publishedAt, arrivedAt: publishedAt, news: true, ...parts, id });
}

/** What readers see of a message, dates as ISO has them and blanks all alike. */
export function readable(message: Message): string {
  const text = plain(message, { formatDate: (date) => date.toISOString().slice(0, 16) });
  return text.replaceAll(/[\u{a0}\u{202f}]/gu, ' ');
}

function createFakes(): Kept {
  const stored = createFakeStore();
  return {
    ...stored,
    ...createFakeOutbox(currentIn(stored)),
    sources: createFakeSourceStore(),
    plans: createFakePlanStore(),
    audit: createFakeAudit(),
  };
}

/** A platform that keeps what is posted; `fail` says what goes wrong, and when. */
export function createPlatform(
  platform = 'chat',
  fail: (channel: string) => Error | undefined = () => undefined,
) {
  const posts: (Delivery & { readonly id: string; readonly edits: readonly Message[] })[] = [];
  const attempts: string[] = [];
  const adapter: Pick<ChatAdapter, 'platform' | 'post' | 'edit'> = {
    platform,
    async post(delivery) {
      attempts.push(delivery.key);
      const error = fail(delivery.channel);
      if (error !== undefined) throw error;
      const id = `${posts.length + 1}`;
      posts.push({ ...delivery, id, edits: [] });
      return { channel: delivery.channel, id };
    },
    async edit({ channel, id }, message) {
      attempts.push(`edit ${id}`);
      const error = fail(channel);
      if (error !== undefined) throw error;
      const index = posts.findIndex((post) => post.id === id);
      const [before] = posts.slice(index, index + 1);
      if (before !== undefined) posts[index] = { ...before, edits: [...before.edits, message] };
    },
  };
  return { adapter, posts, attempts };
}

/** Where something was posted. */
export const posted = (id: string): Posted => ({ channel: here, id });

/** A newsroom, in memory unless a store is given, with a clock that tests move and a platform that takes all it is given. */
export function openRoom(kept: Kept = createFakes()) {
  const clock = { now: start };
  const now = () => clock.now;
  const faults: { readonly error: unknown; readonly what: string }[] = [];
  const settings = createSettings(createFakeKeyValue(now));
  const noted = createFakeKeyValue(now);
  const { translate } = translations;
  const { articles, outbox, ledger, plans, audit } = kept;
  const parts = {
    ...kept,
    dictionary,
    settings,
    noted,
    translate,
    fault: (error: unknown, what: string) => void faults.push({ error, what }),
  };
  const newsroom = createNewsroom(parts);
  const platform = createPlatform();
  const deliverer = createDeliverer({
    outbox,
    plans,
    adapters: [platform.adapter],
    owner: 'test',
    now,
    random: () => 1,
    every: () => () => undefined,
    putOff: () => undefined,
    givenUp: createGivenUp({ plans, outbox, audit, settings, translate, now }),
    fault: (error) => void faults.push({ error, what: 'posting' }),
  });

  const find = (query: Partial<EntryQuery> = {}) => ledger.find({ channel: here, limit: 100, ...query });

  return {
    ...parts,
    clock,
    faults,
    newsroom,
    platform,
    /** Lets so many minutes pass. */
    pass(minutes: number) {
      clock.now = new Date(clock.now.getTime() + minutes * minute);
    },
    /** Stores articles of one story. */
    async publish(story: string, ...told: readonly NewArticle[]) {
      await articles.add(told);
      await articles.assign(told.map(({ id }) => ({ article: id, story })));
    },
    /** Writes what is due. */
    tick: () => newsroom.tick(clock.now),
    /** Writes and posts what is due. */
    async run() {
      await newsroom.tick(clock.now);
      await deliverer.run(new AbortController().signal);
    },
    find,
    /** What was put for a channel, as readers see it, oldest first. */
    async put(query: Partial<EntryQuery> = {}) {
      const entries = await find(query);
      return entries.toReversed().map(({ delivery }) => readable(messageOf(delivery)));
    },
    /** The stories that a channel was told, digest by digest, oldest first. */
    async stories(query: Partial<EntryQuery> = {}) {
      const entries = await find(query);
      return entries
        .toReversed()
        .map(({ delivery }) => delivery.parts.flatMap(({ told }) => told?.story ?? []));
    },
    speak: (who: string, language: LanguageTag) => settings.chooseLanguage(who, language),
  };
}

import type { KeyValue } from '../chat/key-value.ts';
import type { LanguageTag } from '../language/language.ts';
import type { SourceStore } from '../sources/store.ts';
import type { ArticleStore } from '../stories/store.ts';
import type { Translate } from '../texts.ts';
import { chooseStories, lookUpTold } from './choice.ts';
import type { ToldBefore } from './choice.ts';
import { writeDigest } from './digest.ts';
import type { ChannelLanguages } from './languages.ts';
import type { Ledger } from './ledger.ts';
import { createMoved } from './moved.ts';
import type { Moved } from './moved.ts';
import { openNewsstand } from './newsstand.ts';
import type { Newsstand, Ranked } from './newsstand.ts';
import type { Outbox, Part, Put } from './outbox.ts';
import type { Subscription } from '../chat/plan.ts';
import { createTeller } from './telling.ts';
import type { Teller } from './telling.ts';

/** A digest that is due. */
export interface Edition {
  readonly subscription: Subscription;
  readonly dueAt: Date;
  readonly isLate: boolean;
}

/** Writes the digests that are due at one time; what several of them need is done once. */
export interface Editions {
  /**
   * Puts digests into the outbox; each is put once, whoever else does the same.
   * @returns until when what arrived was considered, by subscription; nothing of those that were put before, with what was known then
   */
  put(editions: readonly Edition[]): Promise<ReadonlyMap<string, Date>>;
  /** What a subscription's digest would say now. */
  preview(subscription: Subscription, language: LanguageTag): Promise<readonly Part[]>;
}

/** What editions are made from. */
export interface EditionParts {
  readonly articles: Pick<ArticleStore, 'stories' | 'articles' | 'compounds'>;
  readonly sources: Pick<SourceStore, 'list'>;
  readonly ledger: Pick<Ledger, 'told'>;
  readonly outbox: Pick<Outbox, 'putAll'>;
  /** Where it is noted when a channel was last told of sources that can't be read. */
  readonly noted: KeyValue;
  readonly languages: ChannelLanguages;
  readonly translate: (language: LanguageTag) => Translate;
}

/** A digest looks no further back, in milliseconds. */
const longestSince = 8 * 24 * 60 * 60 * 1000;
/** An article may arrive this much later than it was published, in milliseconds. */
const latest = 24 * 60 * 60 * 1000;
/** The newest stories that are looked into. */
const mostStories = 3000;
/** Channels are told of unhealthy sources at most so often. */
const healthEvery = 20 * 60 * 60 * 1000;
/** Stories of a wish that are looked into for each that is shown: others were told before. */
const lookedInto = 40;
/** Attempts to put a digest while its channel is told of other stories: one for each subscription of it, and more. */
const mostAttempts = 40;

/** @param now when all of them are written */
export function createEditions(parts: EditionParts, now: Date): Editions {
  const { articles, sources, ledger, outbox, noted, languages, translate } = parts;
  const teller: Teller = createTeller({ store: articles, translate });
  const moved: Moved = createMoved(articles, now);
  let stand: Promise<{ readonly since: Date; readonly open: Newsstand }> | undefined;
  let unhealthy: Promise<number> | undefined;

  async function standSince(since: Date): Promise<Newsstand> {
    const known = await stand;
    if (known !== undefined && known.since <= since) return known.open;
    const from = new Date(since.getTime() - latest);
    stand = articles
      .stories({ from, limit: mostStories })
      .then((stories) => openNewsstand({ store: articles, stories, now }))
      .then((open) => ({ since, open }));
    return (await stand).open;
  }

  function sinceOf({ readUntil }: Subscription): Date {
    return new Date(Math.max(readUntil.getTime(), now.getTime() - longestSince));
  }

  async function candidatesFor(subscription: Subscription): Promise<readonly Ranked[]> {
    const since = sinceOf(subscription);
    const ranked = await (await standSince(since)).rank(subscription.wish, since);
    return ranked.slice(0, lookedInto);
  }

  async function countUnhealthy(): Promise<number> {
    return (await sources.list()).filter(({ status }) => status === 'asleep' || status === 'ended').length;
  }

  async function write(
    { subscription, dueAt, isLate }: Edition,
    parts: {
      readonly language: LanguageTag;
      readonly told: ToldBefore;
      readonly ranked: readonly Ranked[];
      readonly unhealthy: number;
    },
  ): Promise<readonly Part[] | undefined> {
    const { language, told, ranked } = parts;
    const { wish, empty } = subscription;
    const chosen = await chooseStories(ranked, wish.stories, told, moved);
    if (chosen.length === 0 && empty === 'skip') return undefined;
    const frame = { language, t: translate(language), dueAt, isLate, unhealthy: parts.unhealthy };
    return writeDigest(chosen, wish, frame, teller);
  }

  async function unhealthyFor(channel: string): Promise<number> {
    const count = await (unhealthy ??= countUnhealthy());
    return count > 0 && (await noted.get(`health ${channel}`)) === undefined ? count : 0;
  }

  /** @returns those that have to be written again, since their channels were told of something meanwhile */
  async function putOnce(
    editions: readonly Edition[],
    considered: Map<string, Date>,
  ): Promise<readonly Edition[]> {
    const { completeUntil } = await standSince(now);
    const candidates = await Promise.all(
      editions.map(async (edition) => ({ edition, ranked: await candidatesFor(edition.subscription) })),
    );
    const stories = new Set(candidates.flatMap(({ ranked }) => ranked));
    const channels = editions.map(({ subscription }) => subscription.channel);
    const toldIn = await lookUpTold(ledger, channels, [...stories]);
    const puts: Put[] = [];
    const put: Edition[] = [];
    for (const { edition, ranked } of candidates) {
      const { subscription, dueAt } = edition;
      const { id, channel, readUntil } = subscription;
      const language = await languages.of(subscription);
      const told = toldIn(channel);
      const written = await write(edition, {
        language,
        told,
        ranked,
        unhealthy: await unhealthyFor(channel),
      });
      considered.set(id, completeUntil > readUntil ? completeUntil : readUntil);
      if (written === undefined) continue;
      put.push(edition);
      puts.push({
        told: told.number,
        delivery: {
          key: `${id}:${dueAt.toISOString()}`,
          kind: 'digest',
          channel,
          plan: id,
          language,
          parts: written,
          dueAt,
          notBefore: now,
        },
      });
    }
    const outcomes = await outbox.putAll(puts, now);
    if ((await (unhealthy ??= countUnhealthy())) > 0)
      for (const [index, { subscription }] of put.entries())
        if (outcomes[index] === 'put') await noted.set(`health ${subscription.channel}`, true, healthEvery);
    for (const [index, { subscription }] of put.entries())
      if (outcomes[index] === 'known') considered.delete(subscription.id);
    return put.filter((_, index) => outcomes[index] === 'outdated');
  }

  return {
    async put(editions) {
      const considered = new Map<string, Date>();
      const times = editions.map(({ subscription }) => sinceOf(subscription).getTime());
      if (times.length === 0) return considered;
      const open = await standSince(new Date(Math.min(...times)));
      await open.prepare(editions.map(({ subscription }) => subscription.wish));
      let left = editions;
      for (let attempt = 0; attempt < mostAttempts && left.length > 0; attempt += 1)
        left = await putOnce(left, considered);
      if (left.length > 0) throw new Error(`${left.length} digests could not be put`);
      return considered;
    },
    async preview(subscription, language) {
      const ranked = await candidatesFor(subscription);
      const toldIn = await lookUpTold(ledger, [subscription.channel], ranked);
      const edition = { subscription, dueAt: now, isLate: false };
      const told = toldIn(subscription.channel);
      const all = { ...subscription, empty: 'say' as const };
      const written = await write(
        { ...edition, subscription: all },
        { language, told, ranked, unhealthy: 0 },
      );
      return written ?? [];
    },
  };
}

import type { KeyValue } from '../chat/key-value.ts';
import type { Subscription } from '../chat/plan.ts';
import type { Dictionary, LanguageTag } from '../language/index.ts';
import type { SourceStore } from '../sources/store.ts';
import type { ArticleStore } from '../stories/store.ts';
import type { Translate } from '../texts.ts';
import { createCandidates } from './candidates.ts';
import { chooseStories, lookUpTold } from './choice.ts';
import type { Candidate, ToldBefore } from './choice.ts';
import { writeDigest } from './digest.ts';
import type { ChannelLanguages } from './languages.ts';
import type { Ledger } from './ledger.ts';
import { createMoved } from './moved.ts';
import type { Outbox, Part, Put } from './outbox.ts';
import { createStands } from './stands.ts';
import { createTeller } from './telling.ts';
import { createUnreadable } from './unreadable.ts';

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
   * @returns until when what arrived was considered, by subscription; of what was put before, somebody else knows
   */
  put(editions: readonly Edition[]): Promise<ReadonlyMap<string, Date>>;
  /** What a subscription's digest would say now. */
  preview(subscription: Subscription, language: LanguageTag): Promise<readonly Part[]>;
}

/** What editions are made from. */
export interface EditionParts {
  readonly articles: Pick<ArticleStore, 'stories' | 'articles' | 'compounds'>;
  readonly dictionary: Dictionary;
  readonly sources: Pick<SourceStore, 'list'>;
  readonly ledger: Pick<Ledger, 'told'>;
  readonly outbox: Pick<Outbox, 'putAll'>;
  /** Where it is noted which channels were told of sources that can't be read. */
  readonly noted: KeyValue;
  readonly languages: ChannelLanguages;
  readonly translate: (language: LanguageTag) => Translate;
}

/** A digest that is written, with the number it is put with. */
interface Written {
  readonly edition: Edition;
  readonly put: Put;
  /** True where it tells of sources that can't be read. */
  readonly isTelling: boolean;
}

/** Digests written and put at a time: between them, the process answers its readers. */
const atOnce = { written: 10, put: 50 };
/** Attempts to put a digest while its channel is told of other stories: one for each subscription of it, and more. */
const mostAttempts = 40;

/** @param now when all of them are written */
export function createEditions(parts: EditionParts, now: Date): Editions {
  const { articles, ledger, outbox, languages, translate } = parts;
  const teller = createTeller({ store: articles, translate });
  const moved = createMoved(articles, now);
  const stands = createStands(articles, parts.dictionary, now);
  const candidates = createCandidates(stands, now);
  const unreadable = createUnreadable(parts);

  async function write(
    edition: Edition,
    stories: readonly Candidate[],
    told: ToldBefore,
  ): Promise<Written | undefined> {
    const { subscription, dueAt, isLate } = edition;
    const { id, channel, wish, empty } = subscription;
    const chosen = await chooseStories(stories, wish.stories, told, moved);
    if (chosen.length === 0 && empty === 'skip') return undefined;
    const language = await languages.of(subscription);
    const count = await unreadable.countFor(subscription);
    const frame = { language, t: translate(language), dueAt, isLate, unreadable: count };
    const delivery = {
      key: `${id}:${dueAt.toISOString()}`,
      kind: 'digest',
      channel,
      plan: id,
      language,
      parts: await writeDigest(chosen, wish, frame, teller),
      dueAt,
      notBefore: now,
    } as const;
    return { edition, put: { delivery, told: told.number }, isTelling: count > 0 };
  }

  /** Writes digests that want the same of the same time. */
  async function writeAlike(editions: readonly Edition[]): Promise<readonly Written[]> {
    const [first] = editions;
    if (first === undefined) return [];
    const stories = await candidates.of(first.subscription);
    const channels = editions.map(({ subscription }) => subscription.channel);
    const toldIn = await lookUpTold(ledger, channels, stories);
    const written = await Promise.all(
      editions.map((edition) => write(edition, stories, toldIn(edition.subscription.channel))),
    );
    return written.filter((each) => each !== undefined);
  }

  /** @returns those that have to be written again, since their channels were told of something meanwhile */
  async function putWritten(
    written: readonly Written[],
    considered: Map<string, Date>,
  ): Promise<readonly Edition[]> {
    const puts = written.map(({ put }) => put);
    const outcomes = await outbox.putAll(puts, now);
    // What was put before a crash says nothing of what arrived since.
    for (const [index, { edition }] of written.entries())
      if (outcomes[index] === 'known') considered.delete(edition.subscription.id);
    const telling = written.filter(({ isTelling }, index) => isTelling && outcomes[index] === 'put');
    await unreadable.note(telling.map(({ put }) => put.delivery.channel));
    return written.filter((_, index) => outcomes[index] === 'outdated').map(({ edition }) => edition);
  }

  async function putOnce(
    editions: readonly Edition[],
    considered: Map<string, Date>,
  ): Promise<readonly Edition[]> {
    const alike = Map.groupBy(editions, ({ subscription }) =>
      JSON.stringify([subscription.wish, candidates.since(subscription)]),
    );
    const again: Edition[] = [];
    let written: Written[] = [];
    for (const group of alike.values())
      for (let next = 0; next < group.length; next += atOnce.written) {
        written.push(...(await writeAlike(group.slice(next, next + atOnce.written))));
        if (written.length < atOnce.put) continue;
        again.push(...(await putWritten(written, considered)));
        written = [];
      }
    return [...again, ...(await putWritten(written, considered))];
  }

  return {
    async put(editions) {
      const times = editions.map(({ subscription }) => candidates.since(subscription).getTime());
      const considered = new Map<string, Date>();
      if (times.length === 0) return considered;
      const stand = await stands.since(new Date(Math.min(...times)));
      await stand.prepare(editions.map(({ subscription }) => subscription.wish));
      for (const { subscription } of editions)
        considered.set(subscription.id, laterOf(stand.completeUntil, subscription.readUntil));
      let left = editions;
      for (let attempt = 0; attempt < mostAttempts && left.length > 0; attempt += 1)
        left = await putOnce(left, considered);
      if (left.length > 0) throw new Error(`${left.length} digests could not be put`);
      return considered;
    },
    async preview(subscription, language) {
      const { channel, wish } = subscription;
      const stories = await candidates.of(subscription);
      const told = (await lookUpTold(ledger, [channel], stories))(channel);
      const chosen = await chooseStories(stories, wish.stories, told, moved);
      const frame = { language, t: translate(language), dueAt: now, isLate: false, unreadable: 0 };
      return writeDigest(chosen, wish, frame, teller);
    },
  };
}

function laterOf(one: Date, other: Date): Date {
  return one > other ? one : other;
}

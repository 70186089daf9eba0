import type { Dictionary, LanguageTag } from '../language/index.ts';
import type { ArticleStore } from '../stories/store.ts';
import type { Translate } from '../texts.ts';
import { lookUpTold } from './choice.ts';
import type { ToldBefore } from './choice.ts';
import type { ChannelLanguages } from './languages.ts';
import type { Ledger, ToldArticle } from './ledger.ts';
import { createMoved, rest } from './moved.ts';
import type { Moved } from './moved.ts';
import { openNewsstand } from './newsstand.ts';
import type { Newsstand, Ranked } from './newsstand.ts';
import { longestWindow, occasionFor } from './occasion.ts';
import type { Occasion } from './occasion.ts';
import type { DueDelivery, Outbox, Put } from './outbox.ts';
import type { PlanStore, Subscription } from '../chat/plan.ts';
import { createResting } from './resting.ts';
import { createTeller } from './telling.ts';
import type { Teller } from './telling.ts';
import { endOfQuiet } from './when/index.ts';

/** Tells channels at once of what several sources start to tell. */
export interface Alerts {
  tick(now: Date): Promise<void>;
}

const hour = 60 * 60 * 1000;
/** What arrived this much earlier may have been stored, or found its story, since the last tick, in milliseconds. */
const overlap = 10 * 60 * 1000;
/** Stories with news that are looked into at a time: as many as sources bring at once after a standstill. */
const mostStories = 5000;
/** Subscriptions that are seen to at a time: between them, the process answers its readers. */
const atOnce = 100;
/** What alerts are made from. */
export interface AlertParts {
  readonly articles: Pick<ArticleStore, 'stories' | 'articles' | 'compounds'>;
  readonly dictionary: Dictionary;
  readonly plans: Pick<PlanStore, 'alerted'>;
  readonly ledger: Pick<Ledger, 'find' | 'told'>;
  readonly outbox: Pick<Outbox, 'putAll'>;
  readonly languages: () => ChannelLanguages;
  readonly translate: (language: LanguageTag) => Translate;
  readonly fault: (error: unknown, what: string) => void;
}

/** What one tick looks at. */
interface Round {
  readonly now: Date;
  readonly stand: Newsstand;
  readonly teller: Teller;
  readonly moved: Moved;
  readonly languages: ChannelLanguages;
}

/** A subscription with the stories that have news for it. */
interface Wanted {
  readonly subscription: Subscription;
  readonly ranked: readonly Ranked[];
}

/** An alert goes out once a channel and story; what the story does then goes into the alert's thread. */
export function createAlerts(parts: AlertParts): Alerts {
  const { articles, dictionary, plans, ledger, outbox, translate, fault } = parts;
  const resting = createResting(articles);
  let lookedUntil: Date | undefined;

  /** What a channel is told next of its stories, those aside that were put before. */
  async function choose(
    { subscription, ranked }: Wanted,
    told: ToldBefore,
    known: ReadonlySet<string>,
    round: Round,
  ): Promise<Put | undefined> {
    const { quiet, timeZone } = subscription;
    const at = quiet === undefined ? round.now : endOfQuiet(quiet, timeZone, round.now);
    let isFull: boolean | undefined;
    for (const each of ranked) {
      const before = told.of(each);
      const occasion = await occasionFor(subscription, each, before, round);
      if (occasion === undefined) noteRest(each, before, round.now);
      if (occasion === undefined || known.has(occasion.key)) continue;
      // What moves on in quiet hours is told when it moves on after them.
      const waits =
        occasion.kind === 'update' ? at > round.now : (isFull ??= await hasEnough(subscription, at));
      if (!waits)
        return { delivery: await write(subscription, each, occasion, at, round), told: told.number };
    }
    return undefined;
  }

  /** What moves on while a story is left alone is told when that is over. */
  function noteRest({ story }: Ranked, told: readonly ToldArticle[], now: Date): void {
    const until = Math.max(...told.map(({ at }) => at.getTime())) + rest;
    if (until > now.getTime()) resting.note(story.id, until, now);
  }

  /** Whether as many alerts as a channel wants are there in the hour before then, or will be. */
  async function hasEnough({ channel, perHour }: Subscription, at: Date): Promise<boolean> {
    const newest = await ledger.find({ channel, kinds: ['alert'], limit: perHour });
    const since = at.getTime() - hour;
    return newest.length === perHour && newest.every(({ delivery }) => delivery.notBefore.getTime() > since);
  }

  async function write(
    subscription: Subscription,
    { story, sources }: Ranked,
    { articles, ...what }: Occasion,
    notBefore: Date,
    { now, teller, languages }: Round,
  ): Promise<DueDelivery> {
    const { id, channel, wish } = subscription;
    const language = await languages.of(subscription);
    const t = translate(language);
    const isUpdate = what.kind === 'update';
    const text = isUpdate ? t('replies.alert.update') : t('replies.alert.title', { count: sources });
    const told = await teller.tell({ story, articles, isUpdate }, wish.sentences, language);
    const parts = [{ blocks: [{ kind: 'heading', text } as const] }, told];
    return { ...what, channel, plan: id, language, parts, dueAt: now, notBefore };
  }

  /** Tells some channels one story after the other, since each changes what they were told. */
  async function tell(wanted: readonly Wanted[], round: Round): Promise<void> {
    const known = new Set<string>();
    for (let left = wanted; left.length > 0;) {
      const channels = left.map(({ subscription }) => subscription.channel);
      const toldIn = await lookUpTold(
        ledger,
        channels,
        left.flatMap(({ ranked }) => ranked),
      );
      const puts = new Map<string, Put>();
      for (const each of left) {
        const { channel } = each.subscription;
        const put = puts.has(channel) ? undefined : await choose(each, toldIn(channel), known, round);
        if (put !== undefined) puts.set(channel, put);
      }
      const outcomes = await outbox.putAll([...puts.values()], round.now);
      for (const [index, { delivery }] of [...puts.values()].entries())
        if (outcomes[index] !== 'outdated') known.add(delivery.key);
      left = left.filter(({ subscription }) => puts.has(subscription.channel));
    }
  }

  /** @returns until when what arrived was looked at */
  async function look(now: Date, since: Date): Promise<Date> {
    const news = await articles.stories({ newsSince: since, limit: mostStories });
    const known = new Set(news.map(({ id }) => id));
    const rested = await resting.over(now);
    const stories = [...news, ...rested.filter(({ id }) => !known.has(id))];
    const subscriptions = stories.length === 0 ? [] : await plans.alerted();
    if (subscriptions.length === 0) return now;
    const stand = await openNewsstand({ store: articles, dictionary, stories, now });
    await stand.prepare(subscriptions.map(({ wish }) => wish));
    const round = {
      now,
      stand,
      teller: createTeller({ store: articles, translate }),
      moved: createMoved(articles, now),
      languages: parts.languages(),
    };
    // What moved on while a story was left alone arrived before.
    const from = rested.length === 0 ? since : new Date(since.getTime() - rest - overlap);
    const wanted: Wanted[] = [];
    for (const subscription of subscriptions) {
      try {
        const ranked = await stand.rank(subscription.wish, from);
        if (ranked.length > 0) wanted.push({ subscription, ranked });
      } catch (error) {
        // One that can't be looked up mustn't keep the others from their news.
        fault(error, subscription.id);
      }
    }
    for (let next = 0; next < wanted.length; next += atOnce)
      await tell(wanted.slice(next, next + atOnce), round);
    resting.forget(now);
    return stand.completeUntil;
  }

  return {
    async tick(now) {
      const earliest = now.getTime() - longestWindow;
      const since = Math.max(earliest, (lookedUntil?.getTime() ?? earliest) - overlap);
      // What a tick that failed didn't tell, the next one does.
      lookedUntil = await look(now, new Date(since));
    },
  };
}

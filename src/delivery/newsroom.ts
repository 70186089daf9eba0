import type { KeyValue } from '../chat/key-value.ts';
import type { Settings } from '../chat/settings.ts';
import type { Dictionary, LanguageTag } from '../language/index.ts';
import type { SourceStore } from '../sources/store.ts';
import type { Archive } from '../stories/archive.ts';
import type { ArticleStore } from '../stories/store.ts';
import type { Translate } from '../texts.ts';
import { createAlerts } from './alerts.ts';
import { announce } from './announcements.ts';
import type { Audit } from '../chat/audit.ts';
import { createCorrections } from './corrections.ts';
import { dueOf } from './due.ts';
import { createEditions } from './editions.ts';
import type { Edition, Editions } from './editions.ts';
import { kiosk } from './given-up.ts';
import { createChannelLanguages } from './languages.ts';
import type { ChannelLanguages } from './languages.ts';
import type { Ledger } from './ledger.ts';
import type { Outbox, Put } from './outbox.ts';
import type { Plan, PlanStore } from '../chat/plan.ts';

/** Writes what is due, and puts it into the outbox. */
export interface Newsroom {
  tick(now: Date): Promise<void>;
  /** Writes digests outside their times. */
  editions(now: Date): Editions;
}

/** What a newsroom works with. */
export interface NewsroomParts {
  readonly articles: Pick<ArticleStore, 'stories' | 'articles' | 'compounds'>;
  readonly dictionary: Dictionary;
  readonly archive: Pick<Archive, 'versions'>;
  readonly sources: Pick<SourceStore, 'list'>;
  readonly plans: PlanStore;
  readonly outbox: Pick<Outbox, 'put' | 'putAll'>;
  readonly ledger: Ledger;
  readonly audit: Audit;
  readonly settings: Pick<Settings, 'language'>;
  readonly noted: KeyValue;
  readonly translate: (language: LanguageTag) => Translate;
  readonly fault: (error: unknown, what: string) => void;
}

/** Plans seen to at a time. */
const atOnce = 500;
/** What was delivered is remembered for so long, in milliseconds: longer than any story goes on. */
const remembered = 90 * 24 * 60 * 60 * 1000;
const day = 24 * 60 * 60 * 1000;

/** What one tick writes with. */
interface Desk {
  readonly now: Date;
  readonly languages: ChannelLanguages;
  readonly editions: Editions;
}

/** Each part of the work goes on when another fails; whatever is repeated after a crash is put once all the same. */
export function createNewsroom(parts: NewsroomParts): Newsroom {
  const { plans, outbox, ledger, audit, settings, fault } = parts;
  const alerts = createAlerts({ ...parts, languages: () => createChannelLanguages(settings) });
  const corrections = createCorrections(parts);
  let prunedAt = 0;

  function openDesk(now: Date): Desk {
    const languages = createChannelLanguages(settings);
    return { now, languages, editions: createEditions({ ...parts, languages }, now) };
  }

  /** @returns the ids of the plans that this was the first to see to */
  async function see(due: readonly Plan[], { now, languages, editions }: Desk): Promise<readonly string[]> {
    const seen = due.flatMap((plan) => {
      const { dueAt } = plan;
      return dueAt === undefined ? [] : [{ plan, dueAt, ...dueOf({ ...plan, dueAt }, now) }];
    });
    const digests: Edition[] = [];
    const announcements: Put[] = [];
    for (const { plan, occurrence, isLate } of seen) {
      if (occurrence === undefined) continue;
      if (plan.kind === 'subscription') {
        digests.push({ subscription: plan, dueAt: occurrence, isLate });
        continue;
      }
      const delivery = announce(plan, occurrence, now, await languages.of(plan));
      if (delivery !== undefined) announcements.push({ delivery });
    }
    await outbox.putAll(announcements, now);
    const considered = await editions.put(digests);
    const moves = seen.map(({ plan: { id }, dueAt, next }) => {
      const readUntil = considered.get(id);
      return {
        id,
        from: dueAt,
        ...(next !== undefined && { to: next }),
        ...(readUntil !== undefined && { readUntil }),
      };
    });
    const moved = await plans.advance(moves);
    for (const { plan, missed } of seen)
      if (missed !== undefined && moved.includes(plan.id)) await noteMissed(plan, missed, now);
    return moved;
  }

  function noteMissed({ id, channel }: Plan, missed: Date, now: Date): Promise<void> {
    const details = missed.toISOString();
    return audit.note({ at: now, by: kiosk, channel, action: 'miss', subject: id, details });
  }

  async function seeAll(now: Date): Promise<void> {
    const desk = openDesk(now);
    /** Plans that can't be written, and those that somebody changed or saw to meanwhile: they have time for a minute. */
    const left = new Set<string>();

    async function seeSome(due: readonly Plan[]): Promise<void> {
      const moved = new Set(await see(due, desk));
      for (const { id } of due) if (!moved.has(id)) left.add(id);
    }

    for (;;) {
      const due = (await plans.due(now, atOnce + left.size)).filter(({ id }) => !left.has(id));
      if (due.length === 0) return;
      try {
        await seeSome(due);
      } catch (error) {
        // One plan that can't be written mustn't keep the others from their news.
        fault(error, 'plans');
        for (const plan of due) {
          await seeSome([plan]).catch((error: unknown) => {
            left.add(plan.id);
            fault(error, plan.id);
          });
        }
      }
    }
  }

  async function prune(now: Date): Promise<void> {
    if (now.getTime() - prunedAt < day) return;
    prunedAt = now.getTime();
    await ledger.prune(new Date(now.getTime() - remembered));
  }

  return {
    editions: (now) => openDesk(now).editions,
    async tick(now) {
      const work = {
        plans: () => seeAll(now),
        alerts: () => alerts.tick(now),
        corrections: () => corrections.tick(now),
        prune: () => prune(now),
      };
      for (const [name, run] of Object.entries(work))
        await run().catch((error: unknown) => fault(error, name));
    },
  };
}

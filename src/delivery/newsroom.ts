import type { KeyValue } from '../chat/key-value.ts';
import type { Settings } from '../chat/settings.ts';
import type { LanguageTag } from '../language/language.ts';
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
import type { Ledger } from './ledger.ts';
import type { Outbox, Put } from './outbox.ts';
import type { Advance, Plan, PlanStore } from '../chat/plan.ts';

/** Writes what is due, and puts it into the outbox. */
export interface Newsroom {
  tick(now: Date): Promise<void>;
  /** Writes digests outside their times. */
  editions(now: Date): Editions;
}

/** What a newsroom works with. */
export interface NewsroomParts {
  readonly articles: Pick<ArticleStore, 'stories' | 'articles' | 'compounds'>;
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

/** Each part of the work goes on when another fails; whatever is repeated after a crash is put once all the same. */
export function createNewsroom(parts: NewsroomParts): Newsroom {
  const { plans, outbox, ledger, audit, settings, fault } = parts;
  const languages = () => createChannelLanguages(settings);
  const alerts = createAlerts({ ...parts, languages });
  const corrections = createCorrections(parts);
  let prunedAt = 0;

  const editionsAt = (now: Date) => createEditions({ ...parts, languages: languages() }, now);

  async function see(due: readonly Plan[], now: Date, editions: Editions): Promise<void> {
    const spoken = languages();
    const digests: Edition[] = [];
    const puts: Put[] = [];
    const moves: Advance[] = [];
    for (const plan of due) {
      const { id, channel, dueAt } = plan;
      const { occurrence, isLate, missed, next } = dueOf(plan, now);
      if (dueAt === undefined) continue;
      const isOver = plan.kind === 'announcement' && plan.until !== undefined;
      if (missed !== undefined) {
        const details = missed.toISOString();
        await audit.note({ at: now, by: kiosk, channel, action: 'miss', subject: id, details });
      }
      if (occurrence !== undefined) {
        if (plan.kind === 'subscription') digests.push({ subscription: plan, dueAt: occurrence, isLate });
        else if (!isOver || occurrence < plan.until) {
          const delivery = announce(plan, occurrence, now, await spoken.of(plan));
          if (delivery !== undefined) puts.push({ delivery });
        }
      }
      const ends = isOver && next !== undefined && next >= plan.until;
      moves.push({
        id,
        from: dueAt,
        ...(next !== undefined && !ends && { to: next }),
      });
    }
    await outbox.putAll(puts, now);
    const considered = await editions.put(digests);
    await plans.advance(
      moves.map((move) => {
        const readUntil = considered.get(move.id);
        return { ...move, ...(readUntil !== undefined && { readUntil }) };
      }),
    );
  }

  async function seeAll(now: Date): Promise<void> {
    const editions = editionsAt(now);
    const failed = new Set<string>();
    for (;;) {
      const due = (await plans.due(now, atOnce)).filter(({ id }) => !failed.has(id));
      if (due.length === 0) return;
      try {
        await see(due, now, editions);
      } catch (error) {
        // One plan that can't be written mustn't keep the others from their news.
        fault(error, 'plans');
        for (const plan of due) {
          await see([plan], now, editions).catch((error: unknown) => {
            failed.add(plan.id);
            fault(error, plan.id);
          });
        }
      }
    }
  }

  async function prune(now: Date): Promise<void> {
    if (now.getTime() - prunedAt < day) return;
    prunedAt = now.getTime();
    for (let count = -1; count !== 0;) count = await ledger.prune(new Date(now.getTime() - remembered));
  }

  return {
    editions: editionsAt,
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

import type { LanguageTag } from '../language/language.ts';
import type { Archive } from '../stories/archive.ts';
import type { ArticleStore } from '../stories/store.ts';
import type { Translate } from '../texts.ts';
import { correctPart } from './correct-part.ts';
import type { StoryPart } from './correction-note.ts';
import type { Entry, Ledger } from './ledger.ts';
import type { DueDelivery, Outbox, Part, Put, TellingArticle } from './outbox.ts';
import { createTeller } from './telling.ts';
import type { Teller } from './telling.ts';

/** Puts right what was posted. */
export interface Corrections {
  /** Puts an edit into the outbox for each post that says what its paper no longer does. */
  tick(now: Date): Promise<void>;
}

/** Posts older than this stay as they are, in milliseconds. */
const longestPost = 14 * 24 * 60 * 60 * 1000;
/** Changes that may have been written while the last tick read. */
const overlap = 10 * 60 * 1000;
/** Told articles that are asked for at a time, and deliveries that are seen to. */
const atOnce = { told: 500, deliveries: 50 };

/** What corrections are made from. */
export interface CorrectionParts {
  readonly articles: Pick<ArticleStore, 'articles'>;
  readonly archive: Pick<Archive, 'versions'>;
  readonly ledger: Pick<Ledger, 'find' | 'outdated' | 'settle'>;
  readonly outbox: Pick<Outbox, 'putAll'>;
  readonly translate: (language: LanguageTag) => Translate;
  readonly fault: (error: unknown, what: string) => void;
}

/** What was found of one delivery. */
interface Found {
  readonly key: string;
  /** How its articles that changed are now. */
  readonly changed: readonly TellingArticle[];
  readonly edit: DueDelivery | undefined;
}

/**
 * A post shows one article's title and sentences of each story: it is edited when the paper no longer says them, says that it corrected
 * them, or took an article back that the story is told from.
 */
export function createCorrections(parts: CorrectionParts): Corrections {
  const { articles, archive, ledger, outbox, translate, fault } = parts;
  let lookedAt = 0;

  async function look({ delivery }: Entry, now: Date, teller: Teller): Promise<Found> {
    const { key, language, dueAt } = delivery;
    const t = translate(language);
    const corrected: Part[] = [];
    const changed: TellingArticle[] = [];
    let isCorrected = false;
    for (const part of delivery.parts) {
      if (!isStoryPart(part)) {
        corrected.push(part);
        continue;
      }
      const found = await correctPart(part, language, { articles, archive, teller, t });
      corrected.push(found.part);
      changed.push(...found.changed);
      isCorrected ||= found.isCorrected;
    }
    const isOld = now.getTime() - dueAt.getTime() > longestPost;
    return {
      key,
      changed,
      edit: isCorrected && !isOld ? editOf(delivery, corrected, changed, now) : undefined,
    };
  }

  /** @returns the keys of those that can't be put right */
  async function see(keys: readonly string[], now: Date, teller: Teller): Promise<readonly string[]> {
    const found: Found[] = [];
    const failed: string[] = [];
    for (const entry of await ledger.find({ keys, limit: keys.length })) {
      try {
        found.push(await look(entry, now, teller));
      } catch (error) {
        // One post mustn't keep the others from being put right.
        failed.push(entry.delivery.key);
        fault(error, entry.delivery.key);
      }
    }
    const puts = found.flatMap(({ edit }): readonly Put[] =>
      edit === undefined ? [] : [{ delivery: edit }],
    );
    await outbox.putAll(puts, now);
    await ledger.settle(found.map(({ key, changed }) => ({ delivery: key, articles: changed })));
    return failed;
  }

  return {
    async tick(now) {
      const since = new Date(Math.max(lookedAt - overlap, now.getTime() - longestPost));
      const teller = createTeller({ store: articles, translate });
      const seen = new Set<string>();
      const failed = new Set<string>();
      for (let limit = atOnce.told; ;) {
        const outdated = await ledger.outdated(since, limit);
        const keys = [...new Set(outdated.map(({ delivery }) => delivery))].filter((key) => !seen.has(key));
        for (const key of keys) seen.add(key);
        for (let next = 0; next < keys.length; next += atOnce.deliveries)
          for (const key of await see(keys.slice(next, next + atOnce.deliveries), now, teller))
            failed.add(key);
        if (outdated.length < limit) break;
        limit = atOnce.told + outdated.filter(({ delivery }) => failed.has(delivery)).length;
      }
      lookedAt = now.getTime();
    },
  };
}

function isStoryPart(part: Part): part is StoryPart {
  return part.told !== undefined;
}

/**
 * An edit is named by what it brings up to date, and from where, so that whoever finds the same puts the same, and what somebody who
 * looked earlier puts later is brought up to date again.
 */
function editOf(
  { key, channel, plan, language, parts: before }: DueDelivery,
  parts: readonly Part[],
  changed: readonly TellingArticle[],
  now: Date,
): DueDelivery {
  const told = new Map(
    before.flatMap((part) => part.told?.articles ?? []).map((article) => [article.id, article]),
  );
  const what = changed.map((article) => {
    const then = told.get(article.id);
    return `${article.id}@${then === undefined ? '' : stateOf(then)}..${stateOf(article)}`;
  });
  return {
    key: `${key}:edit:${what.toSorted().join(',')}`,
    kind: 'correction',
    channel,
    ...(plan !== undefined && { plan }),
    language,
    parts,
    dueAt: now,
    notBefore: now,
    edits: key,
  };
}

function stateOf({ revision, withdrawn }: TellingArticle): string {
  return `${revision}${withdrawn ? '-' : ''}`;
}

import type { Block } from '../chat/message.ts';
import type { LanguageTag } from '../language/language.ts';
import type { Archive } from '../stories/archive.ts';
import type { Article } from '../stories/article.ts';
import { changesIn } from '../stories/corrections.ts';
import type { ArticleStore } from '../stories/store.ts';
import type { Translate } from '../texts.ts';
import type { Entry, Ledger, ToldArticle } from './ledger.ts';
import type { DueDelivery, Outbox, Part, TellingArticle, Told } from './outbox.ts';
import type { PlanStore } from '../chat/plan.ts';
import { createTeller } from './telling.ts';

/** Puts right what was posted. */
export interface Corrections {
  /** Puts an edit into the outbox for each post that says what its paper no longer does. */
  tick(now: Date): Promise<void>;
}

/** Posts older than this stay as they are, in milliseconds. */
const longestPost = 14 * 24 * 60 * 60 * 1000;
/** Changes that may have been written while the last tick read. */
const overlap = 10 * 60 * 1000;
/** Told articles that are seen to at a time. */
const atOnce = 500;

/** What corrections are made from. */
export interface CorrectionParts {
  readonly articles: Pick<ArticleStore, 'articles' | 'stories'>;
  readonly archive: Pick<Archive, 'versions'>;
  readonly ledger: Pick<Ledger, 'find' | 'outdated' | 'settle'>;
  readonly outbox: Pick<Outbox, 'put'>;
  readonly plans: Pick<PlanStore, 'find'>;
  readonly translate: (language: LanguageTag) => Translate;
}

/** An article as it is now: what was told of it is behind. */
interface Changed {
  readonly article: Article;
  readonly before: ToldArticle;
}

/** A post shows one article's title and sentences of each story; it is edited when those, or whether the article is there, changed. */
export function createCorrections(parts: CorrectionParts): Corrections {
  const { articles, archive, ledger, outbox, plans, translate } = parts;
  let lookedAt = 0;

  /** What changed in an article that is shown, for readers; undefined where they needn't know. */
  async function noteOf({ article, before }: Changed, told: Told, t: Translate): Promise<Block | undefined> {
    const { id, title, source, withdrawnAt, correction, language } = article;
    if (withdrawnAt !== undefined) {
      if (before.withdrawn) return undefined;
      const text = t('replies.correction.withdrawn', { source });
      return { kind: 'text', text: [mark(withdrawnAt), ' · ', text, ' ', { quote: title, language }] };
    }
    if (told.quoted !== id) return undefined;
    const changes = changesIn(await archive.versions(id), language).filter(
      ({ revision }) => revision > before.revision,
    );
    const last = changes.at(-1);
    if (last === undefined) return undefined;
    if (
      correction !== undefined &&
      changes.some(({ added }) => added.some((each) => correction.includes(each)))
    )
      return {
        kind: 'text',
        text: [
          mark(last.at),
          ' · ',
          t('replies.correction.notice', { source }),
          ' ',
          { quote: correction, language },
        ],
      };
    const retitled = changes.find(({ titleBefore }) => titleBefore !== undefined)?.titleBefore;
    if (retitled !== undefined && retitled !== title)
      return {
        kind: 'text',
        text: [
          mark(last.at),
          ' · ',
          t('replies.correction.title', { source }),
          ' ',
          { quote: retitled, language },
        ],
      };
    return { kind: 'text', text: [mark(last.at), ' · ', t('replies.correction.text', { source })] };
  }

  /** A story's part with what changed; undefined where nothing that it shows did. */
  async function correct(
    part: Part & { readonly told: Told },
    changed: readonly Changed[],
    entry: Entry,
    sentences: number,
  ): Promise<Part | undefined> {
    const { told } = part;
    const { language } = entry.delivery;
    const t = translate(language);
    const notes: Block[] = [];
    for (const each of changed) {
      const note = await noteOf(each, told, t);
      if (note !== undefined) notes.push(note);
    }
    if (notes.length === 0) return undefined;
    const stored = (await articles.articles(told.articles.map(({ id }) => id))).map(({ article }) => article);
    const there = stored.filter(
      ({ id, withdrawnAt }) => withdrawnAt === undefined && told.telling.includes(id),
    );
    const story = { id: told.story, articles: stored };
    const teller = createTeller({ store: articles, translate });
    const retold =
      there.length === 0
        ? undefined
        : await teller.tell({ ...told, story, articles: there }, sentences, language);
    const earlier = part.blocks.filter(({ kind }) => kind === 'text');
    const blocks = [...(retold?.blocks ?? []), ...earlier, ...notes];
    return { blocks, told: retold?.told ?? { ...told, articles: statesOf(stored) } };
  }

  async function see(key: string, told: readonly ToldArticle[], now: Date): Promise<void> {
    const [entry] = await ledger.find({ keys: [key], limit: 1 });
    if (entry === undefined) return;
    const { delivery } = entry;
    const ids = [...new Set(told.map(({ id }) => id))];
    const current = new Map((await articles.articles(ids)).map(({ article }) => [article.id, article]));
    const changed = told.flatMap((before) => {
      const article = current.get(before.id);
      return article === undefined ? [] : [{ article, before }];
    });
    const sentences = await sentencesOf(delivery.plan);
    let isCorrected = false;
    const corrected: Part[] = [];
    for (const part of delivery.parts) {
      const { told: says } = part;
      const own = changed.filter(({ article }) => says?.articles.some(({ id }) => id === article.id));
      const better =
        says === undefined || own.length === 0
          ? undefined
          : await correct({ ...part, told: says }, own, entry, sentences);
      if (better !== undefined) isCorrected = true;
      corrected.push(better ?? part);
    }
    const states = statesOf(changed.map(({ article }) => article));
    if (isCorrected && entry.state !== 'failed') await outbox.put(editOf(entry, corrected, states, now), now);
    await ledger.settle(key, states);
  }

  async function sentencesOf(plan: string | undefined): Promise<number> {
    const found = plan === undefined ? undefined : await plans.find(plan);
    return found?.kind === 'subscription' ? found.wish.sentences : 1;
  }

  return {
    async tick(now) {
      const since = new Date(Math.max(lookedAt - overlap, now.getTime() - longestPost));
      for (;;) {
        const outdated = await ledger.outdated(since, atOnce);
        for (const [key, told] of Map.groupBy(outdated, ({ delivery }) => delivery))
          await see(key, told, now);
        if (outdated.length < atOnce) break;
      }
      lookedAt = now.getTime();
    },
  };
}

/** An edit is named by what it brings up to date, so that whoever finds the same puts the same. */
function editOf(
  { delivery }: Entry,
  parts: readonly Part[],
  states: readonly TellingArticle[],
  now: Date,
): DueDelivery {
  const { key, channel, plan, language, notBefore } = delivery;
  const what = states.map(({ id, revision, withdrawn }) => `${id}@${revision}${withdrawn ? '-' : ''}`);
  return {
    key: `${key}:edit:${what.toSorted().join(',')}`,
    kind: 'correction',
    channel,
    ...(plan !== undefined && { plan }),
    language,
    parts,
    dueAt: now,
    notBefore: notBefore > now ? notBefore : now,
    edits: key,
  };
}

function statesOf(articles: readonly Article[]): readonly TellingArticle[] {
  return articles.map(({ id, revision, withdrawnAt }) => ({
    id,
    revision,
    withdrawn: withdrawnAt !== undefined,
  }));
}

function mark(at: Date) {
  return { date: at, style: 'time' } as const;
}

import type { Block } from '../chat/message.ts';
import type { LanguageTag } from '../language/language.ts';
import type { Archive } from '../stories/archive.ts';
import type { Article } from '../stories/article.ts';
import type { ArticleStore } from '../stories/store.ts';
import type { Translate } from '../texts.ts';
import { noteOf, notesIn } from './correction-note.ts';
import type { StoryPart } from './correction-note.ts';
import type { Part, TellingArticle } from './outbox.ts';
import { shownIn } from './shown.ts';
import type { Teller } from './telling.ts';

/** A story's piece of a post as it ought to be now. */
export interface CorrectedPart {
  readonly part: StoryPart;
  /** False where nothing changed that it shows. */
  readonly isCorrected: boolean;
  /** How those of its articles are now that changed. */
  readonly changed: readonly TellingArticle[];
}

/** Notes that a story keeps: the newest. */
const mostNotes = 3;

/** Looks what changed in the articles of a story since it was told, and tells it again with a note where it shows. */
export async function correctPart(
  part: StoryPart,
  language: LanguageTag,
  parts: {
    readonly articles: Pick<ArticleStore, 'articles'>;
    readonly archive: Pick<Archive, 'versions'>;
    readonly teller: Teller;
    readonly t: Translate;
  },
): Promise<CorrectedPart> {
  const { told, blocks } = part;
  const stored = await parts.articles.articles(told.articles.map(({ id }) => id));
  const now = stored.map(({ article }) => article);
  const before = new Map(told.articles.map((each) => [each.id, each]));
  const articles = now.map(stateOf);
  const notes: Block[] = [];
  const changed: TellingArticle[] = [];
  for (const article of now) {
    const then = before.get(article.id);
    if (then === undefined || isSame(then, stateOf(article))) continue;
    changed.push(stateOf(article));
    const note = await noteOf(article, then, part, parts);
    if (note !== undefined) notes.push(note);
  }
  if (notes.length === 0)
    return { part: { blocks, told: { ...told, articles } }, isCorrected: false, changed };
  const retold = await retell(part, now, language, parts.teller);
  const earlier = notesIn(part)
    .map(({ note }) => note)
    .filter((note) => !notes.some((other) => saysSame(note, other)));
  return {
    part: {
      blocks: [...(retold?.blocks ?? []), ...[...earlier, ...notes].slice(-mostNotes)],
      told: { ...told, ...retold?.told, articles },
    },
    isCorrected: true,
    changed,
  };
}

/** The story from those of its articles that are still there; undefined without any. */
function retell(
  part: StoryPart,
  now: readonly Article[],
  language: LanguageTag,
  teller: Teller,
): Promise<Part> | undefined {
  const { story, telling, isUpdate = false } = part.told;
  const articles = now.filter(({ id, withdrawnAt }) => withdrawnAt === undefined && telling.includes(id));
  if (articles.length === 0) return undefined;
  const count = shownIn(part)?.sentences.length ?? 1;
  return teller.tell({ story: { id: story, articles: now }, articles, isUpdate }, count, language);
}

function isSame(before: TellingArticle, now: TellingArticle): boolean {
  return before.revision >= now.revision && before.withdrawn === now.withdrawn;
}

function stateOf({ id, revision, withdrawnAt }: Article): TellingArticle {
  return { id, revision, withdrawn: withdrawnAt !== undefined };
}

/** Whether two notes say the same but for when. */
function saysSame(one: Block, other: Block): boolean {
  return saidIn(one) === saidIn(other);
}

function saidIn(note: Block): string {
  return JSON.stringify(note.kind === 'text' && Array.isArray(note.text) ? note.text.slice(1) : note);
}

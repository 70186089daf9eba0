import type { Block, Span } from '../chat/message.ts';
import type { Archive } from '../stories/archive.ts';
import type { Article } from '../stories/article.ts';
import type { Translate } from '../texts.ts';
import type { Part, TellingArticle, Told } from './outbox.ts';
import { shownIn } from './shown.ts';

/** A story's piece of a post. */
export type StoryPart = Part & { readonly told: Told };

/** What changed in an article since it was told; undefined where the piece says nothing that its paper no longer does. */
export async function noteOf(
  article: Article,
  before: TellingArticle,
  part: StoryPart,
  parts: { readonly archive: Pick<Archive, 'versions'>; readonly t: Translate },
): Promise<Block | undefined> {
  const { id, title, source, text, withdrawnAt, correction, language } = article;
  const { archive, t } = parts;
  const { telling, quoted } = part.told;
  if (withdrawnAt !== undefined)
    return telling.includes(id)
      ? note(withdrawnAt, t('replies.correction.withdrawn', { source }), ' ', { quote: title, language })
      : undefined;
  if (id !== quoted) return undefined;
  const versions = await archive.versions(id);
  const at = versions.at(-1)?.readAt;
  if (at === undefined) return undefined;
  const then = versions.findLast(({ revision }) => revision <= before.revision);
  if (correction !== undefined && !then?.text.includes(correction))
    return note(at, t('replies.correction.notice', { source }), ' ', { quote: correction, language });
  const shown = shownIn(part);
  if (shown !== undefined && shown.title !== title)
    return note(at, t('replies.correction.title', { source }), ' ', { quote: shown.title, language });
  const isGone = (sentence: string) => !text.includes(sentence);
  return shown === undefined || shown.sentences.some(isGone)
    ? note(at, t('replies.correction.text', { source }))
    : undefined;
}

/** The notes in a story's piece, with the time of what they say. */
export function notesIn({ blocks }: Part): readonly { readonly note: Block; readonly at: Date }[] {
  return blocks.flatMap((note) => {
    const [first] = note.kind === 'text' && Array.isArray(note.text) ? note.text : [];
    return typeof first === 'object' && 'date' in first ? [{ note, at: first.date }] : [];
  });
}

function note(at: Date, ...said: readonly Span[]): Block {
  return { kind: 'text', text: [{ date: at, style: 'time' }, ' · ', ...said] };
}

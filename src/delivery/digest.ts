import { storyActions } from '../chat/replies.ts';
import type { Block } from '../chat/message.ts';
import type { LanguageTag } from '../language/language.ts';
import type { Translate } from '../texts.ts';
import type { Chosen } from './choice.ts';
import type { Part } from './outbox.ts';
import type { Wish } from '../chat/plan.ts';
import type { Teller } from './telling.ts';

/** What a digest says beside its stories. */
export interface Frame {
  readonly language: LanguageTag;
  readonly t: Translate;
  /** When it was meant to be there. */
  readonly dueAt: Date;
  readonly isLate: boolean;
  /** Sources that can't be read. */
  readonly unreadable: number;
}

/** Writes a digest: its stories by topic, each told in a few sentences. */
export async function writeDigest(
  chosen: readonly Chosen[],
  wish: Wish,
  { language, t, dueAt, isLate, unreadable }: Frame,
  teller: Teller,
): Promise<readonly Part[]> {
  const sections = Map.groupBy(chosen, ({ topic }) => topic ?? '');
  const hasSections = sections.size > 1;
  const parts: Part[] = [
    part({ kind: 'heading', text: [t('replies.digest.title'), ' · ', { date: dueAt, style: 'date' }] }),
  ];
  if (chosen.length === 0) parts.push(part({ kind: 'text', text: t('replies.digest.empty') }));
  for (const [topic, stories] of sections) {
    if (hasSections) {
      const text = topic === '' ? t('replies.digest.other') : topic;
      parts.push(part({ kind: 'heading', text }));
    }
    for (const { story, tellingArticles, isUpdate } of stories)
      parts.push(await teller.tell({ story, articles: tellingArticles, isUpdate }, wish.sentences, language));
  }
  if (isLate) {
    const text = [t('replies.digest.late'), ' ', { date: dueAt, style: 'time' } as const];
    parts.push(part({ kind: 'text', text }));
  }
  if (unreadable > 0) {
    const action = { label: t('replies.setup.show'), command: 'sources', options: {} };
    parts.push(
      part({ kind: 'text', text: t('replies.digest.unhealthy', { count: unreadable }) }),
      part({ kind: 'actions', actions: [action] }),
    );
  }
  if (chosen.length > 0)
    parts.push(
      part(
        storyActions(
          chosen.map(({ story }) => story),
          language,
        ),
      ),
    );
  return parts;
}

function part(block: Block): Part {
  return { blocks: [block] };
}

import type { LanguageTag } from '../language/language.ts';
import type { DueDelivery } from './outbox.ts';
import type { Announcement } from '../chat/plan.ts';

/** The delivery of an announcement that is due, in its channel's language where it was written in that. */
export function announce(
  { id, channel, texts }: Announcement,
  dueAt: Date,
  now: Date,
  language: LanguageTag,
): DueDelivery | undefined {
  const written = texts.find((text) => text.language === language) ?? texts[0];
  if (written === undefined) return undefined;
  return {
    key: `${id}:${dueAt.toISOString()}`,
    kind: 'announcement',
    channel,
    plan: id,
    language: written.language,
    parts: [{ blocks: [{ kind: 'text', text: written.text }] }],
    dueAt,
    notBefore: now,
  };
}

import type { CommandContext } from '../chat/command.ts';
import type { Block } from '../chat/message.ts';
import type { Subscription } from '../chat/plan.ts';

/** Blocks of a digest that a preview shows. */
const shown = 8;

/** What a subscription would tell now, for those who are about to save it. */
export async function previewBlocks(
  subscription: Subscription,
  { kiosk, language, t }: Pick<CommandContext, 'kiosk' | 'language' | 't'>,
): Promise<readonly Block[]> {
  const written = await kiosk.newsdesk.preview(subscription, language);
  const blocks = written.filter(({ kind }) => kind !== 'actions').slice(0, shown);
  if (!blocks.some(({ kind }) => kind === 'card'))
    return [{ kind: 'text', text: t('replies.subscribe.nothing') }];
  const opening =
    subscription.when === undefined ? t('replies.subscribe.fitting') : t('replies.subscribe.preview');
  return [{ kind: 'text', text: opening }, ...blocks];
}

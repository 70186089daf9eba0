import type { Block } from '../../../chat/message.ts';
import { slashCommand } from '../manifest.ts';
import type { Section } from './section.ts';

/** What the reader follows, each with a button that ends it, and a form to follow something else; managers learn where channels' news is. */
export const followingSection: Section = async ({ reader, language, t, listings, desk, render }) => {
  const followed = await desk.answer({ ...reader, command: 'unfollow', options: {} });
  const follow = { label: t('slack.follow'), command: 'follow', options: {}, asks: 'topic' };
  const listing = listings.find((each) => each.command === 'subscriptions' && each.language === language);
  const example = `${slashCommand} ${listing?.name ?? 'subscriptions'}`;
  const managed: readonly Block[] = reader.caller.manager
    ? [{ kind: 'text', text: t('slack.managers', { example }) }]
    : [];
  const blocks: readonly Block[] = [
    { kind: 'heading', text: t('replies.follow.list') },
    ...followed.blocks,
    { kind: 'actions', actions: [follow] },
    ...managed,
  ];
  return (await render({ language, blocks })).blocks;
};

/** Commands that change what the tab shows. */
export const changesHome: ReadonlySet<string> = new Set(['follow', 'unfollow']);

import { defineCommand, ofChannel, planCard } from '#kiosk';
import type { Action, Block, Plan, Translate } from '#kiosk';

export default defineCommand({
  options: {},
  audience: 'caller',
  access: 'managers',
  async run(context) {
    const { channel, language, t, kiosk, typed } = context;
    const plans = await ofChannel(kiosk.newsdesk, channel, 'announcement');
    return {
      language,
      blocks: [
        { kind: 'heading', text: t('replies.announcements.title', { count: plans.length }) },
        ...plans.flatMap((plan): readonly Block[] => [
          planCard(plan, context),
          { kind: 'actions', actions: actionsOf(plan, t) },
        ]),
        ...(plans.length === 0
          ? [
              {
                kind: 'text' as const,
                text: t('replies.announcements.none', { example: typed('announce') }),
              },
            ]
          : []),
      ],
    };
  },
});

function actionsOf({ id, status }: Plan, t: Translate): readonly Action[] {
  const change = status === 'active' ? 'pause' : 'unpause';
  return [
    {
      label: t('replies.announcements.edit'),
      command: 'announce',
      options: { announcement: id },
      asks: 'text',
    },
    { label: t(`replies.subscriptions.${change}`), command: change, options: { what: id } },
    { label: t('replies.subscriptions.remove'), command: 'unsubscribe', options: { what: id } },
  ];
}

import { defineCommand, ofChannel, planCard } from '#kiosk';
import type { Action, Block, Plan, Translate } from '#kiosk';

export default defineCommand({
  options: {},
  audience: 'caller',
  access: 'managers',
  async run(context) {
    const { channel, language, t, kiosk, typed } = context;
    const plans = await ofChannel(kiosk.newsdesk, channel, 'subscription');
    const cards = plans.flatMap((plan): readonly Block[] => [
      planCard(plan, context),
      { kind: 'actions', actions: actionsOf(plan, t) },
    ]);
    return {
      language,
      blocks: [
        { kind: 'heading', text: t('replies.subscriptions.title', { count: plans.length }) },
        ...cards,
        ...(plans.length === 0
          ? [
              {
                kind: 'text' as const,
                text: t('replies.subscriptions.none', { example: typed('subscribe') }),
              },
              {
                kind: 'actions' as const,
                actions: [
                  {
                    label: t('replies.subscriptions.add'),
                    command: 'subscribe',
                    options: {},
                    asks: 'topics',
                  },
                ],
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
    { label: t('replies.subscriptions.preview'), command: 'digest', options: { subscription: id } },
    { label: t(`replies.subscriptions.${change}`), command: change, options: { what: id } },
    { label: t('replies.subscriptions.remove'), command: 'unsubscribe', options: { what: id } },
  ];
}

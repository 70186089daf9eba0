import {
  choicesOf,
  defineCommand,
  findPlans,
  ofChannel,
  planActions,
  planBlocks,
  planCard,
  suggestSubscriptions,
} from '#kiosk';

export default defineCommand({
  options: {
    subscription: { type: 'text', maximum: 80, suggest: suggestSubscriptions },
  },
  audience: 'caller',
  access: 'managers',
  async run(context) {
    const { options, channel, language, t, kiosk, typed } = context;
    const plans = await ofChannel(kiosk.newsdesk, channel, 'subscription');
    if (plans.length === 0) {
      const example = typed('subscribe');
      const add = { label: t('replies.setup.subscribe'), command: 'subscribe', options: {}, asks: 'topics' };
      return {
        language,
        blocks: [
          { kind: 'text', text: t('replies.subscriptions.none', { example }) },
          { kind: 'actions', actions: [add] },
        ],
      };
    }
    const [plan, ...others] = findPlans(plans, options.subscription, t);
    if (others.length === 0)
      return {
        language,
        blocks: [
          ...planBlocks(plan, context),
          { kind: 'text', text: t('replies.plan.id', { id: plan.id }) },
          { kind: 'actions', actions: planActions(plan, t) },
        ],
      };
    const found = [plan, ...others];
    const goOn = { command: 'subscriptions', option: 'subscription' };
    return {
      language,
      blocks: [
        { kind: 'heading', text: t('replies.subscriptions.title', { count: found.length }) },
        ...found.map((each) => planCard(each, context)),
        { kind: 'text', text: t('replies.plan.choose') },
        { kind: 'actions', actions: choicesOf(found, goOn, t) },
      ],
    };
  },
});

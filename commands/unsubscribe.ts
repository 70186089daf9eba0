import { choosePlan, defineCommand, planCard, suggestPlans, titleOf } from '#kiosk';

export default defineCommand({
  options: {
    what: { type: 'text', maximum: 80, suggest: suggestPlans },
    sure: { type: 'choice', choices: ['yes'] },
  },
  audience: 'caller',
  access: 'managers',
  async run(context) {
    const { options, channel, caller, language, t, kiosk } = context;
    const plan = choosePlan(await kiosk.newsdesk.plans({ channel }), options.what, t);
    if (options.sure === undefined) {
      const remove = {
        label: t('replies.subscriptions.remove'),
        command: 'unsubscribe',
        options: { what: plan.id, sure: 'yes' },
      };
      return {
        language,
        blocks: [
          { kind: 'text', text: t(`replies.unsubscribe.${plan.kind}`) },
          planCard(plan, context),
          { kind: 'actions', actions: [remove] },
        ],
      };
    }
    await kiosk.newsdesk.remove(plan, caller.id);
    return {
      language,
      blocks: [{ kind: 'text', text: t('replies.unsubscribe.done', { title: titleOf(plan, t) }) }],
    };
  },
});

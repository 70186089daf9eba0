import { choosePlan, defineCommand, suggestPlans, titleOf } from '#kiosk';

export default defineCommand({
  options: { what: { type: 'text', maximum: 80, suggest: suggestPlans } },
  audience: 'caller',
  access: 'managers',
  async run({ options, channel, caller, language, t, kiosk }) {
    const plan = choosePlan(await kiosk.newsdesk.plans({ channel }), options.what, t);
    if (plan.status === 'active')
      await kiosk.newsdesk.save({ ...plan, status: 'paused' }, { by: caller.id, action: 'pause' });
    const resume = {
      label: t('replies.subscriptions.unpause'),
      command: 'unpause',
      options: { what: plan.id },
    };
    return {
      language,
      blocks: [
        { kind: 'text', text: t('replies.pause.done', { title: titleOf(plan, t) }) },
        { kind: 'actions', actions: [resume] },
      ],
    };
  },
});

import { defineCommand, findPlans, ofChannel, suggestPlans, titleOf, whichPlan } from '#kiosk';

export default defineCommand({
  options: { what: { type: 'text', maximum: 80, suggest: suggestPlans } },
  audience: 'caller',
  access: 'managers',
  async run(context) {
    const { options, channel, caller, language, t, kiosk } = context;
    const found = findPlans(await ofChannel(kiosk.newsdesk, channel), options.what, t);
    const [plan, ...others] = found;
    if (others.length > 0) return whichPlan(found, { command: 'pause', option: 'what' }, context);
    if (plan.status === 'active')
      await kiosk.newsdesk.save({ ...plan, status: 'paused' }, { by: caller.id, action: 'pause' });
    const goOn = { label: t('replies.plan.actions.unpause'), command: 'unpause', options: { what: plan.id } };
    return {
      language,
      blocks: [
        { kind: 'text', text: t(`replies.pause.${plan.kind}`, { title: titleOf(plan, t) }) },
        { kind: 'actions', actions: [goOn] },
      ],
    };
  },
});

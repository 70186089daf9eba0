import {
  defineCommand,
  findPlans,
  inZoneOf,
  ofChannel,
  planCard,
  suggestPlans,
  titleOf,
  whichPlan,
} from '#kiosk';

export default defineCommand({
  options: {
    what: { type: 'text', maximum: 80, suggest: suggestPlans },
    sure: { type: 'choice', choices: ['yes'] },
  },
  audience: 'caller',
  access: 'managers',
  async run(context) {
    const { options, channel, caller, language, t, kiosk } = context;
    const plans = await ofChannel(kiosk.newsdesk, channel);
    const found = findPlans(plans, options.what, t);
    const [plan, ...others] = found;
    if (others.length > 0) return whichPlan(found, { command: 'unsubscribe', option: 'what' }, context);
    if (options.sure === undefined) {
      const remove = {
        label: t('replies.plan.actions.remove'),
        command: 'unsubscribe',
        options: { what: plan.id, sure: 'yes' },
      };
      return {
        language,
        blocks: [
          { kind: 'text', text: t(`replies.unsubscribe.ask.${plan.kind}`) },
          planCard(plan, inZoneOf(plans, context)),
          { kind: 'actions', actions: [remove] },
        ],
      };
    }
    await kiosk.newsdesk.remove(plan, caller.id);
    const text = t(`replies.unsubscribe.done.${plan.kind}`, { title: titleOf(plan, t) });
    return { language, blocks: [{ kind: 'text', text }] };
  },
});

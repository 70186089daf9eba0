import { choosePlan, defineCommand, planBlocks, suggestPlans, withDueAt } from '#kiosk';

export default defineCommand({
  options: { what: { type: 'text', maximum: 80, suggest: suggestPlans } },
  audience: 'caller',
  access: 'managers',
  async run(context) {
    const { options, channel, caller, language, t, kiosk, now } = context;
    const found = choosePlan(await kiosk.newsdesk.plans({ channel }), options.what, t);
    const { failure: _failure, ...plan } = found;
    // What fell due meanwhile isn't made up for.
    const resumed = withDueAt({ ...plan, status: 'active' as const }, now);
    if (found.status !== 'active') await kiosk.newsdesk.save(resumed, { by: caller.id, action: 'resume' });
    return {
      language,
      blocks: [{ kind: 'text', text: t('replies.unpause.done') }, ...planBlocks(resumed, context)],
    };
  },
});

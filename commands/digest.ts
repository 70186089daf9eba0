import {
  defineCommand,
  findPlans,
  ofChannel,
  plainSubscription,
  suggestSubscriptions,
  whichPlan,
} from '#kiosk';
import type { CommandContext, Message, Plan } from '#kiosk';

export default defineCommand({
  options: {
    subscription: { type: 'text', maximum: 80, suggest: suggestSubscriptions },
  },
  async run(context) {
    const { options, kiosk, channel, caller, t } = context;
    const plans = await ofChannel(kiosk.newsdesk, channel, 'subscription');
    if (plans.length === 0 && options.subscription === undefined) {
      return show(plainSubscription('', { ...context, by: caller.id }), context);
    }
    const found = findPlans(plans, options.subscription, t);
    const [plan, ...others] = found;
    if (others.length > 0) return whichPlan(found, { command: 'digest', option: 'subscription' }, context);
    return show(plan, context);
  },
});

async function show(plan: Plan, { kiosk, language, t }: CommandContext): Promise<Message> {
  const blocks = plan.kind === 'subscription' ? await kiosk.newsdesk.preview(plan, language) : [];
  if (blocks.some(({ kind }) => kind === 'card')) return { language, blocks };
  const latest = { label: t('replies.latest'), command: 'latest', options: {} };
  return { language, blocks: [...blocks, { kind: 'actions', actions: [latest] }] };
}

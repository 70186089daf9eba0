import { choosePlan, defineCommand, ofChannel, plainSubscription, suggestPlans } from '#kiosk';
import type { CommandContext, Plan, SuggestContext, Suggestion } from '#kiosk';

const options = {
  subscription: { type: 'text', maximum: 80, suggest: suggestSubscriptions },
} as const;

export default defineCommand({
  options,
  async run(context) {
    const { kiosk, language } = context;
    const plan = await chosen(context);
    const blocks = plan.kind === 'subscription' ? await kiosk.newsdesk.preview(plan, language) : [];
    return { language, blocks };
  },
});

/** The subscription that is named, the channel's only one, or news of everything. */
async function chosen(context: CommandContext<typeof options>): Promise<Plan> {
  const { options, kiosk, channel, place, caller, t } = context;
  const plans = await ofChannel(kiosk.newsdesk, channel, 'subscription');
  const [first] = plans;
  if (options.subscription !== undefined || plans.length > 1)
    return choosePlan(plans, options.subscription, t);
  return first ?? plainSubscription('', { ...context, place, by: caller.id });
}

function suggestSubscriptions(typed: string, context: SuggestContext): Promise<readonly Suggestion[]> {
  return suggestPlans(typed, context, 'subscription');
}

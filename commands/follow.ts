import {
  defineCommand,
  draftSubscription,
  mostPlans,
  plainSubscription,
  planBlocks,
  readTopics,
  UserError,
} from '#kiosk';
import type { CommandContext, Subscription } from '#kiosk';

const options = {
  topic: { type: 'text', required: true, maximum: 80 },
  when: { type: 'text', maximum: 120 },
  alerts: { type: 'choice', choices: ['off', 'low', 'normal', 'high'] },
} as const;

export default defineCommand({
  options,
  audience: 'caller',
  async run(context) {
    const { options, caller, language, t, kiosk, typed } = context;
    const base = await ownDigest(context);
    const topics = [...new Set([...base.wish.topics, ...readTopics(options.topic)])];
    const words = {
      topics: topics.join(', '),
      ...(options.when !== undefined && { when: options.when }),
      ...(options.alerts !== undefined && { alerts: options.alerts }),
    };
    const subscription = draftSubscription(base, words, context, []);
    await kiosk.newsdesk.save(subscription, { by: caller.id, action: 'follow' });
    return {
      language,
      blocks: [
        { kind: 'text', text: t('replies.follow.done', { example: typed('unfollow') }) },
        ...planBlocks(subscription, context),
      ],
    };
  },
});

/** What a reader gets directly: one digest of all they follow. */
async function ownDigest(context: CommandContext<typeof options>): Promise<Subscription> {
  const { caller, kiosk } = context;
  const plans = await kiosk.newsdesk.plans({ channel: caller.id });
  if (plans.length > mostPlans) throw new UserError('errors.plan.tooMany', { count: mostPlans });
  const own = plans.find((plan) => plan.kind === 'subscription' && plan.by === caller.id);
  if (own?.kind === 'subscription') return own;
  const setting = { ...context, channel: caller.id, place: caller.id, by: caller.id };
  return plainSubscription(kiosk.newsdesk.createId(), setting);
}

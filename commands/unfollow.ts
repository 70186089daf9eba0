import { defineCommand, draftSubscription, fold, UserError } from '#kiosk';
import type { Subscription, SuggestContext, Suggestion } from '#kiosk';

export default defineCommand({
  options: { topic: { type: 'text', maximum: 80, suggest: suggestTopics } },
  audience: 'caller',
  async run(context) {
    const { options, caller, language, t, kiosk } = context;
    const own = await ownDigest(context);
    const topics = own?.wish.topics ?? [];
    if (own === undefined || topics.length === 0) throw new UserError('errors.plan.noTopics');
    if (options.topic === undefined) {
      const actions = topics.slice(0, 5).map((topic) => ({
        label: topic,
        command: 'unfollow',
        options: { topic },
      }));
      return {
        language,
        blocks: [
          { kind: 'text', text: t('replies.unfollow.which') },
          { kind: 'list', items: [...topics] },
          { kind: 'actions', actions },
        ],
      };
    }
    const typed = fold(options.topic.trim());
    const left = topics.filter((topic) => fold(topic) !== typed);
    if (left.length === topics.length)
      throw new UserError('errors.plan.topicUnknown', { topic: options.topic });
    if (left.length === 0) await kiosk.newsdesk.remove(own, caller.id);
    else {
      const changed = draftSubscription(own, { topics: left.join(', ') }, context, []);
      await kiosk.newsdesk.save(changed, { by: caller.id, action: 'unfollow' });
    }
    const { topic } = options;
    const text =
      left.length === 0
        ? t('replies.unfollow.last', { topic })
        : t('replies.unfollow.done', { topic, topics: left.join(', ') });
    return { language, blocks: [{ kind: 'text', text }] };
  },
});

async function ownDigest({
  caller,
  kiosk,
}: Pick<SuggestContext, 'caller' | 'kiosk'>): Promise<Subscription | undefined> {
  const plans = await kiosk.newsdesk.plans({ channel: caller.id });
  const own = plans.find((plan) => plan.kind === 'subscription' && plan.by === caller.id);
  return own?.kind === 'subscription' ? own : undefined;
}

async function suggestTopics(typed: string, context: SuggestContext): Promise<readonly Suggestion[]> {
  const begun = fold(typed.trim());
  const own = await ownDigest(context);
  return (own?.wish.topics ?? [])
    .filter((topic) => fold(topic).includes(begun))
    .map((topic) => ({ value: topic, label: topic }));
}

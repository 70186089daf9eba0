import { defineCommand, draftSubscription, findOwnDigest, fold, shorten, UserError } from '#kiosk';
import type { CommandContext, Message, Subscription, SuggestContext, Suggestion } from '#kiosk';

const options = { topic: { type: 'text', maximum: 80, suggest: suggestTopics } } as const;

type Context = CommandContext<typeof options>;

export default defineCommand({
  options,
  audience: 'caller',
  async run(context) {
    const { options, caller, kiosk, typed } = context;
    const own = await findOwnDigest(kiosk.newsdesk, caller);
    if (own === undefined) throw new UserError('errors.plan.noTopics', { example: typed('follow') });
    return options.topic === undefined ? ask(own, context) : unfollow(own, options.topic, context);
  },
});

function ask({ wish }: Subscription, { language, t }: Context): Message {
  const actions = wish.topics.map((topic) => ({
    label: shorten(topic),
    command: 'unfollow',
    options: { topic },
  }));
  return {
    language,
    blocks: [
      { kind: 'text', text: t('replies.unfollow.which') },
      { kind: 'list', items: wish.topics },
      { kind: 'actions', actions },
    ],
  };
}

async function unfollow(own: Subscription, topic: string, context: Context): Promise<Message> {
  const { caller, language, t, kiosk } = context;
  const { topics } = own.wish;
  const typed = fold(topic);
  const left = topics.filter((each) => fold(each) !== typed);
  if (left.length === topics.length)
    throw new UserError('errors.plan.topicUnknown', { topic, topics: topics.join(', ') });
  if (left.length === 0) await kiosk.newsdesk.remove(own, caller.id);
  else {
    const changed = draftSubscription(own, { topics: left.join(', ') }, context, []);
    await kiosk.newsdesk.save(changed, { by: caller.id, action: 'unfollow' });
  }
  const text =
    left.length === 0
      ? t('replies.unfollow.last', { topic })
      : t('replies.unfollow.done', { topic, topics: left.join(', ') });
  return { language, blocks: [{ kind: 'text', text }] };
}

async function suggestTopics(
  typed: string,
  { caller, kiosk }: SuggestContext,
): Promise<readonly Suggestion[]> {
  const begun = fold(typed.trim());
  const own = await findOwnDigest(kiosk.newsdesk, caller);
  return (own?.wish.topics ?? [])
    .filter((topic) => fold(topic).includes(begun))
    .map((topic) => ({ value: topic, label: topic }));
}

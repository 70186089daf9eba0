import {
  defineCommand,
  draftSubscription,
  findOwnDigest,
  fold,
  plainSubscription,
  planBlocks,
  previewBlocks,
  readTopics,
  suggestTimes,
  suggestZones,
  UserError,
} from '#kiosk';
import type { CommandContext, Subscription } from '#kiosk';

const options = {
  topic: { type: 'text', required: true, maximum: 80 },
  when: { type: 'text', maximum: 120, suggest: suggestTimes },
  alerts: { type: 'choice', choices: ['off', 'low', 'normal', 'high'] },
  zone: { type: 'text', maximum: 60, suggest: suggestZones },
} as const;

type Context = CommandContext<typeof options>;

export default defineCommand({
  options,
  audience: 'caller',
  async run(context) {
    const { options, caller, language, t, kiosk } = context;
    const asked = readTopics(options.topic);
    if (asked.length === 0) throw new UserError('errors.plan.topic', { topic: options.topic });
    const before = (await findOwnDigest(kiosk.newsdesk, caller)) ?? ownDigest(context);
    const followed = new Set(before.wish.topics.map(fold));
    const added = asked.filter((topic) => !followed.has(fold(topic)));
    const topics = [...before.wish.topics, ...added].join(', ');
    const { when, alerts, zone: timeZone } = options;
    const { failure: _failure, ...changed } = draftSubscription(
      before,
      { topics, when, alerts, timeZone },
      context,
      [],
    );
    // One that was stopped, perhaps because its reader took no messages, goes on.
    const digest: Subscription = { ...changed, status: 'active' };
    await kiosk.newsdesk.save(digest, { by: caller.id, action: 'follow' });
    const said =
      added.length === 0 ? t('replies.follow.known') : t('replies.follow.done', { topic: added.join(', ') });
    const list = { label: t('replies.follow.list'), command: 'unfollow', options: {} };
    return {
      language,
      blocks: [
        { kind: 'text', text: said },
        ...planBlocks(digest, context),
        ...(await previewBlocks(digest, context)),
        { kind: 'actions', actions: [list] },
      ],
    };
  },
});

/** A digest for a reader who follows nothing yet. */
function ownDigest(context: Context): Subscription {
  const { caller, kiosk } = context;
  const setting = { ...context, channel: caller.id, place: caller.id, by: caller.id };
  return plainSubscription(kiosk.newsdesk.createId(), setting);
}

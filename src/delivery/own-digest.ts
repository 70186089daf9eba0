import type { Caller } from '../chat/adapter.ts';
import type { Newsdesk } from '../chat/newsdesk.ts';
import type { Subscription } from '../chat/plan.ts';

/** What a reader follows: one digest of topics that is sent to them directly. */
export async function findOwnDigest(
  newsdesk: Pick<Newsdesk, 'plans'>,
  { id }: Pick<Caller, 'id'>,
): Promise<Subscription | undefined> {
  const plans = await newsdesk.plans({ channel: id });
  // Where a reader's channel is their own page, it may have other subscriptions, too.
  return plans.filter((plan) => plan.kind === 'subscription').find(({ wish }) => wish.topics.length > 0);
}

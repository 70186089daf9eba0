import {
  choosePlan,
  defineCommand,
  draftSubscription,
  languageTags,
  mostPlans,
  ofChannel,
  plainSubscription,
  planBlocks,
  suggestPlans,
  suggestZones,
  UserError,
} from '#kiosk';
import type {
  Block,
  CommandContext,
  Message,
  Subscription,
  SubscriptionWords,
  SuggestContext,
  Suggestion,
} from '#kiosk';

/** Blocks of a digest's preview that are shown. */
const previewed = 8;

const options = {
  topics: { type: 'text', maximum: 600 },
  when: { type: 'text', maximum: 120, suggest: suggestTimes },
  alerts: { type: 'choice', choices: ['off', 'low', 'normal', 'high'] },
  keywords: { type: 'text', maximum: 500 },
  sources: { type: 'text', maximum: 600, suggest: suggestOutlets },
  languages: { type: 'text', maximum: 100 },
  stories: { type: 'integer', minimum: 1, maximum: 10 },
  length: { type: 'choice', choices: ['short', 'medium', 'long'] },
  empty: { type: 'choice', choices: ['skip', 'say'] },
  quiet: { type: 'text', maximum: 60 },
  cap: { type: 'integer', minimum: 1, maximum: 30 },
  zone: { type: 'text', maximum: 60, suggest: suggestZones },
  language: { type: 'choice', choices: languageTags },
  subscription: { type: 'text', maximum: 80, suggest: suggestSubscriptions },
  save: { type: 'choice', choices: ['yes'] },
} as const;

type Context = CommandContext<typeof options>;

export default defineCommand({
  options,
  audience: 'caller',
  access: 'managers',
  async run(context) {
    const { kiosk, channel } = context;
    const plans = await kiosk.newsdesk.plans({ channel });
    const base = await baseOf(context);
    const isNew = !plans.some(({ id }) => id === base.id);
    if (isNew && plans.length >= mostPlans) throw new UserError('errors.plan.tooMany', { count: mostPlans });
    const subscription = draftSubscription(base, wordsOf(context), context, await kiosk.outlets());
    return context.options.save === undefined
      ? preview(context, subscription, isNew)
      : save(context, subscription, isNew);
  },
});

async function baseOf(context: Context): Promise<Subscription> {
  const { options, kiosk, channel, place, caller, language, timeZone, now, t } = context;
  if (options.subscription === undefined) {
    const setting = { channel, place, by: caller.id, language, timeZone, now };
    return plainSubscription(kiosk.newsdesk.createId(), setting);
  }
  const plan = choosePlan(await ofChannel(kiosk.newsdesk, channel, 'subscription'), options.subscription, t);
  if (plan.kind !== 'subscription') throw new UserError('errors.plan.none');
  return plan;
}

function wordsOf({ options }: Context): SubscriptionWords {
  const { zone, cap, ...words } = options;
  return { ...words, timeZone: zone, perHour: cap };
}

async function preview(context: Context, subscription: Subscription, isNew: boolean): Promise<Message> {
  const { options, language, t, kiosk } = context;
  const blocks = await kiosk.newsdesk.preview(subscription, language);
  const shown = blocks.filter(({ kind }) => kind !== 'actions').slice(0, previewed);
  const save = {
    label: t(isNew ? 'replies.subscribe.save' : 'replies.subscribe.change'),
    command: 'subscribe',
    options: { ...givenOf(options), save: 'yes' },
  };
  return {
    language,
    blocks: [
      ...planBlocks(subscription, context),
      { kind: 'text', text: t('replies.subscribe.preview') },
      ...shown,
      { kind: 'text', text: t(isNew ? 'replies.subscribe.notYet' : 'replies.subscribe.notChanged') },
      { kind: 'actions', actions: [save] },
    ],
  };
}

function givenOf(options: Context['options']): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(options).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

async function save(context: Context, subscription: Subscription, isNew: boolean): Promise<Message> {
  const { language, t, kiosk, caller, typed } = context;
  const action = isNew ? 'subscribe' : 'change';
  await kiosk.newsdesk.save(subscription, { by: caller.id, action });
  const blocks: readonly Block[] = planBlocks(subscription, context);
  return {
    language,
    blocks: [
      { kind: 'text', text: t('replies.subscribe.saved', { id: subscription.id }) },
      ...blocks,
      { kind: 'text', text: t('replies.subscribe.list', { example: typed('subscriptions') }) },
    ],
  };
}

async function suggestTimes(typed: string, { t }: SuggestContext): Promise<readonly Suggestion[]> {
  const begun = typed.trim().toLowerCase();
  const times = [
    t('replies.subscribe.times.daily'),
    t('replies.subscribe.times.weekdays'),
    t('replies.subscribe.times.twice'),
    t('replies.subscribe.times.monday'),
    t('replies.subscribe.times.hourly'),
  ];
  return times
    .filter((time) => time.toLowerCase().includes(begun))
    .map((time) => ({ value: time, label: time }));
}

/** Completes the last of the names typed so far. */
async function suggestOutlets(typed: string, { kiosk }: SuggestContext): Promise<readonly Suggestion[]> {
  const names = typed.split(',');
  const begun = (names.pop() ?? '').trim().toLowerCase();
  const before = names.map((name) => `${name.trim()}, `).join('');
  return (await kiosk.outlets())
    .filter((outlet) => outlet.toLowerCase().includes(begun))
    .map((outlet) => ({ value: before + outlet, label: before + outlet }));
}

function suggestSubscriptions(typed: string, context: SuggestContext): Promise<readonly Suggestion[]> {
  return suggestPlans(typed, context, 'subscription');
}

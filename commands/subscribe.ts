import {
  defineCommand,
  draftSubscription,
  findPlans,
  findSame,
  languageTags,
  mostPlans,
  ofChannel,
  outletsToChoose,
  plainSubscription,
  planBlocks,
  previewBlocks,
  suggestOutlets,
  suggestSubscriptions,
  suggestTimes,
  suggestZones,
  UserError,
  whichPlan,
  zoneOf,
} from '#kiosk';
import type { Action, CommandContext, Message, Plan, Subscription, SubscriptionWords } from '#kiosk';

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
  language: { type: 'choice', choices: [...languageTags, 'auto'] },
  subscription: { type: 'text', maximum: 80, suggest: suggestSubscriptions },
  save: { type: 'choice', choices: ['yes'] },
} as const;

type Context = CommandContext<typeof options>;

/** A subscription as it would be, and whether there is one already that it changes. */
interface Draft {
  readonly subscription: Subscription;
  readonly isNew: boolean;
  readonly plans: readonly Plan[];
}

export default defineCommand({
  options,
  audience: 'caller',
  access: 'managers',
  async run(context) {
    const { options, kiosk, channel } = context;
    const plans = await ofChannel(kiosk.newsdesk, channel);
    const base = baseOf(context, plans);
    if (base.length > 1) {
      const goOn = { command: 'subscribe', option: 'subscription', options: givenOf(options) };
      return whichPlan(base, goOn, context);
    }
    const [before] = base;
    if (before === undefined && plans.length >= mostPlans)
      throw new UserError('errors.plan.tooMany', { count: mostPlans });
    const subscription = draftSubscription(
      before ?? plainOf(context, plans),
      wordsOf(context),
      context,
      await outletsToChoose(kiosk),
    );
    const draft = { subscription, isNew: before === undefined, plans };
    return options.save === undefined ? preview(context, draft) : save(context, draft);
  },
});

/** The subscriptions that are meant, where one is to be changed. */
function baseOf({ options, t }: Context, plans: readonly Plan[]): readonly Subscription[] {
  if (options.subscription === undefined) return [];
  const subscriptions = plans.filter((plan) => plan.kind === 'subscription');
  const found = findPlans(subscriptions, options.subscription, t);
  return found.filter((plan) => plan.kind === 'subscription');
}

function plainOf(context: Context, plans: readonly Plan[]): Subscription {
  const { kiosk, caller, timeZone } = context;
  const setting = { ...context, by: caller.id, timeZone: zoneOf(plans) ?? timeZone };
  return plainSubscription(kiosk.newsdesk.createId(), setting);
}

function wordsOf({ options }: Context): SubscriptionWords {
  const { zone, cap, ...words } = options;
  return { ...words, timeZone: zone, perHour: cap };
}

async function preview(context: Context, { subscription, isNew }: Draft): Promise<Message> {
  const { language, t, kiosk, channel } = context;
  const isReached = kiosk.newsdesk.reaches(channel);
  const notYet = isNew ? t('replies.subscribe.notYet') : t('replies.subscribe.notChanged');
  return {
    language,
    blocks: [
      ...planBlocks(subscription, context),
      ...(await previewBlocks(subscription, context)),
      { kind: 'text', text: isReached ? notYet : t('errors.plan.unreached') },
      { kind: 'actions', actions: isReached ? [saveAction(context, subscription, isNew)] : [] },
    ],
  };
}

/** Saves what was shown, whoever presses the button, and when. */
function saveAction({ options, t }: Context, { when, timeZone }: Subscription, isNew: boolean): Action {
  return {
    label: isNew ? t('replies.subscribe.save') : t('replies.subscribe.change'),
    command: 'subscribe',
    options: {
      ...givenOf(options),
      ...(options.when !== undefined && when !== undefined && { when: when.cron }),
      zone: timeZone,
      save: 'yes',
    },
  };
}

function givenOf(options: Context['options']): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(options).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

async function save(context: Context, { subscription, isNew, plans }: Draft): Promise<Message> {
  const { language, t, kiosk, caller, now } = context;
  const { id } = subscription;
  const same = isNew ? findSame(subscription, plans, now) : undefined;
  if (same === undefined) {
    const action = isNew ? 'subscribe' : 'change';
    await kiosk.newsdesk.save(subscription, { by: caller.id, action });
  }
  const said = isNew ? t('replies.subscribe.saved', { id }) : t('replies.subscribe.changed', { id });
  const list = { label: t('replies.setup.subscriptions'), command: 'subscriptions', options: {} };
  return {
    language,
    blocks: [
      { kind: 'text', text: same === undefined ? said : t('replies.subscribe.known', { id: same.id }) },
      ...planBlocks(same ?? subscription, context),
      { kind: 'actions', actions: [list] },
    ],
  };
}

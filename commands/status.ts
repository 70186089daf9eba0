import { defineCommand, dueLine, inZoneOf, ofChannel, titleOf, writeDuration, writeMoment } from '#kiosk';
import type { Act, Block, CommandContext, Plan, Sent, Text } from '#kiosk';

/** The newest deliveries that are shown and summed up, and acts that are looked through. */
const most = { shown: 10, summedUp: 200, acts: 100 };
/** What was left out is told of for so long, in milliseconds. */
const week = 7 * 24 * 60 * 60 * 1000;
/** What came within this many milliseconds came on time. */
const punctual = 60_000;

export default defineCommand({
  options: {},
  audience: 'caller',
  access: 'managers',
  async run(given) {
    const { channel, language, t, kiosk, now } = given;
    const [plans, sent, acts, sources] = await Promise.all([
      ofChannel(kiosk.newsdesk, channel),
      kiosk.newsdesk.sent(channel, most.summedUp),
      kiosk.newsdesk.acts(channel, most.acts),
      kiosk.sources.list(),
    ]);
    const context = inZoneOf(plans, given);
    const missed = acts.filter(({ action, at }) => action === 'miss' && now.getTime() - at.getTime() < week);
    const troubled = sources.filter(({ status }) => status === 'asleep' || status === 'ended').length;
    return {
      language,
      blocks: [
        { kind: 'heading', text: t('replies.status.title') },
        {
          kind: 'text',
          text:
            plans.length === 0 ? t('errors.plan.none') : t('replies.status.plans', { count: plans.length }),
        },
        ...list(plans.map((plan) => planLine(plan, context))),
        { kind: 'text', text: summaryOf(sent, context) },
        ...list(sent.slice(0, most.shown).map((each) => sentLine(each, context))),
        ...missedBlocks(missed, plans, context),
        ...troubleBlocks(troubled, context),
      ],
    };
  },
});

function list(items: readonly Text[]): readonly Block[] {
  return items.length === 0 ? [] : [{ kind: 'list', items }];
}

function planLine(plan: Plan, context: CommandContext): Text {
  const { t } = context;
  const { failure } = plan;
  const due = dueLine(plan, context);
  return [
    { strong: titleOf(plan, t) },
    ...(due === undefined ? [] : [' · ', due]),
    ...(failure === undefined ? [] : [' · ', t(`replies.stopped.reasons.${failure}`)]),
  ];
}

function summaryOf(sent: readonly Sent[], { language, t }: CommandContext): string {
  const delays = sent
    .flatMap((each) => (each.state === 'delivered' ? [delayOf(each)] : []))
    .toSorted((one, other) => one - other);
  const median = delays[Math.floor(delays.length / 2)];
  if (median === undefined) return t('replies.status.nothing');
  return t('replies.status.delivered', { count: delays.length, delay: writeDuration(median, language) });
}

function delayOf({ dueAt, settledAt = dueAt }: Sent): number {
  return settledAt.getTime() - dueAt.getTime();
}

function sentLine(sent: Sent, context: CommandContext): Text {
  const { kind, dueAt, attempts } = sent;
  const { t, timeZone } = context;
  return [
    { strong: t(`replies.status.kinds.${kind}`) },
    ' · ',
    writeMoment(dueAt, timeZone, context),
    ' · ',
    outcomeOf(sent, context),
    ...(attempts > 1 ? [' · ', t('replies.status.attempts', { count: attempts })] : []),
  ];
}

function outcomeOf(sent: Sent, { language, t }: CommandContext): string {
  if (sent.state !== 'delivered') return t(`replies.status.states.${sent.state}`);
  const delay = delayOf(sent);
  return delay < punctual
    ? t('replies.status.states.onTime')
    : t('replies.status.states.late', { delay: writeDuration(delay, language) });
}

function missedBlocks(
  missed: readonly Act[],
  plans: readonly Plan[],
  context: CommandContext,
): readonly Block[] {
  if (missed.length === 0) return [];
  const items = missed.map(({ subject, details }): Text => {
    const plan = plans.find(({ id }) => id === subject);
    const at = new Date(details ?? Number.NaN);
    return [
      { strong: plan === undefined ? subject : titleOf(plan, context.t) },
      ...(Number.isNaN(at.getTime()) ? [] : [' · ', writeMoment(at, context.timeZone, context)]),
    ];
  });
  return [{ kind: 'text', text: context.t('replies.status.missed') }, ...list(items)];
}

function troubleBlocks(count: number, { t }: CommandContext): readonly Block[] {
  if (count === 0) return [];
  const show = { label: t('replies.setup.show'), command: 'sources', options: {} };
  return [
    { kind: 'text', text: t('replies.digest.unhealthy', { count }) },
    { kind: 'actions', actions: [show] },
  ];
}

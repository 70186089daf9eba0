import { defineCommand, titleOf } from '#kiosk';
import type { Block, CommandContext, Plan, Sent, Text } from '#kiosk';

/** The newest deliveries and acts that are shown. */
const shown = { deliveries: 10, acts: 8, looked: 200 };

export default defineCommand({
  options: {},
  audience: 'caller',
  access: 'managers',
  async run(context) {
    const { channel, language, t, kiosk } = context;
    const [plans, sent, acts, sources] = await Promise.all([
      kiosk.newsdesk.plans({ channel }),
      kiosk.newsdesk.sent(channel, shown.looked),
      kiosk.newsdesk.acts(channel, shown.acts),
      kiosk.sources.list(),
    ]);
    const troubled = sources.filter(({ status }) => status === 'asleep' || status === 'ended').length;
    const missed = acts.filter(({ action }) => action === 'miss');
    return {
      language,
      blocks: [
        { kind: 'heading', text: t('replies.status.title') },
        { kind: 'text', text: t('replies.status.plans', { count: plans.length }) },
        ...list(plans.map((plan) => planLine(plan, context))),
        { kind: 'text', text: summaryOf(sent, context) },
        ...list(sent.slice(0, shown.deliveries).map((each) => sentLine(each, context))),
        ...(missed.length === 0
          ? []
          : [
              { kind: 'text' as const, text: t('replies.status.missed', { count: missed.length }) },
              ...list(missed.map(({ subject, details }) => missedLine(subject, details))),
            ]),
        ...(troubled === 0
          ? []
          : [{ kind: 'text' as const, text: t('replies.digest.unhealthy', { count: troubled }) }]),
      ],
    };
  },
});

function list(items: readonly Text[]): readonly Block[] {
  return items.length === 0 ? [] : [{ kind: 'list', items }];
}

function planLine(plan: Plan, { t }: Pick<CommandContext, 't'>): Text {
  const { status, dueAt, failure } = plan;
  const title = titleOf(plan, t);
  if (status !== 'active')
    return [
      { strong: title },
      ' · ',
      t(`replies.plan.${status}`),
      ...(failure === undefined ? [] : [' · ', t(`replies.stopped.reasons.${failure}`)]),
    ];
  return dueAt === undefined
    ? [{ strong: title }]
    : [{ strong: title }, ' · ', t('replies.plan.due'), ' ', { date: dueAt, style: 'time' }];
}

function summaryOf(sent: readonly Sent[], { t }: Pick<CommandContext, 't'>): string {
  const late = sent
    .flatMap(({ state, dueAt, settledAt }) =>
      state === 'delivered' && settledAt !== undefined ? [settledAt.getTime() - dueAt.getTime()] : [],
    )
    .toSorted((one, other) => one - other);
  if (late.length === 0) return t('replies.status.nothing');
  const median = Math.max(0, Math.round((late[Math.floor(late.length / 2)] ?? 0) / 1000));
  return t('replies.status.delivered', { count: late.length, seconds: median });
}

function sentLine({ kind, state, dueAt, settledAt, attempts }: Sent, { t }: Pick<CommandContext, 't'>): Text {
  return [
    { strong: t(`replies.status.kinds.${kind}`) },
    ' · ',
    { date: dueAt, style: 'time' },
    ' · ',
    t(`replies.status.states.${state}`),
    ...(settledAt === undefined ? [] : [' ', { date: settledAt, style: 'time' } as const]),
    ...(attempts > 1 ? [' · ', t('replies.status.attempts', { count: attempts })] : []),
  ];
}

function missedLine(subject: string, details: string | undefined): Text {
  const at = new Date(details ?? Number.NaN);
  return Number.isNaN(at.getTime()) ? subject : [subject, ' · ', { date: at, style: 'time' }];
}

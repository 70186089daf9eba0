import { sentOf } from '../delivery/newsdesk.ts';
import type { Sent } from '../chat/newsdesk.ts';
import { writeDuration } from '../language/durations.ts';
import { UsageError, defineVerb, exitCodes } from './verb.ts';
import type { VerbContext } from './verb.ts';

/** How many deliveries are listed unless another number is given. */
const usual = 50;
const states = ['waiting', 'delivered', 'failed'] as const;
const marks = { waiting: '…', delivered: '✓', failed: '✗' } as const;
/** What came within this many milliseconds came on time. */
const punctual = 60_000;

/** Lists what went where, and what became of it, newest first. */
export const deliveries = defineVerb({
  options: {
    channel: { type: 'text', help: 'cli.deliveries.channel' },
    state: { type: 'text', help: 'cli.deliveries.state' },
    limit: { type: 'integer', minimum: 1, maximum: 100_000, help: 'cli.deliveries.limit' },
  },
  async run(context) {
    const { options, output, openStore, translate, signal } = context;
    const { channel, limit = usual } = options;
    const state = states.find((each) => each === options.state);
    if (options.state !== undefined && state === undefined)
      throw new UsageError('cli.deliveries.unknownState', {
        state: options.state,
        allowed: states.join(', '),
      });
    const store = await openStore();
    const entries = await store.ledger.find({
      limit,
      ...(channel !== undefined && { channel }),
      ...(state !== undefined && { state }),
    });
    for (const entry of entries) {
      signal.throwIfAborted();
      const sent = sentOf(entry);
      await (options.json
        ? output.json({ ...summary(sent), posted: entry.posted ?? null })
        : output.line(line(sent, context)));
    }
    if (entries.length === 0 && !options.json) await output.line(translate('cli.deliveries.none'));
    return exitCodes.success;
  },
});

function summary(sent: Sent) {
  const { key, kind, channel, plan, state, dueAt, settledAt, attempts, failure } = sent;
  return {
    key,
    kind,
    channel,
    plan: plan ?? null,
    state,
    dueAt,
    settledAt: settledAt ?? null,
    lateSeconds: settledAt === undefined ? null : Math.max(0, delayOf(sent) / 1000),
    attempts,
    failure: failure ?? null,
  };
}

function line(sent: Sent, context: Pick<VerbContext, 'translate' | 'language'>): string {
  const { translate } = context;
  const { kind, channel, state, dueAt, attempts, failure } = sent;
  const said = [
    outcomeOf(sent, context),
    ...(attempts > 1 ? [translate('replies.status.attempts', { count: attempts })] : []),
    ...(failure === undefined || state === 'delivered' ? [] : [failure]),
  ];
  const due = dueAt.toISOString().slice(0, 16).replace('T', ' ');
  return [due, marks[state], translate(`replies.status.kinds.${kind}`), channel, said.join(' · ')].join('  ');
}

function outcomeOf(sent: Sent, { translate, language }: Pick<VerbContext, 'translate' | 'language'>): string {
  if (sent.state !== 'delivered') return translate(`replies.status.states.${sent.state}`);
  const delay = delayOf(sent);
  return delay < punctual
    ? translate('replies.status.states.onTime')
    : translate('replies.status.states.late', { delay: writeDuration(delay, language) });
}

function delayOf({ dueAt, settledAt = dueAt }: Sent): number {
  return settledAt.getTime() - dueAt.getTime();
}

import type { Act } from '../chat/audit.ts';
import { readJson } from '../chat/stored.ts';
import { defineVerb, exitCodes } from './verb.ts';
import type { VerbContext } from './verb.ts';

/** How many acts are listed unless another number is given. */
const usual = 50;

/** Lists who changed what, newest first. */
export const audit = defineVerb({
  options: {
    channel: { type: 'text', help: 'cli.audit.channel' },
    limit: { type: 'integer', minimum: 1, maximum: 100_000, help: 'cli.audit.limit' },
  },
  async run(context) {
    const { options, output, openStore, translate, signal } = context;
    const { channel, limit = usual } = options;
    const store = await openStore();
    const acts = await store.audit.list({ limit, ...(channel !== undefined && { channel }) });
    for (const act of acts) {
      signal.throwIfAborted();
      await (options.json ? output.json(summary(act)) : output.line(line(act, context)));
    }
    if (acts.length === 0 && !options.json) await output.line(translate('cli.audit.none'));
    return exitCodes.success;
  },
});

function summary({ at, by, channel, action, subject, details }: Act) {
  return {
    at,
    by,
    channel,
    action,
    subject,
    details: details === undefined ? null : (readJson(details) ?? details),
  };
}

function line(
  { at, by, channel, action, subject }: Act,
  { translate, translations }: Pick<VerbContext, 'translate' | 'translations'>,
): string {
  const key = `cli.audit.actions.${action}`;
  const done = translations.isText(key) ? translate(key) : action;
  return [at.toISOString().slice(0, 16).replace('T', ' '), by, done, subject, channel].join('  ');
}

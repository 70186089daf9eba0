import { writeFile } from 'node:fs/promises';
import type { Plan } from '../chat/plan.ts';
import { UserError } from '../errors.ts';
import { isOver } from '../delivery/choose-plan.ts';
import type { Store } from '../stores/index.ts';
import { openInput } from './lines.ts';
import { readPlans } from './plan-file/read.ts';
import { writePlans, writeYaml } from './plan-file/write.ts';
import { UsageError, defineVerb, exitCodes } from './verb.ts';
import type { ExitCode, VerbContext } from './verb.ts';

/** Larger files are no lists of subscriptions, in characters. */
const mostCharacters = 10_000_000;
/** Who is named for what the command line does. */
const by = 'command line';

/** Writes what channels get into a file, or reads it from one. */
export const subscriptions = defineVerb({
  options: {},
  words: { value: 'cli.values.transfer', minimum: 1, maximum: 2 },
  async run(context) {
    const [direction = '', file = '-'] = context.words;
    const store = await context.openStore();
    if (direction === 'export') return exportPlans(context, store, file);
    if (direction === 'import') return importPlans(context, store, file);
    throw new UsageError('cli.subscriptions.direction', { word: direction });
  },
});

async function exportPlans(context: VerbContext, store: Store, file: string): Promise<ExitCode> {
  const { options, output, isTerminal, stdout } = context;
  const plans = (await store.plans.list()).filter((plan) => !isOver(plan));
  if (file === '-') {
    if (options.json) await output.json(writePlans(plans));
    else if (isTerminal) await output.line(writeYaml(plans, context).trimEnd());
    // What goes into a file must be all there, whatever a terminal would make of it.
    else stdout.write(writeYaml(plans, context));
    return exitCodes.success;
  }
  const text = options.json
    ? `${JSON.stringify(writePlans(plans), undefined, 2)}\n`
    : writeYaml(plans, context);
  await writeFile(file, text).catch((error: unknown) => {
    throw new UserError('cli.file.unwritable', { file }, { cause: error });
  });
  return exitCodes.success;
}

async function importPlans(context: VerbContext, store: Store, file: string): Promise<ExitCode> {
  const { options, output, translate, language, config, now } = context;
  const known = new Map((await store.plans.list()).map((plan) => [plan.id, plan]));
  const at = now();
  const { plans, problems } = readPlans(await readAll(context, file), {
    plans: known,
    now: at,
    language,
    timeZone: config.timeZone,
    by,
  });
  if (problems.length > 0) {
    const told = problems.map(({ line, key, values }) => ({ line, problem: translate(key, values) }));
    if (options.json) await output.json({ problems: told });
    else
      throw new UserError('cli.subscriptions.invalid', {
        count: told.length,
        problems: told.map((each) => translate('cli.subscriptions.problem', each)).join('\n'),
      });
    return exitCodes.failure;
  }
  const added = plans.filter(({ id }) => !known.has(id));
  const changed = plans.filter((plan) => known.has(plan.id) && !isSame(plan, known.get(plan.id)));
  for (const plan of [...added, ...changed]) {
    const { id, channel } = plan;
    await store.plans.put(plan);
    await store.audit.note({ at, by, channel, action: 'import', subject: id, details: JSON.stringify(plan) });
  }
  const counts = {
    added: added.length,
    changed: changed.length,
    unchanged: plans.length - added.length - changed.length,
  };
  if (options.json) await output.json(counts);
  else
    for (const name of ['added', 'changed', 'unchanged'] as const)
      if (counts[name] > 0)
        await output.line(translate(`cli.subscriptions.${name}`, { count: counts[name] }));
  if (!options.json && plans.length === 0) await output.line(translate('cli.subscriptions.empty'));
  return exitCodes.success;
}

async function readAll({ stdin, signal }: VerbContext, file: string): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of openInput(file, stdin, signal)) {
    text += typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
    if (text.length > mostCharacters)
      throw new UserError('sources.file.tooLarge', { megabytes: mostCharacters / 1e6 });
  }
  return text + decoder.decode();
}

function isSame(plan: Plan, other: Plan | undefined): boolean {
  return canonical(plan) === canonical(other);
}

/** A value as JSON whose fields come in one order. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) =>
    each !== null && typeof each === 'object' && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).toSorted(([one], [other]) => (one < other ? -1 : 1)))
      : each,
  );
}

import * as v from 'valibot';
import { UserError } from '../errors.ts';
import type { Translate } from '../texts.ts';
import { openInput, readLines } from './lines.ts';
import type { Output } from './output.ts';
import { exitCodes } from './verb.ts';
import type { ExitCode, VerbContext } from './verb.ts';

type Id = string | number | null;

/** Runs a verb on each of many JSON lines. */
export interface Batch<item> {
  /** JSON lines, each an object with an `id`. */
  readonly input: AsyncIterable<string | Uint8Array>;
  readonly output: Output;
  /** What a line must hold besides its `id`. */
  readonly schema: v.GenericSchema<unknown, item>;
  /** What a line's result holds besides its `id`. @throws {UserError} for a line that can't be done */
  readonly handle: (item: item, signal: AbortSignal) => Promise<object>;
  /** How many lines are worked on at a time. */
  readonly concurrency: number;
  readonly translate: Translate;
  readonly signal: AbortSignal;
  /** Notes a fault and returns its incident's id. */
  readonly fault: (error: unknown) => string;
}

/** What a verb does with `--batch FILE`: its work on each line of the file, or of standard input for "-". */
export async function runBatchFile<item>(
  file: string,
  { stdin, output, signal, translate, fault }: VerbContext,
  work: Pick<Batch<item>, 'schema' | 'handle' | 'concurrency'>,
): Promise<ExitCode> {
  await runBatch({ ...work, input: openInput(file, stdin, signal), output, signal, translate, fault });
  // Bad lines are told where they stand; the batch itself is done.
  return exitCodes.success;
}

const lineSchema = v.looseObject({});
const idSchema = v.union([v.string(), v.number()]);

/**
 * Writes one JSON line for each line read, in the same order and with the same `id`; blank lines are skipped. A line that can't be
 * done becomes `{ id, error }` and does not stop the rest. No more lines are read ahead than are worked on.
 * @returns how many lines were errors
 * @throws the signal's reason when it is aborted
 */
export async function runBatch<item>(batch: Batch<item>): Promise<number> {
  const { input, output, concurrency, signal } = batch;
  const underWay: Promise<void>[] = [];
  let errors = 0;
  /** Each result is written as soon as those before it are, so that a program may send one line and wait for its result. */
  async function write(result: Promise<Result>, before: Promise<void> | undefined): Promise<void> {
    await before;
    const done = await result;
    signal.throwIfAborted();
    if (done.error !== undefined) errors++;
    await output.json(done);
  }
  let last: Promise<void> | undefined;
  try {
    for await (const line of readLines(input)) {
      signal.throwIfAborted();
      if (line.trim() === '') continue;
      last = write(runLine(line, batch), last);
      // A failure is met below; until then it must not end the process.
      last.catch(() => {});
      underWay.push(last);
      if (underWay.length >= concurrency) await underWay.shift();
    }
  } finally {
    // Whatever ends the reading, nothing goes on behind the caller's back.
    await Promise.allSettled([last]);
  }
  await last;
  signal.throwIfAborted();
  return errors;
}

interface Result {
  readonly id: Id;
  readonly error?: string;
}

/** Never rejects: results wait for their turn, and a rejection nobody waits for yet would end the process. */
async function runLine<item>(
  line: string,
  { schema, handle, translate, signal, fault }: Batch<item>,
): Promise<Result> {
  let id: Id = null;
  try {
    const fields = readObject(line);
    const givenId = v.safeParse(idSchema, fields['id']);
    if (!givenId.success) throw new UserError('cli.batch.field', { field: 'id' });
    id = givenId.output;
    const item = v.safeParse(schema, fields);
    if (!item.success) {
      const path = item.issues.map((issue) => v.getDotPath(issue) ?? '');
      throw new UserError('cli.batch.field', { field: [...new Set(path)].join(', ') });
    }
    return { id, ...(await handle(item.output, signal)) };
  } catch (error) {
    if (error instanceof UserError) return { id, error: translate(error.key, error.values) };
    return { id, error: signal.aborted ? '' : translate('replies.fault', { incident: fault(error) }) };
  }
}

function readObject(line: string): Readonly<Record<string, unknown>> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    throw new UserError('cli.batch.notJson', {}, { cause: error });
  }
  const object = v.safeParse(lineSchema, value);
  if (!object.success || Array.isArray(value)) throw new UserError('cli.batch.notObject');
  return object.output;
}

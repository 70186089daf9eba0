import * as v from 'valibot';
import { Refusal } from '../refusal.ts';

/** Something wrong with a form, where its JSON pointer leads: "/blocks/0/text". */
export interface Problem {
  readonly pointer: string;
  readonly message: string;
}

/** Understands a form. @param at the pointer to it: "/blocks" @throws {Refusal} named `error`, with what is wrong */
export function read<Schema extends v.GenericSchema>(
  schema: Schema,
  value: unknown,
  at: string,
  error = 'invalid_arguments',
): v.InferOutput<Schema> {
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  refuse(
    error,
    result.issues.map((issue) => problemOf(issue, at)),
  );
}

/** Says what is wrong in Slack's way. @throws {Refusal} */
export function refuse(error: string, problems: readonly Problem[]): never {
  throw new Refusal(
    error,
    problems.map(({ pointer, message }) => `[ERROR] ${message} [json-pointer:${pointer}]`),
  );
}

function problemOf(issue: v.BaseIssue<unknown>, at: string): Problem {
  const keys = (issue.path ?? []).map(({ key }) => String(key));
  const pointer = [at, ...keys].join('/');
  const parent = [at, ...keys.slice(0, -1)].join('/');
  const last = keys.at(-1) ?? at.replace('/', '');
  if (issue.type === 'strict_object' && issue.expected === 'never')
    return { pointer: parent, message: `invalid additional property: ${last}` };
  if (issue.input === undefined) return { pointer: parent, message: `missing required field: ${last}` };
  if (issue.type === 'variant')
    return { pointer: parent, message: `unsupported type: ${String(issue.input)}` };
  if (issue.kind === 'validation') return { pointer, message: issue.message };
  return { pointer, message: `must be a valid ${issue.type}` };
}

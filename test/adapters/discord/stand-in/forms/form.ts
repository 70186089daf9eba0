import * as v from 'valibot';
import type { JsonObject } from '../json.ts';
import { Refusal } from '../refusal.ts';

/** One thing that is wrong with a form, where Discord says it is. */
export interface Problem {
  readonly path: readonly (string | number)[];
  readonly code: string;
  readonly message: string;
}

/** What a form has to keep beyond the shape of its fields. */
export type Rule<form> = (form: form) => readonly Problem[];

/** Reads a body as a form. @throws {Refusal} 50035 with each problem at its place */
export function readForm<const form>(
  schema: v.GenericSchema<unknown, form>,
  body: unknown,
  ...rules: readonly Rule<form>[]
): form {
  const read = v.safeParse(schema, body);
  if (!read.success) throw invalid(read.issues.map(problemOf));
  check(read.output, ...rules);
  return read.output;
}

/** @throws {Refusal} 50035 where a rule isn't kept */
export function check<form>(form: form, ...rules: readonly Rule<form>[]): void {
  const problems = rules.flatMap((rule) => rule(form));
  if (problems.length > 0) throw invalid(problems);
}

/** Discord's answer to a form with problems. */
export function invalid(problems: readonly Problem[]): Refusal {
  return new Refusal(
    'invalidForm',
    problems.reduce((tree, problem) => withProblem(tree, problem.path.map(String), problem), {}),
  );
}

function withProblem(tree: JsonObject, path: readonly string[], problem: Problem): JsonObject {
  const [first, ...rest] = path;
  const { code, message } = problem;
  if (first === undefined) {
    const known = tree['_errors'];
    return { ...tree, _errors: [...(Array.isArray(known) ? known : []), { code, message }] };
  }
  const below = tree[first];
  const branch = isBranch(below) ? below : {};
  return { ...tree, [first]: withProblem(branch, rest, problem) };
}

function isBranch(value: JsonObject[string]): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What Discord says of a value of the wrong type, by the type it should have. */
const wrongTypes: Readonly<Record<string, readonly [string, string]>> = {
  string: ['STRING_TYPE_CONVERT', 'Could not interpret the value as string.'],
  number: ['NUMBER_TYPE_COERCE', 'Value is not a number.'],
  boolean: ['BOOLEAN_TYPE_CONVERT', 'Must be either true or false.'],
  array: ['LIST_TYPE_CONVERT', 'Only iterables may be used in a ListType'],
  object: ['MODEL_TYPE_CONVERT', 'Only dictionaries may be used in a ModelType'],
  variant: ['UNION_TYPE_CHOICES', 'Value of field "type" must be one of those that go here.'],
};

function problemOf(issue: v.BaseIssue<unknown>): Problem {
  const path = (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)));
  const [, code, message] = /^([A-Z][A-Z0-9_]+) (.+)$/s.exec(issue.message) ?? [];
  if (code !== undefined && message !== undefined) return { path, code, message };
  if (issue.input === undefined)
    return { path, code: 'BASE_TYPE_REQUIRED', message: 'This field is required' };
  const [wrong, said] = wrongTypes[issue.type] ?? [
    'BASE_TYPE_CHOICES',
    'Value must be one of those allowed.',
  ];
  return { path, code: wrong, message: said };
}

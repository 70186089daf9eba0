import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import * as v from 'valibot';
import { find, route } from './http/routes.ts';

/** A request as the description sees it. */
export interface Described {
  readonly method: string;
  /** Below the version. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: unknown;
}

/** Discord's official description of its API (github.com/discord/discord-api-spec), where this machine has it. */
export interface Description {
  /** What it says against a request. */
  objections(request: Described): readonly string[];
  /** What it says against an answer of the stand-in's own. */
  objectionsToAnswer(method: string, path: string, status: number, body: unknown): readonly string[];
}

/** Where the description may be: outside this repository, since it is not ours. */
export const descriptionFile =
  process.env['DISCORD_OPENAPI'] ??
  fileURLToPath(new URL('../../../../../shared/specs/discord-openapi.json', import.meta.url));

const contentForm = v.object({ content: v.optional(v.record(v.string(), v.unknown())) });
const operationForm = v.object({
  parameters: v.optional(v.array(v.object({ name: v.string(), in: v.string(), schema: v.unknown() })), []),
  requestBody: v.optional(contentForm),
  responses: v.record(v.string(), v.unknown()),
});
const documentForm = v.object({ paths: v.record(v.string(), v.record(v.string(), v.unknown())) });

/** Reads the description once, or says that there is none. */
export function openDescription(file = descriptionFile): Description | undefined {
  if (!existsSync(file)) return undefined;
  const text = readFileSync(file, 'utf8');
  return (opened ??= describe(JSON.parse(text)));
}
let opened: Description | undefined;

function describe(document: object): Description {
  const { paths } = v.parse(documentForm, document);
  const methods = ['get', 'put', 'post', 'patch', 'delete'];
  const routes = Object.entries(paths).flatMap(([path, operations]) =>
    methods
      .filter((method) => method in operations)
      .map((method) =>
        route(`${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`, () => ({ status: 204 })),
      ),
  );
  const ajv = new Ajv2020({ strict: false, validateSchema: false, allErrors: false, logger: false });
  formats.default(ajv, ['uri', 'date-time']);
  for (const name of ['snowflake', 'nonce', 'int32', 'int64', 'double']) ajv.addFormat(name, true);
  ajv.addSchema(document, 'discord');
  const compiled = new Map<string, ValidateFunction>();

  const validator = (pointer: readonly string[]): ValidateFunction => {
    const reference = pointer
      .map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1')))
      .join('/');
    const known = compiled.get(reference);
    if (known !== undefined) return known;
    const fresh = ajv.compile({ $ref: `discord#/${reference}` });
    compiled.set(reference, fresh);
    return fresh;
  };
  const validate = (pointer: readonly string[], value: unknown): readonly string[] => {
    const check = validator(pointer);
    if (check(value)) return [];
    return (check.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
  };
  const operationOf = (method: string, path: string) => {
    const { found } = find(routes, method, path);
    if (found === undefined) return undefined;
    const template = found.route.path.replaceAll(/:(\w+)/g, '{$1}');
    const verb = method.toLowerCase();
    return { template, verb, operation: v.parse(operationForm, paths[template]?.[verb]) };
  };

  return {
    objections({ method, path, query, body }) {
      const known = operationOf(method, path);
      if (known === undefined) return [`${method} ${path} is not in Discord's description`];
      const { template, verb, operation } = known;
      const here = ['paths', template, verb];
      const asked = [...query].flatMap(([name, value]) => {
        const index = operation.parameters.findIndex((one) => one.in === 'query' && one.name === name);
        if (index < 0) return [`${method} ${template} takes no ${name} in its query`];
        return validate([...here, 'parameters', String(index), 'schema'], valueOf(value));
      });
      if (body === undefined) return asked;
      if (operation.requestBody?.content?.['application/json'] !== undefined)
        return [
          ...asked,
          ...validate([...here, 'requestBody', 'content', 'application/json', 'schema'], body),
        ];
      return Object.keys(Object(body)).length === 0
        ? asked
        : [...asked, `${method} ${template} takes no body`];
    },
    objectionsToAnswer(method, path, status, body) {
      const known = operationOf(method, path);
      if (known === undefined || status >= 400 || body === undefined) return [];
      const { template, verb, operation } = known;
      const response = v.safeParse(contentForm, operation.responses[String(status)]);
      if (!response.success || response.output.content?.['application/json'] === undefined)
        return [`${method} ${template} doesn't answer ${status} with a body`];
      return validate(
        ['paths', template, verb, 'responses', String(status), 'content', 'application/json', 'schema'],
        body,
      );
    },
  };
}

/** A value of a query as what it means; ids stay text. */
function valueOf(text: string): string | number | boolean {
  if (text === 'true' || text === 'false') return text === 'true';
  return /^\d{1,9}$/.test(text) ? Number(text) : text;
}

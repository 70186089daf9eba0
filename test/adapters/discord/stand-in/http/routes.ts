import type { Json } from '../json.ts';

/** A request that has found its route. */
export interface Asked {
  readonly method: string;
  /** Below the version: "/channels/1/messages". */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: unknown;
  /** The names of the files that came with it. */
  readonly files: readonly string[];
  /** What stands in the path where the route has ":name". */
  param(name: string): string;
}

/** What is answered; without a body where there is none. */
export interface Answer {
  readonly status: number;
  readonly body?: Json;
  /** Besides those that every answer has, or in their place. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** One thing that can be asked for. */
export interface Route {
  readonly method: string;
  /** "/channels/:channel/messages" */
  readonly path: string;
  /** Whether it is open to those who know a secret of its path. */
  readonly open: boolean;
  answer(asked: Asked): Answer;
}

/** A route for the bot, named by its method and path. */
export function route(name: string, answer: Route['answer']): Route {
  const [method = '', path = ''] = name.split(' ');
  return { method, path, open: false, answer };
}

/** A route for those who know a secret of its path. */
export function openRoute(name: string, answer: Route['answer']): Route {
  return { ...route(name, answer), open: true };
}

/** Answers with what was asked for. */
export function ok(body: Json): Answer {
  return { status: 200, body };
}

/** Answers that it is done. */
export const done: Answer = { status: 204 };

/** The parameters of a path that a pattern fits; "*" fits anything. */
export function fit(pattern: string, path: string): ReadonlyMap<string, string> | undefined {
  const wanted = pattern.split('/');
  const given = path.split('/');
  if (wanted.length !== given.length) return undefined;
  const params = new Map<string, string>();
  for (const [index, part] of wanted.entries()) {
    const found = given[index] ?? '';
    if (part.startsWith(':')) params.set(part.slice(1), decodeURIComponent(found));
    else if (part !== '*' && part !== found) return undefined;
  }
  return params;
}

/** The route that a request means, what stands in its path, and whether the path is known with another method. */
export function find(routes: readonly Route[], method: string, path: string) {
  const fitting = routes
    .flatMap((route) => {
      const params = fit(route.path, path);
      return params === undefined ? [] : [{ route, params }];
    })
    .sort((one, other) => one.params.size - other.params.size);
  return { known: fitting.length > 0, found: fitting.find(({ route }) => route.method === method) };
}

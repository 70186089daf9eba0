import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { text as readText } from 'node:stream/consumers';
import type { Opening } from '../../../src/adapters/opening.ts';
import { createWebAdapter } from '../../../src/adapters/web/web.ts';
import type { WebAdapter } from '../../../src/adapters/web/web.ts';
import { createTranslations } from '../../../src/translations.ts';
import { createFakeDesk, fakeListings } from '../../fakes/desk.ts';
import type { FakeDesk } from '../../fakes/desk.ts';

/** Translations for tests of the page. */
export const translations = createTranslations();

/** The page on a free port of loopback, with a desk behind it. */
export interface OpenPage {
  readonly adapter: WebAdapter;
  readonly desk: FakeDesk;
  readonly port: number;
  /** Names of the events that were logged. */
  readonly logged: readonly string[];
  ask(path: string, options?: RequestOptions): Promise<Answered>;
  [Symbol.asyncDispose](): Promise<void>;
}

/** A request; `body` other than a string is sent as JSON. */
export interface RequestOptions {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** What came back. */
export interface Answered {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  /** Name and value of each cookie that was set. */
  readonly cookies: string;
}

/** Starts the page. */
export async function openPage(
  parts: { host?: string; password?: string; openings?: readonly Opening[]; now?: () => Date } = {},
): Promise<OpenPage> {
  const desk = createFakeDesk();
  const logged: string[] = [];
  const log = { error: (_values: unknown, event: string) => void logged.push(event) };
  const adapter = createWebAdapter({ host: '127.0.0.1', port: 0, ...parts, translations, log });
  await adapter.start(fakeListings, desk);
  const port = Number(new URL(adapter.address()).port);
  return {
    adapter,
    desk,
    port,
    logged,
    ask: (path, options) => ask(port, path, options),
    [Symbol.asyncDispose]: () => adapter.stop(),
  };
}

/** Sends a request over a connection of its own; unlike `fetch` it lets tests choose Host and Origin. */
export async function ask(port: number, path: string, options: RequestOptions = {}): Promise<Answered> {
  const response = await open(port, path, options);
  const cookies = (response.headers['set-cookie'] ?? []).map((cookie) => cookie.split(';')[0]).join('; ');
  const body = await readText(response);
  return { status: response.statusCode ?? 0, headers: response.headers, body, cookies };
}

/** Sends a request and gives the response as soon as it begins. */
export async function open(
  port: number,
  path: string,
  { method, headers = {}, body }: RequestOptions = {},
): Promise<IncomingMessage> {
  const isJson = body !== undefined && typeof body !== 'string';
  const request = httpRequest({
    host: '127.0.0.1',
    port,
    path,
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    headers: { ...(isJson && { 'content-type': 'application/json' }), ...headers },
    agent: false,
  });
  request.end(isJson ? JSON.stringify(body) : body);
  const [response]: IncomingMessage[] = await once(request, 'response');
  if (response === undefined) throw new Error('no response');
  return response;
}

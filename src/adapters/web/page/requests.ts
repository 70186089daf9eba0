import type { LanguageTag } from '../../../language/language.ts';
import type { Suggestion } from '../../../chat/adapter.ts';
import type { PageText } from '../texts.ts';
import type { WireMessage, WirePage, WireReply, WireSuggestions } from '../wire.ts';

/** What a reader asks: a text, or the command of a button. */
export type Asked =
  | { readonly text: string }
  | { readonly command: string; readonly options: Readonly<Record<string, string | number | boolean>> };

/** Asks for values of an option. */
export interface AskedSuggestions {
  readonly command: string;
  readonly option: string;
  readonly typed: string;
}

/** A request that did not get its answer, and what to tell the reader. */
export class RequestProblem extends Error {
  override readonly name = 'RequestProblem';
  readonly text: PageText;

  constructor(text: PageText, options?: ErrorOptions) {
    super(text, options);
    this.text = text;
  }
}

/**
 * What the page learns about Kiosk.
 * @param query `language`: in this language; `locale`: in the reader's own, which may be this one
 * @throws {RequestProblem}
 */
export async function loadPage(query: { language: LanguageTag } | { locale: string }): Promise<WirePage> {
  const response = await send(`/api/page?${new URLSearchParams(query).toString()}`, {});
  const page: WirePage = await response.json();
  return page;
}

/** @throws {RequestProblem} also when it was given up by `signal` */
export async function call(asked: Asked, language: LanguageTag, signal: AbortSignal): Promise<WireMessage> {
  const response = await send('/api/call', { ...post({ ...asked, language }), signal });
  const { message }: WireReply = await response.json();
  return message;
}

/** @throws {RequestProblem} also when it was given up by `signal` */
export async function suggest(
  asked: AskedSuggestions,
  language: LanguageTag,
  signal: AbortSignal,
): Promise<readonly Suggestion[]> {
  const response = await send('/api/suggest', { ...post({ ...asked, language }), signal });
  const { suggestions }: WireSuggestions = await response.json();
  return suggestions;
}

/** Ends the session. @throws {RequestProblem} */
export async function signOut(): Promise<void> {
  await send('/sign-out', { method: 'POST' });
}

function post(body: object): RequestInit {
  return { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
}

async function send(path: string, init: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(path, init);
  } catch (error) {
    throw new RequestProblem('web.failed', { cause: error });
  }
  if (response.ok) return response;
  if (response.status === 401) throw new RequestProblem('web.sessionEnded');
  throw new RequestProblem(response.status === 413 ? 'web.tooLong' : 'web.failed');
}

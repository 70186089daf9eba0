import type { ServerResponse } from 'node:http';
import type { Json } from '../json.ts';

/** Sends an answer: JSON, a page, or nothing. */
export function send(
  response: ServerResponse,
  status: number,
  body: Json | { readonly html: string } | undefined,
  headers: Readonly<Record<string, string>>,
): void {
  const page = isPage(body) ? body.html : undefined;
  const text = page ?? (body === undefined ? undefined : JSON.stringify(body));
  const type = page === undefined ? 'application/json' : 'text/html';
  response.writeHead(status, {
    ...headers,
    via: '1.1 google',
    ...(text === undefined ? {} : { 'content-type': type }),
  });
  response.end(text);
}

/** Begins an answer that never ends. */
export function stall(response: ServerResponse, status: number): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.write('{');
}

function isPage(body: Json | { readonly html: string } | undefined): body is { readonly html: string } {
  return typeof body === 'object' && body !== null && 'html' in body;
}

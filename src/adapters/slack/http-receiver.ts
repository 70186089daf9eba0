import { isValidSlackRequest } from '@slack/bolt';
import type { App, Receiver } from '@slack/bolt';
import type { Opening } from '../opening.ts';
import type { Refusals } from './refusals.ts';

/** Takes what Slack sends over HTTP, signed, on Kiosk's own web server. */
export interface HttpReceiver extends Receiver {
  readonly opening: Opening;
}

/** Slack's requests are small; a modal with everything in it has some hundred KB. */
const mostBytes = 1_000_000;

/**
 * @param parts.signingSecret with which Slack signs (https://docs.slack.dev/authentication/verifying-requests-from-slack)
 * @param parts.refusals counts what somebody else sent
 */
export function createHttpReceiver(parts: {
  readonly signingSecret: string;
  readonly refusals: Refusals;
}): HttpReceiver {
  const { signingSecret, refusals } = parts;
  let app: App | undefined;
  let isStarted = false;

  function isSigned(body: string, headers: Headers): boolean {
    const signature = headers.get('x-slack-signature') ?? '';
    const timestamp = Number(headers.get('x-slack-request-timestamp') ?? Number.NaN);
    if (signature === '' || !Number.isInteger(timestamp)) return false;
    return isValidSlackRequest({
      signingSecret,
      body,
      headers: { 'x-slack-signature': signature, 'x-slack-request-timestamp': timestamp },
    });
  }

  async function process(body: Record<string, unknown>, headers: Headers): Promise<Response> {
    if (app === undefined || !isStarted) return new Response('', { status: 503 });
    const { promise, resolve } = Promise.withResolvers<Response>();
    const retryNum = headers.get('x-slack-retry-num');
    const retryReason = headers.get('x-slack-retry-reason');
    const processing = app.processEvent({
      body,
      async ack(response) {
        if (response === undefined || response === '') resolve(new Response(''));
        else resolve(typeof response === 'string' ? new Response(response) : Response.json(response));
      },
      ...(retryNum !== null && { retryNum: Number(retryNum) }),
      ...(retryReason !== null && { retryReason }),
    });
    // What nobody listens to, nobody acknowledges.
    const leave = () => resolve(new Response('', { status: 404 }));
    processing.then(leave, leave);
    return promise;
  }

  return {
    init(started) {
      app = started;
    },
    async start() {
      isStarted = true;
    },
    async stop() {
      isStarted = false;
      refusals.tell();
    },
    opening: {
      path: '/slack/events',
      mostBytes,
      async answer(request) {
        if (request.method !== 'POST') return new Response('', { status: 405, headers: { allow: 'POST' } });
        const text = await request.text();
        if (!isSigned(text, request.headers)) {
          refusals.note();
          return new Response('', { status: 401 });
        }
        const body = parse(text, request.headers.get('content-type') ?? '');
        if (body === undefined) return new Response('', { status: 400 });
        if (body['type'] === 'url_verification') return Response.json({ challenge: body['challenge'] });
        if ('ssl_check' in body) return new Response('');
        return process(body, request.headers);
      },
    },
  };
}

/** Events come as JSON, commands as a form, and buttons as JSON in a form. */
function parse(text: string, contentType: string): Record<string, unknown> | undefined {
  if (contentType.includes('json')) return parseJson(text);
  const form = Object.fromEntries(new URLSearchParams(text));
  return form['payload'] === undefined ? form : parseJson(form['payload']);
}

function parseJson(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

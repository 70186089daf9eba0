import { once } from 'node:events';
import { createServer } from 'node:http';
import { REST } from 'discord.js';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { deliveryError } from '../../../src/adapters/discord/failures.ts';

/** What is answered: the path says with which status, and what in the body. */
const server = createServer((request, response) => {
  const [, , , status = '', body = ''] = (request.url ?? '').split('/');
  const isPage = body === 'page';
  response.writeHead(Number(status), { 'content-type': isPage ? 'text/html' : 'application/json' });
  response.end(isPage ? '<h1>Blocked</h1>' : JSON.stringify({ code: Number(body), message: 'no' }));
});

beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterAll(() => server.close());

/** What becomes of a delivery that is answered so. */
async function failed(status: number, body: string) {
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const rest = new REST({ api: `http://127.0.0.1:${port}/api`, retries: 0 }).setToken('token');
  const error: unknown = await rest.get(`/${status}/${body}`).catch((error: unknown) => error);
  return deliveryError(error);
}

it.each([
  [403, '50013', true],
  [400, '50035', true],
  [404, '0', true],
  [500, '0', false],
  // What stands before Discord says so, and not Discord.
  [403, '40333', false],
  [403, 'page', false],
  [404, 'page', false],
  [400, '20022', false],
  [400, '30046', false],
])('an answer of %i with %s lasts: %s', async (status, body, lasts) => {
  expect((await failed(status, body)).permanent).toBe(lasts);
});

import { createServer } from 'node:net';
import { once } from 'node:events';
import { describe, expect, test } from 'vitest';
import { createWebAdapter } from '../../../src/adapters/web/web.ts';
import { UserError } from '../../../src/errors.ts';
import { createFakeDesk, fakeListings } from '../../fakes/desk.ts';
import { ask, openPage, translations } from './open.ts';

const silent = { error() {} };

describe('headers', () => {
  test.each(['/', '/page.css', '/page/page.ts', '/api/page', '/healthz', '/nowhere', '/api/nowhere'])(
    '%s lets nothing foreign in',
    async (path) => {
      await using page = await openPage();
      const { headers } = await page.ask(path);
      const policy = String(headers['content-security-policy']);
      const directives = policy.split(/;\s*/);
      expect(directives).toEqual(
        expect.arrayContaining([
          "default-src 'none'",
          "script-src 'self'",
          "style-src 'self'",
          "connect-src 'self'",
          "img-src 'self'",
          "base-uri 'none'",
          "form-action 'self'",
          "frame-ancestors 'none'",
          "require-trusted-types-for 'script'",
          "trusted-types 'none'",
        ]),
      );
      expect(policy).not.toMatch(/unsafe|https?:|\*/);
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
      });
      expect(headers['permissions-policy']).toContain('camera=()');
    },
  );

  test('keep replies and the page out of caches, and let files be asked for again', async () => {
    await using page = await openPage();
    for (const path of ['/', '/api/page', '/nowhere']) {
      expect((await page.ask(path)).headers['cache-control']).toBe('no-store');
    }
    const { headers } = await page.ask('/page.css');
    expect(headers['cache-control']).toBe('no-cache');
    const again = await page.ask('/page.css', { headers: { 'if-none-match': String(headers.etag) } });
    expect(again).toMatchObject({ status: 304, body: '' });
  });
});

describe('Host', () => {
  test('answers to the names of loopback', async () => {
    await using page = await openPage();
    for (const name of ['127.0.0.1', 'localhost', '[::1]', 'LOCALHOST']) {
      expect((await page.ask('/', { headers: { host: `${name}:${page.port}` } })).status).toBe(200);
    }
  });

  test('refuses foreign names that lead here, other ports, and none', async () => {
    await using page = await openPage();
    for (const host of [
      'rebound.example',
      `rebound.example:${page.port}`,
      'localhost',
      'localhost:1',
      '127.0.0.1.example',
    ]) {
      for (const path of ['/', '/api/page', '/page.css']) {
        expect(
          (await page.ask(path, { headers: { host } })).status,
          `${host} ${path}`,
        ).toBeGreaterThanOrEqual(400);
      }
    }
    expect((await page.ask('/', { headers: { host: 'rebound.example' } })).status).toBe(403);
  });
});

describe('other sites', () => {
  const body = { text: 'hello', language: 'en' };

  test('may not call, whatever they say', async () => {
    await using page = await openPage();
    const own = `http://127.0.0.1:${page.port}`;
    const foreign: Record<string, string>[] = [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site', origin: own },
      { origin: 'https://elsewhere.example' },
      { origin: `http://127.0.0.1:${page.port + 1}` },
      { origin: 'null' },
    ];
    for (const headers of foreign) {
      const { status } = await page.ask('/api/call', { body, headers });
      expect({ headers, status }).toEqual({ headers, status: 403 });
    }
    expect((await page.ask('/api/posts', { headers: { 'sec-fetch-site': 'cross-site' } })).status).toBe(403);
    expect((await page.ask('/api/page', { headers: { 'sec-fetch-site': 'same-site' } })).status).toBe(403);
    expect(page.desk.asked).toHaveLength(0);
    const headers = { origin: own, 'sec-fetch-site': 'same-origin' };
    expect((await page.ask('/api/call', { body, headers })).status).toBe(200);
  });

  test('may link here, without making the reader a stranger', async () => {
    await using page = await openPage();
    const { status, cookies } = await page.ask('/', { headers: { 'sec-fetch-site': 'cross-site' } });
    expect({ status, cookies }).toEqual({ status: 200, cookies: '' });
  });
});

describe('an address of other machines', () => {
  test('has no page as long as there is no password', async () => {
    await using page = await openPage({ host: '0.0.0.0' });
    for (const path of ['/', '/api/page', '/page/page.ts', '/sign-in']) {
      const { status, body } = await page.ask(path, { headers: { 'accept-language': 'de' } });
      expect(status).toBe(503);
      expect(body).toContain('WEB_PASSWORD');
      expect(body).toContain('abgeschaltet');
    }
    expect((await page.ask('/api/call', { body: { text: 'hello', language: 'en' } })).status).toBe(503);
    expect(page.desk.asked).toHaveLength(0);
    expect(await page.ask('/healthz')).toMatchObject({ status: 200, body: 'ok' });
  });
});

describe('starting and stopping', () => {
  test('says where it is and leaves the port when it stops', async () => {
    const page = await openPage();
    const address = page.adapter.address();
    expect(address).toBe(`http://127.0.0.1:${page.port}`);
    await page.adapter.stop();
    await using again = await openPageOn(page.port);
    expect(again.address()).toBe(address);
  });

  test('tells the user which port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const adapter = createWebAdapter({ host: '127.0.0.1', port, translations, log: silent });
    const problem = await adapter.start(fakeListings, createFakeDesk()).catch((error: unknown) => error);
    expect(problem).toBeInstanceOf(UserError);
    expect(problem).toMatchObject({ key: 'web.portInUse', values: { port: String(port) } });
    await adapter.stop();
    other.close();
  });

  test('tells the user which host is not this machine’s', async () => {
    // 192.0.2.0/24 is for documentation and nobody's address (RFC 5737).
    const adapter = createWebAdapter({ host: '192.0.2.1', port: 0, translations, log: silent });
    await expect(adapter.start(fakeListings, createFakeDesk())).rejects.toMatchObject({
      key: 'web.hostUnknown',
    });
  });
});

async function openPageOn(port: number) {
  const adapter = createWebAdapter({ host: '127.0.0.1', port, translations, log: silent });
  await adapter.start(fakeListings, createFakeDesk());
  expect((await ask(port, '/healthz')).status).toBe(200);
  return { ...adapter, [Symbol.asyncDispose]: () => adapter.stop() };
}

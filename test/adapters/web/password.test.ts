import { describe, expect, test } from 'vitest';
import { createDoor } from '../../../src/adapters/web/door.ts';
import { openPage } from './open.ts';
import type { OpenPage } from './open.ts';

const password = 'three dry umbrellas';
const form = { 'content-type': 'application/x-www-form-urlencoded' };

function signIn(page: OpenPage, given: string, headers: Readonly<Record<string, string>> = {}) {
  const body = new URLSearchParams({ password: given }).toString();
  return page.ask('/sign-in', { method: 'POST', body, headers: { ...form, ...headers } });
}

describe.each(['127.0.0.1', '0.0.0.0'])('a page with a password on %s', (host) => {
  test('shows nobody anything but the way in', async () => {
    await using page = await openPage({ host, password });
    expect(await page.ask('/')).toMatchObject({ status: 303, headers: { location: '/sign-in' } });
    for (const path of ['/api/page', '/api/posts']) expect((await page.ask(path)).status).toBe(401);
    const call = await page.ask('/api/call', { body: { text: 'hello', language: 'en' } });
    expect(call.status).toBe(401);
    expect(page.desk.asked).toHaveLength(0);
    const door = await page.ask('/sign-in', { headers: { 'accept-language': 'fr' } });
    expect(door.status).toBe(200);
    expect(door.body).toContain('Mot de passe');
  });

  test('lets in who knows it, until they leave', async () => {
    await using page = await openPage({ host, password });
    const entered = await signIn(page, password);
    expect(entered).toMatchObject({ status: 303, headers: { location: '/' } });
    expect(String(entered.headers['set-cookie'])).toMatch(
      /kiosk_session=[\w-]{22}; Max-Age=43200; .*HttpOnly; SameSite=Strict/,
    );
    expect(String(entered.headers['set-cookie'])).not.toContain('Secure');
    const headers = { cookie: entered.cookies };
    expect((await page.ask('/', { headers })).status).toBe(200);
    await page.ask('/api/call', { body: { text: 'hello', language: 'en' }, headers });
    expect(page.desk.asked).toMatchObject([{ caller: { manager: true } }]);
    await page.ask('/sign-out', { method: 'POST', headers });
    expect((await page.ask('/api/page', { headers })).status).toBe(401);
  });

  test('keeps out who doesn’t, and lets them wait after five tries', async () => {
    await using page = await openPage({ host, password });
    for (let attempt = 0; attempt < 5; attempt += 1) {
      const { status, body, cookies } = await signIn(page, `${password}?`);
      expect({ status, cookies }).toEqual({ status: 401, cookies: '' });
      expect(body).toContain('role="alert"');
      expect(body).not.toContain(password);
    }
    expect((await signIn(page, password)).status).toBe(429);
  });
});

test('a session is secure where the browser speaks https to a proxy', async () => {
  await using page = await openPage({ host: '0.0.0.0', password });
  const headers = { host: 'news.example', origin: 'https://news.example', 'sec-fetch-site': 'same-origin' };
  expect(String((await signIn(page, password, headers)).headers['set-cookie'])).toContain('Secure');
});

test('on an address of other machines any Host will do, but Origin has to equal it', async () => {
  await using page = await openPage({ host: '0.0.0.0', password });
  const host = 'news.example';
  expect((await signIn(page, password, { host, origin: 'https://elsewhere.example' })).status).toBe(403);
  expect((await signIn(page, password, { host, origin: 'null' })).status).toBe(403);
  expect((await signIn(page, password, { host, origin: 'https://news.example' })).status).toBe(303);
});

test('on loopback the password does not open the page to foreign names', async () => {
  await using page = await openPage({ password });
  expect((await signIn(page, password, { host: 'rebound.example' })).status).toBe(403);
});

test('a form that is no form, or far too large, is refused', async () => {
  await using page = await openPage({ password });
  expect((await page.ask('/sign-in', { body: { password } })).status).toBe(401);
  expect((await signIn(page, 'x'.repeat(10_000))).status).toBe(413);
});

describe('a door', () => {
  test('closes a session after twelve hours', () => {
    const { enter, isOpen, wait } = door();
    expect(enter(password, '192.0.2.7')).toEqual({ token: 'id1' });
    wait(12 * 60 - 1);
    expect(isOpen('id1')).toBe(true);
    wait(1);
    expect(isOpen('id1')).toBe(false);
    expect(isOpen(undefined)).toBe(false);
  });

  test('counts wrong passwords by address, and an IPv6 network as one', () => {
    const { enter, wait } = door();
    for (const host of [1, 2, 3, 4, 5]) expect(enter('wrong', `2001:db8:1:2::${host}`)).toBe('wrong');
    expect(enter(password, '2001:db8:1:2:ffff::9')).toBe('wait');
    expect(enter('wrong', '2001:db8:1:3::1')).toBe('wrong');
    expect(enter('wrong', '::ffff:192.0.2.7')).toBe('wrong');
    wait(5);
    expect(enter(password, '2001:db8:1:2::1')).toEqual({ token: 'id1' });
  });
});

function door() {
  let minutes = 0;
  let ids = 0;
  const made = createDoor({
    password,
    now: () => new Date(Date.UTC(2026, 0, 1, 0, minutes)),
    createId: () => `id${(ids += 1)}`,
  });
  return { ...made, wait: (some: number) => (minutes += some) };
}

import { request } from 'node:http';
import { describe, expect, test } from 'vitest';
import type { WirePage } from '../../../src/adapters/web/wire.ts';
import { openPage } from './open.ts';

describe('calls', () => {
  test('reach the desk as typed and bring back its message', async () => {
    await using page = await openPage();
    const { status, body } = await page.ask('/api/call', { body: { text: ' Hé, "was"? ', language: 'fr' } });
    expect(status).toBe(200);
    expect(page.desk.asked).toMatchObject([{ text: ' Hé, "was"? ', locale: 'fr' }]);
    expect(JSON.parse(body)).toMatchObject({ message: { language: 'fr' } });
  });

  test('of buttons reach the desk as commands; buttons say what they type', async () => {
    await using page = await openPage();
    const command = { command: 'story', options: { story: 'a', count: 3, whole: true }, language: 'de' };
    const { body } = await page.ask('/api/call', { body: command });
    expect(page.desk.asked).toMatchObject([{ command: 'story', options: command.options, locale: 'de' }]);
    expect(body).toContain('"typed":"/thema Ferry strike ends"');
  });

  test('come from the same reader as long as the browser keeps its cookie', async () => {
    await using page = await openPage();
    const { cookies, headers } = await page.ask('/api/page');
    expect(String(headers['set-cookie'])).toMatch(/kiosk_reader=[\w-]{22};.*HttpOnly;.*SameSite=Strict/);
    const body = { text: 'hello', language: 'en' };
    const known = await page.ask('/api/call', { body, headers: { cookie: cookies } });
    await page.ask('/api/call', { body, headers: { cookie: cookies } });
    await page.ask('/api/call', { body });
    expect(known.cookies).toBe('');
    const [first, second, stranger] = page.desk.asked;
    const id = cookies.replace('kiosk_reader=', '');
    expect(first).toMatchObject({ caller: { id: `web:${id}`, manager: true }, channel: `web:${id}` });
    expect(second?.caller.id).toBe(first?.caller.id);
    expect(stranger?.caller.id).not.toBe(first?.caller.id);
  });

  test('with 20,000 characters of any script pass, even when JSON escapes each', async () => {
    await using page = await openPage();
    const text = '🗞'.repeat(20_000);
    expect((await page.ask('/api/call', { body: { text, language: 'en' } })).status).toBe(200);
    const escaped = JSON.stringify({ text, language: 'en' }).replace(
      /[^ -~]/g,
      (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
    const headers = { 'content-type': 'application/json' };
    expect((await page.ask('/api/call', { method: 'POST', body: escaped, headers })).status).toBe(200);
    expect(page.desk.asked.map((asked) => 'text' in asked && asked.text === text)).toEqual([true, true]);
  });

  test('that are too large are refused', async () => {
    await using page = await openPage();
    const { status } = await page.ask('/api/call', { body: { text: 'a'.repeat(300_000), language: 'en' } });
    expect(status).toBe(413);
  });

  test.each([
    '',
    '{',
    'null',
    '[]',
    '{"text":1,"language":"en"}',
    '{"text":"a"}',
    '{"text":"a","language":"xx"}',
    '{"text":"a","language":"en","more":1}',
    '{"command":"ask","options":{"a":{}},"language":"en"}',
  ])('of the wrong shape are refused: %s', async (body) => {
    await using page = await openPage();
    const headers = { 'content-type': 'application/json', 'accept-language': 'fr' };
    const answered = await page.ask('/api/call', { method: 'POST', body, headers });
    expect(answered.status).toBe(400);
    expect(JSON.parse(answered.body)).toEqual({ error: 'Kiosk n’a pas pu lire cette requête.' });
    expect(page.desk.asked).toHaveLength(0);
  });

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'application/jsonp', ''])(
    'that are not declared as JSON are refused: %s',
    async (type) => {
      await using page = await openPage();
      const options = {
        method: 'POST',
        body: '{"text":"a","language":"en"}',
        headers: { 'content-type': type },
      };
      expect((await page.ask('/api/call', options)).status).toBe(415);
    },
  );

  test('are given up when the browser hangs up', async () => {
    await using page = await openPage();
    const never = Promise.withResolvers<never>();
    page.desk.reply(() => never.promise);
    const body = JSON.stringify({ text: 'hello', language: 'en' });
    const headers = { 'content-type': 'application/json', 'content-length': body.length };
    const hangingUp = request({
      host: '127.0.0.1',
      port: page.port,
      path: '/api/call',
      method: 'POST',
      headers,
    });
    hangingUp.on('error', () => {});
    hangingUp.end(body);
    await expect.poll(() => page.desk.asked.length).toBe(1);
    expect(page.desk.asked[0]?.signal?.aborted).toBe(false);
    hangingUp.destroy();
    await expect.poll(() => page.desk.asked[0]?.signal?.aborted).toBe(true);
  });

  test('that fail say so without saying how', async () => {
    await using page = await openPage();
    page.desk.reply(() => Promise.reject(new Error('secret of the house')));
    const { status, body } = await page.ask('/api/call', { body: { text: 'hello', language: 'en' } });
    expect(status).toBe(500);
    expect(body).toBe('{"error":"Something went wrong here. Please try again."}');
    expect(page.logged).toEqual(['web.fault']);
  });
});

describe('suggestions', () => {
  test('come from the desk', async () => {
    await using page = await openPage();
    const body = { command: 'story', option: 'story', typed: 'ferry', language: 'en' };
    const answered = await page.ask('/api/suggest', { body });
    expect(JSON.parse(answered.body)).toEqual({
      suggestions: [{ value: 'Ferry strike ends', label: 'Ferry strike ends' }],
    });
    expect(page.desk.askedSuggestions).toMatchObject([{ option: 'story', typed: 'ferry', locale: 'en' }]);
  });
});

describe('the page', () => {
  test('comes in the reader’s choice, then in the browser’s language, then in English', async () => {
    await using page = await openPage();
    const german = await page.ask('/', { headers: { 'accept-language': 'pl, de-AT;q=0.9, fr;q=0.8' } });
    expect(german.body).toContain('<html lang="de"');
    expect((await page.ask('/')).body).toContain('<html lang="en"');
    const { cookies } = await page.ask('/api/page');
    const headers = { cookie: cookies, 'accept-language': 'de' };
    const choice = { command: 'language', options: { language: 'fr' }, language: 'de' };
    await page.ask('/api/call', { body: choice, headers });
    expect((await page.ask('/', { headers })).body).toContain('<html lang="fr"');
    expect((await page.ask('/api/page?locale=de', { headers })).body).toContain('"language":"fr"');
    expect((await page.ask('/api/page?language=de', { headers })).body).toContain('"language":"de"');
  });

  test('learns its texts and commands in one language', async () => {
    await using page = await openPage();
    const answered: WirePage = JSON.parse((await page.ask('/api/page?language=de')).body);
    expect(answered.texts['web.send']).toBe('Senden');
    expect(answered.languages).toEqual(expect.arrayContaining(['de', 'en', 'fr']));
    expect(answered.listings.map(({ name }) => name)).toEqual(['fragen', 'thema', 'sprache']);
  });

  test('consists of files without types, and of nothing inline', async () => {
    await using page = await openPage();
    const { body } = await page.ask('/');
    expect(body).not.toMatch(/<style|<script(?![^>]* src=)|\son\w+=|style=|javascript:/i);
    const scripts = ['/page/page.ts', '/page/render.ts', '/chat/quotation.ts', '/chat/dates.ts'];
    for (const path of scripts) {
      const { headers, body: script } = await page.ask(path);
      expect(headers['content-type']).toBe('text/javascript; charset=utf-8');
      expect(script).not.toMatch(/import type|interface /);
    }
    expect((await page.ask('/icon.svg')).headers['content-type']).toBe('image/svg+xml');
  });

  test('takes its appearance from a cookie that may only say dark or light', async () => {
    await using page = await openPage();
    const dark = await page.ask('/', { headers: { cookie: 'kiosk_theme=dark' } });
    expect(dark.body).toContain('data-theme="dark"');
    const hostile = await page.ask('/', { headers: { cookie: 'kiosk_theme="><script>' } });
    expect(hostile.body).not.toContain('data-theme');
  });

  test('has nothing at other addresses, and says so in the browser’s language', async () => {
    await using page = await openPage();
    const headers = { 'accept-language': 'de' };
    const html = await page.ask('/<b>nowhere', { headers });
    expect(html.status).toBe(404);
    expect(html.headers['content-type']).toContain('text/html');
    expect(html.body).toContain('Hier gibt es nichts.');
    const json = await page.ask('/api/nowhere', { headers });
    expect(json).toMatchObject({ status: 404, body: '{"error":"Hier gibt es nichts."}' });
    for (const path of ['/page/../web.ts', '/page/%2e%2e/web.ts', '/page/', '/web.ts']) {
      expect((await page.ask(path)).status).toBe(404);
    }
  });
});

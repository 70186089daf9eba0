import { describe, expect, it } from 'vitest';
import { createGuard } from '../../../src/sources/web/guard.ts';
import { redirecting } from '../faults.ts';
import { failsWith, openLoopback, signal } from './loopback.ts';

const { start, startRaw, client } = openLoopback();

/** A server that sends on from one path to another, and has a document everywhere else. */
const chain = (steps: Readonly<Record<string, readonly [number, string]>>) =>
  start((request, response) => {
    const [status, location] = steps[request.url ?? ''] ?? [];
    if (status === undefined || location === undefined) response.end('there');
    else redirecting(location, status)(request, response);
  });

describe('redirects', () => {
  it('are followed, relative ones too', async () => {
    const server = await chain({ '/x/a': [302, 'b'], '/x/b': [303, '../c?d'], '/c?d': [307, '?e#f'] });
    const fetched = await client().fetch(`${server.url}/x/a`, { signal });
    expect(fetched).toMatchObject({ url: `${server.url}/c?e` });
    expect(server.asked).toEqual(['/x/a', '/x/b', '/c?d', '/c?e']);
  });

  it('are followed five times, and no more', async () => {
    const server = await start((request, response) => {
      const step = Number(request.url?.slice(1));
      if (step === 5) response.end();
      else response.writeHead(302, { location: `/${step + 1}` }).end();
    });
    const fetcher = client();
    expect(await fetcher.fetch(`${server.url}/0`, { signal })).toMatchObject({ url: `${server.url}/5` });
    server.asked.length = 0;
    await expect(fetcher.fetch(`${server.url}/6`, { signal })).rejects.toEqual(
      failsWith('sources.redirects'),
    );
    expect(server.asked).toEqual(['/6', '/7', '/8', '/9', '/10', '/11']);
  });

  it.each([
    ['/a b', '/a%20b'],
    ['  /a ', '/a'],
    ['/übung?ä=ß', '/%C3%BCbung?%C3%A4=%C3%9F'],
    ['/caf%E9', '/caf%E9'],
    ['/a#b', '/a'],
    ['./', '/'],
  ])('are understood as browsers do: %j leads to %s', async (location, path) => {
    const server = await chain({ '/start': [302, location] });
    await client().fetch(`${server.url}/start`, { signal });
    expect(server.asked.at(-1)).toBe(path);
  });

  it('without a way to go are an answer of no use', async () => {
    const server = await start((_, response) => response.writeHead(302).end());
    await expect(client().fetch(server.url, { signal })).rejects.toEqual(failsWith('sources.badAnswer'));
  });

  it('with two ways to go are followed nowhere', async () => {
    const server = await startRaw('HTTP/1.1 302 Found\r\nLocation: /a\r\nLocation: /b\r\n\r\n');
    await expect(client().fetch(server.url, { signal })).rejects.toEqual(failsWith('sources.badAnswer'));
    expect(server.asked).toEqual(['/']);
  });

  it.each([
    ['http://10.0.0.1/', 'sources.privateAddress'],
    ['http://127.0.0.1/', 'sources.privateAddress'],
    ['//127.0.0.1/', 'sources.privateAddress'],
    ['http://[::ffff:10.0.0.1]/', 'sources.privateAddress'],
    ['http://[::1]/', 'sources.privateAddress'],
    ['http://169.254.169.254/latest', 'sources.privateAddress'],
    ['http://0x0a000001/', 'sources.privateAddress'],
    ['http://localhost/', 'sources.privateAddress'],
    ['http://user:secret@public.example/', 'sources.credentials'],
    ['http://public.example:6667/', 'sources.port'],
    ['file:///etc/passwd', 'sources.invalidAddress'],
    ['data:text/plain,x', 'sources.invalidAddress'],
    ['http://[::1%25lo]/', 'sources.invalidAddress'],
    [`/${'x'.repeat(9000)}`, 'sources.invalidAddress'],
  ])('lead nowhere that may not be asked for: %s', async (location, key) => {
    const server = await start(redirecting(location));
    const fetcher = client({ allowPrivateHosts: ['public.example'], guard: publicOnly() });
    const reading = fetcher.fetch(`http://public.example:${server.port}/`, { signal });
    await expect(reading).rejects.toEqual(failsWith(key));
    expect(server.asked).toEqual(['/']);
  });

  it('of an answer that goes on for ever are followed at once', async () => {
    const server = await start((request, response) => {
      if (request.url === '/end') return response.end('there');
      response.writeHead(302, { location: '/end' }).write('more to come');
    });
    expect(await client().fetch(server.url, { signal })).toMatchObject({ url: `${server.url}/end` });
  });

  it('together take no longer than one answer may', async () => {
    const server = await start((request, response) => {
      // Each of the two is soon enough.
      setTimeout(() => {
        if (request.url === '/end') response.end('too late');
        else response.writeHead(302, { location: '/end' }).end();
      }, 100);
    });
    const reading = client({ timeouts: { headers: 150 } }).fetch(server.url, { signal });
    await expect(reading).rejects.toEqual(failsWith('sources.timeout'));
  });
});

/** Opens one name only, which is this machine; every other is resolved by the system. */
function publicOnly() {
  return createGuard(['public.example'], (name, _, done) =>
    done(null, [{ address: name === 'public.example' ? '127.0.0.1' : '10.0.0.1', family: 4 }]),
  );
}

describe('a move', () => {
  it.each([
    ['none', {}, undefined],
    ['a permanent one', { '/': [301, '/b'] }, '/b'],
    ['the other permanent one', { '/': [308, '/b'] }, '/b'],
    ['several', { '/': [301, '/b'], '/b': [308, '/c'] }, '/c'],
    ['a temporary one', { '/': [302, '/b'] }, undefined],
    ['as far as it is permanent', { '/': [301, '/b'], '/b': [302, '/c'] }, '/b'],
    ['not behind a temporary one', { '/': [307, '/b'], '/b': [301, '/c'] }, undefined],
  ] as const)('is told: %s', async (_, steps, expected) => {
    const server = await chain(steps);
    const fetched = await client().fetch(server.url, { signal });
    expect(fetched.movedTo).toBe(expected === undefined ? undefined : `${server.url}${expected}`);
  });

  it('is told of a document that didn’t change, too', async () => {
    const server = await start((request, response) => {
      if (request.url === '/') return response.writeHead(301, { location: '/b' }).end();
      const isKnown = request.headers['if-none-match'] === '"v1"';
      response.writeHead(isKnown ? 304 : 200, { etag: '"v1"' }).end();
    });
    const fetcher = client();
    const { bookmark = '' } = await fetcher.fetch(server.url, { signal });
    expect(await fetcher.fetch(server.url, { signal, bookmark })).toMatchObject({
      kind: 'unmodified',
      movedTo: `${server.url}/b`,
    });
  });
});

describe('whoever lets an address in', () => {
  it('is asked for each one on the way, and ends the way', async () => {
    const server = await chain({ '/a': [302, '/b'], '/b': [302, '/c'] });
    const asked: string[] = [];
    const admit = async (url: string) => {
      asked.push(url);
      if (url.endsWith('/c')) throw new Error('not there');
    };
    await expect(client().fetch(`${server.url}/a`, { signal, admit })).rejects.toThrow('not there');
    expect(asked).toEqual(['/a', '/b', '/c'].map((path) => server.url + path));
    expect(server.asked).toEqual(['/a', '/b']);
  });
});

describe('a form', () => {
  const form = { 'hub.mode': 'subscribe', 'hub.topic': 'https://a.example/feed?a=b&c' };

  it('is sent as forms are', async () => {
    const got: string[] = [];
    const server = await start(async (request, response) => {
      got.push(`${request.method} ${request.headers['content-type']}`);
      for await (const chunk of request) got.push(String(chunk));
      response.writeHead(202).end();
    });
    expect(await client().post(server.url, form, { signal })).toEqual({ status: 202 });
    expect(got).toEqual([
      'POST application/x-www-form-urlencoded',
      'hub.mode=subscribe&hub.topic=https%3A%2F%2Fa.example%2Ffeed%3Fa%3Db%26c',
    ]);
  });

  it('is sent on where it stays a form', async () => {
    const got: string[] = [];
    const server = await start(async (request, response) => {
      for await (const chunk of request) got.push(`${request.url} ${String(chunk)}`);
      if (request.url === '/') response.writeHead(307, { location: '/b' }).end();
      else if (request.url === '/b') response.writeHead(308, { location: '/c' }).end();
      else response.end();
    });
    expect(await client().post(server.url, { a: '1' }, { signal })).toEqual({ status: 200 });
    expect(got).toEqual(['/ a=1', '/b a=1', '/c a=1']);
  });

  it.each([
    [301, 'sources.badAnswer'],
    [302, 'sources.badAnswer'],
    [303, 'sources.badAnswer'],
    [400, 'sources.badAnswer'],
    [404, 'sources.missing'],
    [503, 'sources.serverFault'],
  ])('is refused otherwise: %i', async (status, key) => {
    const server = await start((_, response) =>
      response.writeHead(status, { location: '/b', 'retry-after': '5' }).end(),
    );
    await expect(client().post(server.url, form, { signal })).rejects.toMatchObject({
      key,
      status,
      retryAfter: 5000,
    });
    expect(server.asked).toEqual(['/']);
  });

  it('is no more sent into a private network than a question', async () => {
    const server = await start(redirecting('http://10.0.0.1/', 307));
    await expect(client().post(server.url, form, { signal })).rejects.toEqual(
      failsWith('sources.privateAddress'),
    );
  });
});

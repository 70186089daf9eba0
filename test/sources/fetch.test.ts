import type { RequestListener } from 'node:http';
import { isIP } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { createFeedSource, createFetcher, type Fetcher, type Timeouts } from '../../src/sources/index.ts';
import { createGuard, type Guard, type Resolve } from '../../src/sources/web/guard.ts';
import { fixture } from './fixture.ts';
import { serve, type TestServer } from './server.ts';

const opened: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((one) => one.close()));
});

async function start(listener: RequestListener): Promise<TestServer> {
  const server = await serve(listener);
  opened.push(server);
  return server;
}

function client(allowPrivateHosts: readonly string[] = ['127.0.0.1'], timeouts?: Partial<Timeouts>): Fetcher {
  const limits = { connect: 5000, headers: 5000, body: 5000, ...timeouts };
  const fetcher = createFetcher({ allowPrivateHosts, userAgent: 'Kiosk test', timeouts: limits });
  opened.push(fetcher);
  return fetcher;
}

const signal = new AbortController().signal;
const failsWith = (key: string) => expect.objectContaining({ name: 'UserError', key });

describe('fetch', () => {
  it('brings a document with where it was, what it is and a bookmark', async () => {
    const server = await start((request, response) => {
      response.setHeader('content-type', 'text/plain; charset=utf-8').setHeader('etag', '"v1"');
      response.end(`hello, ${request.headers['user-agent']}`);
    });
    const fetched = await client().fetch(`${server.url}/a`, { signal });
    expect(fetched).toEqual({
      kind: 'document',
      bytes: Buffer.from('hello, Kiosk test'),
      url: `${server.url}/a`,
      contentType: 'text/plain; charset=utf-8',
      bookmark: expect.any(String),
    });
  });

  it('asks with the bookmark, and learns that nothing changed', async () => {
    const server = await start((request, response) => {
      const same =
        request.headers['if-none-match'] === '"v1"' && request.headers['if-modified-since'] !== undefined;
      response.setHeader('etag', '"v1"').setHeader('last-modified', 'Mon, 23 Nov 2026 08:15:00 GMT');
      response.writeHead(same ? 304 : 200).end(same ? undefined : 'x');
    });
    const fetcher = client();
    const first = await fetcher.fetch(server.url, { signal });
    const bookmark = first.kind === 'document' ? (first.bookmark ?? '') : '';
    expect(await fetcher.fetch(server.url, { signal, bookmark })).toEqual({ kind: 'unmodified' });
  });

  it('follows redirects by hand, relative ones too', async () => {
    const server = await start((request, response) => {
      if (request.url === '/end') response.end('there');
      else response.writeHead(301, { location: request.url === '/a' ? 'b' : '/end' }).end();
    });
    expect(await client().fetch(`${server.url}/a`, { signal })).toMatchObject({ url: `${server.url}/end` });
    expect(server.asked).toEqual(['/a', '/b', '/end']);
  });

  it('gives up on redirects that go in a circle', async () => {
    const server = await start((_, response) => response.writeHead(302, { location: '/again' }).end());
    await expect(client().fetch(server.url, { signal })).rejects.toEqual(failsWith('sources.redirects'));
    expect(server.asked).toHaveLength(6);
  });

  it.each([
    'http://10.0.0.1/',
    'http://[::ffff:10.0.0.1]/',
    'http://169.254.169.254/latest',
    'http://[::1]/',
    'http://0x0a000001/',
  ])('is not led into a private network by a redirect to %s', async (location) => {
    const server = await start((_, response) => response.writeHead(302, { location }).end());
    await expect(client().fetch(server.url, { signal })).rejects.toEqual(failsWith('sources.privateAddress'));
  });

  it('does not connect to the loopback unless it is opened', async () => {
    const server = await start((_, response) => response.end('secret'));
    for (const host of ['127.0.0.1', 'localhost', '[::1]', '2130706433', '127.1']) {
      const reading = client([]).fetch(`http://${host}:${server.port}/`, { signal });
      await expect(reading).rejects.toEqual(failsWith('sources.privateAddress'));
    }
    expect(server.asked).toEqual([]);
    expect(await client(['localhost']).fetch(`http://localhost:${server.port}/`, { signal })).toMatchObject({
      kind: 'document',
    });
    expect(await client(['127.0.0.0/8']).fetch(`${server.url}/`, { signal })).toMatchObject({
      kind: 'document',
    });
  });

  it.each([
    ['file:///etc/passwd', 'sources.invalidAddress'],
    ['gopher://a.example/', 'sources.invalidAddress'],
    ['no address', 'sources.invalidAddress'],
    ['http://user:secret@a.example/', 'sources.credentials'],
  ])('does not read %s', async (url, key) => {
    await expect(client().fetch(url, { signal })).rejects.toEqual(failsWith(key));
  });

  it.each([
    [404, 'sources.gone'],
    [410, 'sources.gone'],
    [403, 'sources.forbidden'],
    [429, 'sources.busy'],
    [503, 'sources.serverFault'],
    [418, 'sources.badAnswer'],
  ])('says what a status of %i means', async (status, key) => {
    const server = await start((_, response) => response.writeHead(status).end('no'));
    await expect(client().fetch(server.url, { signal })).rejects.toEqual(failsWith(key));
  });

  it('stops unpacking what grows too large', async () => {
    const bomb = gzipSync(Buffer.alloc(50_000_000));
    const server = await start((_, response) => response.setHeader('content-encoding', 'gzip').end(bomb));
    const reading = client().fetch(server.url, { signal, maximumBytes: 1_000_000 });
    await expect(reading).rejects.toEqual(failsWith('sources.tooLarge'));
  });

  it('unpacks what is packed', async () => {
    const server = await start((_, response) =>
      response.setHeader('content-encoding', 'gzip').end(gzipSync('hello')),
    );
    expect(await client().fetch(server.url, { signal })).toMatchObject({ bytes: Buffer.from('hello') });
  });

  it('waits only so long for an answer to begin, and to end', async () => {
    const silent = await start(() => undefined);
    await expect(client(undefined, { headers: 50 }).fetch(silent.url, { signal })).rejects.toEqual(
      failsWith('sources.timeout'),
    );
    const endless = await start((_, response) => {
      const dripping = setInterval(() => response.write('x'), 5);
      response.on('close', () => clearInterval(dripping));
    });
    await expect(client(undefined, { body: 100 }).fetch(endless.url, { signal })).rejects.toEqual(
      failsWith('sources.timeout'),
    );
  });

  it('lets a body take longer than an answer may take to begin', async () => {
    const server = await start((_, response) => {
      response.flushHeaders();
      setTimeout(() => response.end('late'), 400);
    });
    const fetched = client(undefined, { headers: 200 }).fetch(server.url, { signal });
    expect(await fetched).toMatchObject({ bytes: Buffer.from('late') });
  });

  it('says so when a server breaks off, is not there, or has no name', async () => {
    const torn = await start((_, response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('x', () => response.destroy());
    });
    await expect(client().fetch(torn.url, { signal })).rejects.toEqual(failsWith('sources.unreachable'));
    await torn.close();
    await expect(client().fetch(torn.url, { signal })).rejects.toEqual(failsWith('sources.unreachable'));
  });

  it('stops when it is told to, with the reason it is given', async () => {
    const stopping = new AbortController();
    const server = await start(() => stopping.abort(new Error('closing')));
    await expect(client().fetch(server.url, { signal: stopping.signal })).rejects.toThrow('closing');
  });
});

const answers =
  (...answer: readonly string[]): Resolve =>
  (_, __, done) =>
    done(
      null,
      answer.map((address) => ({ address, family: isIP(address) })),
    );
const ask = (guard: Guard, name: string, all: boolean) =>
  new Promise((resolve, reject) => {
    guard.lookup(name, { all }, (error, found) => (error === null ? resolve(found) : reject(error)));
  });

describe('the guard', () => {
  it('leaves private answers of a name server aside, and fails where there are no others', async () => {
    const mixed = createGuard([], answers('10.0.0.1', '8.8.8.8', '::1'));
    expect(await ask(mixed, 'a.example', true)).toEqual([{ address: '8.8.8.8', family: 4 }]);
    expect(await ask(mixed, 'a.example', false)).toBe('8.8.8.8');
    const inside = createGuard(['b.example'], answers('10.0.0.1', 'fd00::1'));
    await expect(ask(inside, 'a.example', true)).rejects.toEqual(failsWith('sources.privateAddress'));
    expect(await ask(inside, 'B.example', false)).toBe('10.0.0.1');
  });

  it('looks at the answer that is connected to, whatever was answered before', async () => {
    const server = await start((_, response) =>
      response.writeHead(200, { connection: 'close' }).end('inside'),
    );
    let asked = 0;
    const changing: Resolve = (_, __, done) => {
      asked += 1;
      done(null, [{ address: asked === 1 ? '192.0.2.1' : '127.0.0.1', family: 4 }]);
    };
    const guard = createGuard([], changing);
    const fetcher = createFetcher({ allowPrivateHosts: [], userAgent: 'Kiosk test', guard });
    opened.push(fetcher);
    for (let round = 0; round < 2; round += 1) {
      const reading = fetcher.fetch(`http://rebind.example:${server.port}/`, { signal });
      await expect(reading).rejects.toEqual(failsWith('sources.privateAddress'));
    }
    expect(asked).toBe(2);
    expect(server.asked).toEqual([]);
  });

  it.each([
    '0.0.0.0',
    '10.1.2.3',
    '100.64.0.1',
    '127.0.0.1',
    '168.63.129.16',
    '169.254.169.254',
    '172.31.255.255',
    '192.168.1.1',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:8.8.8.8',
    '64:ff9b::a00:1',
    '2001::1',
    '2002:a00:1::',
    'fc00::1',
    'fd00:ec2::254',
    'fe80::1',
    'ff02::1',
  ])('keeps out of %s', (address) => {
    expect(() => createGuard([]).check(address)).toThrow(failsWith('sources.privateAddress'));
  });

  it.each(['8.8.8.8', '172.32.0.1', '100.128.0.1', '2606:4700::1111', '2a00:1450::1'])(
    'lets %s pass',
    (address) => {
      expect(() => createGuard([]).check(address)).not.toThrow();
    },
  );

  it('opens ranges of both families, and no more', () => {
    const guard = createGuard(['10.1.0.0/16', 'fd00::/8']);
    expect(() => guard.check('10.1.9.9')).not.toThrow();
    expect(() => guard.check('[fd12::1]')).not.toThrow();
    expect(() => guard.check('10.2.0.1')).toThrow(failsWith('sources.privateAddress'));
  });
});

const followed = (url: string) => ({ url, name: 'Gazette', language: 'en' as const });

describe('a feed as a source', () => {
  it('gives articles under the name it is followed by', async () => {
    const server = await start((_, response) => response.setHeader('etag', 'x').end(fixture('rss2.xml')));
    const source = createFeedSource({ followed: followed(server.url), fetcher: client() });
    expect(await source.fetch(undefined, signal)).toMatchObject({
      bookmark: expect.any(String),
      items: [
        { url: 'https://gazette.example/2026/11/night-ferry?utm=1&x=2', source: 'Gazette', language: 'en' },
        { url: 'https://gazette.example/2026/11/supper' },
      ],
    });
  });

  it('gives nothing and keeps its bookmark where nothing changed', async () => {
    const server = await start((_, response) => response.writeHead(304).end());
    const source = createFeedSource({ followed: followed(server.url), fetcher: client() });
    expect(await source.fetch('"v1"\n', signal)).toEqual({ items: [], bookmark: '"v1"\n' });
  });

  it('says so when there is a page instead', async () => {
    const server = await start((_, response) => response.end(fixture('page-en.html')));
    const source = createFeedSource({ followed: followed(server.url), fetcher: client() });
    await expect(source.fetch(undefined, signal)).rejects.toEqual(failsWith('sources.notFeed'));
  });
});

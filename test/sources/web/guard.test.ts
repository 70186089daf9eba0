import { isIP } from 'node:net';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createGuard, type Guard, type Resolve } from '../../../src/sources/web/guard.ts';
import { failsWith, openLoopback, signal } from './loopback.ts';

const { start, client } = openLoopback();

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

describe('a name’s addresses', () => {
  it('are left aside where they are private, and fail where there are no others', async () => {
    const mixed = createGuard([], answers('10.0.0.1', '8.8.8.8', '::1'));
    expect(await ask(mixed, 'a.example', true)).toEqual([{ address: '8.8.8.8', family: 4 }]);
    expect(await ask(mixed, 'a.example', false)).toBe('8.8.8.8');
    const inside = createGuard(['b.example'], answers('10.0.0.1', 'fd00::1'));
    await expect(ask(inside, 'a.example', true)).rejects.toEqual(failsWith('sources.privateAddress'));
    await expect(ask(inside, 'a.example', false)).rejects.toEqual(failsWith('sources.privateAddress'));
    expect(await ask(inside, 'B.example', false)).toBe('10.0.0.1');
  });

  it.each(['fe80::1%eth0', '::1%lo', '2606:4700::1111%eth0', 'no address', ''])(
    'are refused where nobody can tell where they lead: %s',
    async (address) => {
      const guard = createGuard([], answers(address));
      await expect(ask(guard, 'a.example', true)).rejects.toEqual(failsWith('sources.privateAddress'));
    },
  );

  it('are private or not whatever family they are said to be of', async () => {
    const lying = createGuard([], (_, __, done) => done(null, [{ address: '127.0.0.1', family: 6 }]));
    await expect(ask(lying, 'a.example', true)).rejects.toEqual(failsWith('sources.privateAddress'));
  });

  it('count when they are connected to, whatever was answered before', async () => {
    const server = await start((_, response) => response.end('inside'));
    let asked = 0;
    const changing: Resolve = (_, __, done) => {
      asked += 1;
      done(null, [{ address: asked === 1 ? '192.0.2.1' : '127.0.0.1', family: 4 }]);
    };
    const fetcher = client({ guard: createGuard([], changing) });
    for (let round = 0; round < 2; round += 1) {
      const reading = fetcher.fetch(`http://rebind.example:${server.port}/`, { signal });
      await expect(reading).rejects.toEqual(failsWith('sources.privateAddress'));
    }
    expect(asked).toBe(2);
    expect(server.asked).toEqual([]);
  });

  it('are asked for again with each redirect to the same name', async () => {
    const server = await start((_, response) => response.writeHead(302, { location: '/again' }).end());
    let asked = 0;
    const guard = createGuard(['127.0.0.1'], (_, __, done) => {
      asked += 1;
      done(null, [{ address: asked === 1 ? '127.0.0.1' : '10.0.0.1', family: 4 }]);
    });
    const reading = client({ guard }).fetch(`http://rebind.example:${server.port}/`, { signal });
    await expect(reading).rejects.toEqual(failsWith('sources.privateAddress'));
    expect(server.asked).toEqual(['/']);
  });

  it('are all tried until one answers', async () => {
    const server = await start((_, response) => response.end('here'));
    const guard = createGuard(['a.example'], (_, __, done) =>
      done(null, [
        { address: '::1', family: 6 },
        { address: '127.0.0.1', family: 4 },
      ]),
    );
    const reading = client({ guard }).fetch(`http://a.example:${server.port}/`, { signal });
    expect(await reading).toMatchObject({ kind: 'document' });
  });
});

describe('an address', () => {
  it.each([
    '0.0.0.0',
    '10.1.2.3',
    '100.64.0.1',
    '100.100.100.200',
    '127.0.0.1',
    '168.63.129.16',
    '169.254.169.254',
    '172.31.255.255',
    '192.0.0.192',
    '192.168.1.1',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::10.0.0.1',
    '::ffff:8.8.8.8',
    '::ffff:0:10.0.0.1',
    '64:ff9b::a00:1',
    '64:ff9b::169.254.169.254',
    '64:ff9b:1::808:808',
    '100::1',
    '2001::1',
    '2001:db8::1',
    '2002:a00:1::',
    '3fff::1',
    '5f00::1',
    'fc00::1',
    'fd00:ec2::254',
    'fe80::1',
    'fec0::1',
    'ff02::1',
  ])('of a private kind is not entered: %s', (address) => {
    expect(() => createGuard([]).check(address)).toThrow(failsWith('sources.privateAddress'));
  });

  it.each([
    '8.8.8.8',
    '172.32.0.1',
    '100.128.0.1',
    '2606:4700::1111',
    '2a00:1450::1',
    // The way to 8.8.8.8 from a network that has no IPv4.
    '64:ff9b::808:808',
  ])('of the public kind is: %s', (address) => {
    expect(() => createGuard([]).check(address)).not.toThrow();
  });

  it('of IPv4 is as private as the address its translation leads to', () => {
    const guard = createGuard([]);
    const passes = (address: string) => {
      try {
        guard.check(address);
        return true;
      } catch {
        return false;
      }
    };
    fc.assert(
      fc.property(fc.ipV4(), (address) => {
        expect(passes(`64:ff9b::${address}`)).toBe(passes(address));
        expect(passes(`::ffff:${address}`)).toBe(false);
      }),
    );
  });

  it.each([
    'http://127.0.0.1./',
    'http://2130706433/',
    'http://0x7f.1/',
    'http://017700000001/',
    'http://127.1/',
    'http://0/',
    'http://%31%32%37.0.0.1/',
    'http://１２７.0.0.1/',
    'http://①②⑦.⓪.⓪.①/',
    'http://127。0。0。1/',
    'http:\\\\127.0.0.1\\',
    'http:127.0.0.1',
    'http://[::]/',
    'http://[::1]/',
    'http://[0:0::7f00:1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::ffff:7f00:1]/',
    'http://localhost/',
    'http://LOCALHOST/',
  ])('is seen through in other spellings: %s', async (url) => {
    const server = await start((_, response) => response.end('inside'));
    const address = url.replace(/(?<=.)(?=[/\\]$)/u, `:${server.port}`);
    const reading = client({ allowPrivateHosts: [] }).fetch(address, { signal });
    await expect(reading).rejects.toEqual(failsWith('sources.privateAddress'));
    expect(server.asked).toEqual([]);
  });

  it.each(['http://[fe80::1%25eth0]/', 'http://[::1%lo]/', 'http://256.256.256.256/', 'http://1.2.3.4.5/'])(
    'that is none is not asked: %s',
    async (url) => {
      await expect(client().fetch(url, { signal })).rejects.toEqual(failsWith('sources.invalidAddress'));
    },
  );
});

describe('what is opened', () => {
  it('is a range of either family, and no more', () => {
    const guard = createGuard(['10.1.0.0/16', 'fd00::/8', '192.168.7.7']);
    for (const open of ['10.1.9.9', '[fd12::1]', '192.168.7.7']) {
      expect(() => guard.check(open)).not.toThrow();
    }
    for (const closed of ['10.2.0.1', '192.168.7.8', 'fc00::1', '::ffff:10.1.9.9']) {
      expect(() => guard.check(closed)).toThrow(failsWith('sources.privateAddress'));
    }
  });

  it.each([
    ['localhost', 'localhost'],
    ['localhost.', 'localhost'],
    ['LocalHost', 'LOCALHOST'],
    ['127.0.0.0/8', '127.0.0.1'],
    ['127.0.0.0/8', 'localhost'],
  ])('is entered: %s opens %s', async (entry, host) => {
    const server = await start((_, response) => response.end('inside'));
    const reading = client({ allowPrivateHosts: [entry] }).fetch(`http://${host}:${server.port}/`, {
      signal,
    });
    expect(await reading).toMatchObject({ kind: 'document' });
  });

  it('by a name is not opened under another name or as an address', async () => {
    const guard = createGuard(['a.example'], answers('127.0.0.1'));
    expect(await ask(guard, 'a.example.', false)).toBe('127.0.0.1');
    for (const other of ['b.example', 'a.example.b', 'x.a.example']) {
      await expect(ask(guard, other, false)).rejects.toEqual(failsWith('sources.privateAddress'));
    }
    expect(() => guard.check('127.0.0.1')).toThrow(failsWith('sources.privateAddress'));
  });
});
